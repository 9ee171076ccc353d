import { inspect, stripVTControlCharacters } from "node:util";
import { runInNewContext, runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Interrupted, type Report } from "../../../../src/kernel/core/errors/report.ts";
import { errorText, runTimeReport } from "../../../../src/kernel/core/errors/run-time.ts";
import { lineInCell } from "../../../../src/kernel/core/errors/own-line.ts";
import { heading, Stacks, withoutMachinery } from "../../../../src/kernel/core/errors/stack.ts";
import { runOnNode } from "../../../../src/kernel/node/platform.ts";

runOnNode();
const library = "/lib/index.js";
const stacks = new Stacks({
  library: { code: library },
  compiler: "/opt/release/kernel/session.js",
} as never);

const written = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
const places = Symbol.for("fall-line.places");
beforeAll(() => stacks.install());
afterAll(() => {
  if (written) Object.defineProperty(Error, "prepareStackTrace", written);
  else Reflect.deleteProperty(Error, "prepareStackTrace");
  Reflect.deleteProperty(globalThis, places);
});

/** An error whose stack has these calls. */
function failing<E extends Error>(error: E, ...calls: string[]): E {
  Object.defineProperty(error, "stack", {
    value: [String(error), ...calls.map((call) => `    at ${call}`)].join("\n"),
  });
  return error;
}

function reportOf(thrown: unknown): Report {
  const { traceback, ...rest } = runTimeReport(thrown, stacks);
  return { ...rest, traceback: traceback.map((line) => stripVTControlCharacters(line)) };
}

class LossError extends Error {}

describe("the report of what a cell threw", () => {
  test.each<[what: string, thrown: unknown, ename: string, evalue: string, lines: string[]]>([
    ["a number", 4, "Thrown", "4", ["Thrown: 4"]],
    [
      "an error of another context",
      runInNewContext("Object.assign(new TypeError('far'), { stack: '' })"),
      "TypeError",
      "far",
      ["TypeError: far"],
    ],
    [
      "a list",
      failing(Object.assign(new Error("e"), { w: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1] })),
      "Error",
      "e",
      [],
    ],
    ["nothing", undefined, "Thrown", "undefined", ["Thrown: undefined"]],
    [
      "a deep object",
      { a: { b: { c: { d: 1 } } } },
      "Thrown",
      inspect({ a: { b: { c: {} } } }, { depth: 1 }).replace("[Object]", "{ c: [Object] }"),
      [],
    ],
    ["an interruption", new Interrupted("stop"), "Interrupted", "stop", ["Interrupted: stop"]],
    ["an error", failing(new RangeError("far")), "RangeError", "far", ["RangeError: far"]],
    ["one of a class of the student's", failing(new LossError("no")), "LossError", "no", ["LossError: no"]],
    [
      "one that has named itself",
      failing(Object.assign(new LossError("no"), { name: "Own" })),
      "Own",
      "no",
      ["Own: no"],
    ],
    [
      "one that carries more",
      failing(Object.assign(new Error("e"), { step: 3, at: [1] })),
      "Error",
      "e",
      ["Error: e", "  step: 3", "  at: [ 1 ]"],
    ],
    [
      "one of the library's",
      failing(Object.assign(new Error("e"), { complaint: true, step: 3 })),
      "Error",
      "e",
      ["Error: e"],
    ],
    [
      "a cause",
      failing(new Error("e", { cause: failing(new TypeError("t")) })),
      "Error",
      "e",
      ["Error: e", "Caused by: TypeError: t"],
    ],
    [
      "a cause that is no error",
      failing(new Error("e", { cause: { a: 1 } })),
      "Error",
      "e",
      ["Error: e", "Caused by: { a: 1 }"],
    ],
    [
      "several at once",
      failing(new AggregateError([failing(new Error("a"), "cell 1, line 1"), 2], "both")),
      "AggregateError",
      "both",
      ["AggregateError: both", "  - Error: a (at cell 1, line 1)", "  - 2"],
    ],
    [
      "errors within errors, with their causes",
      failing(
        new AggregateError(
          [
            failing(new AggregateError([failing(new RangeError("deep"))], "inner")),
            failing(new Error("b", { cause: failing(new TypeError("why")) })),
          ],
          "outer",
        ),
      ),
      "AggregateError",
      "outer",
      [
        "AggregateError: outer",
        "  - AggregateError: inner",
        "    - RangeError: deep",
        "  - Error: b",
        "    Caused by: TypeError: why",
      ],
    ],
    [
      "a cause that has a cause, and advice for it",
      failing(
        new Error("top", {
          cause: failing(
            new Error("middle", {
              cause: failing(new SyntaxError("Unexpected end of JSON input"), "f (cell 2, line 1)"),
            }),
          ),
        }),
      ),
      "Error",
      "top",
      [
        "Error: top",
        '  Help: the text is no JSON, where names and texts stand between ", as in {"rate": 0.1}; print it to see',
        "Caused by: Error: middle",
        "Caused by: SyntaxError: Unexpected end of JSON input (at f (cell 2, line 1))",
      ],
    ],
    [
      "what its message says already, and what says nothing",
      failing(
        Object.assign(new Error("ENOENT: open 'a.csv'"), {
          code: "ENOENT",
          path: "a.csv",
          errno: -2,
          signal: null,
          stderr: Buffer.from("oh\n"),
          stdout: Buffer.from(""),
          status: 3,
        }),
      ),
      "Error",
      "ENOENT: open 'a.csv'",
      [
        "Error: ENOENT: open 'a.csv'",
        "  stderr: 'oh'",
        "  status: 3",
        "  Help: there is no `a.csv` in the folder where the kernel looks; is it beside the notebook?",
      ],
    ],
    [
      "a module that is missing",
      failing(Object.assign(new Error("gone\nRequire stack:\n- /a.js\n- /b.js"), { requireStack: [] })),
      "Error",
      "gone",
      ["Error: gone"],
    ],
    [
      "a name of the kernel's",
      failing(new TypeError("(0 , __scope1.step) is not a function")),
      "TypeError",
      "step is not a function",
      [],
    ],
    [
      "what cannot be looked at",
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new Error("no");
          },
        },
      ),
      "Thrown",
      "what was thrown cannot be looked at: looking at it throws again",
      [],
    ],
  ])("%s", (_, thrown, ename, evalue, lines) => {
    const report = reportOf(thrown);
    expect([report.ename, report.evalue]).toEqual([ename, evalue]);
    if (lines.length > 0) expect(report.traceback).toEqual(lines);
    expect(report.traceback[0]).toBe(`${ename}: ${evalue}`);
  });

  test("tells ten of many errors", () => {
    const { traceback } = reportOf(
      failing(
        new AggregateError(
          Array.from({ length: 12 }, (_, i) => i),
          "all",
        ),
      ),
    );
    expect(traceback.slice(1)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `  - ${String(i)}`),
      "  and 2 more",
    ]);
  });

  test("ends with the help, the calls and the cause, in this order", () => {
    const error = failing(
      new TypeError("f is not a function", { cause: 1 }),
      "a (cell 1, line 2)",
      "cell 1, line 3",
    );
    const [first, help, ...rest] = reportOf(error).traceback;
    expect(first).toBe("TypeError: f is not a function");
    expect(help).toMatch(/^ {2}Help: `f` is something else/);
    expect(rest).toEqual(["    at a (cell 1, line 2)", "    at cell 1, line 3", "Caused by: 1"]);
  });
});

test("what an error carries of itself, and of Node's insides, is not told", () => {
  const error = failing(
    new Error("e"),
    "cell 1, line 1",
    "run (node:internal/vm:209:10)",
    "[worker eval]-wrapper:6:24",
  );
  Object.assign(error, { error, code: "ERR_X", killed: false, generatedMessage: true });
  expect(reportOf(error).traceback).toEqual(["Error: e", "    at cell 1, line 1"]);
});

test.each([
  [{ code: "ENOENT", syscall: "open", path: "a/b.csv" }, 'its folder comes first: mkdirSync("a"'],
  [{ code: "ENOENT", syscall: "open", path: "/a/b.csv" }, "is this where it lies?"],
  [{ code: "ENOENT", syscall: "spawn nothing", path: "nothing" }, "there is no program of this name"],
  [{ code: "EADDRINUSE", syscall: "listen" }, "something listens at this port already"],
])("the help for %j", (carried, help) => {
  expect(errorText(failing(Object.assign(new Error("e"), carried)))).toContain(help);
  const around = failing(new TypeError("fetch failed", { cause: Object.assign(new Error("e"), carried) }));
  expect(errorText(around)).toContain(help);
});

describe("calls that repeat", () => {
  const told = (...calls: string[]) =>
    errorText(failing(new Error("e"), ...calls))
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace("at ", ""));

  test.each<[calls: string, told: string[]]>([
    ["a a", ["a", "a"]],
    ["a a a", ["a", "... and so on"]],
    ["a b a b", ["a", "b", "a", "b"]],
    ["a b a b a b c", ["a", "b", "... and so on, 2 more times", "c"]],
    ["a b c a b c a b c a", ["a", "b", "c", "... and so on, 2 more times", "a"]],
    ["a b c d a b c d a b c d", "a b c d a b c d a b c d".split(" ")],
    ["x a a a a y y", ["x", "a", "... and so on, 3 more times", "y", "y"]],
  ])("%s", (calls, lines) => {
    expect(told(...calls.split(" "))).toEqual(lines);
  });

  test("errorText is the value itself where it is no error, and never throws", () => {
    expect(errorText({ a: 1 })).toBe("{ a: 1 }");
    const hostile = {
      get [Symbol.toStringTag](): string {
        throw new Error("no");
      },
    };
    expect(errorText(hostile)).toBe("something that cannot be looked at");
  });
});

describe("stack traces", () => {
  /** The stack of an error with calls at places, as V8 would say them; lines and columns count from 1. */
  const stackOf = (
    error: Error,
    ...sites: [file: string, name: string | undefined, line: number, column: number][]
  ) =>
    (
      Error.prepareStackTrace(
        error,
        sites.map(([file, name, line, column]) => ({
          getScriptNameOrSourceURL: () => file,
          getFileName: () => file,
          getFunctionName: () => name ?? null,
          getLineNumber: () => line,
          getColumnNumber: () => column,
        })) as unknown as NodeJS.CallSite[],
      ) as string
    ).split("\n");

  // Before the lines of a cell both texts have others: the code two, and what the compiler took for the cell one.
  stacks.remember(7, "f();\nconst b = 2;", ";AACA;AACA,IAAI");
  stacks.rememberModule(`${process.cwd()}/helper.ts`, "AAAA;AACA");

  test("of an error that was made outside of all cells lead to the cell that waited for it", () => {
    const error = failing(new Error("far"));
    const cell = runInThisContext("\n\n(reach) => reach()", { filename: "cell-7" }) as (
      reach: () => void,
    ) => void;
    cell(() => stacks.reached(error));
    expect(reportOf(error).traceback.join("\n")).toMatch(/ at .*cell 7, line 1/);
    expect(stacks.placeOf(error)).toMatchObject({ count: 7, line: 0 });
  });

  test("speak of cells, modules and files beside the notebook, and not of the kernel or the library", () => {
    const error = new Error("x");
    const lines = stackOf(
      error,
      [library, "descend", 1, 1],
      ["/opt/release/kernel/session.js", "run", 1, 1],
      ["file:///opt/release/kernel/control.js", "hear", 1, 1],
      ["node:internal/timers", "listOnTimeout", 1, 1],
      ["cell-7", "f", 4, 6],
      ["cell-7", undefined, 3, 1],
      [`${process.cwd()}/helper.ts`, "help", 2, 1],
      [`${process.cwd()}/helper.ts`, undefined, 9, 1],
      [`file://${process.cwd()}/data.js`, "read", 4, 2],
      ["cell-8", "unknown", 1, 1],
    );
    expect(lines).toEqual([
      "Error: x",
      "    at f (cell 7, line 2)",
      "    at cell 7, line 1",
      "    at help (helper.ts, line 2)",
      "    at helper.ts",
      "    at read (data.js:4)",
    ]);
    expect(stacks.placeOf(error)).toEqual({ count: 7, line: 1, column: 4, code: "f();\nconst b = 2;" });
    expect(reportOf(failing(error)).traceback).toEqual([
      "Error: x",
      "",
      "  1 | f();",
      "  2 | const b = 2;",
      "    |     ^",
    ]);
  });

  test.each<[what: string, more: object, message: string, code: string, frame: string[]]>([
    [
      "an option of the library",
      { complaint: true },
      "steps must be whole",
      "run({ steps: 1.5 });",
      ["  1 | run({ steps: 1.5 });", "    |       ^^^^^"],
    ],
    [
      "a property of what has no value",
      {},
      'can\'t access property "b", o.a is undefined',
      "g(o.a.b);",
      ["  1 | g(o.a.b);", "    |       ^"],
    ],
  ])("put the caret under %s", (_, more, message, code, frame) => {
    const error = Object.assign(new Error(message), more);
    stacks.remember(20, code, ";AACA");
    stackOf(error, ["cell-20", undefined, 3, 1]);
    expect(reportOf(failing(error)).traceback.slice(2, 4)).toEqual(frame);
  });

  test("of an error that came from no cell have no place", () => {
    const error = new Error("x");
    expect(stackOf(error, ["/a/b.js", "f", 1, 1])).toHaveLength(2);
    expect(stacks.placeOf(error)).toBeUndefined();
  });

  test("tell exercises where a line stands, in the latest cell that has it", () => {
    const { placeOfLine } = (globalThis as never)[places] as {
      placeOfLine: (whole: string, line: string) => unknown;
    };
    stacks.remember(2, "const g = () => {\n  return 1;\n};", "");
    stacks.remember(11, "// anew\nconst g = () => {\n  return 1;\n};", "");
    expect(placeOfLine("() => { return 1; }", "return 1")).toBe("line 3 of cell 11");
    expect(placeOfLine("() => { return 5; }", "return 5")).toBeUndefined();
  });

  test.each([
    ["(0 , __scope.f) is not a function", "f is not a function"],
    ["(0, __scope12.f$1) is not a function", "f$1 is not a function"],
    ["__scope.a.b and __local_n", "a.b and n"],
    ["(0 , __local_f) is not", "f is not"],
    ["await __kernel.wait(p)", "await (p)"],
    ["my__scope.f", "my__scope.f"],
  ])("%j is %j to a student", (text, said) => {
    expect(withoutMachinery(text)).toBe(said);
  });

  test("are headed by the error, whatever has been done to it", () => {
    expect(heading(new TypeError("t"))).toBe("TypeError: t");
    const broken = Object.defineProperty(new Error("e"), "message", {
      get: () => {
        throw new Error("no");
      },
    });
    expect(heading(broken)).toBe("Error");
  });
});

describe("lineInCell(code, whole, line)", () => {
  const code =
    "const step = (w: number[], g: number): number => {\n  // the step\n  const v = w[0]! - g; /* so */\n  return v;\n};\nconst other = 1;";
  const whole = "(w, g) => { const v = w[0] - g; return v; }";
  test.each<[line: string, found: number | undefined]>([
    ["const v = w[0] - g;", 3],
    ["return v", 4],
    ["v", undefined],
    ["return w", undefined],
  ])("%j is in line %j", (line, found) => {
    const typed = code.replace("w: number[], g: number", "w: number[], g: any");
    expect([lineInCell(code, whole, line), lineInCell(typed, whole, line)]).toEqual([found, found]);
  });

  test("is nothing where the function is not in the cell as it runs", () => {
    expect(lineInCell(code, "(w, g) => { return v; }", "return v")).toBeUndefined();
    expect(lineInCell("f(1, 2,\n)", "f(1,2)", "f(1")).toBe(1);
    expect(lineInCell("a != b;\n!a", "a!=b", "a!=b")).toBe(1);
    expect(lineInCell("a == b", "a != b", "a")).toBeUndefined();
  });
});
