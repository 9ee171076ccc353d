import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import * as tools from "fall-line/tools";
import { texOfName } from "../../src/math/tex.ts";
import { formulaText, nameText } from "../../src/math/text.ts";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const FOLDERS = ["math", "objectives", "rules", "schedules", "trace", "search"];

interface Example {
  readonly place: string;
  readonly code: string;
}

/** The `@example` blocks of a file. */
function examplesOf(file: string): Example[] {
  const comments = readFileSync(join(source, file), "utf8").match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const [, block] = /@example([\s\S]*?)(?=\n\s*\* @|\*\/)/.exec(comment) ?? [];
    const code = block?.replace(/^\s*\* ?/gm, "").trim();
    return code === undefined ? [] : [{ place: `${file}: ${code.split("\n")[0]!}`, code }];
  });
}

const examples = FOLDERS.flatMap((folder) =>
  readdirSync(join(source, folder)).flatMap((file) => examplesOf(join(folder, file))),
);
const path = library.descend(library.ravine, library.momentum, { steps: 20 });
const scope: Readonly<Record<string, unknown>> = {
  ...library,
  ...tools,
  path,
  formulaText,
  nameText,
  texOfName,
};

/** Runs an example with the library's names at hand, and gives the value of its last line. */
function run(code: string): unknown {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const names = Object.keys(scope).filter((name) => !new RegExp(`const ${name}\\b`).test(code));
  const last = ts.createSourceFile("example.js", outputText, ts.ScriptTarget.ES2022).statements.at(-1)!;
  const place = ts.isExpressionStatement(last) ? last.getFullStart() : outputText.length;
  const body = `${outputText.slice(0, place)}\nreturn ${outputText.slice(place).trim()}`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return (new Function(...names, body) as (...values: unknown[]) => unknown)(
    ...names.map((name) => scope[name]),
  );
}

describe("the examples of the documentation", () => {
  test("there are some", () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  test.each(examples.map(({ place, code }) => [place, code]))("%s", (_place, code) => {
    const value = run(code);
    const [, promised] = /\/\/ ("[^"]*"|-?[\d.]+)$/.exec(code) ?? [];
    if (promised !== undefined) expect(value).toBe(JSON.parse(promised));
  });
});
