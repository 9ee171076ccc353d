import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, parse, resolve, sep } from "node:path";

/** What keeps other users of this machine out. */
export interface Closed {
  readonly path: string;
  /** Its permissions as `ls` counts them: `700`. */
  readonly mode: string;
}

/**
 * What keeps other users from reading a file or folder, and from running a program: a folder on the way, links followed,
 * or it itself. Nothing, when nothing does. Windows has no such permissions.
 */
export function closedToOthers(path: string, platform = process.platform): Closed | undefined {
  if (platform === "win32") return undefined;
  const end = realpathSync(path);
  for (const step of stepsTo(resolve(path))) {
    const stats = statSync(step);
    const isEnd = step === end;
    const needed = !isEnd ? 0o1 : stats.isDirectory() || (stats.mode & 0o111) !== 0 ? 0o5 : 0o4;
    if ((stats.mode & needed) !== needed) return { path: step, mode: (stats.mode & 0o777).toString(8) };
  }
  return undefined;
}

/** Every folder on the way to a place, and the place; of a link, the way to where it leads. */
function* stepsTo(path: string): Generator<string> {
  const { root } = parse(path);
  let at = root;
  yield root;
  for (const name of path
    .slice(root.length)
    .split(sep)
    .filter((part) => part !== "")) {
    at = join(at, name);
    if (lstatSync(at).isSymbolicLink()) {
      yield* stepsTo(resolve(dirname(at), readlinkSync(at)));
      at = realpathSync(at);
    } else yield at;
  }
}
