import { diagnoseStep } from "../diagnose-step.ts";
import { misconceivedRule } from "../explain/explain-whole.ts";
import type { Feedback } from "../feedback.ts";
import { ofKind } from "../kind.ts";
import { sayMistake } from "../mistake.ts";
import { distinctSingles } from "../mutations/mutants.ts";
import { probesFor } from "../run/probe.ts";
import { stepOfRule } from "../run/rule-step.ts";
import {
  byStep,
  countedAs,
  solutionFaults,
  stepAim,
  type StepParts,
  stepSolution,
  stepVersions,
  unreadSteps,
  withTarget,
  type WithStep,
} from "../step-kind.ts";
import { aboutStep } from "../words/step.ts";

/** Write an update rule. */
export interface Write extends WithStep {
  readonly kind: "write";
}

function declare<S extends string = never, H extends string = never>(parts: StepParts<S, H>): Write {
  return { ...withTarget("write", parts), kind: "write" };
}

export const write = /* @__PURE__ */ ofKind<Write, typeof declare>(
  () => ({
    ...byStep,
    name: "write",
    isTriedWithAnswers: true,
    texts: [],
    about: ({ target }, answer) => aboutStep(target.rule, diagnoseStep(target, answer)),
    faults: (exercise, check) => {
      const unread = unreadSteps(exercise);
      if (unread.length > 0) return unread;
      return [
        ...solutionFaults(check(exercise.solution)),
        ...misconceptionFaults(exercise, check),
        ...slipFaults(exercise, check),
      ];
    },
    solution: stepSolution,
    question: (exercise) => ({ versions: stepVersions(exercise), aim: (size) => stepAim(exercise, size) }),
    draft: (rule) => ({
      parts: `rule: ${rule},\n    solution: () => notWrittenYet(),`,
      imports: [rule, "notWrittenYet"],
    }),
  }),
  declare,
);

type Check = (answer: unknown) => Feedback;

/** Is each misconception told as itself? */
function misconceptionFaults({ target: { rule, misconceptions } }: Write, check: Check): string[] {
  return misconceptions.flatMap((misconception) => {
    const wrong = misconceivedRule(rule, misconception);
    const found = check(wrong === undefined ? misconception.step! : stepOfRule(wrong));
    return found.outcome !== "right" && namesOf(found).includes(misconception.what)
      ? []
      : [`the misconception "${misconception.what}" counts as ${countedAs(found)}`];
  });
}

/** Is each wrong version by one slip told, together with those that compute the same, and none as another? */
function slipFaults({ target: { rule, misconceptions } }: Write, check: Check): string[] {
  const declared = misconceptions.map(({ what }) => what);
  return distinctSingles(rule, probesFor(rule)).flatMap((group) => {
    const found = check(stepOfRule(group[0]!.rule));
    if (found.outcome === "right") return []; // a convention
    const names = group.map(({ what }) => what);
    const told = namesOf(found);
    const isTold = told.some((name) => declared.includes(name)) || told.every((name) => names.includes(name));
    return isTold ? [] : [`the slip "${names.join('" or "')}" counts as ${countedAs(found)}`];
  });
}

function namesOf({ mistakes }: Feedback): string[] {
  return mistakes.map(sayMistake);
}
