import { remembered } from "../../remembered.ts";
import type { StepOf } from "../answer.ts";
import { text } from "../blocks.ts";
import { diagnoseStep } from "../diagnose-step.ts";
import { declaredBases, isUnmended, UNMENDED } from "../explain/bases.ts";
import type { Assessment } from "../feedback.ts";
import { type AnyFunction, ofKind } from "../kind.ts";
import { DECLARED } from "../mistake.ts";
import {
  byStep,
  solutionFaults,
  stepAim,
  type StepParts,
  stepSolution,
  unreadSteps,
  withTarget,
  type WithStep,
} from "../step-kind.ts";
import { casesFor } from "../run/cases.ts";
import { sourceOf } from "../run/source.ts";
import { sentence } from "../../sentence.ts";
import type { Misconception, StepTarget } from "../step-target.ts";
import { aboutStep } from "../words/step.ts";
import { whereItDeparts } from "../words/where.ts";

/** Mend an update rule that has a mistake in it. */
export interface FindTheBug extends WithStep {
  readonly kind: "bug";
  /** The step as it is given. */
  readonly given: AnyFunction;
  /** What was wrong: shown after success. */
  readonly because: string;
}

function declare<S extends string = never, H extends string = never>(
  parts: StepParts<S, H> & { readonly given: StepOf<S, H>; readonly because: string },
): FindTheBug {
  return { ...withTarget("findTheBug", parts), kind: "bug" };
}

export const findTheBug = /* @__PURE__ */ ofKind<FindTheBug, typeof declare>(
  () => ({
    ...byStep,
    name: "bug",
    isTriedWithAnswers: false,
    texts: ["because"],
    about: aboutBug,
    faults: (exercise, check) => {
      const unread = unreadSteps(exercise);
      if (unread.length > 0) return unread;
      const { outcome, mistakes } = check(exercise.given);
      return [
        ...solutionFaults(check(exercise.solution)),
        ...(mistakes.some(({ id }) => id === KNOWN_UNMENDED)
          ? []
          : outcome === "not written"
            ? ["what is given is not written yet"]
            : [`what is given counts as ${outcome}`]),
      ];
    },
    solution: (exercise) => [text(exercise.because), ...stepSolution(exercise)],
    question: (exercise) => ({
      given: exercise.given,
      aim: (size) => stepAim(exercise, size, exercise.given),
    }),
    draft: (rule) => ({
      parts: `rule: ${rule},\n    given: () => notWrittenYet(),\n    solution: () => notWrittenYet(),\n    because: "",`,
      imports: [rule, "notWrittenYet"],
    }),
  }),
  declare,
);

const KNOWN_UNMENDED = DECLARED + UNMENDED;

const unmended = new WeakMap<object, Misconception>();

/** What is given to be mended, as a mistake; made once, so that what is found out of it is kept. */
function unchangedOf(given: FindTheBug["given"]): Misconception {
  return remembered(unmended, given, () => ({
    id: UNMENDED,
    what: "the bug is still in it",
    step: given,
    credit: 0,
  }));
}

/** What is still wrong in an answer that is written otherwise than it was given, and does the same. */
function nameOfUnmended(
  target: StepTarget,
  given: FindTheBug["given"],
  answer: unknown,
): Partial<Assessment> {
  const [text, before] = [answer, given].map((one) => sourceOf(one).replace(/\s/g, ""));
  const still = text === before ? undefined : declaredBases(target, casesFor(target.rule)).find(isUnmended);
  return still === undefined ? {} : { name: { headline: sentence(still.prior[0]!.what!), blocks: [] } };
}

function aboutBug({ target: asked, given, because }: FindTheBug, answer: unknown): Assessment {
  const target = { ...asked, misconceptions: [unchangedOf(given), ...asked.misconceptions] };
  const diagnosis = diagnoseStep(target, answer);
  if (
    diagnosis.kind === "wrong" &&
    diagnosis.mistakes.length === 1 &&
    diagnosis.mistakes[0]!.id === KNOWN_UNMENDED &&
    diagnosis.unexplained.length === 0
  ) {
    const { mistakes, departure } = diagnosis;
    const where = departure === undefined ? "" : ` Step ${departure.step} shows it.`;
    return {
      outcome: "not written",
      headline: `Not mended yet: the bug is still in it.${where}`,
      blocks: departure === undefined ? [] : whereItDeparts(target.rule, departure),
      mistakes,
      ...nameOfUnmended(target, given, answer),
    };
  }
  const about = aboutStep(target.rule, diagnosis);
  return about.outcome === "right"
    ? { ...about, headline: "Found and mended.", blocks: [text(because), ...(about.blocks ?? [])] }
    : about;
}
