/** The slides of a deck as data: what stands on each, what is asked, what the speaker is told. */
import type { Exercise } from "../exercises/exercise.ts";
import type { Stack } from "./groups.ts";
import type { Slide } from "./slide.ts";
import { SlideBuilder } from "./slide-builder.ts";

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
