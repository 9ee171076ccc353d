import { checkEffort } from "../../figures/effort.ts";
import { looksOf } from "../../figures/palette.ts";
import type { Look } from "../../rules/look.ts";
import { descend } from "../../trace/descend.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Runner, Settings } from "./settings.ts";

/** A rule that takes part, with its descent and its look. */
export interface Run {
  readonly runner: Runner;
  readonly trace: Trace;
  readonly look: Look;
}

/** What has changed: only the step shown, the descents, or the surface under them too. */
export type Change = "step" | "descents" | "surface";

/** What the explorer shows: its settings, the descents that follow from them, the step looked at. */
export class Model {
  readonly #first: Settings;
  readonly #listeners: ((change: Change) => void)[] = [];
  #settings: Settings;
  #runs: Run[] = [];
  #t = 0;
  #chosen = 0;

  constructor(settings: Settings) {
    this.#first = settings;
    this.#settings = settings;
    this.#runs = runsOf(settings);
    this.#t = this.last;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** The run whose step is written out. */
  get chosen(): Run | undefined {
    return this.#runs.find(({ runner }) => runner === this.#settings.runners[this.#chosen]) ?? this.#runs[0];
  }

  /** The step shown. */
  get t(): number {
    return this.#t;
  }

  /** The last step of any run. */
  get last(): number {
    return Math.max(0, ...this.#runs.map(({ trace }) => trace.steps));
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Changes settings and descends again.
   * @throws InputError when they are not possible; then all stays as it was
   */
  change(changes: Partial<Settings>): void {
    const settings = { ...this.#settings, ...changes };
    const wasAtEnd = this.#t === this.last;
    this.#runs = runsOf(settings);
    this.#settings = settings;
    this.#t = wasAtEnd ? this.last : Math.min(this.#t, this.last);
    this.#tell(changes.objective === undefined ? "descents" : "surface");
  }

  /** Changes one rule's numbers, or switches it on or off. */
  changeRunner(place: number, changes: Partial<Runner>): void {
    this.change({
      runners: this.#settings.runners.map((runner, k) => (k === place ? { ...runner, ...changes } : runner)),
    });
  }

  choose(place: number): void {
    this.#chosen = place;
    this.#tell("step");
  }

  goTo(t: number): void {
    this.#t = Math.max(0, Math.min(this.last, Math.round(t)));
    this.#tell("step");
  }

  reset(): void {
    this.#chosen = 0;
    this.change(this.#first);
    this.goTo(this.last);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function runsOf({ objective, start, steps, schedule, runners }: Settings): Run[] {
  checkEffort(
    objective,
    runners.filter(({ on }) => on).map(({ rule }) => ({ rule, steps })),
  );
  const looks = looksOf(runners.map(({ rule }) => rule));
  return runners.flatMap((runner, k) => {
    if (!runner.on) return [];
    const { rule, hyper } = runner;
    const options = {
      start,
      steps,
      hyper,
      ...(schedule === undefined || rule.rate === undefined ? {} : { schedule }),
    };
    return [{ runner, look: looks[k]!, trace: descend(objective, rule, options) }];
  });
}
