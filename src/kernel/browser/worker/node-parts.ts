import { uniqueId } from "../../core/unique.ts";
import { runCode } from "./run-code.ts";

/** What tslab takes of Node's modules, as far as it is used in a page. */
export function join(...parts: string[]): string {
  return parts.join("/").replace(/\/{2,}/g, "/");
}

/** Of semver: the Node that is stood in for. */
const major = (): number => 20;

export default {
  join,
  major,
  // Whatever is asked for lies in the folder of the notebook, or is passed over.
  relative: (from: string, to: string) =>
    to.startsWith(`${from}/`) ? to.slice(from.length + 1) : `../${to}`,
  dirname: (path: string) => path.slice(0, Math.max(path.lastIndexOf("/"), 0)),
  createRequire: () => () => undefined,
  runInThisContext: runCode,
};

export function randomBytes(): { toString(): string } {
  return { toString: uniqueId };
}

/** Bytes as base 64, which is all that tslab asks of a buffer. */
export const Buffer = Object.assign(
  function () {
    throw new Error("there are no buffers in a page");
  },
  {
    from: (bytes: Uint8Array) => ({
      toString: () => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
    }),
  },
);

/** What tslab tells of what is shown; ours is put in. */
export const lastWriteDisplayData = null;
