import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../errors.ts";

/**
 * What is wrong with a source that stopped the build: its file, which is the outermost of those that were running, and what
 * the library says of it. Nothing for any other error.
 */
export function wrongSource(error: unknown, projectDir: string): string | undefined {
  if (!(error instanceof InputError)) return undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at (?!async )/.test(line));
  const files = frames.flatMap((line) => {
    const [, place] = /\(?((?:file:|\/|[A-Z]:)[^()]*?):\d+:\d+\)?$/.exec(line) ?? [];
    return place === undefined ? [] : [place.startsWith("file:") ? fileURLToPath(place) : resolve(place)];
  });
  const own = files.map((file) => relative(projectDir, file).replaceAll("\\", "/"));
  const file = own.findLast((one) => !one.startsWith("..") && !one.includes("node_modules"));
  return `${file === undefined ? "" : `${file}: `}${error.message}`;
}
