import { beforeAll, describe, expect, it, test } from "vitest";
import { type Candidate, ELSEWHERE } from "../../src/exercises/run/candidate.ts";
import { AnswerEnded, ENDED } from "../../src/grading/sandbox/limits.ts";
import { ProgramError, Sandbox } from "../../src/grading/sandbox/sandbox.ts";
import { Stand } from "../../src/grading/sandbox/stand.ts";
import { sandboxScript } from "./standard.ts";

let script = "";
beforeAll(async () => {
  script = await sandboxScript();
});
/** The place of one answer after another, as in grading. */
let stand: Stand | undefined;
const sandbox = async (work?: number): Promise<Sandbox> => {
  if (work !== undefined) return new Sandbox(await Stand.make(script, work));
  if (stand?.isWhole !== true) stand = await Stand.make(script);
  return new Sandbox(stand);
};
const load = async (program: string): Promise<Candidate> =>
  (await sandbox()).load(program).answer as Candidate;
const value = async (body: string, now: Record<string, unknown> = {}, hyper = {}): Promise<unknown> =>
  (await load(`(${body});`))(now, hyper);
const thrown = async (action: () => unknown): Promise<unknown> => {
  try {
    await action();
  } catch (error) {
    return error;
  }
  return expect.unreachable();
};

describe("a function in the sandbox", () => {
  it("gives back what it makes of what it is given, and its own text", async () => {
    const answer = await load(
      "const twice = (x) => 2 * x;\n({ a, b }, { c }) => [twice(a), b.map(twice), c];",
    );
    expect(answer({ a: 1, b: [2, 3] }, { c: 4 })).toEqual([2, [4, 6], 4]);
    expect(answer).toHaveProperty("source", "({ a, b }, { c }) => [twice(a), b.map(twice), c]");
  });

  it("changes what it is given as it would outside: lists in their place, and nothing that stays", async () => {
    const answer = await load(
      "(now, other) => { now.w[0] = 5; now.m.push(4); now.k += 1; other.z = [7]; return now.w; };",
    );
    const [w, m, v] = [[1, 2], [3], [NaN, -0]];
    const now: Record<string, unknown> = { w, m, v, k: 1 };
    const other: Record<string, number> = { y: 2 };
    expect(answer(now, other)).toBe(w);
    expect(now).toEqual({ w: [5, 2], m: [3, 4], v: [NaN, -0], k: 2 });
    expect([now["w"], now["m"], now["v"]].map((list, i) => list === [w, m, v][i])).toEqual([
      true,
      true,
      true,
    ]);
    expect(other).toEqual({ y: 2, z: [7] });
    const read = Object.freeze({ w: Object.freeze([1, 2]), get loss() { return 3; } }); // prettier-ignore
    expect((await load("({ w, loss }) => w.length + loss;"))(read as never, {})).toBe(5);
  });

  it("calls the functions that it is given outside, by their own, with what they throw", async () => {
    const now = {
      half: (x: number) => x / 2,
      sum: (list: number[]) => list.reduce((a, b) => a + b, 0),
      no: () => {
        throw new Error("out of luck");
      },
    };
    expect(await value("({ half, sum }) => [half(3), sum([1, 2, half(8)])]", now)).toEqual([1.5, 7]);
    expect(
      await value("({ no }) => { try { no(); } catch (e) { return [e.name, e.message]; } }", now),
    ).toEqual(["TypeError", "out of luck"]);
    const answer = await load("({ f }) => f();");
    expect([1, 2].map((one) => answer({ f: () => one }, {}))).toEqual([1, 2]);
    const again = { f: () => 3 };
    expect([answer(again, {}), answer(again, {})]).toEqual([3, 3]);
  });

  it.each<[string, string, string]>([
    ["throw new RangeError('too far')", "RangeError", "too far"],
    ["null.x", "TypeError", "Cannot read properties of null (reading 'x')"],
    ["notThere()", "ReferenceError", "notThere is not defined"],
    ["throw new Proxy({}, { get() { throw 1; } })", "Error", "something that cannot be told was thrown"],
    ["notWrittenYet()", "Error", "not written yet"],
    [`throw new Error("${"x".repeat(501)}")`, "Error", "x".repeat(500)],
    [`throw Object.assign(new Error("a"), { name: "${"n".repeat(81)}" })`, "n".repeat(80), "a"],
  ])("stops as it would outside: %s", async (body, name, message) => {
    const error = await thrown(() => value(`() => { ${body}; }`));
    expect(error).toBeInstanceOf(ProgramError);
    expect(error).toMatchObject({ name, message, stack: "" });
    const atTop = await thrown(() => load(`${body};`));
    if (!body.includes("Proxy")) expect(atTop).toMatchObject({ name, message });
  });

  it("throws texts as they are, and calls itself no deeper than outside", async () => {
    expect(await thrown(() => value("() => { throw 'enough'; }"))).toBe("enough");
    expect(await thrown(() => value("() => { throw 'x'.repeat(501); }"))).toBe("x".repeat(500));
    const error = await thrown(() => value("() => { const f = () => f() + 1; return f(); }"));
    expect([error instanceof RangeError, error instanceof AnswerEnded]).toContain(true);
    expect(await value("() => { const f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); return f(500); }")).toBe(500);
  });

  it("is watched where it runs", async () => {
    const { [ELSEWHERE]: elsewhere } = await load("({ x, z }) => x + z;");
    expect(elsewhere!.watchFormula({ x: 1 })).toEqual({ missing: ["z"], asWhole: false });
    const whole = await load("(x) => x * 2;");
    expect(whole[ELSEWHERE]!.watchFormula({ x: 1 })).toEqual({ missing: [], asWhole: true });
    const step = await load(
      "({ w, z, gradient }, { lambda }) => gradient(w).map((x, i) => lambda * x + z + w[2]);",
    );
    const [w, g] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    const one = {
      w: [...w],
      g: [...g],
      state: {},
      hyper: {},
      t: 1,
      gradient: () => g,
      H: new Float64Array(4),
    };
    expect(step[ELSEWHERE]!.watch(one)).toEqual({
      ...{ whole: [], functions: [], hyperAsNumber: false },
      ...{ missing: ["z"], missingHyper: ["lambda"] },
      beyond: [{ list: "w", index: "2", length: 2 }],
    });
    const endless = await load("() => { for (;;); };");
    expect(() => endless[ELSEWHERE]!.watchFormula({ x: 1 })).toThrow(AnswerEnded);
  });
});

test.each<[string, unknown]>([
  ["1", 0],
  ["'a'", "text"],
  ["true", false],
  ["undefined", undefined],
  ["null", {}],
  ["[1]", {}],
  ["Symbol()", 0],
])("what is no function is something of its type: %s", async (program, answer) => {
  expect((await sandbox()).load(program).answer).toEqual(answer);
});

test("what a program changes of what all compute with is put back, and told", async () => {
  const one = await sandbox();
  const program = `Math.sqrt = () => 0; delete Array.prototype.map; Object.getPrototypeOf(Float64Array.prototype).fill = 1;
    Object.defineProperty(Number, "isInteger", { get: () => () => true, configurable: true }); Math.own = 1;
    (x) => { Math.abs = () => 7; return [Math.sqrt(4), [1].map((y) => y), Number.isInteger(0.5)]; };`;
  const { answer, patched } = one.load(program);
  expect([...patched].sort()).toEqual([
    "Array.prototype.map",
    "Float64Array.prototype.fill",
    "Math.sqrt",
    "Number.isInteger",
  ]);
  expect((answer as Candidate)({}, {})).toEqual([2, [1], false]);
  expect([one.restore(), one.restore()]).toEqual([["Math.abs"], []]);
  const all = one.load("for (const key of Reflect.ownKeys(Math)) if (typeof Math[key] === 'function') Math[key] = 2; () => Reflect.ownKeys(Math).filter((key) => Math[key] === 2);"); // prettier-ignore
  expect([all.patched.length > 30, (all.answer as Candidate)({}, {})]).toEqual([true, []]);
  expect((await sandbox()).load("(x) => x;").patched).toEqual([]);
});

test("there is chance that is the same each time while cells run, and none while an answer is called", async () => {
  const draw = () =>
    value("((drawn) => () => drawn)([Math.random(), Math.random()])") as Promise<[number, number]>;
  const [first, second] = await draw();
  expect(await draw()).toEqual([first, second]);
  expect(first).not.toBe(second);
  expect([first, second].every((x) => x >= 0 && x < 1)).toBe(true);
  const none = "Math.random is not available in grading";
  await expect(value("() => Math.random()")).rejects.toThrow(none);
  await expect(value("((random) => () => random())(Math.random)")).rejects.toThrow(none);
});

test("there is a console, and no way out", async () => {
  const says = Object.keys(console)
    .filter((name) => /^[a-z]+$/i.test(name) && !["Console", "context", "createTask"].includes(name))
    .map((name) => `console.${name}("a", 1)`);
  expect(await value(`() => { ${says.join("; ")}; display(1); return 3; }`)).toBe(3);
  expect(await value("() => typeof entered")).toBe("undefined");
});

test.each([
  ["require('fs').readFileSync('x')", "readFileSync of fs is not available in grading"],
  ["new (require('fall-line').Trace)()", "Trace of the library is not available in grading"],
  ["require('fall-line').momentum.equations", "momentum of the library is not available in grading"],
  ["[...require('fall-line').ALL]", "ALL of the library is not available in grading"],
  ["2 * require('fall-line').rate", "rate of the library is not available in grading"],
])("a module has names, and who uses one is told: %s", async (use, says) => {
  await expect(value(`() => ${use}`)).rejects.toThrow(says);
});

test("a program may wait for its answer; one that waits for nothing that comes is told so", async () => {
  const one = await sandbox();
  const { answer } = one.load(
    "(async () => { const k = await Promise.resolve(3); return () => k; })()",
    true,
  );
  expect((answer as () => unknown)()).toBe(3);
  const load = (program: string) => () => one.load(program, true);
  expect(load("(async () => { throw new TypeError('no'); })()")).toThrow("no");
  expect(load("new Promise(() => undefined)")).toThrow("it waits for something that never comes");
});

test("clocks begin at one time for everyone, and advance as they are looked at", async () => {
  const body =
    "() => [Date.now(), +new Date(), performance.now(), new Date(5).getTime(), Date().slice(0, 15), new Date(0) instanceof Date, new Date(0).constructor === Date]";
  const begin = Date.UTC(2026, 0, 1);
  const once = await value(body);
  expect(once).toEqual([begin, begin + 1, 2, 5, "Thu Jan 01 2026", true, true]);
  expect(await value(body)).toEqual(once);
});

test("what is cloned is the same and another, also where it holds itself", async () => {
  const body = `() => {
    const a = { x: [1, { y: NaN }], t: Float64Array.of(1, 2), m: new Map([["k", [3]]]), s: new Set([4]) };
    a.self = a;
    const b = structuredClone(a);
    a.x[1].y = 0; a.t[0] = 0; a.m.get("k")[0] = 0;
    return [b.x[1].y, b.t[0], b.m.get("k")[0], b.s.has(4), b.self === b, b !== a];
  }`;
  expect(await value(body)).toEqual([NaN, 1, 3, true, true, true]);
  const error = await thrown(() => value("() => structuredClone(() => 1)"));
  expect(error).toMatchObject({ name: "TypeError" });
});

test.each(["setTimeout", "setInterval", "setImmediate", "queueMicrotask"])(
  "%s is refused in the words of a notebook",
  async (name) => {
    expect(await thrown(() => value(`() => ${name}(() => 1)`))).toMatchObject({
      message: `${name} has no place here: an answer is computed at once`,
    });
  },
);

describe("an answer is ended", () => {
  const why = async (program: string, work?: number): Promise<unknown> => {
    const one = await sandbox(work);
    const error = await thrown(() => (one.load(program).answer as Candidate)({}, {}));
    expect(() => one.load("1"), "it is not asked again").toThrow(AnswerEnded);
    expect(error).toMatchObject({
      name: "AnswerEnded",
      why: one.ended,
      message: ENDED[one.ended!],
      stack: "",
    });
    return one.ended;
  };

  it("when it does not come to its end, be it that it catches what ends it", async () => {
    expect(await why("() => { for (;;) { try { for (;;); } catch {} } };")).toBe("time");
    expect(await value("() => { let n = 0; for (let i = 0; i < 2e6; i++) n += i; return n; }")).toBe(
      1999999000000,
    );
  });

  it("when it prints more than a million letters, ends of lines among them", async () => {
    const answer = await load("({ n }) => { for (let i = 0; i < n; i++) console.log('x'.repeat(499)); };");
    answer({ n: 1000 }, {});
    answer({ n: 1000 }, {});
    expect(() => answer({ n: 1 }, {})).toThrow(ENDED.output);
    expect(await why("() => { for (;;) console.log('x'.repeat(499)); };")).toBe("output");
  });

  it.each([
    ["looks through a list without end", "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)"],
    ["catches what ends it", "{ for (;;) try { [].indexOf.call({ length: 2 ** 53 - 1 }, 1); } catch {} }"],
    ["joins what is very long", "[].join.call({ length: 2 ** 53 - 1 }, '')"],
    ["turns round what is very long", "[].reverse.call({ length: 2 ** 53 - 1 })"],
  ])("when a built-in %s, of which no round is the answer's own", async (_, body) => {
    expect(await why(`() => ${body.startsWith("{") ? body : `(${body})`};`, 2e7)).toBe("work");
  });

  it("when it fills its memory, be it that it catches what ends it", async () => {
    const filling =
      "() => { const all = []; for (;;) { try { all.push(new Float64Array(1e6)); } catch {} } };";
    expect(await why(filling)).toBe("memory");
    expect(await value("() => new Float64Array(8 * 2 ** 20).length"), "64 MB").toBe(8 * 2 ** 20);
    expect(await why("() => new Float64Array(9 * 2 ** 20).length;"), "72 MB").toBe("memory");
  });

  it("with a sentence", () => {
    expect(ENDED).toEqual({
      time: "it did not end: it was stopped after 10 million rounds and calls",
      work: "it did not end: it was stopped after 5 billion steps within built-in functions",
      memory: "it filled its memory of 64 MB",
      output: "it printed more than 1 million characters",
      depth: "it calls itself without end",
    });
  });
});
