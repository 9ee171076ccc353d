import { InputError } from "../errors.ts";
import { computationOf } from "../math/evaluate.ts";
import { checkAnswer } from "./check-answer.ts";
import { formulaSlips, isDistinct } from "./formula-target.ts";
import type { StepTarget } from "./step-target.ts";
import { misconceivedRule } from "./explain/explain-whole.ts";
import type {
  Exercise,
  Explain,
  FindTheBug,
  PredictNumbers,
  PredictOption,
  Tune,
  Write,
  WriteFormula,
} from "./exercise.ts";
import type { Feedback } from "./feedback.ts";
import { distinctSingles } from "./mutations/mutants.ts";
import { probesFor } from "./run/probe.ts";
import { stepOfRule } from "./run/rule-step.ts";

/**
 * Prove an exercise: its solution passes, what is given does not, each of its misconceptions and each wrong
 * version by one slip is recognised as itself, and no text is empty. Returns what is wrong with it; nothing when all is well.
 * @example proveExercise("momentum/truth", lessonExercises.byId["momentum/truth"]).length // 0
 */
export function proveExercise(id: string, exercise: Exercise): string[] {
  const unreadable = unreadFormulas(exercise);
  const others = unreadable.length > 0 ? unreadable : kindFaults(id, exercise);
  return [...textFaults(exercise), ...others].map((fault) => `${id}: ${fault}`);
}

/** The texts of an exercise that are empty, as its declaration has them: `options.a.reason`. */
function textFaults(exercise: Exercise): string[] {
  const { title, prompt, hints } = exercise;
  const texts = {
    title,
    prompt,
    hints,
    ...("because" in exercise && { because: exercise.because }),
    ...("explanation" in exercise && { explanation: exercise.explanation }),
    ...("fields" in exercise && { fields: exercise.fields }),
    ...("options" in exercise && { options: exercise.options }),
    ...("model" in exercise && { model: exercise.model, lookFor: exercise.lookFor }),
  };
  const empty = emptyIn(texts);
  return empty.length === 0 ? [] : [`${empty.join(", ")} ${empty.length === 1 ? "is" : "are"} empty`];
}

function emptyIn(value: unknown, field = ""): string[] {
  if (typeof value === "string") return value.trim() === "" ? [field] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    emptyIn(inner, Array.isArray(value) ? `${field}[${name}]` : [field, name].filter(Boolean).join(".")),
  );
}

/** What cannot be computed of that which is declared: as long as there is some, nothing else can be tried. */
function unreadFormulas(exercise: Exercise): string[] {
  switch (exercise.kind) {
    case "write":
    case "bug": {
      const { rule, misconceptions } = exercise.target;
      return misconceptions.flatMap((one) =>
        unread(`the misconception "${one.what}"`, () => misconceivedRule(rule, one)),
      );
    }
    case "formula": {
      const { target, given } = exercise;
      const point = Object.fromEntries(Object.keys(target.arguments).map((name) => [name, 1]));
      const compute = (formula: string | readonly string[]) => (): unknown =>
        [formula].flat().map((one) => computationOf(one)({ ...point }));
      return [
        ...unread("the formula", compute(target.formula)),
        ...(given === undefined ? [] : unread("what is given", compute(given))),
        ...[...target.misconceptions, ...target.neighbours].flatMap(({ what, formula }) =>
          unread(`"${what}"`, compute(formula)),
        ),
      ];
    }
    default:
      return [];
  }
}

function unread(what: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [`${what}: ${error.message}`];
  }
}

function kindFaults(id: string, exercise: Exercise): string[] {
  switch (exercise.kind) {
    case "predict":
      return predictionFaults(id, exercise);
    case "choose":
    case "foresee":
      return optionFaults(exercise.options);
    case "write":
      return [
        ...functionFaults(id, exercise),
        ...misconceptionFaults(id, exercise),
        ...slipFaults(id, exercise),
      ];
    case "bug":
      return [...functionFaults(id, exercise), ...bugFaults(id, exercise)];
    case "formula":
      return [...functionFaults(id, exercise), ...formulaFaults(id, exercise)];
    case "tune":
      return tuneFaults(id, exercise);
    case "explain":
      return explanationFaults(exercise);
  }
}

function explanationFaults({ lookFor }: Explain): string[] {
  return [2, 3].includes(Object.keys(lookFor).length)
    ? []
    : ["there must be two or three things to look for in an answer"];
}

function predictionFaults(id: string, exercise: PredictNumbers): string[] {
  const answers = Object.entries(exercise.fields).map(([name, { answer }]) => [name, answer]);
  const { outcome, headline } = checkAnswer(id, exercise, Object.fromEntries(answers));
  return outcome === "right" ? [] : [`its own answer gives "${headline}"`];
}

function optionFaults(options: PredictOption["options"]): string[] {
  const right = Object.values(options).filter((one) => one.right === true);
  return right.length === 1 ? [] : ["there must be exactly one right option"];
}

function functionFaults(id: string, exercise: Write | WriteFormula | FindTheBug): string[] {
  const solved = checkAnswer(id, exercise, exercise.solution);
  const given =
    exercise.kind === "formula" && exercise.given !== undefined
      ? checkAnswer(id, exercise, functionOf([exercise.given].flat(), typeof exercise.given === "string"))
          .outcome
      : "not written";
  return [
    ...(given === "not written" ? [] : [`what is given counts as ${given}`]),
    ...solutionFaults(solved),
  ];
}

function solutionFaults(solved: Feedback): string[] {
  if (solved.outcome === "right") return [];
  if (solved.outcome === "not written") return ["the solution is not written yet"];
  return [`the solution counts as ${solved.outcome}: ${brief(solved)}`];
}

/** What is said of an answer, without what is shown with it. */
function brief({ headline, blocks: [first] }: Feedback): string {
  return first?.kind === "text" ? `${headline} ${first.text.replace(/:$/, ".")}` : headline;
}

function bugFaults(id: string, exercise: FindTheBug): string[] {
  const found = checkAnswer(id, exercise, exercise.given);
  if (found.headline.includes("the bug is still in it")) return [];
  return [
    found.outcome === "not written"
      ? "what is given is not written yet"
      : `what is given counts as ${found.outcome}`,
  ];
}

function misconceptionFaults(id: string, exercise: Write): string[] {
  const { rule, misconceptions } = exercise.target;
  return misconceptions.flatMap((misconception) => {
    const wrong = misconceivedRule(rule, misconception);
    const answer = wrong === undefined ? misconception.step! : stepOfRule(wrong);
    const found = checkAnswer(id, exercise, answer);
    return found.outcome === "almost" && found.names.includes(misconception.what)
      ? []
      : [`the misconception "${misconception.what}" counts as ${countedAs(found)}`];
  });
}

function countedAs({ outcome, names }: Pick<Feedback, "outcome" | "names">): string {
  return [outcome, names.join("; ")].filter((part) => part !== "").join(": ");
}

/** Is each wrong version by one slip told, together with those that compute the same, and none as another? */
function slipFaults(id: string, exercise: Write): string[] {
  const { rule } = exercise.target;
  return distinctSingles(rule, probesFor(rule)).flatMap((group) => {
    const found = checkAnswer(id, exercise, stepOfRule(group[0]!.rule));
    if (found.outcome === "right") return []; // a convention
    const names = group.map(({ what }) => what.join(", and "));
    const declared = found.names.some((name) => isDeclared(exercise.target, name));
    return found.outcome === "almost" && (declared || found.names.every((name) => names.includes(name)))
      ? []
      : [`the slip "${names.join('" or "')}" counts as ${countedAs(found)}`];
  });
}

function isDeclared({ misconceptions }: StepTarget, name: string): boolean {
  return misconceptions.some(({ what }) => what === name);
}

function formulaFaults(id: string, exercise: WriteFormula): string[] {
  const { target } = exercise;
  const declared = [...target.misconceptions, ...target.neighbours].map(({ what, formula }) => ({
    what,
    formula: [formula].flat(),
  }));
  const slips = formulaSlips(target).filter((slip) => isDistinct(target, slip));
  return [...declared, ...slips].flatMap((wrong) => {
    const found = checkAnswer(id, exercise, functionOf(wrong.formula, typeof target.formula === "string"));
    const name = wrong.what;
    const isGiven = exercise.given !== undefined && found.outcome === "not written";
    const told = isGiven || (found.outcome === "almost" && found.names.length > 0);
    return told ? [] : [`"${name}" counts as ${countedAs(found)}`];
  });
}

function functionOf(
  formulas: readonly string[],
  single: boolean,
): (numbers: Record<string, number>) => unknown {
  return (numbers) => {
    const values = formulas.map((formula) => computationOf(formula)({ ...numbers }));
    return single ? values[0] : values;
  };
}

function tuneFaults(id: string, exercise: Tune): string[] {
  const { given, solution } = exercise;
  const solved = checkAnswer(id, exercise, solution);
  if (solved.outcome === "not written") return ["what is given and the solution are the same"];
  const atStart = checkAnswer(id, { ...exercise, given: solution }, given).outcome;
  return [
    ...(atStart === "right" ? ["what is given reaches the loss already"] : []),
    ...solutionFaults(solved),
  ];
}
