import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as library from "fall-line";
import * as tools from "fall-line/tools";
import { texOfName } from "../../src/math/tex.ts";
import { formulaText, nameText } from "../../src/math/text.ts";
import { numpyProgram } from "../../src/rules/numpy.ts";
import { steadyHyper } from "../../src/search/steady.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["math", "objectives", "rules", "schedules", "trace", "search", "figures", "exercises"];
const SINGLE = ["src/display.ts", "src/table.ts", "src/nearest.js", "dist/course.ts"];

interface Example {
  readonly place: string;
  /** What is declared below it. */
  readonly name: string | undefined;
  readonly code: string;
}

/** The `@example` blocks of a file. */
function examplesOf(file: string): Example[] {
  const comments = readFileSync(join(root, file), "utf8").matchAll(
    /\/\*\*[\s\S]*?\*\/(?:\s+export (?:const|function|class) (\w+))?/g,
  );
  return Array.from(comments).flatMap(([comment, name]) => {
    const [, block] = /@example([\s\S]*?)(?=\n\s*\* @|\*\/)/.exec(comment) ?? [];
    const code = block?.replace(/^\s*\* ?/gm, "").trim();
    return code === undefined ? [] : [{ place: `${file}: ${code.split("\n")[0]!}`, name, code }];
  });
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, "src", folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join("src", folder, file)),
);
const examples = [...files, ...SINGLE].flatMap(examplesOf);
const path = library.descend(library.ravine, library.momentum, { steps: 20 });
const scope: Readonly<Record<string, unknown>> = {
  ...library,
  ...tools,
  path,
  formulaText,
  nameText,
  texOfName,
  numpyProgram,
  steadyHyper,
};

/** Runs an example with the library's names at hand, and gives the value of its last line. */
function run(code: string): unknown {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const names = Object.keys(scope).filter((name) => !new RegExp(`const ${name}\\b`).test(code));
  const last = ts.createSourceFile("example.js", outputText, ts.ScriptTarget.ES2022).statements.at(-1)!;
  const place = ts.isExpressionStatement(last) ? last.getFullStart() : outputText.length;
  const body = `${outputText.slice(0, place)}\nreturn ${outputText.slice(place).trim()}`;
  // oxlint-disable-next-line typescript/no-implied-eval
  return (new Function(...names, body) as (...values: unknown[]) => unknown)(
    ...names.map((name) => scope[name]),
  );
}

const HOST = Symbol.for("fall-line.display");
const before = (globalThis as Record<symbol, unknown>)[HOST];

describe("the examples of the documentation", () => {
  beforeAll(() => {
    Object.assign(globalThis, { [HOST]: { show: () => undefined } });
  });
  afterAll(() => {
    Object.assign(globalThis, { [HOST]: before });
  });

  test("each value of the library has one, but for rules, surfaces, errors and rooms, which other tests run", () => {
    const { rules, objectives } = library;
    const ownTests = new Set<unknown>([
      ...rules,
      ...objectives,
      library.InputError,
      library.EquationError,
      library.room,
    ]);
    const names = new Set(examples.map(({ name }) => name));
    const without = Object.entries({ ...library, ...tools }).filter(
      ([name, value]) => !names.has(name) && !ownTests.has(value),
    );
    expect(without.map(([name]) => name)).toEqual([]);
  });

  test.each(examples.map(({ place, code }) => [place, code]))("%s", (_place, code) => {
    const value = run(code);
    const [, promised] = /\/\/ ("[^"]*"|-?[\d.]+)$/.exec(code) ?? [];
    if (promised !== undefined) expect(value).toBe(JSON.parse(promised));
  });
});
