import { nearest } from "./nearest.js";

/** What every error of the library says: what is wrong, what was got, what is allowed, and the cure. */
export interface Complaint {
  readonly what: string;
  readonly got?: unknown;
  readonly allowed?: string;
  readonly cure?: string | undefined;
}

/** A bad argument: the message says what is wrong, what was got, what is allowed, and the cure. */
export class InputError extends Error {
  override readonly name: string = "InputError";
  /** The parts of the message, each by itself. */
  readonly complaint: Complaint;

  constructor(complaint: Complaint, picture = "") {
    super(sentence(complaint, picture));
    this.complaint = complaint;
  }

  /** What is wrong, without the cure, which is code: for where no code is written. */
  get fault(): string {
    return sentence({ ...this.complaint, cure: undefined }, "");
  }
}

/** A mistake inside an expression; the message shows the text with a caret under the place. */
export class EquationError extends InputError {
  override readonly name = "EquationError";
  /** The expression as it was written. */
  readonly text: string;
  /** Position of the mistake in `text`, in characters from 0, and how many characters it spans. */
  readonly position: number;
  readonly length: number;

  constructor(text: string, place: { position: number; length: number }, complaint: Complaint) {
    super(complaint, picture(text, place));
    this.text = text;
    this.position = place.position;
    this.length = place.length;
  }

  /** The same mistake, with the place of the expression before it. */
  within(place: string): EquationError {
    const { text, position, length, complaint } = this;
    return new EquationError(
      text,
      { position, length },
      { ...complaint, what: `${place}: ${complaint.what}` },
    );
  }
}

const MOST_SHOWN = 160;

/** The text, or of a long one what stands around the place, with a caret under the place. */
function picture(text: string, { position, length }: { position: number; length: number }): string {
  const from = text.length <= MOST_SHOWN ? 0 : Math.max(0, position - MOST_SHOWN / 2);
  const shown = text.slice(from, from + MOST_SHOWN);
  const [before, after] = [from > 0 ? "... " : "", from + MOST_SHOWN < text.length ? " ..." : ""];
  const start = before.length + position - from;
  const carets = "^".repeat(Math.max(1, Math.min(length, from + shown.length - position)));
  return `\n  ${before}${shown}${after}\n  ${" ".repeat(start)}${carets}\n`;
}

function sentence(complaint: Complaint, picture: string): string {
  const { what, got, allowed, cure } = complaint;
  const fault = what + ("got" in complaint ? `, got ${show(got)}` : "");
  const help = [allowed === undefined ? [] : `allowed: ${allowed}`, cure ?? []].flat().join("; ");
  if (picture !== "") return `${fault}${picture}${help}`;
  return help === "" ? fault : `${fault}; ${help}`;
}

/** How much of a value an error message shows. */
const MOST = { letters: 200, items: 12, depth: 3, named: 4 };

/** A value as an error message shows it: short, and text in quotes. */
export function show(value: unknown, depth = 0): string {
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (typeof value === "function") return `the function ${value.name || "(anonymous)"}`;
  if (typeof value !== "object" || value === null) return String(value).replace(/^undefined$/, "nothing");
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  if (depth === MOST.depth) return isList ? "[...]" : "{...}";
  const inner = (item: unknown): string => show(item, depth + 1);
  if (isList) return `[${listed(Array.from(value as ArrayLike<unknown>), inner)}]`;
  const entries = Object.entries(value);
  const named = entries.find(([name, item]) => /^(title|name)$/.test(name) && typeof item === "string");
  if (named !== undefined && entries.length > MOST.named)
    return `{${JSON.stringify(named[0])}: ${inner(named[1])}, ...}`;
  return `{${listed(entries, ([name, item]) => `${JSON.stringify(name)}: ${inner(item)}`)}}`;
}

const shortened = (text: string): string =>
  text.length > MOST.letters ? `${text.slice(0, MOST.letters)}...` : text;

const listed = <T>(items: readonly T[], text: (item: T) => string): string =>
  [...items.slice(0, MOST.items).map(text), ...(items.length > MOST.items ? ["..."] : [])].join(", ");

/** "did you mean ...?" for the candidate most like `word`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): { cure: string } | undefined {
  const match = nearest(word, candidates);
  return match === undefined ? undefined : { cure: `did you mean ${match}?` };
}
