import { describe, expect, test } from "vitest";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { runOpening, runProgram } from "../../src/notebook/run-program.ts";

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
