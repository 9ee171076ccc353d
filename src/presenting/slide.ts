import type { CellCode, Exhibit } from "./exhibit.ts";
import type { Note } from "./notes.ts";
import type { Question } from "./question.ts";

/** Prose on a slide, as Markdown. */
export interface Words {
  readonly source: string;
  /** It comes at a key of its own. */
  readonly fragment: boolean;
}

/**
 * How a slide is laid out: the title over its figure; a formula with its parts named; words beside what they are about, or
 * above it where it is wide; a question, whose answer stands beside its evidence; a table with its finding; a figure to
 * play with; words alone.
 */
export type Layout = "title" | "idea" | "beside" | "stacked" | "question" | "figure" | "words";

/** One slide. */
export interface Slide {
  readonly layout: Layout;
  /** The section that it belongs to. */
  readonly section: string;
  /** What it finds, or the name of its section. */
  readonly headline: string;
  readonly words: readonly Words[];
  /** Of a question: its evidence, which is shown with the answer. */
  readonly exhibits: readonly Exhibit[];
  readonly question?: Question | undefined;
  /** Of a question: a picture that is looked at while it is asked. */
  readonly asked?: Exhibit | undefined;
  /** Of a question whose evidence is a film: the step at which it stops until the answer is shown. */
  readonly stops?: number | undefined;
  /** Of an idea: the rule, and which of its lines. */
  readonly idea?: string | undefined;
  /** The code behind it. */
  readonly code: readonly CellCode[];
  readonly notes: readonly Note[];
  /** What the notes ask for; counted once for all slides that share them. */
  readonly minutes: number;
}
