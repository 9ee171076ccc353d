import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { closedToOthers } from "../../jupyter/install/others.ts";
import { UserError } from "../../system/user-error.js";
import { asOwner } from "./as-owner.ts";
import type { Place } from "./in-home/place.ts";
import type { Given, Outcome, Work } from "./in-home/works.ts";

/** The home of a student. */
export interface Home extends Place {
  /** The name of its folder, which is that of the account. */
  readonly student: string;
  /** Does something in it, with the rights of its owner where root does it. */
  readonly do: <W extends Work>(work: W, given: Given<W>) => Outcome<W>;
}

/**
 * The homes in a folder, in the order of their names: the folders in it that are not root's.
 * @param program what was built of `in-home/main.ts`
 * @throws UserError where the folder cannot be read, there is none in it, or their owners may not run this Node
 */
export function homesIn(folder: string, program: string): Home[] {
  const homes = namesIn(folder).flatMap((student): Home[] => {
    const path = join(folder, student);
    const found = lstatSync(path);
    if (!found.isDirectory() || found.uid === 0) return [];
    const { uid, gid } = found;
    return [{ student, path, uid, do: (work, given) => asOwner(program, { path, uid, gid }, work, given) }];
  });
  if (homes.length === 0)
    throw new UserError(
      `There is no home in ${folder}`,
      "Name the folder that the homes of the class are in, such as --homes /home.",
    );
  if (process.geteuid?.() === 0) refuseClosed(process.execPath);
  return homes;
}

/** A process of each student's works in the home. */
function refuseClosed(node: string): void {
  const closed = closedToOthers(node);
  if (closed === undefined) return;
  throw new UserError(
    `Students may not run ${node}: ${closed.path} is closed to them (permissions ${closed.mode})`,
    "Run the command with a Node for the whole machine: PATH=/its/folder:$PATH npx fall-line ...",
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    throw new UserError(
      `--homes cannot be read: ${folder} (${String((error as NodeJS.ErrnoException).code)})`,
      "Name the folder that the homes of the class are in, such as --homes /home.",
    );
  }
}
