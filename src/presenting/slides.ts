/** The slides of a deck as data: what stands on each, what is asked, what the speaker is told. */
import type { Exercise } from "../exercises/exercise.ts";
import type { Output } from "../pages/executed.ts";
import type { Stack } from "./groups.ts";
import type { Note } from "./notes.ts";
import type { Question } from "./question.ts";
import { SlideBuilder } from "./slide-builder.ts";

/** Something on a slide. */
export type Part = { readonly fragment: boolean } & (
  | { readonly kind: "markdown"; readonly source: string }
  /** What one cell has shown, side by side where there is room. */
  | { readonly kind: "outputs"; readonly outputs: readonly Output[] }
);

/** One slide. */
export interface Slide {
  readonly kind: "title" | "section" | "text" | "figure" | "question";
  /** Its own heading; else the one that it stands under. */
  readonly heading: string;
  readonly isContinued: boolean;
  /** Of a question: what leads to it. */
  readonly parts: readonly Part[];
  readonly question?: Question;
  /** Of a question: what is shown with the answer. */
  readonly revealed: readonly Output[];
  /** The code behind it. */
  readonly code: readonly string[];
  readonly notes: readonly Note[];
  /** What the notes ask for; counted once for all slides that share them. */
  readonly minutes: number;
}

/**
 * The slides of a lesson, in stacks as its metadata stack them.
 * @param exercises those of the course, by their ids
 */
export function slidesOf(stacks: readonly Stack[], exercises: ReadonlyMap<string, Exercise>): Slide[][] {
  let heading = "";
  return stacks
    .map((stack) =>
      stack.flatMap((group) => {
        const builder = new SlideBuilder(group, heading, exercises);
        heading = builder.heading;
        return builder.slides;
      }),
    )
    .filter((stack) => stack.length > 0);
}
