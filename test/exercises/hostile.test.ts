import { afterAll, beforeAll, expect, test } from "vitest";
import { installLimits } from "../../src/kernel/node/session/limits.ts";
import { checkAny } from "./told.ts";

beforeAll(() => installLimits());
afterAll(() => Reflect.deleteProperty(globalThis, Symbol.for("fall-line.limits")));

const tell = (answer: unknown): [string, string] => {
  const { outcome, text } = checkAny("momentum/rule", answer);
  return [outcome, text];
};

interface Given {
  w: number[];
  m: number[];
  g: number[];
}

test.each<[string, unknown, string, RegExp]>([
  [
    "an endless loop",
    () => {
      for (;;);
    },
    "took too long",
    /had not ended after 1 second.*loop that never ends/s,
  ],
  [
    "an endless loop that catches everything",
    () => {
      for (;;) {
        try {
          for (;;);
        } catch {
          continue;
        }
      }
    },
    "took too long",
    /Stopped/,
  ],
  [
    "an endless recursion",
    function again(now: unknown): unknown {
      return again(now);
    },
    "crashed",
    /calls itself without end/,
  ],
  [
    "memory without end",
    () => {
      const all = [];
      for (;;) all.push(new Float64Array(2 ** 31));
    },
    "took too long",
    /Stopped/,
  ],
  [
    "an error",
    ({ w }: Given) => (w as unknown as { nothing: { there: number } }).nothing.there,
    "crashed",
    /stopped with an error in line \d+.*TypeError/s,
  ],
  [
    "a thrown text",
    () => {
      throw "no"; // oxlint-disable-line typescript/only-throw-error
    },
    "crashed",
    /it threw no/,
  ],
  ["NaN", ({ w }: Given) => ({ w: w.map(() => NaN) }), "not yet", /the new m is not returned/],
  ["too many numbers", ({ w }: Given) => ({ w: [...w, 1] }), "not yet", /w has one number too many/],
  [
    "a number",
    ({ w }: Given) => w[0],
    "not yet",
    /returns the number .* and \{ w: \.\.\., m: \.\.\. \} is asked for/,
  ],
  ["texts", ({ w }: Given) => ({ w: w.map(String) }), "not yet", /entries of w are texts and no numbers/],
  [
    "a promise",
    async ({ w }: Given) => {
      await Promise.resolve();
      return { w };
    },
    "not yet",
    /returns a promise.*async and await/s,
  ],
  [
    "a rejected promise",
    async () => {
      await Promise.reject(new Error("no"));
    },
    "not yet",
    /returns a promise/,
  ],
  [
    "a patched Math.sqrt",
    ({ w }: Given) => {
      Math.sqrt = (x) => x;
      return { w };
    },
    "not yet",
    /changes Math\.sqrt.*put back/s,
  ],
  [
    "a patched Array.prototype.map",
    ({ w }: Given) => {
      Array.prototype.map = () => [];
      return { w };
    },
    "not yet",
    /changes Array\.prototype\.map/,
  ],
  [
    "a patched iterator and flatMap",
    ({ w }: Given) => {
      Array.prototype.flatMap = () => [];
      Array.prototype[Symbol.iterator] = function* nothing() {
        yield* "";
      } as never;
      return { w };
    },
    "not yet",
    /changes Array\.prototype\.flatMap, Array\.prototype\.Symbol\(Symbol\.iterator\)/,
  ],
  ["process.exit", () => process.exit(3), "crashed", /tries to end the program/],
  [
    "process.exit in a try",
    ({ w }: Given) => {
      try {
        process.exit(3);
      } catch {
        return { w };
      }
    },
    "not yet",
    /the new m is not returned/,
  ],
  [
    "something left for later",
    ({ w }: Given) => {
      setTimeout(() => {
        for (;;);
      });
      return { w };
    },
    "crashed",
    /setTimeout has no place here/,
  ],
  [
    "a random number",
    ({ w }: Given) => ({ w: w.map((x) => x * Math.random()) }),
    "crashed",
    /Math\.random is not available in grading/,
  ],
  ["no function", 5, "not yet", /a function is asked for/],
  ["nothing", undefined, "not written", /Not written yet/],
  ["an empty function", () => undefined, "not yet", /returns nothing: return is missing/],
  [
    "the notebook's stub",
    () => {
      throw new Error("not written yet");
    },
    "not written",
    /Not written yet/,
  ],
])("check(id, answer) says what is wrong with %s", (_, answer, outcome, words) => {
  const world = () => [
    Math.sqrt,
    setTimeout,
    setImmediate,
    queueMicrotask,
    Reflect.get(process, "exit"),
    console.log,
  ];
  const before = world();
  const [got, text] = tell(answer);
  expect([got, text]).toEqual([outcome, expect.stringMatching(words)]);
  world().forEach((one, i) => expect(one).toBe(before[i]));
  expect([1, 2].map((x) => x + 1)).toEqual([2, 3]);
});

test("an answer that changes its inputs is right when its parameters are, and is told", () => {
  const [outcome, text] = tell(({ w, m, g }: Given, hyper: Record<string, number>) => {
    for (let i = 0; i < w.length; i++) w[i]! += m[i] = hyper["alpha"]! * m[i]! - hyper["lambda"]! * g[i]!;
    hyper["alpha"] = 0;
  });
  expect([outcome, text]).toEqual(["right", expect.stringContaining("changes what it is given (α)")]);
});

test("what an answer prints is shown for its first steps and not for every trial", () => {
  const print = console.log;
  const printed: unknown[] = [];
  console.log = (...words: unknown[]) => void printed.push(words);
  tell(({ w, g }: Given) => {
    console.log("w is", w[0]);
    return { w: w.map((x, i) => x - 0.01 * g[i]!) };
  });
  console.log = print;
  expect(printed).toHaveLength(13);
  expect(printed[0]).toEqual(["w is", 2]);
  expect(String(printed[12])).toContain("what it prints from here on is left out");
});

test("what a formula prints is shown as often as it was asked, though it gives no number and is looked at again", () => {
  const print = console.log;
  const printed: unknown[] = [];
  console.log = (...words: unknown[]) => void printed.push(words);
  const asked: number[] = [];
  checkAny("start-here/twice", ({ x }: { readonly x: number }) => {
    asked.push(x);
    console.log("x is", x);
    return NaN;
  });
  console.log = print;
  const lines = printed.filter((words) => (words as unknown[])[0] === "x is");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines).toEqual(asked.slice(0, lines.length).map((x) => ["x is", x]));
});

test("feedback shows what an answer throws as text and never as markup", () => {
  const { html } = checkAny("momentum/rule", () => {
    throw new Error("<img src=x onerror=alert(1)>");
  });
  expect(html).toContain("&lt;img");
  expect(html).not.toContain("<img");
});
