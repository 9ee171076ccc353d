/** The speaker's notes of the lessons: folded away in the notebook, with the time that they ask for. */
import type { ExecutedCell } from "../pages/executed.ts";

/** What the speaker is told. */
export interface Note {
  /** 0 when the note names no time. */
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
}

/** `<details><summary>...</summary> ... </details>`, as the notebook builder writes it. */
const FOLDED = /^\s*<details>\s*<summary>[^]*?<\/summary>(?<text>[^]*?)<\/details>\s*$/;

/** Reads a notes cell, folded or plain. */
export function readNote({ source, metadata }: ExecutedCell): Note {
  const { text = source } = FOLDED.exec(source)?.groups ?? {};
  return { minutes: metadata["fall-line"]?.minutes ?? 0, text: text.trim() };
}
