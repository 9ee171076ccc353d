import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/** What stands beside a student's code in the sandbox where answers are graded: a script that needs nothing else. */
export async function buildSandbox(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["src/grading/sandbox/inside.ts"],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    target: "es2022",
    treeShaking: true,
    logLevel: "warning",
  });
  await writeIfChanged("dist/grading-sandbox.js", outputFiles[0]!.text);
}
