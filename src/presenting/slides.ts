/** The slides of a deck as data: what stands on each, what is asked, what the speaker is told. */
import type { Exercise } from "../exercises/exercise.ts";
import { Composer } from "./compose.ts";
import type { Group, Stack } from "./groups.ts";
import { areSentences } from "./brief.ts";
import { OPENING_TAG, RECALL_TAG, TITLE_TAG } from "../notebook/tags.ts";
import { type DeckPart, partsOf } from "./parts.ts";
import type { Slide } from "./slide.ts";

/**
 * The slides of a lesson, in stacks as its metadata stack them.
 * @param exercises those of the course, by their ids
 */
export function slidesOf(stacks: readonly Stack[], exercises: ReadonlyMap<string, Exercise>): Slide[][] {
  let section = "";
  const opened = stacks.map(withOpening);
  const begun = opened.findIndex((stack, k) => k > 0 && !has(stack[0], RECALL_TAG));
  return opened
    .map((stack, k) =>
      stack.flatMap(({ cells, notes }, i) => {
        const parts = partsOf(cells, exercises);
        if (k === begun && i === 0 && parts.every(isSaid))
          parts.push(
            ...partsOf(opened[0]![0]!.cells, exercises).filter(isOpeningFigure).slice(0, 1).map(again),
          );
        const composer = new Composer(section, parts);
        section = composer.section;
        return composer.slides(notes);
      }),
    )
    .filter((stack) => stack.length > 0);
}

const has = (group: Group | undefined, tag: string): boolean =>
  group?.cells.some(({ cell }) => cell.metadata.tags?.includes(tag)) === true;

/** What a lesson begins with stands beside its opening figure, where it is sentences alone. */
const isSaid = (part: DeckPart): boolean =>
  part.kind === "heading" || (part.kind === "words" && areSentences([part]));
const isOpeningFigure = (part: DeckPart): boolean =>
  part.kind === "exhibit" && part.isOpening && part.exhibit.kind === "figure";
const again = (part: DeckPart): DeckPart => ({ ...part, isOpening: false }) as DeckPart;

/** The opening figure stands on the title, also where its cell begins a slide of its own. */
function withOpening([first, second, ...rest]: Stack): Stack {
  if (first === undefined) return [];
  if (second === undefined || !has(first, TITLE_TAG) || !has(second, OPENING_TAG))
    return [first, ...(second === undefined ? [] : [second]), ...rest];
  return [{ cells: [...first.cells, ...second.cells], notes: [...first.notes, ...second.notes] }, ...rest];
}
