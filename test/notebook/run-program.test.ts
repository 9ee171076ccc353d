import { describe, expect, test } from "vitest";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { runCells, runOpening, runProgram } from "../../src/notebook/run-program.ts";

const HOST = Symbol.for("fall-line.display");

interface Host {
  show(bundle: object): void;
}

/** A library with as much of `display` as an opening needs. */
const library = {
  figure: (kind: string) => ({ "text/plain": kind }),
  display: (bundle: object) => (globalThis as unknown as Record<symbol, Host>)[HOST]!.show(bundle),
};

const lesson = (body: string) =>
  parseLesson("99-example", `${LESSON_HEADER}// %% [markdown]\n// # A\n${body}`, {
    title: "A",
    short: "A",
    minutes: 1,
    learn: "a.",
  });

test("runProgram(name, source, library) gives everything that is displayed, promises included", async () => {
  const source = 'import { display } from "fall-line";\ndisplay("a" as string);\ndisplay("b");';
  const later = {
    display: async (value: string) => Promise.resolve().then(() => library.display({ value })),
  };
  expect(await runProgram("example", source, later)).toEqual([{ value: "a" }, { value: "b" }]);
});

describe("runOpening(lesson, library)", () => {
  test("gives what the opening cell displays last, running no cell after it", async () => {
    const body = `
// %%
import { display, figure } from "fall-line";
const kind: string = "race";
// %% Opening tags=["opening"]
display(figure("first"));
display(figure(kind));
// %% After
throw new Error("not to be run");`;
    expect(await runOpening(lesson(body), library)).toEqual({ "text/plain": "race" });
  });

  test("puts the display host back", async () => {
    const globals = globalThis as Record<symbol, unknown>;
    const before = globals[HOST];
    await runOpening(
      lesson('// %% B tags=["opening"]\nimport { display } from "fall-line";\ndisplay({});'),
      library,
    );
    expect(globals[HOST]).toBe(before);
  });

  test("gives nothing for a lesson without an opening", async () => {
    expect(await runOpening(lesson("// %% B\n1;"), library)).toBeUndefined();
  });

  test("names the lesson's line however deep in the library the error is thrown", async () => {
    const dig = (depth: number): void => {
      if (depth === 0) throw new Error("too deep");
      dig(depth - 1);
    };
    const body = '// %% B tags=["opening"]\nimport { dig } from "fall-line";\n\ndig(30);';
    await expect(runOpening(lesson(body), { dig })).rejects.toThrow(/^99-example\/lesson\.ts:\d+: too deep$/);
  });

  test("refuses an import from elsewhere", async () => {
    const body = '// %% B tags=["opening"]\nimport { readFile } from "node:fs";\nreadFile();';
    await expect(runOpening(lesson(body), library)).rejects.toThrow(/from "fall-line" only, got "node:fs"/);
  });
});

describe("runCells(name, cells, library)", () => {
  const cellsOf = (body: string) => lesson(body).cells;
  /** The header and the first cell take lines 1 to 14; the marks of these cells follow. */
  const two = "// %%\nconst a: number = 1;\n// %% [markdown]\n// Text.\n// %%\n";

  test("runs all code in one program, and names the line that throws, types or not", async () => {
    const shown = await runCells(
      "99-example",
      cellsOf(`${two}import { display } from "fall-line";\ndisplay({ a });\n`),
      library,
    );
    expect(shown).toEqual([{ a: 1 }]);
    const body = `${two}interface Wave {\n  crest: number;\n}\nthrow new Error(\`it is \${a satisfies number}\`);\n`;
    await expect(runCells("99-example", cellsOf(body), library)).rejects.toMatchObject({
      name: "LessonFault",
      place: "99-example/lesson.ts:23",
      what: "it is 1",
    });
  });

  test("names the line that is no code", async () => {
    await expect(
      runCells("99-example", cellsOf(`${two}const b = 1;\nconst = 2;\n`), library),
    ).rejects.toMatchObject({
      place: "99-example/lesson.ts:21",
      what: expect.stringMatching(/Expected identifier/) as string,
    });
  });

  test.each([
    ["that throws, and not the one that calls it", "const f = () => {\n  null!.x;\n};\nf();\n", 21],
    ["of a longer one at which it is", "const b = null as any;\nb\n  .c\n  .d;\n", 22],
  ])("names the line %s", async (_, body, line) => {
    await expect(runCells("99-example", cellsOf(two + body), library)).rejects.toMatchObject({
      place: `99-example/lesson.ts:${line}`,
    });
  });

  test("names the cell where a line does not stand there as it was run", async () => {
    const written = (source: string): string => source.replace("// HERE", 'throw new Error("no");');
    const body = `${two}const b = 1;\n// HERE\n`;
    await expect(runCells("99-example", cellsOf(body), library, written)).rejects.toMatchObject({
      place: "99-example/lesson.ts:19",
      what: "no",
    });
    expect(await runCells("99-example", cellsOf(body), library)).toEqual([]);
  });

  test("puts back what it has changed, when it throws too", async () => {
    const globals = globalThis as Record<symbol, unknown>;
    const host = { show: () => undefined };
    globals[HOST] = host;
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 7;
    try {
      await expect(runCells("99-example", cellsOf('// %%\nthrow new Error("no");'), library)).rejects.toThrow(
        "no",
      );
      expect([globals[HOST], Error.stackTraceLimit]).toEqual([host, 7]);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
      Reflect.deleteProperty(globals, HOST);
    }
  });

  test("names the lesson where an error does not say where it was thrown", async () => {
    const body = `${two}const e = new Error("no");\ne.stack = "2024:12";\nthrow e;\n`;
    await expect(runCells("99-example", cellsOf(body), library)).rejects.toMatchObject({
      place: "99-example/lesson.ts",
    });
  });
});
