/** What the slideshow metadata of a notebook say, as Jupyter reads them: stacks of slides, their cells, their notes. */
import { SHORT_PATH_TAG } from "../notebook/tags.ts";
import type { ExecutedCell } from "../pages/executed.ts";
import { type Note, readNote, withNotes } from "./notes.ts";

/** A cell on a slide. */
export interface PlacedCell {
  readonly cell: ExecutedCell;
  /** It comes at a key of its own, after what stands before it. */
  readonly fragment: boolean;
}

/** The cells from one `slide` or `subslide` to the next, and what the speaker is told about them. */
export interface Group {
  readonly cells: readonly PlacedCell[];
  readonly notes: readonly Note[];
}

/** A slide and the subslides below it. */
export type Stack = readonly Group[];

/** Reads the cells in order. Cells of type `skip` are left out; those without a type belong to the slide before them. */
export function stacksOf(cells: readonly ExecutedCell[]): Stack[] {
  const stacks: { cells: PlacedCell[]; notes: Note[] }[][] = [];
  for (const cell of withNotes(cells)) {
    const type = cell.metadata.slideshow?.slide_type ?? "-";
    if (type === "skip" || cell.type === "raw") continue;
    if (type === "slide" || stacks.length === 0) stacks.push([{ cells: [], notes: [] }]);
    else if (type === "subslide") stacks.at(-1)!.push({ cells: [], notes: [] });
    const group = stacks.at(-1)!.at(-1)!;
    if (type === "notes") group.notes.push(readNote(cell));
    else group.cells.push({ cell, fragment: type === "fragment" });
  }
  return stacks
    .map((stack) => stack.filter((group) => group.cells.length > 0))
    .filter(({ length }) => length > 0);
}

/** The cells, and the notes, that are tagged for the short path. */
export function shortPath(cells: readonly ExecutedCell[]): ExecutedCell[] {
  return withNotes(cells).filter(({ metadata }) => metadata.tags?.includes(SHORT_PATH_TAG));
}
