/** The slides of a deck as data: what stands on each, what is asked, what the speaker is told. */
import type { Exercise } from "../exercises/exercise.ts";
import { Composer } from "./compose.ts";
import type { Group, Stack } from "./groups.ts";
import { OPENING_TAG, TITLE_TAG } from "../notebook/tags.ts";
import { partsOf } from "./parts.ts";
import type { Slide } from "./slide.ts";

/**
 * The slides of a lesson, in stacks as its metadata stack them.
 * @param exercises those of the course, by their ids
 */
export function slidesOf(stacks: readonly Stack[], exercises: ReadonlyMap<string, Exercise>): Slide[][] {
  let section = "";
  return stacks
    .map(withOpening)
    .map((stack) =>
      stack.flatMap(({ cells, notes }) => {
        const composer = new Composer(section, partsOf(cells, exercises));
        section = composer.section;
        return composer.slides(notes);
      }),
    )
    .filter((stack) => stack.length > 0);
}

/** The opening figure stands on the title, also where its cell begins a slide of its own. */
function withOpening([first, second, ...rest]: Stack): Stack {
  const has = (group: Group | undefined, tag: string): boolean =>
    group?.cells.some(({ cell }) => cell.metadata.tags?.includes(tag)) === true;
  if (first === undefined) return [];
  if (second === undefined || !has(first, TITLE_TAG) || !has(second, OPENING_TAG))
    return [first, ...(second === undefined ? [] : [second]), ...rest];
  return [{ cells: [...first.cells, ...second.cells], notes: [...first.notes, ...second.notes] }, ...rest];
}
