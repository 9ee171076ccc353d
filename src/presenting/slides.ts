/** The slides of a deck as data: what stands on each, what is asked, what the speaker is told. */
import type { Exercise } from "../exercises/exercise.ts";
import { Composer } from "./compose.ts";
import type { Group, Stack } from "./groups.ts";
import type { Note } from "./notes.ts";
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
  const told: Note[] = [];
  const opened = withOpening(stacks);
  const begun = opened.findIndex((stack, k) => k > 0 && !has(stack[0], RECALL_TAG));
  const isFilmed = has(opened[0]?.[0], OPENING_TAG);
  const [first, ...others] = opened
    .map((stack, k) =>
      stack.flatMap(({ cells, notes }, i) => {
        const parts = partsOf(cells, exercises);
        const composer = new Composer(section, parts);
        section = composer.section;
        const slides = composer.slides(notes);
        if (k !== begun || i > 0 || !isFilmed || !parts.every(isSaid)) return slides;
        told.push(...slides.flatMap(toldIn));
        return [];
      }),
    )
    .map(withoutSentences)
    .filter((stack) => stack.length > 0);
  if (first === undefined) return [];
  const [title, ...below] = first as [Slide, ...Slide[]];
  return [[withTold(title, told), ...below], ...others];
}

/** What a slide of words says, as notes. */
const toldIn = ({ words, notes }: Slide): Note[] => [
  ...words.map(({ source }): Note => ({ minutes: 0, text: source })),
  ...notes,
];

const withTold = (slide: Slide, told: readonly Note[]): Slide => ({
  ...slide,
  notes: [...slide.notes, ...told],
  minutes: slide.minutes + told.reduce((sum, { minutes }) => sum + minutes, 0),
});

/** Sentences alone are told over what shows more of their section, where that is the next slide. */
function withoutSentences(stack: readonly Slide[]): Slide[] {
  return stack.reduceRight<Slide[]>((slides, slide) => {
    const [next, ...rest] = slides;
    const isLeading = next !== undefined && next.layout !== "words" && next.section === slide.section;
    const isTold = isLeading && slide.layout === "words" && areSentences(slide.words);
    return isTold ? [withTold(next, toldIn(slide)), ...rest] : [slide, ...slides];
  }, []);
}

const has = (group: Group | undefined, tag: string): boolean =>
  group?.cells.some(({ cell }) => cell.metadata.tags?.includes(tag)) === true;

/** What a lesson begins with is told over its opening figure, where it is sentences alone. */
const isSaid = (part: DeckPart): boolean =>
  part.kind === "heading" || (part.kind === "words" && areSentences([part]));

/** The opening figure stands on the title, also where its cell begins a slide of its own. */
function withOpening([stack = [], ...stacks]: readonly Stack[]): Stack[] {
  const [first, second, ...rest] = stack;
  if (!has(first, TITLE_TAG) || !has(second, OPENING_TAG)) return [stack, ...stacks];
  const cells = [...first!.cells, ...second!.cells];
  return [[{ cells, notes: [...first!.notes, ...second!.notes] }, ...rest], ...stacks];
}
