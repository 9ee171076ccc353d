/** The speaker's notes of the lessons, with the time that they ask for. */
import { apart, metadataOfNote } from "../notebook/stored-notes.ts";
import type { ExecutedCell } from "../rendering/executed.ts";

/** What the speaker is told. */
export interface Note {
  /** 0 when the note names no time. */
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
}

/** The cells with those of the notes among them again, each after the cell that it follows. */
export function withNotes(cells: readonly ExecutedCell[]): ExecutedCell[] {
  return cells.flatMap((cell) => {
    const { metadata, notes } = apart(cell.metadata);
    const asCells = notes.map((note): ExecutedCell => {
      const { id, source } = note;
      return { id, type: "markdown", source, metadata: metadataOfNote(note), outputs: [] };
    });
    return [{ ...cell, metadata }, ...asCells];
  });
}

/** Reads a cell of notes. */
export function readNote({ source, metadata }: ExecutedCell): Note {
  return { minutes: metadata["fall-line"]?.minutes ?? 0, text: source.trim() };
}
