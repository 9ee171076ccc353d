import { text } from "./blocks.ts";
import { diagnoseFormula } from "./diagnose-formula.ts";
import type { Misconception } from "./step-target.ts";
import { diagnoseStep } from "./diagnose-step.ts";
import { UNMENDED } from "./explain/explain-step.ts";
import type { Exercise, FindTheBug, WriteFormula } from "./exercise.ts";
import { aboutExplanation } from "./explanation.ts";
import { Feedback, type Said } from "./feedback.ts";
import { isOpen, UNWRITTEN } from "./given.ts";
import { aboutGuess } from "./guess.ts";
import { aboutTuning } from "./tuning.ts";
import { aboutFormula } from "./words/formula.ts";
import { aboutStep } from "./words/step.ts";
import { whereItDeparts } from "./words/where.ts";

/** What is to be said about an answer. Never throws: what goes wrong in the check itself is said, and not counted. */
export function checkAnswer(id: string, exercise: Exercise, answer: unknown): Feedback {
  try {
    return judge(id, exercise, answer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return new Feedback({
      id,
      outcome: "note",
      headline:
        "This could not be checked. The fault is in the check and not in your answer; nothing is counted.",
      blocks: [{ kind: "code", code: message }],
    });
  }
}

/** The same, but what goes wrong in the check itself is thrown. */
export function judge(id: string, exercise: Exercise, answer: unknown): Feedback {
  return new Feedback({ id, ...said(exercise, answer) });
}

function said(exercise: Exercise, answer: unknown): Said {
  if (isOpen(answer)) return UNWRITTEN;
  switch (exercise.kind) {
    case "predict":
    case "foresee":
    case "choose":
      return aboutGuess(exercise, answer);
    case "write":
      return aboutStep(exercise.target.rule, diagnoseStep(exercise.target, answer));
    case "formula":
      return aboutFunction(exercise, answer);
    case "bug":
      return aboutBug(exercise, answer);
    case "tune":
      return aboutTuning(exercise, answer);
    case "explain":
      return aboutExplanation(exercise, answer);
  }
}

const NOT_MENDED: Said = { outcome: "not written", headline: "Not mended yet: the bug is still in it." };

function aboutFunction({ given, target }: WriteFormula, answer: unknown): Said {
  const diagnosis = diagnoseFormula(target, answer, given);
  if (diagnosis.kind !== "untouched") return aboutFormula(diagnosis);
  const bug = target.misconceptions.find(({ formula }) => formula === given);
  if (bug === undefined) return NOT_MENDED;
  return {
    ...NOT_MENDED,
    mistakes: [{ id: UNMENDED, what: bug.what }],
    name: { headline: `It behaves like the formula in which ${bug.what}.`, blocks: [] },
  };
}

const unmended = new WeakMap<object, Misconception>();

/** What is given to be mended, as a mistake; made once, so that what is found out of it is kept. */
function unchangedOf(given: FindTheBug["given"]): Misconception {
  let made = unmended.get(given);
  if (made === undefined)
    unmended.set(given, (made = { id: UNMENDED, what: "the bug is still in it", step: given }));
  return made;
}

function aboutBug({ target, given, because }: FindTheBug, answer: unknown): Said {
  const unchanged = unchangedOf(given);
  const diagnosis = diagnoseStep(
    { ...target, misconceptions: [unchanged, ...target.misconceptions] },
    answer,
  );
  if (
    diagnosis.kind === "wrong" &&
    diagnosis.mistakes.length === 1 &&
    diagnosis.mistakes[0]!.what === unchanged.what
  ) {
    const { mistakes, departure } = diagnosis;
    const where = departure === undefined ? "" : ` Step ${departure.step} shows it.`;
    return {
      outcome: "not written",
      headline: `Not mended yet: the bug is still in it.${where}`,
      blocks: departure === undefined ? [] : whereItDeparts(target.rule, departure),
      mistakes,
    };
  }
  const about = aboutStep(target.rule, diagnosis);
  return about.outcome === "right"
    ? { ...about, headline: "Found and mended.", blocks: [text(because), ...(about.blocks ?? [])] }
    : about;
}
