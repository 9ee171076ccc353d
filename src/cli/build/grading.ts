import { bundle } from "./bundle.ts";

/** What stands beside a student's code in the sandbox where answers are graded: a script that needs nothing else. */
export const buildSandbox = (): Promise<void> =>
  bundle("src/grading/sandbox/inside.ts", "dist/grading-sandbox.js", {
    format: "iife",
    platform: "neutral",
    target: "es2022",
    treeShaking: true,
  });
