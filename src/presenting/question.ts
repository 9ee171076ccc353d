/** An exercise as a question to the room: what is asked, what hands can be raised for, and what to say about the answers. */
import { type PlainBlock, plainBlocks } from "../exercises/blocks.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { formulaText } from "../math/text.ts";
import { codeOf, solutionBlocks } from "../exercises/solution.ts";
import { ruleLines } from "../exercises/words/step.ts";

/** Something to raise a hand for. */
export interface Choice {
  readonly text: string;
  /** What there is to say about it; nothing for a choice that is no answer, such as "not yet". */
  readonly reason?: string;
  readonly right: boolean;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  /** Code that is looked at. */
  readonly given?: string;
  readonly choices: readonly Choice[];
  /** Shown with the answer, where the reasons of the choices are not all there is to say. */
  readonly answer: readonly PlainBlock[];
  /** Mistakes that are often made, a phrase each. */
  readonly mistakes: readonly string[];
  /** What explains the answer, as Markdown, where it stands on the same slide. */
  readonly explanation?: string;
  /** Whether explorers keep its answer to themselves until it is shown. */
  readonly hides: boolean;
}

/** Where there is nothing to choose from, hands say who is ready. */
const READY: readonly Choice[] = [
  { text: "I have an answer.", right: false },
  { text: "Not yet.", right: false },
];

/** So many wrong versions stand beside a right one at most, and so many lines in all of them. */
const MOST_WRONG = 3;
const MOST_LINES = 9;

/**
 * The question that an exercise becomes.
 * @param given what the student is given to begin with: of a rule with a mistake in it, that rule
 */
export function questionOf(id: string, exercise: Exercise, given?: string): Question {
  const { title, prompt } = exercise;
  const hides = "hides" in exercise;
  const asked = { id, title, prompt, choices: READY, mistakes: [], hides };
  switch (exercise.kind) {
    case "choose":
    case "foresee": {
      const choices = Object.values(exercise.options).map(({ text, reason, right = false }) => ({
        text,
        reason,
        right,
      }));
      return { ...asked, choices, answer: [] };
    }
    case "write":
    case "bug": {
      const { rule, misconceptions } = exercise.target;
      const wrong = misconceptions.flatMap(({ what, equations, gradientAt = rule.gradientAt }) =>
        equations === undefined
          ? []
          : [{ lines: ruleLines({ gradientAt, equations: changed(rule.equations, equations) }), what }],
      );
      const mistakes = misconceptions.map(({ what }) => what);
      const answer = codeOnly(exercise);
      if (exercise.kind === "bug")
        return {
          ...asked,
          given: given === undefined ? codeOf(exercise.given) : onSlide(given),
          answer,
          mistakes,
        };
      return { ...asked, ...amongVersions(id, ruleLines(rule), wrong), answer, mistakes };
    }
    case "formula": {
      const { formula, misconceptions } = exercise.target;
      const wrong = misconceptions.map(({ what, formula: other }) => ({ lines: linesOf(other), what }));
      const versions = amongVersions(id, linesOf(formula), wrong);
      const mistakes = misconceptions.map(({ what }) => what);
      return { ...asked, ...versions, answer: codeOnly(exercise), mistakes };
    }
    case "predict":
    case "tune":
    case "explain":
      return { ...asked, answer: plainBlocks(solutionBlocks(exercise)) };
  }
}

/** Code to be looked at: without the names of its types, and the place for an answer. */
function onSlide(code: string): string {
  return code
    .replace(/^type [^;]*;\n/gm, "")
    .replace(/^\s*\/\/ your answer here\n/gm, "")
    .trim();
}

/** A solution without the equations, which beside its code would say it twice. */
function codeOnly(exercise: Exercise): PlainBlock[] {
  return plainBlocks(solutionBlocks(exercise)).filter(({ kind }) => kind !== "equations");
}

interface Version {
  readonly lines: readonly string[];
  readonly what: string;
}

/**
 * The right version among wrong ones, at a place that depends on the exercise, each with those of its lines that not all of
 * them share; nothing when there is no wrong one.
 */
function amongVersions(
  id: string,
  right: readonly string[],
  wrong: readonly Version[],
): { readonly choices?: readonly Choice[] } {
  if (wrong.length === 0) return {};
  let shown = wrong.slice(0, MOST_WRONG);
  let shared = linesOfAll(right, shown);
  while (shown.length > 1 && (shown.length + 1) * (right.length - shared.length) > MOST_LINES) {
    shown = shown.slice(0, -1);
    shared = linesOfAll(right, shown);
  }
  const text = (lines: readonly string[]): string =>
    lines.filter((line) => !shared.includes(line)).join("\n") || "(the same without this line)";
  const choices: Choice[] = shown.map(({ lines, what }) => ({
    text: text(lines),
    reason: sentence(what),
    right: false,
  }));
  const place = Array.from(id).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % (choices.length + 1);
  const answer = { text: text(right), reason: "This is it.", right: true };
  return { choices: [...choices.slice(0, place), answer, ...choices.slice(place)] };
}

function linesOfAll(right: readonly string[], versions: readonly Version[]): string[] {
  return right.filter((line) => versions.every(({ lines }) => lines.includes(line)));
}

type Equations = Parameters<typeof ruleLines>[0]["equations"];

function changed(equations: Equations, changes: Readonly<Record<string, string>>): Equations {
  const all = Object.entries(equations).map(([name, line]) => [
    name,
    changes[name] === undefined ? line : { ...line, text: changes[name] },
  ]);
  return Object.fromEntries(all) as Equations;
}

function linesOf(formula: string | readonly string[]): string[] {
  return (typeof formula === "string" ? [formula] : formula).map((line) => formulaText(line));
}

/** A phrase as it stands in an exercise, as a sentence. */
export function sentence(phrase: string): string {
  const text = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
