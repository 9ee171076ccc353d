/** An exercise as a question to the room: what is asked, what hands can be raised for, and what to say about the answers. */
import { type PlainBlock, plainBlocks } from "../exercises/blocks.ts";
import { type Exercise, type ExerciseKind, kindOf } from "../exercises/exercise.ts";
import type { RoomQuestion } from "../exercises/kind.ts";
import type { Figure } from "../figures/figure.ts";
import { sayMistake } from "../exercises/mistake.ts";
import { saidBesideNumbers } from "../exercises/options.ts";
import { codeOf } from "../exercises/solution.ts";
import { type Task, taskOf } from "./task.ts";

/** Something to raise a hand for. */
export interface Choice {
  readonly text: string;
  /** What there is to say about it. */
  readonly reason: string;
  readonly right: boolean;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  /** Code that is looked at, or is answered by writing. */
  readonly task?: Task;
  /** Lines that are looked at, by their numbers. */
  readonly lines?: readonly string[];
  /** A picture that is looked at. */
  readonly picture?: Pick<Figure, "svg" | "alt">;
  /** What draws that picture as its card does: a guess is taken in it, and what happens is run over it. */
  readonly card?: object;
  /** Nothing, where it is answered by writing or in a picture. */
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

/** So many wrong versions stand beside a right one at most, and so many lines in all of them. */
const MOST_WRONG = 3;
const MOST_LINES = 9;

/**
 * The question that an exercise becomes.
 * @param given the cell in which a student answers it, as it is handed out
 */
export function questionOf(id: string, exercise: Exercise, given?: string): Question {
  const kind = kindOf(exercise);
  const { title, prompt } = exercise;
  const { options, versions, given: code, aim, lines, picture, values } = kind.question(exercise);
  const isCode = kind.answered !== "on a card" && kind.earns !== "by being read";
  const asked = {
    id,
    title,
    prompt,
    hides: "hides" in exercise,
    ...(lines === undefined ? {} : { lines }),
    ...(picture === undefined ? {} : { picture, ...cardOf(kind, exercise) }),
  };
  if (options !== undefined) return { ...asked, choices: choicesOf(options), answer: [], mistakes: [] };
  const choices = versions === undefined ? [] : amongVersions(id, versions);
  const handedOut = isCode && choices.length === 0 ? given : undefined;
  // Equations beside code would say it twice.
  const answer = plainBlocks(kind.solution(exercise)).filter((block) => block.kind !== "equations");
  const looked = handedOut ?? (code && codeOf(code));
  return {
    ...asked,
    choices,
    ...(looked !== undefined && { task: taskOf(looked, choices.length > 0 ? [] : answer, { aim, values }) }),
    answer,
    mistakes: kind.mistakes(exercise).map(sayMistake),
  };
}

/** What a card of an exercise holds of its own. */
function cardOf(kind: ExerciseKind, exercise: Exercise): { card?: object } {
  return kind.answered === "on a card" ? { card: { kind: kind.card, ...kind.asks(exercise) } } : {};
}

/** Options as they are chosen from, by their numbers: what begins with its own does not say it again. */
export function choicesOf(options: NonNullable<RoomQuestion["options"]>): Choice[] {
  const all = Object.values(options);
  const said = saidBesideNumbers(all.map(({ text }) => text));
  return all.map(({ text, reason, right = false }, k) => ({ text: said?.[k] ?? text, reason, right }));
}

/**
 * The right version among wrong ones, at a place that depends on the exercise, each with those of its lines that not all of
 * them share.
 */
function amongVersions(
  id: string,
  { right, wrong }: NonNullable<RoomQuestion["versions"]>,
): readonly Choice[] {
  if (wrong.length === 0) return [];
  let shown = wrong.slice(0, MOST_WRONG);
  let shared = sharedLines(right, shown);
  while (shown.length > 1 && (shown.length + 1) * (right.length - shared.length) > MOST_LINES) {
    shown = shown.slice(0, -1);
    shared = sharedLines(right, shown);
  }
  const text = (lines: readonly string[]): string =>
    lines.filter((line) => !shared.includes(line)).join("\n") || "(the same without this line)";
  const choices: Choice[] = shown.map(({ lines, what }) => ({
    text: text(lines),
    reason: sentence(what),
    right: false,
  }));
  const place = Array.from(id).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % (choices.length + 1);
  const answer = { text: text(right), reason: "", right: true };
  return [...choices.slice(0, place), answer, ...choices.slice(place)];
}

/** The lines that all versions share and none need show; numbers of a list have no names, and only their places tell them apart. */
function sharedLines(
  right: readonly string[],
  versions: readonly { readonly lines: readonly string[] }[],
): string[] {
  if (!right.some((line) => line.includes("="))) return [];
  return right.filter((line) => versions.every(({ lines }) => lines.includes(line)));
}

/** A phrase as it stands in an exercise, as a sentence. */
export function sentence(phrase: string): string {
  // A letter by itself is a quantity, but for an article.
  const text = phrase.replace(/^(?:a\b|\p{Script=Latin}(?=\p{L}))/u, (letter) => letter.toUpperCase());
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
