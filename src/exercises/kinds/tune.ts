import { counted } from "../../counted.ts";
import { InputError } from "../../errors.ts";
import { landscape } from "../../figures/landscape.ts";
import type { Size } from "../../figures/names-at-paths.ts";
import { numberText } from "../../math/numerals.ts";
import { nameText } from "../../math/text.ts";
import type { Objective } from "../../objectives/objective.ts";
import type { Rule } from "../../rules/rule.ts";
import { descend } from "../../trace/descend.ts";
import type { Trace } from "../../trace/trace.ts";
import { type Block, figureBlock, text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, readNumbers } from "../given.ts";
import { type Common, ofKind, type Parts } from "../kind.ts";
import { type Aim, dueAndGiven } from "../path-figure.ts";
import { checkedWithRule, solutionFaults } from "../step-kind.ts";

/** Choose hyperparameters that reach a loss within a number of steps, and keep it. */
export interface Tune<H extends string = string> extends Common<Readonly<Record<H, number>>> {
  readonly kind: "tune";
  readonly rule: Rule;
  readonly on: Objective;
  readonly start: readonly number[];
  readonly steps: number;
  /** The loss to come below within these steps, and to stay below for as many more. */
  readonly below: number;
  /** The values that are given at first. */
  readonly given: Readonly<Record<H, number>>;
  readonly solution: Readonly<Record<H, number>>;
  readonly because: string;
}

function declare<H extends string>(parts: Parts<Tune<H>>): Tune<H> {
  return { ...checkedWithRule("tune", parts), kind: "tune" };
}

export const tune = /* @__PURE__ */ ofKind<Tune, typeof declare>(
  () => ({
    name: "tune",
    answered: "by a value",
    earns: "credit",
    texts: ["because"],
    about: aboutTuning,
    faults: (exercise, check) => {
      const { given, solution } = exercise;
      const solved = check(solution);
      if (solved.outcome === "not written") return ["what is given and the solution are the same"];
      const atStart = aboutTuning({ ...exercise, given: solution }, given).outcome;
      return [
        ...(atStart === "right" ? ["what is given reaches the loss already"] : []),
        ...solutionFaults(solved),
      ];
    },
    solution: ({ solution, because }) => {
      const values = Object.entries(solution).map(
        ([name, value]) => `${nameText(name)} = ${numberText(value)}`,
      );
      return [text(`For example ${values.join(", ")}.`), text(because)];
    },
    mistakes: () => [],
    question: (exercise) => ({ values: exercise.solution, aim: (size) => aimOf(exercise, size) }),
    draft: (rule, hyper) => ({
      parts: `rule: ${rule},
    on: ravine,
    start: [-8, 1.5],
    steps: 30,
    below: 0.01,
    given: ${hyper},
    solution: ${hyper},
    because: "",`,
      imports: [rule, "ravine"],
    }),
  }),
  declare,
);

/** The descents with the solution and with what is given. */
function aimOf({ rule, on, start, steps, given, solution }: Tune, size: Size): Aim | undefined {
  const pathWith = (hyper: Tune["given"]): number[][] =>
    Array.from(descend(on, rule, { start, steps, hyper }).path.slice(1), (w) => Array.from(w));
  const place = { objective: on, start, hyper: given };
  return dueAndGiven(rule, place, { due: pathWith(solution), given: pathWith(given), size });
}

/** What is said about hyperparameters: they are right where the loss is below the mark in time, and stays there. */
function aboutTuning(exercise: Tune, answer: unknown): Assessment {
  const { rule, on, start, steps, given, because } = exercise;
  const names = Object.keys(given);
  const read = readNumbers(names, answer);
  if ("faults" in read) return notRead(read.faults);
  const hyper = read.numbers;
  try {
    const trace = descend(on, rule, { start, steps, hyper });
    const goesOn = descend(on, rule, { start, steps: 2 * steps, hyper });
    const course = courseOf(exercise, goesOn);
    const untouched = names.every((name) => hyper[name] === given[name]);
    const blocks: Block[] = [
      ...course.blocks,
      ...(course.reached ? [text(because)] : []),
      ...read.remarks.map(text),
      ...(on.dimension <= 2 ? [figureBlock(() => landscape(trace, { height: 360 }))] : []),
    ];
    if (untouched)
      return { outcome: "not written", headline: "Not tuned yet: this is where you start.", blocks };
    return {
      outcome: course.reached ? "right" : "not yet",
      headline: course.headline,
      blocks,
      credit: course.reached ? 1 : 0,
      picked: hyper,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { outcome: "not yet", headline: `Not yet: ${error.message}.`, credit: 0 };
  }
}

/** How the loss went, in words. */
interface Course {
  readonly reached: boolean;
  readonly headline: string;
  readonly blocks: readonly Block[];
}

/** @param goesOn the descent over twice the steps that there are */
function courseOf({ steps, below }: Tune, { losses, stop }: Trace): Course {
  const after = (step: number): string =>
    `After ${counted(step, "step")} the loss is ${numberText(losses[step]!)}`;
  const isBelow = (loss: number): boolean => loss < below;
  const due = text(`${after(Math.min(steps, stop.step))}; the mark is ${numberText(below)}.`);
  if (stop.step < steps)
    return { reached: false, headline: "Not yet: it breaks off.", blocks: [due, text(stop.sentence)] };
  if (stop.reason === "steps" && losses.slice(steps).every(isBelow))
    return { reached: true, headline: "Right: below the mark.", blocks: [due] };
  const first = losses.slice(0, steps + 1).findIndex(isBelow);
  if (first < 0) {
    const went = losses[steps]! <= losses[0]! ? "still above the mark" : "it ends higher than it started";
    return { reached: false, headline: `Not yet: ${went}.`, blocks: [due] };
  }
  const left = losses.findIndex((loss, step) => step > first && !isBelow(loss));
  return {
    reached: false,
    headline: "Not yet: it comes below the mark and does not stay there.",
    blocks: [
      text(`${after(first)}, below the mark of ${numberText(below)}.`),
      text(left < 0 ? stop.sentence : `${after(left)} again.`),
    ],
  };
}
