import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kindOf } from "../../../grading/submission/file.ts";
import { replaceFile } from "../../../system/whole-file.js";
import type { Place } from "./place.ts";

/** A page of grades says whose it is. */
export const STUDENT = /<meta name="student" content="([^"]*)">/;

/** A page, and where it is to lie in a home. */
export interface Page {
  /** The folder that the lessons are in. */
  readonly folder: string;
  readonly file: string;
  readonly text: string;
}

/** Writes a page of grades whole or not at all, in a folder that is one; one that was laid before is replaced. @returns its path */
export function layPage(home: Place, { folder, file, text }: Page): string {
  const within = join(home.path, folder);
  if (kindOf(within) !== "folder") throw new Error(`there is no folder ${within}`);
  const place = join(within, file);
  const kind = kindOf(place);
  if (kind !== undefined && !(kind === "file" && STUDENT.test(readFileSync(place, "utf8"))))
    throw new Error(`there is something else at ${place}, and it is left as it is`);
  replaceFile(place, text);
  return place;
}
