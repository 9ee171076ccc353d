import { beforeAll, describe, expect, test } from "vitest";
import { type Asked, plainLines, sharedSession } from "./session.ts";

let asked: Asked;
beforeAll(async () => {
  asked = await sharedSession();
});

describe("the value of a cell", () => {
  test.each<[code: string, value: string | undefined]>([
    ["1; 2", "2"],
    ["1; const v = 2;", undefined],
    ["undefined", undefined],
    ["null", "null"],
    ["{ a: 1, b: 2 }", "{ a: 1, b: 2 }"],
    ["{ const v = 1; }", undefined],
    ["if (true) { 5 }", undefined],
    ["", undefined],
    ["// only words", undefined],
    ["await Promise.resolve(3)", "3"],
    ["Promise.resolve(3)", "Promise { 3 }"],
    ["throw 4", "Thrown: 4"],
    ["import.meta.dirname === process.cwd()", "true"],
    ["(await import('node:path')).basename('a/b')", "'b'"],
    ["const w = new Float64Array([1, 2]); w", "Float64Array(2) [ 1, 2 ]"],
  ])("%j is %s", async (code, value) => {
    expect(await asked.run(code)).toBe(value);
  });

  test("is not that of the cell before", async () => {
    expect([await asked.run("1"), await asked.run("const nothing = 1;")]).toEqual(["1", undefined]);
  });
});

describe("imports", () => {
  const forms: [statement: string, expression: string, value: string][] = [
    ["import { basename as b1, dirname } from 'node:path';", "[b1('a/b'), dirname('a/b')]", "[ 'b', 'a' ]"],
    ["import p2 from 'node:path';", "p2.basename('a/b')", "'b'"],
    ["import { default as p3 } from 'node:path';", "p3.basename('a/b')", "'b'"],
    ["import * as p4 from 'node:path';", "[p4.basename('a/b'), 'default' in p4]", "[ 'b', true ]"],
    ["import p5, { basename as b5 } from 'node:path';", "p5.basename === b5", "true"],
    ["import p6, * as all6 from 'node:path';", "all6.basename === p6.basename", "true"],
    ["import p7 = require('node:path');", "p7.basename('a/b')", "'b'"],
    ["namespace N8 { export const a = { b: 3 } }; import b8 = N8.a;", "b8.b", "3"],
    ["import 'node:path';", "'ran'", "'ran'"],
    [
      "import type { FormatInputPathObject } from 'node:path';",
      "({ dir: 'a' } satisfies FormatInputPathObject)",
      "{ dir: 'a' }",
    ],
    [
      "import { type ParsedPath as P11, sep } from 'node:path';",
      "[undefined as P11 | undefined, sep]",
      "[ undefined, '/' ]",
    ],
    [
      "import { ParsedPath as P12, sep as s12 } from 'node:path';",
      "[undefined as P12 | undefined, s12]",
      "[ undefined, '/' ]",
    ],
    ["const p13 = await import('node:path');", "[p13.basename('a/b'), p13.default.sep]", "[ 'b', '/' ]"],
  ];
  let values: string[];
  beforeAll(async () => {
    await asked.run(
      `${forms.map(([statement]) => statement).join("\n")}\nimport { inspect } from 'node:util';`,
    );
    const list = forms.map(([, expression]) => `inspect(${expression})`).join(", ");
    values = JSON.parse(String(await asked.run(`JSON.stringify([${list}])`)).slice(1, -1)) as string[];
  });

  test.each(forms)("%s %s is %s", (statement, _, value) => {
    expect(values[forms.findIndex(([one]) => one === statement)]).toBe(value);
  });
});

describe("what is thrown and is no error", () => {
  test.each([
    ["throw 'bad'", ["Thrown: 'bad'", "", "  1 | throw 'bad'", "    |       ^", "    at cell N, line 1"]],
    [
      "const f1 = (n: number) => {\n  if (n > 1) throw { n };\n};\nf1(2);",
      [
        "Thrown: { n: 2 }",
        "",
        "  1 | const f1 = (n: number) => {",
        "  2 |   if (n > 1) throw { n };",
        "    |                    ^",
        "    at f1 (cell N, line 2)",
        "    at cell N, line 4",
      ],
    ],
    ["await Promise.reject(3)", ["Thrown: 3"]],
  ])("%j is told with its place", async (code, lines) => {
    const { reply } = await asked.ask("execute_request", { code });
    // Calls of the kernel are left out where it is built.
    const told = plainLines(reply).filter((line) => !/^ +at (?!.*\bcell \d)/.test(line));
    expect(told.map((line) => line.replace(/cell \d+/, "cell N"))).toEqual(lines);
  });

  test("is the same to who catches it", async () => {
    expect(await asked.run("let thrown1: unknown; try { throw 'x' } catch (e) { thrown1 = e } thrown1")).toBe(
      "'x'",
    );
  });
});

test("a text that is run as code is told not to know the names of cells", async () => {
  await asked.run("const rate1 = 0.1;");
  const { reply } = await asked.ask("execute_request", { code: "eval('rate1 + 1')" });
  expect(plainLines(reply)).toContain(
    "  Help: a text that is run as code does not know the names of cells; write the code itself",
  );
});

test("a note is printed before its cell runs, once, and none of a cell that is silent or cannot run", async () => {
  const noted = async (code: string, silent = false) =>
    (await asked.ask("execute_request", { code, silent })).said.filter(([type]) => type === "stderr");
  expect(await noted("[3, 1].sort()", true)).toEqual([]);
  expect(await noted("[3, 1].sort(); nowhere1")).toEqual([]);
  expect(await noted("[3, 1].sort()")).toEqual([
    ["stderr", expect.stringMatching(/^Note: `sort\(\)` sorts/)],
  ]);
  expect(await noted("[3, 1].sort()")).toEqual([]);
});

describe("a cell that asks what a name is", () => {
  test.each(["parseFloat?", "parseFloat??", "?parseFloat", "help(parseFloat)", " help(parseFloat);"])(
    "%j",
    async (code) => {
      const { reply } = await asked.ask("execute_request", { code });
      expect(reply["payload"]).toMatchObject([
        {
          source: "page",
          data: { "text/plain": expect.stringContaining("parseFloat(string: string): number") as string },
        },
      ]);
    },
  );

  test("is a cell as any where `help` is the student's own", async () => {
    await asked.run("const help = (x: unknown) => typeof x;");
    expect(await asked.run("help(parseFloat)")).toBe("'function'");
  });
});

test("a name of an earlier cell's namespace is imported under another", async () => {
  await asked.run("namespace Earlier { export const a = 3; export namespace Inner { export const b = 4; } }");
  await asked.run("import a15 = Earlier.a; import b15 = Earlier.Inner.b;");
  expect(await asked.run("[a15, b15]")).toBe("[ 3, 4 ]");
});

describe("names of a cell that did not come to its end", () => {
  test("are known as far as it came", async () => {
    await asked.run("const there = 1; type Kept = number; throw new Error('stop'); const afterwards = 2;");
    expect(await asked.run("const kept: Kept = there; kept")).toBe("1");
    expect(await asked.run("afterwards")).toContain("TypeScriptError: ");
    await asked.run("const afterwards = 3;");
    expect(await asked.run("afterwards")).toBe("3");
  });

  test("are known wherever they are held, also where there are hundreds", async () => {
    const many = Array.from({ length: 150 }, (_, i) => `many${String(i)} = ${String(i)}`).join(", ");
    await asked.run(`const ${many};`);
    await asked.run("const afterMany = 5; throw new Error('stop');");
    expect(await asked.run("[afterMany, many0, many149]")).toBe("[ 5, 0, 149 ]");
  });

  test("are told with the cell that failed", async () => {
    await asked.run("throw new Error('x'); const lost = 2;");
    const { reply } = await asked.ask("execute_request", { code: "lost" });
    const failed = Number(reply["execution_count"]) - 1;
    expect(JSON.stringify(reply["traceback"])).toContain(`cell ${String(failed)}`);
  });

  test("are not kept of a cell that the compiler rejects", async () => {
    expect(await asked.run("const never = 1; never.nothing;")).toContain("TypeScriptError");
    expect(await asked.run("never")).toContain("TypeScriptError");
  });
});
