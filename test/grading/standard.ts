import { build } from "esbuild";
import { join } from "node:path";
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

/** What stands beside a student's code in the sandbox, as it is now. */
export async function sandboxScript(): Promise<string> {
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
