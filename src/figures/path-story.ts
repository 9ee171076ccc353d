import type { StopReason } from "../trace/stop.ts";
import { numeral } from "../math/numerals.ts";
import type { Interval } from "./view.ts";

type Point = readonly [number, number];

/** The steps of a descent, as they are told. */
export interface Walk {
  /** Where it stands after each step, the start first. */
  readonly points: readonly Point[];
  readonly losses: readonly number[];
  readonly stop: StopReason;
}

/** The map on which a descent is told. */
export interface Ground {
  readonly minima: readonly Point[];
  readonly views: readonly [Interval, Interval];
}

/** Something that happened at a step. */
export interface PathEvent {
  readonly step: number;
  readonly kind: "near" | "left" | "returned" | "stopped";
}

/** How a descent stands at a step: its numbers where it is on the map, and what has happened up to there. */
export interface Standing {
  readonly loss?: number;
  /** To the nearest minimum; left out where the words say how near it is. */
  readonly distance?: number;
  readonly words: readonly string[];
}

/** How near to a minimum is worth a word. */
const NEAR = [0.01, 0.1];

/** Steps from one to another, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What happens to a descent, step by step, in words that never run ahead of the step they are told at. */
export class PathStory {
  readonly events: readonly PathEvent[];
  /** "the minimum", or "the nearest minimum" where there are several. */
  readonly minimum: string;
  readonly #walk: Walk;
  readonly #distances: readonly number[];
  readonly #outside: readonly Span[];
  readonly #near: readonly { readonly within: number; readonly spans: readonly Span[] }[];

  constructor(walk: Walk, { minima, views }: Ground) {
    const { points, stop } = walk;
    this.#walk = walk;
    this.#distances = points.map((point) => nearestOf(point, minima));
    this.#outside = spansWhere(points, (point) => !isOn(point, views));
    this.#near = NEAR.map((within) => ({
      within,
      spans: spansWhere(this.#distances, (distance) => distance < within),
    }));
    this.minimum = minima.length === 1 ? "the minimum" : "the nearest minimum";
    this.events = [
      ...this.#outside.flatMap(({ from, to }): PathEvent[] => [
        { step: from, kind: "left" },
        ...(to < this.last ? [{ step: to + 1, kind: "returned" } as const] : []),
      ]),
      ...this.#near.at(-1)!.spans.map(({ from }): PathEvent => ({ step: from, kind: "near" })),
      ...(hasWord(stop) ? [{ step: this.last, kind: "stopped" } as const] : []),
    ].sort((a, b) => a.step - b.step);
  }

  get last(): number {
    return this.#walk.points.length - 1;
  }

  /** Whether it is on the map after a step. */
  isOnMap(t: number): boolean {
    return !this.#outside.some(({ from, to }) => from <= t && t <= to);
  }

  /** The step at which it first leaves the map; nothing when it never does. */
  get leftAt(): number | undefined {
    return this.#outside[0]?.from;
  }

  /** How it stands after step t, or after its last when it ended before. */
  at(t: number): Standing {
    const step = Math.min(t, this.last);
    const ended = t >= this.last && hasWord(this.#walk.stop) ? [ending(this.#walk.stop, this.last)] : [];
    const out = this.#outside.findLast(({ from }) => from <= step);
    if (out !== undefined && out.to >= step) return { words: [`left the map at step ${out.from}`, ...ended] };
    const back =
      out === undefined ? [] : [`left the map at step ${out.from}, came back at step ${out.to + 1}`];
    const { now, words } = this.#nearness(step);
    const distance = this.#distances[step]!;
    return {
      loss: this.#walk.losses[step]!,
      ...(now || distance === Infinity ? {} : { distance }),
      words: [...(words.length > 0 ? words : back), ...ended],
    };
  }

  /** The standing in one sentence. */
  sentence(t: number): string {
    const { loss, distance, words } = this.at(t);
    return [
      ...(loss === undefined ? [] : [`loss ${numeral(loss)}`]),
      ...(distance === undefined ? [] : [`${numeral(distance)} from ${this.minimum}`]),
      ...words,
    ].join(", ");
  }

  #nearness(step: number): { now: boolean; words: string[] } {
    for (const { within, spans } of this.#near) {
      const span = spans.find(({ from, to }) => from <= step && step <= to);
      if (span !== undefined) return { now: true, words: [this.#within(within, span.from, step)] };
    }
    const { within, spans } = this.#near.at(-1)!;
    const passed = spans.findLast(({ to }) => to < step);
    if (passed === undefined) return { now: false, words: [] };
    const when = passed.from === passed.to ? `step ${passed.from}` : `steps ${passed.from} to ${passed.to}`;
    return { now: false, words: [`passed within ${within} at ${when}, left again`] };
  }

  #within(within: number, from: number, step: number): string {
    if (from === step) return `within ${within} at step ${step}`;
    return step === this.last
      ? `within ${within} from step ${from} on`
      : `within ${within} since step ${from}`;
  }
}

function nearestOf([x, y]: Point, minima: readonly Point[]): number {
  return Math.min(...minima.map(([a, b]) => Math.hypot(x - a, y - b)));
}

function isOn(point: Point, views: Ground["views"]): boolean {
  return views.every(([low, high], k) => point[k as 0 | 1] >= low && point[k as 0 | 1] <= high);
}

/** The runs of neighbours of which something is true. */
function spansWhere<T>(all: readonly T[], test: (one: T) => boolean): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (const [k, one] of all.entries()) {
    if (test(one)) from ??= k;
    else if (from !== undefined) {
      spans.push({ from, to: k - 1 });
      from = undefined;
    }
  }
  return from === undefined ? spans : [...spans, { from, to: all.length - 1 }];
}

const hasWord = (stop: StopReason): boolean => stop === "diverged" || stop === "singular";

function ending(stop: StopReason, last: number): string {
  return `stopped at step ${last}${stop === "singular" ? ": the Hessian is singular there" : ""}`;
}
