import { afterEach, describe, expect, test, vi } from "vitest";
import { adam, display, gradientDescent, momentum, nadam, nesterov, newton } from "fall-line";
import { guarded, errorPlace } from "../../src/exercises/run/guard.ts";
import { probesFor, rateOf } from "../../src/exercises/run/probe.ts";
import { differs, pathOf, reproduces, rightRun } from "../../src/exercises/run/rule-run.ts";
import { stepColumns } from "../../src/exercises/run/step-columns.ts";
import { runStep } from "../../src/exercises/run/step-run.ts";
import { stepOfRule } from "../../src/exercises/run/rule-step.ts";
import { apply, name, number } from "../../src/exercises/search/tree.ts";
import { timeLimit } from "../../src/exercises/from-kernel.ts";

const DISPLAY = Symbol.for("fall-line.display");
const LIMITS = Symbol.for("fall-line.limits");
afterEach(() => {
  Reflect.deleteProperty(globalThis, LIMITS);
});

const limitedBy = (run: (action: () => unknown, milliseconds: number) => unknown): void => {
  Object.defineProperty(globalThis, LIMITS, { value: { runWithTimeLimit: run }, configurable: true });
};
const failure = (action: () => unknown): unknown => {
  const result = guarded(action);
  return "failure" in result ? result.failure : undefined;
};
const throwing = (name: string, message: string) => (): never => {
  throw Object.assign(new Error(message), { name });
};

describe("something of a student's is run", () => {
  test("and gives what it gives", () => {
    expect(guarded(() => 3)).toEqual({ value: 3, patched: [], foundPatched: [] });
  });

  test("with a time limit, the kernel's where there is one", () => {
    const asked: number[] = [];
    limitedBy((action, milliseconds) => {
      asked.push(milliseconds);
      return action();
    });
    guarded(() => 1);
    guarded(() => 1, 0, 200);
    expect(asked).toEqual([1000, 200]);
    limitedBy(throwing("TimeLimitExceeded", "late"));
    expect(failure(() => 1)).toEqual({ kind: "time", milliseconds: 1000 });
  });

  test("with Node's own limit where there is no kernel, one within another", () => {
    const endless = (): void => {
      for (;;);
    };
    expect(() => timeLimit()(endless, 20)).toThrow("not finished after 20 ms");
    expect(() => timeLimit()(endless, 20)).toThrow(
      expect.objectContaining({ name: "TimeLimitExceeded" }) as Error,
    );
    expect(() => timeLimit()(throwing("E", "no"), 20)).toThrow("no");
    expect(timeLimit()(() => [timeLimit()(() => 1, 1000), timeLimit()(() => 2, 1000)], 1000)).toEqual([1, 2]);
    expect(Reflect.get(globalThis, Symbol.for("fall-line.action"))).toBeUndefined();
  });

  test("and what it prints and shows is done with all that there is, so many times", () => {
    const seen: unknown[] = [];
    const isThere = { fetch };
    const see = (how: string) => (what: unknown) => seen.push([how, what, fetch === isThere.fetch]);
    const host = { show: see("show"), describe: (what: unknown) => [what, fetch === isThere.fetch] };
    const before = Object.getOwnPropertyDescriptor(globalThis, DISPLAY);
    Object.defineProperty(globalThis, DISPLAY, { value: Object.freeze(host), configurable: true });
    const spies = (["log", "count", "group", "groupEnd", "clear", "assert"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(see(name)),
    );
    guarded(() => {
      display(7);
      console.count("a");
      console.group("b");
      console.groupEnd();
      console.clear();
      console.assert(true);
      console.assert(false);
      display(8);
    }, 4);
    for (const spy of spies) spy.mockRestore();
    Reflect.deleteProperty(globalThis, DISPLAY);
    if (before !== undefined) Object.defineProperty(globalThis, DISPLAY, before);
    expect(seen).toEqual([
      ["show", [7, true], true],
      ["count", "a", true],
      ["log", "b", true],
      ["assert", false, true],
      ["log", expect.stringContaining("left out") as string, true],
    ]);
  });

  test.each<[string, () => unknown, unknown]>([
    ["an exit", () => process.exit(3), { kind: "exit" }],
    [
      "an abort",
      () => {
        process.abort();
      },
      { kind: "exit" },
    ],
    ["a kill", () => process.kill(1), { kind: "exit" }],
    [
      "an exit by its inner name",
      () => {
        (process as unknown as { reallyExit: (code: number) => void }).reallyExit(3);
      },
      { kind: "exit" },
    ],
    ["no room for more calls", throwing("RangeError", "Maximum call stack size exceeded"), { kind: "depth" }],
    [
      "another error of range",
      throwing("RangeError", "Invalid array length"),
      { kind: "threw", error: expect.any(Error) as Error },
    ],
    [
      "an error that speaks of the call stack",
      throwing("Error", "call stack"),
      { kind: "threw", error: expect.any(Error) as Error },
    ],
    [
      "nothing that is thrown",
      () => {
        throw undefined; // oxlint-disable-line typescript/only-throw-error
      },
      { kind: "threw", error: undefined },
    ],
  ])("and ends in %s", (_, action, due) => {
    // prettier-ignore
    expect(failure(action)).toEqual(due);
  });

  test.each(["setTimeout", "setInterval", "setImmediate", "queueMicrotask"] as const)(
    "and leaves nothing for later: %s",
    (name) => {
      const was = globalThis[name];
      const found = failure(() => { (globalThis[name] as (f: () => void) => void)(() => undefined); }) as { error: Error }; // prettier-ignore
      expect(found.error.message).toBe(`${name} has no place here: an answer is computed at once`);
      expect(globalThis[name]).toBe(was);
    },
  );

  test("and may print so many lines, of any kind, with a word at the last", () => {
    const kinds = ["log", "info", "debug", "warn", "error", "table", "dir"] as const;
    const was = kinds.map((kind) => Reflect.get(console, kind) as () => void);
    const printed: unknown[] = [];
    for (const kind of kinds) console[kind] = (...words: unknown[]) => void printed.push([kind, ...words]);
    guarded(() => kinds.forEach((kind) => { console[kind](kind, 1); }), 6); // prettier-ignore
    guarded(() => { console.log("nothing"); }); // prettier-ignore
    kinds.forEach((kind, i) => (console[kind] = was[i]!));
    expect(printed.map((one) => (one as unknown[])[0])).toEqual([
      "log",
      "info",
      "debug",
      "warn",
      "error",
      "table",
      "log",
    ]);
    expect(printed[0]).toEqual(["log", "log", 1]);
    expect(String((printed.at(-1) as unknown[])[1])).toContain("what it prints from here on is left out");
  });

  test("and what it changes is put back and named, and so is what was changed before it", () => {
    const { sqrt } = Math;
    const { isFinite } = Number;
    const changed = guarded(() => {
      Math.sqrt = () => 1;
      Number.isFinite = () => true;
      Float64Array.prototype.fill = () => new Float64Array();
      Reflect.set(Object.getPrototypeOf(Float64Array.prototype) as object, "slice", () => new Float64Array());
      Reflect.deleteProperty(Array.prototype, "map");
    });
    expect([...changed.patched].sort()).toEqual([
      "Array.prototype.map",
      "Float64Array.prototype.fill",
      "Math.sqrt",
      "Number.isFinite",
      "TypedArray.prototype.slice",
    ]);
    expect([Math.sqrt, Number.isFinite]).toEqual([sqrt, isFinite]);
    expect(Object.hasOwn(Float64Array.prototype, "fill")).toBe(false);
    expect([...new Float64Array(3).fill(1).slice(1)]).toEqual([1, 1]);
    expect([1, 2].map((x) => x + 1)).toEqual([2, 3]);
    Math.cbrt = () => 1;
    const after = guarded(() => Math.cbrt(27));
    expect(after).toMatchObject({ value: 3, foundPatched: ["Math.cbrt"], patched: [] });
  });
});

describe("a getter that an answer changes", () => {
  const typed = Object.getPrototypeOf(Float64Array.prototype) as object;
  const value = (): number => 1;

  test.each([
    [
      "by another",
      "TypedArray.prototype.length",
      () => Object.defineProperty(typed, "length", { get: value }),
    ],
    ["by a value", "TypedArray.prototype.length", () => Object.defineProperty(typed, "length", { value: 1 })],
    [
      "by one in front of it",
      "Float64Array.prototype.length",
      () => Object.defineProperty(Float64Array.prototype, "length", { get: value, configurable: true }),
    ],
    [
      "by nothing in front of it",
      "Float64Array.prototype.length",
      () => Object.defineProperty(Float64Array.prototype, "length", { value: undefined, configurable: true }),
    ],
    ["by none", "TypedArray.prototype.length", () => Reflect.deleteProperty(typed, "length")],
  ])("%s is put back and named", (_, name, change) => {
    const before = Object.getOwnPropertyDescriptor(typed, "length");
    expect(guarded(() => void change()).patched).toEqual([name]);
    expect(Object.getOwnPropertyDescriptor(typed, "length")).toEqual(before);
    expect(new Float64Array(3)).toHaveLength(3);
    expect(guarded(() => 3)).toEqual({ value: 3, patched: [], foundPatched: [] });
  });
});

describe("the place from which an error came", () => {
  const at = (...frames: string[]): string | undefined =>
    errorPlace({ stack: ["Error: at line 1", ...frames].join("\n") });

  test("is the cell and its line, where one is named", () => {
    expect(at("    at map (native)", "    at step (cell 4, line 2:7)", "    at cell 5, line 1")).toBe(
      "cell 4, line 2",
    );
  });

  test("is else the first line that is none of the library", () => {
    const own = new Error()
      .stack!.split("\n")[1]!
      .replace(/\/test\/exercises\/[^/]*?:/, "/src/exercises/run/guard.ts:");
    expect(at(own, "    at step (/home/me/answer.js:12:5)")).toBe("line 12");
    expect(at("    at /home/me/answer.js:7:1")).toBe("line 7");
    expect(at("    at <anonymous>")).toBeUndefined();
    expect(at("cell 3, line 1")).toBeUndefined();
    for (const none of [undefined, null, "no", { stack: 3 }]) expect(errorPlace(none)).toBeUndefined();
  });
});

describe("a rule on a probe", () => {
  const probes = probesFor(momentum);
  const all = [...probes.matching, probes.fresh, ...probes.far];

  test("runs as the function that a student would write", () => {
    for (const rule of [gradientDescent, momentum, nesterov, adam]) {
      const { matching, fresh, far } = probesFor(rule);
      for (const probe of [...matching, fresh, ...far]) {
        const { path } = runStep(stepOfRule(rule), rule, probe);
        const due = pathOf(rule, probe);
        expect(path.length).toBe(due.length);
        due.forEach((w, t) => expect(differs(w, path[t]!)).toBe(-1));
      }
    }
    expect(rightRun(momentum, all[0]!)).toBe(rightRun(momentum, all[0]!));
    expect(rightRun(momentum, all[0]!).path).not.toEqual(rightRun(momentum, all[1]!).path);
  });

  test("is reproduced by its own path, and by none that is shorter, longer or otherwise in one place", () => {
    const path = pathOf(momentum, all[0]!);
    const moved = (t: number, by: number): Float64Array[] =>
      path.map((w, i) => (i === t ? w.map((x) => x + by) : w));
    expect(reproduces(momentum, all[0]!, path)).toBe(true);
    expect(reproduces(momentum, all[0]!, moved(3, 1e-9))).toBe(true);
    for (const other of [path.slice(0, -1), [...path, path[0]!], moved(0, 1e-4), moved(11, 1e-4), []])
      expect(reproduces(momentum, all[0]!, other)).toBe(false);
  });

  test("differs where a number does by more than a ten-millionth, or is none", () => {
    expect(differs([1, 2], [1, 2 + 1e-7])).toBe(-1);
    expect(differs([1, 2], [1, 2 + 3e-7])).toBe(1);
    expect(differs([1e6], [1e6 + 0.05])).toBe(-1);
    expect(differs([0], [2e-7])).toBe(0);
    expect(differs([NaN, 1], [NaN, 1])).toBe(0);
    expect(differs([1, 2], [1])).toBe(1);
  });

  test("has in each step H as columns compute with it, and in the first what its memory starts with", () => {
    const [probe] = probesFor(newton).matching;
    // Its curvatures are 0.5 and 2.
    const columns = stepColumns(newton, probe!, 1);
    expect([...columns.compute(apply("mul", name("w")))]).toEqual([1, -2]);
    expect([...columns.compute(number(7))]).toEqual([7, 7]);
    const start = stepColumns(nadam, probesFor(nadam).matching[0]!, 1);
    expect([...start.value("POld")!]).toEqual([1, 1]);
    expect(rateOf(newton, probe!)(3)).toBe(1);
  });

  test("has in each step as columns what stands there: place, slope, memory, rate, step and numbers", () => {
    for (const probe of all) {
      const { path, states } = rightRun(momentum, probe);
      for (const step of [1, 2, 5]) {
        const columns = stepColumns(momentum, probe, step);
        const value = (name: string): number[] => [...columns.value(name)!];
        const w = step === 1 ? [...probe.start] : path[step - 2]!;
        const n = w.length;
        const g = new Float64Array(n);
        const t = probe.firstT + step - 1;
        probe.objective.gradient(Float64Array.from(w), g, t);
        const each = (x: number): number[] => Array.from({ length: n }, () => x);
        expect([value("w"), value("g"), value("mOld")]).toEqual([
          w,
          [...g],
          step === 1 ? each(0) : states[step - 2]!["m"],
        ]);
        expect([value("t"), value("n"), value("i")]).toEqual([each(t), each(n), w.map((_, i) => i)]);
        expect([value("lambda"), value("alpha")]).toEqual([
          each(rateOf(momentum, probe)(t)),
          each(probe.hyper["alpha"]!),
        ]);
      }
    }
  });
});
