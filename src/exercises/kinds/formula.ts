import { computationOf } from "../../math/evaluate.ts";
import { formulaText } from "../../math/text.ts";
import type { FormulaOf } from "../answer.ts";
import { diagnoseFormula, isRightFormulaOn } from "../diagnose-formula.ts";
import { UNMENDED } from "../explain/bases.ts";
import { mistakeOfFormula } from "../explain/explain-formula.ts";
import type { Assessment, Feedback } from "../feedback.ts";
import { formulaSlips, type FormulaTarget, isDistinct } from "../formula-target.ts";
import { type AnyFunction, checked, type Common, ofKind, type Parts } from "../kind.ts";
import { codeOf } from "../solution.ts";
import { countedAs, solutionFaults, unread } from "../step-kind.ts";
import { aboutFormula } from "../words/formula.ts";

/** Write a formula as a function. */
export interface WriteFormula extends Common<AnyFunction> {
  readonly kind: "formula";
  readonly target: FormulaTarget;
  /** What the function computes as it is given, where there is a bug in it to be mended. */
  readonly given?: FormulaTarget["formula"];
  readonly solution: AnyFunction;
}

function declare<const N extends string, R>(
  parts: Parts<Omit<WriteFormula, "target" | "solution">> & {
    readonly formula: FormulaTarget["formula"];
    readonly arguments: Readonly<Record<N, FormulaTarget["arguments"][string]>>;
    readonly besides?: readonly Readonly<Record<N, number>>[];
    readonly solution: FormulaOf<N, R>;
    readonly misconceptions?: FormulaTarget["misconceptions"];
    readonly neighbours?: FormulaTarget["neighbours"];
  },
): WriteFormula {
  const {
    formula,
    arguments: ranges,
    besides = [],
    misconceptions = [],
    neighbours = [],
    ...rest
  } = checked("formula", parts);
  const target = { formula, arguments: ranges, besides, misconceptions, neighbours };
  return { ...rest, kind: "formula", target };
}

export const formula = /* @__PURE__ */ ofKind<WriteFormula, typeof declare>(
  () => ({
    name: "formula",
    answered: "by a function",
    isTriedWithAnswers: true,
    earns: "credit",
    texts: [],
    about: aboutFunction,
    faults: (exercise, check) => {
      const unreadable = unreadFormulas(exercise);
      if (unreadable.length > 0) return unreadable;
      const { given } = exercise;
      const { outcome } = check(given === undefined ? undefined : functionOf(given));
      return [
        ...(outcome === "not written" ? [] : [`what is given counts as ${outcome}`]),
        ...solutionFaults(check(exercise.solution)),
        ...wrongFormulaFaults(exercise, check),
      ];
    },
    solution: ({ target, solution }) => [
      { kind: "equations", groups: [{ title: "The formula", lines: linesOf(target.formula) }] },
      { kind: "code", code: codeOf(solution) },
    ],
    mistakes: ({ target }) => target.misconceptions.map(mistakeOfFormula),
    question: ({ target }) => ({
      versions: {
        right: linesOf(target.formula),
        wrong: target.misconceptions.map(({ formula, what }) => ({ lines: linesOf(formula), what })),
      },
    }),
    isRightOn: ({ target }, answer, seed) => isRightFormulaOn(target, answer, seed),
    draft: () => ({
      parts:
        'formula: "2*x",\n    arguments: { x: { from: 0, to: 1 } },\n    solution: () => notWrittenYet(),',
      imports: ["notWrittenYet"],
    }),
  }),
  declare,
);

const NOT_MENDED: Assessment = {
  outcome: "not written",
  headline: "Not mended yet: the bug is still in it.",
};

function aboutFunction({ given, target }: WriteFormula, answer: unknown): Assessment {
  const diagnosis = diagnoseFormula(target, answer, given);
  if (diagnosis.kind !== "untouched") return aboutFormula(diagnosis);
  const bug = target.misconceptions.find(({ formula }) => String(formula) === String(given));
  if (bug === undefined) return NOT_MENDED;
  return {
    ...NOT_MENDED,
    mistakes: [{ id: UNMENDED, what: bug.what }],
    name: { headline: `It behaves like the formula in which ${bug.what}.`, blocks: [] },
  };
}

function linesOf(formula: FormulaTarget["formula"]): string[] {
  return [formula].flat().map((line) => formulaText(line));
}

/** What cannot be computed of that which is declared: as long as there is some, nothing else can be tried. */
function unreadFormulas({ target, given }: WriteFormula): string[] {
  const point = Object.fromEntries(Object.keys(target.arguments).map((name) => [name, 1]));
  const compute = (formula: FormulaTarget["formula"]) => (): unknown => functionOf(formula)(point);
  return [
    ...unread("the formula", compute(target.formula)),
    ...(given === undefined ? [] : unread("what is given", compute(given))),
    ...[...target.misconceptions, ...target.neighbours].flatMap(({ what, formula }) =>
      unread(`"${what}"`, compute(formula)),
    ),
  ];
}

/** Is each wrong version told? */
function wrongFormulaFaults({ target, given }: WriteFormula, check: (answer: unknown) => Feedback): string[] {
  const isList = typeof target.formula !== "string";
  const slips = formulaSlips(target).filter((slip) => isDistinct(target, slip));
  return [...target.misconceptions, ...target.neighbours, ...slips].flatMap(({ what, formula }) => {
    const lines = [formula].flat();
    const found = check(functionOf(isList ? lines : lines[0]!));
    const isGiven = given !== undefined && found.outcome === "not written";
    const isTold = isGiven || (found.outcome !== "right" && found.mistakes.length > 0);
    return isTold ? [] : [`"${what}" counts as ${countedAs(found)}`];
  });
}

function functionOf(formula: FormulaTarget["formula"]): (numbers: Record<string, number>) => unknown {
  return (numbers) =>
    typeof formula === "string"
      ? computationOf(formula)({ ...numbers })
      : formula.map((line) => computationOf(line)({ ...numbers }));
}
