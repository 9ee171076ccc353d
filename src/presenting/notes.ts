/** The speaker's notes of the lessons: folded away in the notebook, with the time that they ask for. */

/** What the speaker is told. */
export interface Note {
  /** 0 when the note names no time. */
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
}

/** `<details><summary><small>For the speaker, 3 min</small></summary> ... </details>`, as the notebook builder writes it. */
const FOLDED = /^\s*<details>\s*<summary>(?<head>[^]*?)<\/summary>(?<text>[^]*?)<\/details>\s*$/;

/** Reads a notes cell, folded or plain. */
export function readNote(source: string): Note {
  const { head = "", text = source } = FOLDED.exec(source)?.groups ?? {};
  const [, inHead] = /(\d+) min/.exec(head) ?? [];
  const [opening = "", inText] = /^\s*(\d+) min\.\s*/.exec(text) ?? [];
  return { minutes: Number(inHead ?? inText ?? 0), text: text.slice(opening.length).trim() };
}
