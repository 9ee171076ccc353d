/** Runs the code of a lesson in this process, to get what it shows. */
import { compileFunction } from "node:vm";
import { transform } from "esbuild";
import type { MimeBundle } from "../display.ts";
import type { Lesson } from "./lesson.ts";
import { OPENING_TAG } from "./tags.ts";

const HOST = Symbol.for("fall-line.display");

type Host = { show(bundle: MimeBundle): void } | undefined;
type Program = (require: (name: string) => object) => void;

/**
 * Everything that a TypeScript program displays, in order. It may import from "fall-line" only, which is `library`.
 * @throws what the program throws
 */
export async function runProgram(name: string, source: string, library: object): Promise<MimeBundle[]> {
  const { code } = await transform(source, { loader: "ts", format: "cjs" });
  const run = compileFunction(code, ["require"], { filename: `${name}.ts` }) as Program;
  const shown: MimeBundle[] = [];
  const globals = globalThis as { [HOST]?: Host };
  const before = globals[HOST];
  globals[HOST] = { show: (bundle) => shown.push(bundle) };
  try {
    run((module) => {
      if (module === "fall-line") return library;
      throw new Error(`${name}: a lesson imports from "fall-line" only, got "${module}"`);
    });
    await new Promise((resolve) => setImmediate(resolve)); // bundles that are promises arrive
  } finally {
    globals[HOST] = before;
  }
  return shown;
}

/**
 * What the lesson's opening cell displays last; undefined when the lesson has no opening cell.
 * The code cells up to that one are run, and none after it.
 */
export async function runOpening(lesson: Lesson, library: object): Promise<MimeBundle | undefined> {
  const opening = lesson.cells.findIndex((cell) => cell.tags.includes(OPENING_TAG));
  const code = lesson.cells.slice(0, opening + 1).filter((cell) => cell.type === "code");
  const source = code.map((cell) => cell.source).join("\n");
  return (await runProgram(lesson.name, source, library)).at(-1);
}
