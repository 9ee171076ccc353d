import { checkEffort, type Effort } from "../../figures/effort.ts";
import { planeScene } from "../../figures/landscape.ts";
import { looksOf } from "../../figures/palette.ts";
import { type Ground, PathStory } from "../../figures/path-story.ts";
import { withChanges } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
import { hyperparametersOf } from "../../rules/hyperparameters.ts";
import type { Rule } from "../../rules/rule.ts";
import { steadyHyper } from "../../search/steady.ts";
import { tunedHyper } from "../../search/tune.ts";
import { descend } from "../../trace/descend.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Runner, Settings } from "./settings.ts";

/** A rule that takes part, with its descent, how it is drawn and how it is told. */
export interface Run {
  readonly runner: Runner;
  readonly trace: Trace;
  readonly look: Look;
  readonly points: readonly (readonly [number, number])[];
  readonly losses: readonly number[];
  readonly story: PathStory;
}

/** What has changed: only the step shown, the descents, or the surface under them too; or whether something moves. */
export type Change = "step" | "descents" | "surface" | "motion";

/** All that a reset takes away, and its undo brings back. */
export interface Moment {
  readonly settings: Settings;
  readonly t: number;
  readonly chosen: number;
}

/** What the explorer shows: its settings, the descents that follow from them, the step looked at. */
export class Model {
  readonly #listeners: ((change: Change) => void)[] = [];
  readonly #moving = new Set<string>();
  #settings: Settings;
  #ground: Ground;
  #runs: Run[];
  #t: number;
  #chosen = 0;
  #isSingle = false;

  constructor(private readonly first: Settings) {
    this.#settings = first;
    const descents = descentsOf(first);
    this.#ground = groundOf(first, descents);
    this.#runs = descents.map((descent) => told(descent, this.#ground));
    this.#t = this.last;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** What is to be seen of the surface, and its minima: the same until another surface is taken. */
  get ground(): Ground {
    return this.#ground;
  }

  /** Which of the rules is chosen, be it on the map or not. */
  get place(): number {
    return this.#chosen;
  }

  /** The run of the chosen rule; nothing while it is off the map. */
  get chosen(): Run | undefined {
    return this.#runs.find(({ runner }) => runner === this.#settings.runners[this.#chosen]);
  }

  /** Whether one step of the chosen rule is looked at, and not the rules beside one another. */
  get isSingle(): boolean {
    return this.#isSingle;
  }

  /** The step shown. */
  get t(): number {
    return this.#t;
  }

  /** The last step of any run. */
  get last(): number {
    return Math.max(0, ...this.#runs.map(({ trace }) => trace.steps));
  }

  /** Whether the start is being dragged, or the steps are being played. */
  get isMoving(): boolean {
    return this.#moving.size > 0;
  }

  /** Whether the start is being dragged. */
  get isDragged(): boolean {
    return this.#moving.has("start");
  }

  get moment(): Moment {
    return { settings: this.#settings, t: this.#t, chosen: this.#chosen };
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Changes settings and descends again.
   * @throws InputError when they are not possible; then all stays as it was
   */
  change(changes: Partial<Settings>): void {
    const settings = this.#raced({ ...this.#settings, ...changes });
    const wasAtEnd = this.#t === this.last;
    const descents = descentsOf(settings);
    if (changes.objective !== undefined) this.#ground = groundOf(settings, descents);
    this.#runs = descents.map((descent) => told(descent, this.#ground));
    this.#settings = settings;
    this.#t = wasAtEnd ? this.last : Math.min(this.#t, this.last);
    this.#tell(changes.objective === undefined ? "descents" : "surface");
  }

  /** Changes one rule's numbers, or switches it on or off. Numbers set by hand are kept: the rates are searched no more. */
  changeRunner(place: number, changes: Partial<Runner>): void {
    this.changeRunners(new Map([[this.#settings.runners[place]!, changes]]));
  }

  /** The same of several rules at once. */
  changeRunners(changes: ReadonlyMap<Runner, Partial<Runner>>): void {
    const { runners, tuned } = this.#settings;
    const isSetByHand = [...changes.values()].some(({ hyper }) => hyper !== undefined);
    this.change({
      runners: runners.map((runner) =>
        changes.has(runner) ? { ...runner, ...changes.get(runner) } : runner,
      ),
      ...(isSetByHand && tuned === true ? { tuned: false } : {}),
    });
  }

  /** Lets another rule take part, with numbers that suit the surface, and chooses it. */
  add(rule: Rule): void {
    const { runners } = this.#settings;
    this.change({ runners: [...runners, { rule, hyper: this.suitable(rule), on: true }] });
    this.choose(runners.length);
  }

  choose(place: number): void {
    this.#chosen = place;
    this.#tell("step");
  }

  /** @param isSingle whether that step is looked at from now on; not given, it stays as it is */
  goTo(t: number, isSingle = this.#isSingle): void {
    this.#t = Math.max(0, Math.min(this.last, Math.round(t)));
    this.#isSingle = isSingle;
    this.#tell("step");
  }

  /** Says that something moves, which ends the look at a single step, or has come to rest. */
  move(what: "start" | "steps", isMoving: boolean): void {
    if (this.#moving.has(what) === isMoving) return;
    if (isMoving) this.#moving.add(what);
    else this.#moving.delete(what);
    this.#isSingle &&= !isMoving;
    this.#tell("motion");
    if (what === "start" && !isMoving && this.#settings.tuned === true) this.change({});
  }

  /** As it began, at the last step or another. @returns how it was, for `restore` */
  reset(t?: number): Moment {
    const before = this.moment;
    this.#chosen = 0;
    this.change(this.first);
    this.goTo(t ?? this.last, false);
    return before;
  }

  restore({ settings, t, chosen }: Moment): void {
    this.#chosen = chosen;
    this.change(settings);
    this.goTo(t);
  }

  /** Numbers of a rule that suit the surface from this start; its defaults where the lowest is without a bottom. */
  suitable(rule: Rule): Runner["hyper"] {
    const { objective, start, steps, schedule } = this.#settings;
    if (steps === 0 || !hasBottom(objective)) return hyperparametersOf(rule, {});
    return steadyHyper(objective, rule, { steps, start, ...scheduled(rule, schedule) });
  }

  /** With the best rate for each rule, where there is one; while the start is dragged each keeps the one that it has. */
  #raced(settings: Settings): Settings {
    const { objective, start, steps, schedule, runners, tuned } = settings;
    if (tuned !== true || steps === 0 || this.isDragged || !hasBottom(objective)) return settings;
    checkEffort(objective, effortOf(settings, TRIES));
    const best = ({ rule, hyper }: Runner): Runner["hyper"] =>
      hyperparametersOf(
        rule,
        tunedHyper(objective, rule, { steps, start, hyper, ...scheduled(rule, schedule) }),
      );
    return { ...settings, runners: runners.map((runner) => ({ ...runner, hyper: best(runner) })) };
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

type Descent = Pick<Run, "runner" | "trace" | "look">;

/** Whether a surface has a lowest place. Without one the longest step is the best, and no rate is. */
export const hasBottom = ({ least }: Settings["objective"]): boolean => least !== -Infinity;

/** About how many descents a search for the best rate takes. */
const TRIES = 20;

const effortOf = ({ runners, steps }: Settings, tries = 1): Effort[] =>
  runners.filter(({ on }) => on).map(({ rule }) => ({ rule, steps: steps * tries }));

const scheduled = (rule: Rule, schedule: Settings["schedule"]): Pick<Settings, "schedule"> =>
  schedule === undefined || rule.rate === undefined ? {} : { schedule };

function descentsOf(settings: Settings): Descent[] {
  const { objective, start, steps, schedule, runners } = settings;
  checkEffort(objective, effortOf(settings));
  const looks = looksOf(runners.map(({ rule }) => rule));
  return runners.flatMap((runner, k) => {
    if (!runner.on) return [];
    const { rule, hyper } = runner;
    const options = { start, steps, hyper, ...scheduled(rule, schedule) };
    return [{ runner, look: looks[k]!, trace: descend(objective, rule, options) }];
  });
}

/** The part of the surface worth drawing: it holds the start, the minima, and the paths that do not run away. */
function groundOf({ objective, start }: Settings, descents: readonly Descent[]): Ground {
  const { minima = [] } = objective;
  const calm = descents.map(({ trace }) => trace).filter(({ end, losses }) => end.loss <= losses[0]!);
  const { views } = planeScene(withChanges(objective, { minima: [...minima, start] }), calm, {});
  return { views, minima: minima.map(([x = NaN, y = NaN]) => [x, y] as const) };
}

function told(descent: Descent, ground: Ground): Run {
  const { path, losses, stop } = descent.trace;
  const points = path.map((w) => [w[0]!, w[1]!] as const);
  let story: PathStory | undefined;
  return {
    ...descent,
    points,
    losses,
    get story() {
      return (story ??= new PathStory({ points, losses, stop: stop.reason }, ground));
    },
  };
}
