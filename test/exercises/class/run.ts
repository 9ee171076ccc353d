import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { type Feedback, lessonExercises } from "fall-line";
import { presentId } from "../../../src/exercises/progress.ts";
import { checkAny } from "../told.ts";

/** An answer that a writer invented, with what its writer said of it before anything was run. */
export interface HandedIn {
  readonly id: string;
  /** The intended slip in a sentence; empty for a right answer. */
  readonly slip: string;
  readonly nameable: boolean;
  readonly code: string;
}

/** What came of checking one. */
export interface Marked {
  readonly answer: HandedIn;
  readonly feedback: Feedback;
  readonly milliseconds: number;
}

/** All answers of one writer, under the ids of today. */
export function answersOf(writer: 1 | 2 | 3): HandedIn[] {
  const path = join(import.meta.dirname, `writer-${writer}.json`);
  const answers = JSON.parse(readFileSync(path, "utf8")) as HandedIn[];
  return answers.map((one) => ({ ...one, id: presentId(one.id, lessonExercises.formerNames) }));
}

/** The function that an answer is, its types taken out; nothing where it does not compile. */
export function functionOf(answer: Pick<HandedIn, "code">): unknown {
  let code: string;
  try {
    ({ code } = transformSync(`export default ${answer.code.trim().replace(/;$/, "")}`, {
      loader: "ts",
      format: "cjs",
      target: "es2022",
      logLevel: "silent",
    }));
  } catch {
    return undefined;
  }
  const module: { exports: { default?: unknown } } = { exports: {} };
  // oxlint-disable-next-line typescript/no-implied-eval
  (new Function("module", "exports", code) as (...inputs: unknown[]) => void)(module, module.exports);
  return module.exports.default;
}

/** Hands an answer in as a notebook would: types taken out, and what it prints kept from the page. */
export function mark(answer: HandedIn): Marked {
  const made = functionOf(answer);
  const print = console.log;
  console.log = () => undefined;
  try {
    const start = performance.now();
    const feedback = checkAny(answer.id, made);
    return { answer, feedback, milliseconds: performance.now() - start };
  } finally {
    console.log = print;
  }
}
