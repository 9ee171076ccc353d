import { statSync } from "node:fs";
import { relative } from "node:path";
import timers from "node:timers";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { platform } from "../core/platform.ts";
import { wordsOfNode } from "./words.ts";

// The functions of Node as they are when the kernel starts: a cell may put others in their places.
const { setImmediate, setTimeout } = timers;

/** Lets the core run on Node. */
export function runOnNode(): void {
  Object.assign(platform, {
    folder: () => process.cwd(),
    pathOf: (address: string) => fileURLToPath(address),
    shortName: (path: string) => relative(process.cwd(), path),
    stampOf(path: string) {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat ? `${stat.mtimeMs} ${stat.size}` : undefined;
    },
    inspect,
    soon: setImmediate,
    later: (action: () => void, time: number) => void setTimeout(action, time).unref(),
    countsRounds: false,
    words: wordsOfNode,
  } satisfies typeof platform);
}
