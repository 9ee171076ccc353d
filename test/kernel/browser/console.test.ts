import { Console } from "node:console";
import { Writable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Output } from "../../../src/kernel/core/session/output.ts";

type Stream = "stdout" | "stderr";
type Call = (to: Console) => unknown;

let takeOverConsole: (output: Output) => void;
const custom = Symbol.for("nodejs.util.inspect.custom");
const marked = [
  Promise.prototype,
  Error.prototype,
  Object.getPrototypeOf(new Map().entries()) as object,
  Object.getPrototypeOf(new Set().values()) as object,
];

beforeAll(async () => {
  vi.resetModules();
  ({ takeOverConsole } = await import("../../../src/kernel/browser/worker/console.ts"));
});

afterAll(() => {
  for (const prototype of marked) Reflect.deleteProperty(prototype, custom);
});

const own = { ...console };
let printed: [Stream, string][];
beforeEach(() => {
  printed = [];
  const print = (name: Stream, text: string): unknown => printed.push([name, text]);
  takeOverConsole({ print } as unknown as Output);
});
afterEach(() => void Object.assign(console, own));

const joined = (pieces: readonly [Stream, string][], stream: Stream): string =>
  pieces.flatMap(([name, text]) => (name === stream ? [text] : [])).join("");

/** What Node's own console prints. */
function byNode(call: Call): { stdout: string; stderr: string } {
  const pieces: [Stream, string][] = [];
  const into = (name: Stream) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        pieces.push([name, chunk.toString()]);
        done();
      },
    });
  call(new Console({ stdout: into("stdout"), stderr: into("stderr"), groupIndentation: 2 }));
  return { stdout: joined(pieces, "stdout"), stderr: joined(pieces, "stderr") };
}

function byPage(call: Call): { stdout: string; stderr: string } {
  call(console);
  return { stdout: joined(printed, "stdout"), stderr: joined(printed, "stderr") };
}

class Worded {
  a = 1;
  [custom]() {
    return "mine";
  }
}

const people = [
  { name: "Ada", born: 1815 },
  { name: "Grace", born: 1906, rank: "admiral" },
];

const TABLES: Record<string, Call> = {
  "rows of objects, with what one lacks": (to) => to.table(people),
  "some columns": (to) => to.table(people, ["born"]),
  "a column that none has": (to) => to.table(people, ["age", "name"]),
  "an object of objects": (to) => to.table({ first: { a: 1 }, second: { b: "two" } }),
  numbers: (to) => to.table([1.5, -2, 300]),
  "values beside objects": (to) => to.table([{ a: 1 }, 2, "three", null, undefined]),
  lists: (to) =>
    to.table([
      [1, 2],
      [3, 4],
    ]),
  "small objects within": (to) => to.table([{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2, d: 3 } }]),
  "lists within": (to) => to.table([{ a: [1, 2, 3] }, { a: [1, 2, 3, 4] }, { a: [] }]),
  "long texts within": (to) => to.table([{ a: ["x".repeat(60), "y".repeat(60)] }]),
  "a map": (to) =>
    to.table(
      new Map<unknown, unknown>([
        ["one", 1],
        [{ a: 1 }, "two"],
      ]),
    ),
  "a set": (to) => to.table(new Set(["a", 7])),
  nothing: (to) => to.table([]),
  "a number": (to) => to.table(3),
  "no value": (to) => to.table(null),
};

const CALLS: Record<string, Call> = {
  "what is printed": (to) => to.log("%s is %d, %o", "a", 1.5, [1], { b: 2 }),
  "an empty line": (to) => to.log(),
  "what informs and debugs": (to) => {
    to.info("i", 1);
    to.debug("d", 2);
    to.dirxml("x", 3);
  },
  "what warns and fails": (to) => {
    to.warn("w", 1);
    to.error("e", [2]);
  },
  "a value in depth": (to) => to.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }),
  "a value that has words of its own": (to) => {
    to.dir(new Worded());
    to.dir(new Worded(), { customInspect: true });
  },
  "what does not hold": (to) => {
    to.assert(false);
    to.assert(0, "why %s", "so");
    to.assert(1, "no");
  },
  groups: (to) => {
    to.group("head", 1);
    to.log("one\ntwo");
    to.groupCollapsed();
    to.warn("within");
    to.groupEnd();
    to.log("after");
    to.groupEnd();
    to.groupEnd();
    to.log("out");
  },
  counts: (to) => {
    to.count();
    to.count();
    to.count("own");
    to.countReset();
    to.count();
    to.count("own");
  },
  "a table in a group": (to) => {
    to.group("head");
    to.table([{ a: 1 }]);
    to.groupEnd();
  },
};

describe("the console of a page", () => {
  test.each(Object.entries({ ...TABLES, ...CALLS }))("prints as Node does: %s", (_, call) => {
    expect(byPage(call)).toEqual(byNode(call));
  });

  test("begins a trace with its name and tells it on stderr", () => {
    console.trace();
    console.trace("here %s", 1);
    expect(printed).toEqual([
      ["stderr", "Trace\n"],
      ["stderr", "Trace: here 1\n"],
    ]);
  });

  test("tells how long something took: below a second in milliseconds, else in seconds", () => {
    const now = vi.spyOn(performance, "now");
    const at = (time: number) => now.mockReturnValue(time);
    at(100);
    console.time();
    console.time("own");
    at(100.5);
    console.timeLog("default", "so far", 1);
    at(1099.9);
    console.timeLog("own");
    at(1100);
    console.timeEnd();
    console.timeEnd("own");
    at(5000);
    console.timeEnd("own");
    expect(joined(printed, "stdout").split("\n")).toEqual([
      "default: 0.500ms so far 1",
      "own: 999.900ms",
      "default: 1.000s",
      "own: 1.000s",
      "own: 0.000ms",
      "",
    ]);
  });

  test.each([
    ["a promise", () => Promise.resolve(1), "Promise { <write `await` before it to see its value> }"],
    [
      "the entries of a map",
      () => new Map([[1, 2]]).entries(),
      "[Map Iterator] { <spread it to see its values> }",
    ],
    ["the values of a set", () => new Set([1]).values(), "[Set Iterator] { <spread it to see its values> }"],
  ])("says of %s what it cannot see", (_, value, words) => {
    console.log(value());
    expect(printed).toEqual([["stdout", `${words}\n`]]);
  });

  test("shows an error with its stack", () => {
    const error = new TypeError("no");
    error.stack = "TypeError: no\n    at cell 3, line 2";
    console.log(error);
    expect(printed).toEqual([["stdout", "TypeError: no\n    at cell 3, line 2\n"]]);
  });
});
