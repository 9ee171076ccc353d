/** Runs the start of a lesson, up to its opening figure, to get what the figure shows. */
import { compileFunction } from "node:vm";
import { transform } from "esbuild";
import type { Lesson } from "./lesson.ts";
import { OPENING_TAG, type MimeBundle } from "./opening.ts";

const HOST = Symbol.for("fall-line.display");

interface Host {
  show(bundle: MimeBundle): void;
}

type Program = (require: (name: string) => object) => void;

/**
 * The bundle that the lesson's opening cell displays last; undefined when the lesson has no opening cell.
 * The code cells up to that one are run in this process, with `library` for what they import from "fall-line".
 */
export async function runOpening(lesson: Lesson, library: object): Promise<MimeBundle | undefined> {
  const opening = lesson.cells.findIndex((cell) => cell.tags.includes(OPENING_TAG));
  if (opening < 0) return undefined;
  const code = lesson.cells.slice(0, opening + 1).filter((cell) => cell.type === "code");
  const program = await transform(code.map((cell) => cell.source).join("\n"), {
    loader: "ts",
    format: "cjs",
  });
  const run = compileFunction(program.code, ["require"], { filename: `${lesson.name}.ts` }) as Program;
  let shown: MimeBundle | undefined;
  await withHost({ show: (bundle) => (shown = bundle) }, () => {
    run((name: string) => {
      if (name === "fall-line") return library;
      throw new Error(`${lesson.name}: a lesson imports from "fall-line" only, got "${name}"`);
    });
  });
  return shown;
}

/** Runs with another display host, and waits until displays that are under way have arrived. */
async function withHost(host: Host, run: () => void): Promise<void> {
  const globals = globalThis as { [HOST]?: Host | undefined };
  const before = globals[HOST];
  globals[HOST] = host;
  try {
    run();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    globals[HOST] = before;
  }
}
