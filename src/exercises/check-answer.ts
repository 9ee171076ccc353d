import { InputError } from "../errors.ts";
import { landscape } from "../figures/landscape.ts";
import { formatNumber } from "../math/tex.ts";
import { descend } from "../trace/descend.ts";
import { type Block, text } from "./blocks.ts";
import { diagnoseFormula } from "./diagnose-formula.ts";
import { diagnoseStep, type Misconception } from "./diagnose-step.ts";
import { UNMENDED } from "./explain/explain-step.ts";
import { sourceOf } from "./run/source.ts";
import type {
  Choose,
  Exercise,
  Explain,
  FindTheBug,
  PredictNumbers,
  PredictOption,
  Tune,
} from "./exercise.ts";
import { Feedback } from "./feedback.ts";
import { nameText } from "../math/text.ts";
import { aboutFormula } from "./words/formula.ts";
import { aboutStep, departureBlocks } from "./words/step.ts";
import type { Said } from "./words/trouble.ts";

const UNWRITTEN: Said = { outcome: "not written", headline: "Not written yet: the answer is still empty." };

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
  if (answer === undefined || answer === null || answer === "?" || answer === "") return UNWRITTEN;
  switch (exercise.kind) {
    case "predict":
      return aboutNumbers(exercise, answer);
    case "foresee":
      return aboutOption(exercise, answer, true);
    case "choose":
      return aboutOption(exercise, answer, false);
    case "write":
      return aboutStep(exercise.target.rule, diagnoseStep(exercise.target, answer));
    case "formula":
      return aboutFormula(exercise.target, diagnoseFormula(exercise.target, answer));
    case "bug":
      return aboutBug(exercise, answer);
    case "tune":
      return aboutTuning(exercise, answer);
    case "explain":
      return aboutExplanation(exercise, answer);
  }
}

function aboutNumbers({ fields, because }: PredictNumbers, answer: unknown): Said {
  const names = Object.keys(fields);
  const given = typeof answer === "number" && names.length === 1 ? { [names[0]!]: answer } : answer;
  if (typeof given !== "object" || given === null)
    return wrongKind(`numbers for ${names.join(", ")}`, answer);
  const values = names.map((name) => (given as Record<string, unknown>)[name]);
  if (values.every((value) => value === undefined || value === "?")) return UNWRITTEN;
  const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
  if (!values.every(isNumber)) return wrongKind(`a number for each of ${names.join(", ")}`, answer);
  const near = names.map((name, i) => Math.abs(values[i]! - fields[name]!.answer) <= fields[name]!.within);
  const rows = names.map((name, i) => {
    const { label, answer: right, within } = fields[name]!;
    return [
      label,
      formatNumber(values[i]!),
      `${formatNumber(right)}${within > 0 ? ` (± ${formatNumber(within)})` : ""}`,
    ];
  });
  return {
    outcome: "done",
    headline: near.every(Boolean)
      ? "Well foreseen."
      : near.some(Boolean)
        ? "Foreseen in part. That is what predictions are for."
        : "It comes out differently. That is what predictions are for.",
    blocks: [{ kind: "table", cells: { head: ["", "you said", "it is"], rows } }, text(because)],
  };
}

function aboutOption({ options }: PredictOption | Choose, answer: unknown, foreseen: boolean): Said {
  const chosen = typeof answer === "string" && Object.hasOwn(options, answer) ? options[answer] : undefined;
  if (chosen === undefined) return wrongKind(`one of ${Object.keys(options).join(", ")}`, answer);
  const right = chosen.right === true;
  if (!foreseen) {
    return {
      outcome: right ? "right" : "not yet",
      headline: right ? "Right." : "Not this one.",
      blocks: [text(chosen.reason)],
      credit: right ? 1 : 0,
    };
  }
  const truth = Object.values(options).find((option) => option.right === true);
  return {
    outcome: "done",
    headline: right ? "Well foreseen." : "It comes out differently. That is what predictions are for.",
    blocks: [
      text(chosen.reason),
      ...(right || truth === undefined ? [] : [text(`${truth.text} ${truth.reason}`)]),
    ],
  };
}

const unmended = new WeakMap<object, Misconception>();

/** What is given to be mended, as a mistake; made once, so that what is found out of it is kept. */
function unchangedOf(given: FindTheBug["given"]): Misconception {
  let made = unmended.get(given);
  if (made === undefined)
    unmended.set(given, (made = { id: UNMENDED, what: "the bug is still in it", step: given as never }));
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
      // As it was given it is no attempt; written anew with the same bug it is one.
      outcome: sourceOf(answer) === sourceOf(given) ? "not written" : "not yet",
      headline: `Not mended yet: the bug is still in it.${where}`,
      blocks: departure === undefined ? [] : departureBlocks(departure),
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
  if (typeof answer !== "object" || answer === null) return wrongKind(`{ ${names.join(", ")} }`, answer);
  const hyper = Object.fromEntries(names.map((name) => [name, (answer as Record<string, unknown>)[name]]));
  const missing = names.find((name) => typeof hyper[name] !== "number");
  if (missing !== undefined) return wrongKind(`a number for ${nameText(missing)}`, answer);
  try {
    const trace = descend(on, rule, { start, steps, hyper: hyper as Record<string, number> });
    const { loss } = trace.end;
    const reached = trace.stop.reason === "steps" && loss < below;
    const untouched = names.every((name) => hyper[name] === given[name]);
    const blocks: Block[] = [
      text(`After ${steps} steps the loss is ${formatNumber(loss)}; the mark is ${formatNumber(below)}.`),
      ...(trace.stop.reason === "steps" ? [] : [text(trace.stop.sentence)]),
      ...(reached ? [text(because)] : []),
      ...(on.dimension <= 2 ? [{ kind: "figure", figure: landscape(trace, { height: 360 }) } as const] : []),
    ];
    if (untouched)
      return { outcome: "not written", headline: "Not tuned yet: this is where you start.", blocks };
    return {
      outcome: reached ? "right" : "not yet",
      headline: reached ? "Right: below the mark." : "Not yet: still above the mark.",
      blocks,
      credit: reached ? 1 : 0,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { outcome: "not yet", headline: `Not yet: ${error.message}.`, credit: 0 };
  }
}

function aboutExplanation({ model }: Explain, answer: unknown): Said {
  if (typeof answer !== "string") return wrongKind("a text", answer);
  if (answer.trim() === "") return UNWRITTEN;
  return {
    outcome: "done",
    headline: "Kept. Compare it with one good answer; what is in both, what only in one?",
    blocks: [text(model)],
  };
}

function wrongKind(wanted: string, got: unknown): Said {
  const shown =
    typeof got === "string"
      ? JSON.stringify(got.slice(0, 60))
      : typeof got === "number"
        ? String(got)
        : `a ${typeof got}`;
  return { outcome: "not yet", headline: `Not yet: this asks for ${wanted}, and got ${shown}.`, credit: 0 };
}
