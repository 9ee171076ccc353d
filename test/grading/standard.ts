import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { Language } from "../../src/grading/answers/language.ts";
import { Paths } from "../../src/kernel/node/paths.ts";
import { type Original, originalsIn } from "../../src/grading/answers/originals.ts";
import { handedOut } from "./class.ts";

/** Where the exercises of a lesson stand in the notebook that is handed out. */
export function originalsOf(lesson: string): Map<string, Original> {
  const cells = handedOut(lesson)
    .cells.filter(({ cell_type: type }) => type === "code")
    .map(({ id, source, metadata }) => ({
      id,
      source: source.join(""),
      exercise: (metadata["fall-line"] as { exercise?: string } | undefined)?.exercise,
      isAnswer: (metadata["nbgrader"] as { solution?: boolean } | undefined)?.solution === true,
    }));
  return originalsIn(lesson, cells);
}

let shared: Language | undefined;

/** What notebooks are compiled with, as it was built: one for the tests of a process, as for a class. */
export const language = (): Language => (shared ??= makeLanguage());

function makeLanguage(): Language {
  const path = join(import.meta.dirname, "../../lessons/tsconfig.json");
  const { config } = ts.readConfigFile(path, (of) => readFileSync(of, "utf8")) as {
    config: { compilerOptions: object };
  };
  Object.assign(globalThis, { LESSON_OPTIONS: config.compilerOptions });
  try {
    return new Language(new Paths(join(import.meta.dirname, "../../dist/kernel")));
  } finally {
    Reflect.deleteProperty(globalThis, "LESSON_OPTIONS");
  }
}

let script: Promise<string> | undefined;

/** What stands beside a student's code in the sandbox, as it is now. */
export const sandboxScript = (): Promise<string> => (script ??= makeScript());

async function makeScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../src/grading/sandbox/inside.ts")],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    target: "es2022",
    logLevel: "warning",
  });
  return outputFiles[0]!.text;
}

/** What a program of a notebook comes to here, without a sandbox; modules are what stands beside them. */
export function run(text: string, modules: Readonly<Record<string, unknown>> = {}): unknown {
  const require = Object.assign((id: string) => modules[id], {
    namespace: (module: unknown) => module,
    default: (module: { default: unknown }) => module.default,
  });
  // oxlint-disable-next-line typescript/no-implied-eval
  return (new Function("require", `return ${text}`) as (...inputs: unknown[]) => unknown)(require);
}
