import type { Places } from "../platform.ts";
import { ts, type TS } from "./typescript.ts";

/** The compiler options of the lessons, from their `tsconfig.json`; put in when the kernel is built. */
declare const LESSON_OPTIONS: object;

/** The options for cells: those of the lessons, and what it takes to find the declarations and to emit. */
export function cellOptions({ library, tslabTypes }: Places): TS.CompilerOptions {
  const { options } = ts.convertCompilerOptionsFromJson(LESSON_OPTIONS, "/");
  delete options.noEmit;
  // The language and Node are declared in files of ours.
  delete options.lib;
  return {
    ...options,
    noLib: true,
    types: [],
    paths: { "fall-line": [library.types], tslab: [tslabTypes] },
    declaration: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  };
}
