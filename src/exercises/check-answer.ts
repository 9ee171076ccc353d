import { InputError } from "../errors.ts";
import { landscape } from "../figures/landscape.ts";
import { formatNumber } from "../math/tex.ts";
import { descend } from "../trace/descend.ts";
import { type Block, text } from "./blocks.ts";
import { diagnoseFormula } from "./diagnose-formula.ts";
import type { Misconception } from "./step-target.ts";
import { diagnoseStep } from "./diagnose-step.ts";
import { UNMENDED } from "./explain/explain-step.ts";
import type { Exercise, FindTheBug, Tune, WriteFormula } from "./exercise.ts";
import { aboutExplanation } from "./explanation.ts";
import { Feedback, type Said } from "./feedback.ts";
import { isOpen, notRead, readNumbers, UNWRITTEN } from "./given.ts";
import { aboutGuess } from "./guess.ts";
import { aboutFormula } from "./words/formula.ts";
import { aboutStep } from "./words/step.ts";
import { whereItDeparts } from "./words/where.ts";

/** What is to be said about an answer. Never throws: what goes wrong in the check itself is said, and not counted. */
export function checkAnswer(id: string, exercise: Exercise, answer: unknown): Feedback {
  try {
    return new Feedback({ id, ...said(exercise, answer) });
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
      blocks: departure === undefined ? [] : whereItDeparts(departure),
      mistakes,
    };
  }
  const about = aboutStep(target.rule, diagnosis);
  return about.outcome === "right"
    ? { ...about, headline: "Found and mended.", blocks: [text(because), ...(about.blocks ?? [])] }
    : about;
}

function aboutTuning(exercise: Tune, answer: unknown): Said {
  const { rule, on, start, steps, below, given, because } = exercise;
  const names = Object.keys(given);
  const read = readNumbers(names, answer);
  if ("faults" in read) return notRead(read.faults);
  const hyper = read.numbers;
  try {
    const trace = descend(on, rule, { start, steps, hyper });
    const { loss } = trace.end;
    const reached = trace.stop.reason === "steps" && loss < below;
    const untouched = names.every((name) => hyper[name] === given[name]);
    const blocks: Block[] = [
      text(`After ${steps} steps the loss is ${formatNumber(loss)}; the mark is ${formatNumber(below)}.`),
      ...(trace.stop.reason === "steps" ? [] : [text(trace.stop.sentence)]),
      ...(reached ? [text(because)] : []),
      ...read.remarks.map(text),
      ...(on.dimension <= 2 ? [{ kind: "figure", figure: landscape(trace, { height: 360 }) } as const] : []),
    ];
    if (untouched)
      return { outcome: "not written", headline: "Not tuned yet: this is where you start.", blocks };
    return {
      outcome: reached ? "right" : "not yet",
      headline: reached ? "Right: below the mark." : "Not yet: still above the mark.",
      blocks,
      credit: reached ? 1 : 0,
      picked: hyper,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { outcome: "not yet", headline: `Not yet: ${error.message}.`, credit: 0 };
  }
}
