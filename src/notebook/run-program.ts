/** Runs the code of a lesson in this process, to get what it shows. */
import { SourceMap, type SourceMapPayload } from "node:module";
import { compileFunction } from "node:vm";
import { transform, type TransformFailure } from "esbuild";
import type { MimeBundle } from "../display.ts";
import { LessonFault } from "./fault.ts";
import type { Cell, Lesson } from "./lesson.ts";
import { OPENING_TAG } from "./tags.ts";

const HOST = Symbol.for("fall-line.display");

type Host = { show(bundle: MimeBundle): void } | undefined;

/**
 * Everything that a TypeScript program displays, in order. It may import from "fall-line" only, which is `library`.
 * @throws what the program throws
 */
export async function runProgram(name: string, source: string, library: object): Promise<MimeBundle[]> {
  const shown = await execute(name, (await compile(source)).code, library);
  return shown.map(({ bundle }) => bundle);
}

/**
 * Everything that the code cells of a lesson display, run one after another in one program.
 * @param written gives the source of a cell as it is to be run
 * @param faultOf says what is wrong with something that is displayed
 * @throws LessonFault that names the line of the lesson's file, or the cell if the line does not stand there as it was run
 */
export async function runCells(
  name: string,
  cells: readonly Cell[],
  library: object,
  written: (source: string) => string = (source) => source,
  faultOf: (shown: MimeBundle) => string | undefined = () => undefined,
): Promise<MimeBundle[]> {
  const lines = cells
    .filter(({ type }) => type === "code")
    .flatMap((cell) => linesWithPlaces(name, cell, written(cell.source)));
  const placeOf = (line = 0): string => lines[line - 1]?.place ?? `${name}/lesson.ts`;
  const fault = (error: unknown, line: number | undefined): LessonFault =>
    new LessonFault(placeOf(line), (error as Error).message, { cause: error });
  const program = await compile(lines.map(({ text }) => text).join("\n")).catch((error: unknown) => {
    const [first] = (error as Partial<TransformFailure>).errors ?? [];
    throw fault(new SyntaxError(first?.text, { cause: error }), first?.location?.line);
  });
  const shown = await execute(name, program.code, library).catch((error: unknown) => {
    throw fault(error, program.lineOf(frameIn(name, error as Error)));
  });
  for (const { bundle, from } of shown) {
    const what = faultOf(bundle);
    if (what !== undefined) throw new LessonFault(placeOf(program.lineOf(frameIn(name, from))), what);
  }
  return shown.map(({ bundle }) => bundle);
}

/**
 * What the lesson's opening cell displays last; undefined when the lesson has no opening cell.
 * The code cells up to that one are run, and none after it.
 * @throws LessonFault, as `runCells` does
 */
export async function runOpening(lesson: Lesson, library: object): Promise<MimeBundle | undefined> {
  const opening = lesson.cells.findIndex((cell) => cell.tags.includes(OPENING_TAG));
  return (await runCells(lesson.name, lesson.cells.slice(0, opening + 1), library)).at(-1);
}

interface Compiled {
  readonly code: string;
  /** The line of the source, counted from 1, that a place in the code was made from. */
  lineOf(place: { line: number; column: number } | undefined): number | undefined;
}

async function compile(source: string): Promise<Compiled> {
  const { code, map } = await transform(source, { loader: "ts", format: "cjs", sourcemap: "external" });
  const lineOf: Compiled["lineOf"] = (place) => {
    if (place === undefined) return undefined;
    const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(
      place.line - 1,
      place.column - 1,
    );
    return "originalLine" in entry ? entry.originalLine + 1 : undefined;
  };
  return { code, lineOf };
}

/** Something displayed, and an error whose stack tells from where. */
interface Shown {
  readonly bundle: MimeBundle;
  readonly from: Error;
}

async function execute(name: string, code: string, library: object): Promise<Shown[]> {
  const run = compileFunction(code, ["require"], { filename: `${name}.ts` }) as (
    require: (name: string) => object,
  ) => void;
  const shown: Shown[] = [];
  const globals = globalThis as { [HOST]?: Host };
  const before = globals[HOST];
  const { stackTraceLimit } = Error;
  globals[HOST] = { show: (bundle) => shown.push({ bundle, from: new Error() }) };
  Error.stackTraceLimit = 100; // so that the lesson's own line is in it, however deep in the library it throws
  try {
    run((module) => {
      if (module === "fall-line") return library;
      throw new Error(`${name}: a lesson imports from "fall-line" only, got "${module}"`);
    });
    await new Promise((resolve) => setImmediate(resolve)); // bundles that are promises arrive
  } finally {
    globals[HOST] = before;
    Error.stackTraceLimit = stackTraceLimit;
  }
  return shown;
}

/** Where in the program of a lesson an error was thrown, or what it called that threw. */
function frameIn(name: string, { stack = "" }: Error): { line: number; column: number } | undefined {
  const at = stack.indexOf(`${name}.ts:`);
  const [line, column] = stack.slice(at + name.length + 4).split(/[^0-9]/, 2);
  return at < 0 ? undefined : { line: Number(line), column: Number(column) };
}

function linesWithPlaces(name: string, cell: Cell, source: string): { text: string; place: string }[] {
  const mark = Number(cell.place.split(":").at(-1));
  const original = cell.source.split("\n");
  return source.split("\n").map((text, index) => ({
    text,
    place: text === original[index] ? `${name}/lesson.ts:${mark + 1 + index}` : cell.place,
  }));
}
