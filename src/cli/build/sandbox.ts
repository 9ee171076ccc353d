import { bundle } from "./bundle.ts";
import type { Made } from "./made.ts";

/** What stands beside a student's code in the sandbox where answers are graded: a script that needs nothing else. */
export const make = (): Promise<Made> =>
  bundle("src/grading/sandbox/inside.ts", "dist/grading-sandbox.js", {
    format: "iife",
    platform: "neutral",
    target: "es2022",
    treeShaking: true,
  });
