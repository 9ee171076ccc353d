import { markerShape } from "../../rules/marker-shape.ts";
import { set, svg, write } from "../elements.ts";
import { ownName } from "./curve-names.ts";
import { colours, dashOf } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, line, type Pixels } from "./strokes.ts";

/** A curve ready to be drawn. */
export interface PlacedCurve {
  readonly run: Run;
  /** Where each value lies; a missing one has no height. */
  readonly places: readonly Pixels[];
  /** The step of the first. */
  readonly first: number;
}

/** One rule's curve: what has been, what is to come, where it leaves the chart, what happened, and its name at the end. */
export class CurveLine {
  readonly node: SVGGElement;
  readonly #toCome = svg("path", { class: "to-come" });
  readonly #line = svg("path", { class: "line" });
  readonly #here = svg("path", { class: "marker" });
  readonly #off = svg("path", { class: "off" });
  readonly #offWords = svg("text", { class: "off" });
  readonly #flags = svg("path", { class: "flag" });
  readonly #flagsToCome = svg("path", { class: "flag to-come" });
  readonly #name = svg("text", { class: "rule-name" });

  constructor({ look }: Run) {
    for (const one of [this.#toCome, this.#line]) set(one, { "stroke-dasharray": dashOf(look) });
    this.node = svg(
      "g",
      { class: "path", style: colours(look) },
      this.#toCome,
      this.#line,
      this.#here,
      this.#off,
      this.#offWords,
      this.#flags,
      this.#flagsToCome,
      this.#name,
    );
  }

  /** @param nameAt where its name stands, if it has room */
  show(curve: PlacedCurve, t: number, box: Box, stepAt: (t: number) => number, nameAt?: Pixels): void {
    const { run, places, first } = curve;
    const now = Math.max(0, Math.min(t - first, places.length - 1));
    const shown = places.map((place, k) => onChart(place, [places[k - 1], places[k + 1]], box));
    const here = places[now];
    set(this.#toCome, { d: line(shown.slice(now)) });
    set(this.#line, { d: line(shown.slice(0, now + 1)) });
    set(this.#here, {
      d: here !== undefined && isOn(here, box) ? markerShape(run.look.symbol, here, 4) : "",
    });
    this.#showExit(places, now, box);
    const flagsOf = (isToCome: boolean): string =>
      run.story.events
        .filter(({ kind, step }) => kind !== "returned" && step > t === isToCome)
        .map(({ step }) => `M${stepAt(step).toFixed(1)} ${box.bottom - 1}v-15h12l-3.5 4.5l3.5 4.5h-12`)
        .join("");
    set(this.#flags, { d: flagsOf(false) });
    set(this.#flagsToCome, { d: flagsOf(true) });
    this.#name.classList.toggle("answers-ahead", now < places.length - 1);
    write(this.#name, nameAt === undefined ? "" : ownName(run.runner.rule.title));
    if (nameAt !== undefined) set(this.#name, { x: nameAt[0], y: nameAt[1].toFixed(1) });
  }

  /** A triangle where a curve leaves the chart at its top, with a word. */
  #showExit(places: readonly Pixels[], now: number, { top }: Box): void {
    const k = places.findIndex(([, y]) => y < top);
    const x = k < 1 ? 0 : places[k]![0];
    const isToCome = k > now;
    set(this.#off, { d: k < 1 ? "" : `M${x - 5} ${top + 13}h10l-5 -8z` });
    write(this.#offWords, k < 1 ? "" : "off the chart");
    set(this.#offWords, { x: x + 11, y: top + 14 });
    for (const part of [this.#off, this.#offWords]) part.classList.toggle("to-come", isToCome);
  }
}

/** A place on the chart; at its upper edge for one above it that has a neighbour on the chart, none for others. */
function onChart(place: Pixels, neighbours: readonly (Pixels | undefined)[], box: Box): Pixels {
  if (isOn(place, box)) return place;
  const isNext = place[1] < box.top && neighbours.some((one) => one !== undefined && isOn(one, box));
  return [place[0], isNext ? box.top : NaN];
}

function isOn([, y]: Pixels, { top, bottom }: Box): boolean {
  return y >= top && y <= bottom + 1;
}
