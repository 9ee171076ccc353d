/** What the slideshow metadata of a notebook say, as Jupyter reads them: stacks of slides, their cells, their notes. */
import { OPENING_TAG, SHORT_PATH_TAG, slidesServed } from "../notebook/tags.ts";
import type { ExecutedCell } from "../rendering/executed.ts";
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
    const type = cell.metadata.slideshow?.slide_type;
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

/**
 * The cells that are tagged for the short path, in the order of the deck's slides that they serve, each with the notes that
 * follow it. Only notes that are tagged themselves name a time there.
 */
export function shortPath(cells: readonly ExecutedCell[]): ExecutedCell[] {
  const groups: { slide: number; cells: ExecutedCell[] }[] = [];
  let isKept = false;
  for (const cell of withNotes(cells)) {
    const { slideshow, tags } = cell.metadata;
    const type = slideshow?.slide_type;
    const isTagged = tags?.includes(SHORT_PATH_TAG) === true;
    if (type === "slide" || type === "subslide") isKept = false;
    if (type === "notes" ? !isTagged && !isKept : !isTagged) continue;
    isKept = true;
    if (groups.length === 0 || type === "slide" || type === "subslide")
      groups.push({ slide: groups.at(-1)?.slide ?? 0, cells: [] });
    const group = groups.at(-1)!;
    group.cells.push(type === "notes" && !isTagged ? withoutTime(cell) : cell);
    // The opening stays with the title, and what serves no slide behind what comes before it.
    if (tags?.includes(OPENING_TAG) === true) continue;
    group.slide = slidesServed(tags)[0] ?? group.slide;
  }
  return groups.sort((a, b) => a.slide - b.slide).flatMap((group) => group.cells);
}

function withoutTime(note: ExecutedCell): ExecutedCell {
  return { ...note, metadata: { ...note.metadata, "fall-line": {} } };
}
