import { platform } from "../../core/platform.ts";
import { files, notebookFolder } from "./files.ts";
import { inspect } from "./inspect.ts";
import { wordsOfPage } from "./words.ts";

// The functions as they are when the kernel starts: a cell may put others in their places.
const { setTimeout } = globalThis;
const waiting: (() => void)[] = [];
const turns = new MessageChannel();
turns.port1.onmessage = () => waiting.shift()!();

/** Lets the core run in a worker of a page. */
export function runInPage(): void {
  Object.assign(platform, {
    folder: () => notebookFolder,
    pathOf: (address) => new URL(address).pathname,
    shortName: (path) => path.replace(`${notebookFolder}/`, ""),
    stampOf: (path) => (files.has(path) ? "here" : undefined),
    inspect,
    soon(action) {
      waiting.push(action);
      turns.port2.postMessage(undefined);
    },
    later: (action, time) => void setTimeout(action, time),
    countsRounds: true,
    words: wordsOfPage,
  } satisfies typeof platform);
}
