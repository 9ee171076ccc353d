import { lstatSync } from "node:fs";
import { join } from "node:path";
import { layLessons, type LessonFiles } from "../../../jupyter/lessons.ts";
import { layPage } from "./lay-page.ts";
import { type Place, whyNot } from "./place.ts";
import { take } from "./take.ts";

/** Lessons, and the folder that they are to lie in. */
export interface Lessons {
  readonly files: LessonFiles;
  readonly folder: string;
}

/** Lays lessons into a home that has had some. @returns the notices; nothing where it has had none */
function handOut(home: Place, { files, folder }: Lessons): readonly string[] | undefined {
  const place = join(home.path, folder);
  const isThere = lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  return isThere ? layLessons(files, place).notices : undefined;
}

/** All that is done in a home. */
const WORKS = { take, handOut, layPage };

export type Work = keyof typeof WORKS;
export type Given<W extends Work> = Parameters<(typeof WORKS)[W]>[1];
export type Answer<W extends Work> = ReturnType<(typeof WORKS)[W]>;

/** What a work has come to: its answer, or why it could not be done, in words. */
export type Outcome<W extends Work> = { readonly answer: Answer<W> } | { readonly fault: string };

/** Does a work in a home, with the rights that this process has. */
export function doWork<W extends Work>(work: W, home: Place, given: Given<W>): Outcome<W> {
  const action = WORKS[work] as unknown as (home: Place, given: Given<W>) => Answer<W>;
  try {
    return { answer: action(home, given) };
  } catch (error) {
    return { fault: whyNot(error, home) };
  }
}
