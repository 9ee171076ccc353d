import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  compareConventions,
  compareRules,
  defineRule,
  gradientDescent,
  hyper,
  InputError,
  line,
  momentum,
  nesterov,
  nesterovRewritten,
  newton,
  type Rule,
  schedules,
  state,
  variant,
} from "fall-line";
import { type MimeBundle, RICH, type Rich } from "../../src/display.ts";

const rate = { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }) };
const plain = (w: string, more: object = {}): Rule =>
  defineRule({
    id: "plain",
    title: "Plain",
    hyperparameters: rate,
    rate: "lambda",
    equations: { w },
    ...more,
  });

const first = plain("w - lambda*g");

describe("compareRules(a, b, on, options)", () => {
  test.each([
    [undefined, 11],
    [20, 11],
    [5, 4],
    [4, 3],
    [2, 2],
  ])("of %s steps tries a tenth of the rate in the second half: it parts at step %i", (steps, parted) => {
    const { verdict, parting, traces } = compareConventions("momentum", "deck", "optax", "x^2", {
      start: [1],
      hyper: { lambda: 0.1, alpha: 0.5 },
      ...(steps === undefined ? {} : { steps }),
    });
    expect([verdict, parting!.step]).toEqual(["same-until-rate-changes", parted]);
    expect(traces.map((trace) => trace.steps)).toEqual([steps ?? 20, steps ?? 20]);
    expect(traces[0].at(parted - 1).rate).toBe(0.1);
    expect(traces[0].at(parted).rate).toBeCloseTo(0.01, 12);
  });

  test.each([0, 1])("of %i steps has no half to change the rate in", (steps) => {
    expect(compareRules(momentum, momentum, "x^2", { start: [1], steps }).verdict).toBe("same");
  });

  test("tries the schedule that is given instead, and shows the descents by it", () => {
    const schedule = schedules.step({ factor: 0.5, every: 3 });
    const options = { start: [1], steps: 6, hyper: { lambda: 0.1, alpha: 0.5 }, schedule };
    const { parting, traces } = compareConventions("momentum", "deck", "optax", "x^2", options);
    expect([parting!.step, traces[0].at(4).rate]).toEqual([4, 0.05]);
    const same = compareConventions("adam", "paper", "torch", "x^2", { start: [1], steps: 6, schedule });
    expect([same.verdict, same.traces[1].at(4).rate / same.traces[1].at(3).rate]).toEqual(["same", 0.5]);
    const other = compareRules(adagrad, momentum, "x^2", { start: [1], steps: 6, schedule });
    expect([other.verdict, other.traces[0].schedule]).toEqual(["different", schedule]);
  });

  test("sets in each what it has, and refuses what neither has", () => {
    const { settings, traces } = compareConventions("momentum", "deck", "torch", "x^2", {
      start: [1],
      hyper: { lambda: 0.1, alpha: 0.5, tau: 0.25 },
    });
    expect(traces.map((trace) => trace.hyper)).toEqual([
      { lambda: 0.1, alpha: 0.5 },
      { lambda: 0.1, alpha: 0.5, tau: 0.25 },
    ]);
    expect(settings).toEqual(["tau none against 0.25"]);
    const back = compareConventions("momentum", "torch", "deck", "x^2", { start: [1], hyper: { tau: 0.25 } });
    expect(back.settings).toEqual([
      "lambda 0.001 against 0.01",
      "alpha 0 against 0.9",
      "tau 0.25 against none",
    ]);
    expect(() => compareRules(adam, momentum, "x^2", { start: [1], hyper: { zeta: 0.5 } })).toThrow(
      "Adam has no hyperparameter zeta",
    );
  });

  test("says where one ends before the other, and leaves it at that where both are the same till then", () => {
    const ends = plain("w - lambda*g", {
      state: { s: state.vector({ start: 1, meaning: "grows" }) },
      equations: { s: "s*1e200", w: "w - lambda*g" },
    });
    const { verdict, parting, sentence } = compareRules(first, ends, "x^2", { start: [1] });
    expect([verdict, parting]).toEqual([
      "different",
      { step: 1, quantity: "steps", counterpart: "steps", values: [20, 1] },
    ]);
    expect(sentence).toBe("Plain and Plain are different: they part at step 1, in steps: 20 against 1.");
    expect(compareRules(ends, first, "x^2", { start: [1] }).sentence).toContain(
      "at step 1, in steps: 1 against 20.",
    );
  });

  test("compares the gradient where both take it at the same place, then lines of one role, then w", () => {
    const other = plain("w - 2*lambda*g");
    expect(compareRules(first, other, "x^2", { start: [1] }).parting).toMatchObject({
      step: 1,
      quantity: "w",
    });
    // The rates are such that w is the same after a step, and the velocities are not.
    const role = (text: string, w: string): Rule =>
      plain(w, { equations: { v: line.vector(text, { role: "velocity" }), w } });
    const named = compareRules(role("-lambda*g", "w + v"), momentum, "x^2", {
      start: [1],
      hyper: { lambda: 0.1 },
    });
    expect(named.parting).toMatchObject({ step: 2, quantity: "v", counterpart: "m" });
    expect(named.sentence).toMatch(/at step 2, in v \(m\): \[−0\.16\] against \[−0\.34\]/);
    const ahead = compareRules(momentum, nesterov, "x^2", { start: [1], hyper: { lambda: 0.1 } });
    expect(ahead.parting).toMatchObject({ step: 2, quantity: "m", counterpart: "m" });
    const scaled = compareRules(plain("w - 0*g"), plain("w"), "x^2", { start: [1] });
    expect(scaled.verdict).toBe("same");
  });

  test("compares numbers of one role, and vectors in all their coordinates", () => {
    const sized = (text: string, w: string): Rule =>
      plain(w, { equations: { s: line.scalar(text, { role: "sum of squares" }), w } });
    const on = (a: Rule, b: Rule) =>
      compareRules(a, b, "x^2 + y^2", { start: [1, 2], hyper: { lambda: 0.1 } });
    const one = sized("dot(g, g)", "w - lambda*g");
    expect(on(one, sized("norm(g)^2", "w - lambda*g")).verdict).toBe("same");
    expect(on(one, sized("2*dot(g, g)", "w - lambda*g")).sentence).toMatch(
      /at step 1, in s: 20 against 40\.$/,
    );
    const second = on(first, plain("w - lambda*g*(g > 3 ? 2 : 1)"));
    expect(second.sentence).toMatch(/at step 1, in w: \[0\.8, 1\.6\] against \[0\.8, 1\.2\]\.$/);
    const third = on(first, plain("w - lambda*g*(g > 3 ? 1 : 2)"));
    expect(third.sentence).toMatch(/at step 1, in w: \[0\.8, 1\.6\] against \[0\.6, 1\.6\]\.$/);
  });

  test("compares of several lines of one role those of one name, or the first", () => {
    const two = (one: string, other: string): Rule =>
      plain("w - lambda*g", {
        equations: {
          [one]: line.vector("lambda*g", { role: "velocity" }),
          [other]: line.vector("2*g", { role: "velocity" }),
          w: "w - lambda*g",
        },
      });
    const on = (a: Rule, b: Rule) => compareRules(a, b, "x^2", { start: [1], steps: 2 });
    expect(on(two("u", "v"), two("u", "v")).verdict).toBe("same");
    expect(on(two("u", "v"), two("v", "u")).parting).toMatchObject({ quantity: "u", counterpart: "u" });
    const one = plain("w - lambda*g", {
      equations: { m: line.vector("lambda*g", { role: "velocity" }), w: "w - lambda*g" },
    });
    expect(on(one, two("u", "v")).verdict).toBe("same");
  });

  test("shows all digits where six would not tell two numbers apart", () => {
    const { sentence } = compareRules(first, plain("w - 1.00000001*lambda*g"), "x^2", { start: [1] });
    expect(sentence).toMatch(/at step 1, in w: \[0\.8\] against \[0\.79999999\d*\]\.$/);
    const { sentence: short } = compareRules(first, plain("w - 1.1*lambda*g"), "x^2", { start: [1] });
    expect(short).toContain("in w: [0.8] against [0.78].");
  });

  test("is of two rules, and of options by name", () => {
    const call = "the order is: compareRules(rule, rule, objective, options)";
    expect(() => compareRules(adam, 3 as never, "x^2")).toThrow(`this is no rule, got 3; ${call}`);
    expect(() => compareRules("adam" as never, adam, "x^2")).toThrow("compareRules takes a rule itself");
    expect(() => compareRules(adam, adam, "x^2", [1] as never)).toThrow(InputError);
    expect(() => compareRules(adam, adam, "x^2", { begin: [1] } as never)).toThrow(
      "compareRules has no option begin",
    );
  });

  test("is shown as its sentence", () => {
    const comparison = compareRules(momentum, momentum, "x^2", { start: [1] });
    expect((comparison as unknown as Rich)[RICH]() as MimeBundle).toEqual({
      "text/plain": comparison.sentence,
    });
    expect(comparison.sentence).toBe("Momentum and Momentum are the same: they take the same steps.");
  });
});

describe("what one keeps as w where the other looks ahead", () => {
  const options = { start: [1], hyper: { lambda: 0.1, alpha: 0.9 } };

  test.each([
    [nesterov, nesterovRewritten],
    [nesterovRewritten, nesterov],
  ])("is found on either side: %#", (a, b) => {
    const { verdict, upTo, parting, sentence } = compareRules(a, b, "x^2", options);
    expect([verdict, upTo, parting]).toEqual(["same-up-to-lookahead", "w + alpha*m", undefined]);
    expect(sentence).toBe(
      `${a.title} and ${b.title} are the same up to w + alpha*m: that is what the one keeps where the other keeps w.`,
    );
  });

  test.each([
    ["the one that looks ahead", nesterov, nesterovRewritten],
    ["the other", nesterovRewritten, nesterov],
  ])("is found as far as both go where %s ends first", (_, ends, other) => {
    const short = defineRule({
      ...ends,
      state: { ...ends.state, s: state.vector({ start: 1, meaning: "grows" }) },
      equations: { s: "s*1e100", ...ends.equations },
    } as unknown as Parameters<typeof defineRule>[0]) as Rule;
    const { verdict, traces } = compareRules(short, other, "x^2", options);
    expect([verdict, traces.map(({ steps }) => steps)]).toEqual(["same-up-to-lookahead", [3, 20]]);
  });

  test("and until the rate changes, if no longer", () => {
    const { sentence, verdict } = compareConventions("nesterov", "deck", "optax", "x^2", options);
    expect(verdict).toBe("same-until-rate-changes");
    expect(sentence).toMatch(
      /are the same up to w \+ alpha\*m until the rate changes: then they part at step 11, in w \+ alpha\*m \(w\): /,
    );
  });

  test("is not said of rules that are different", () => {
    const shorter = variant(nesterovRewritten, {
      id: "s",
      title: "S",
      equations: { w: "w + alpha*m/2 - lambda*g" },
    });
    const { verdict, upTo } = compareRules(nesterov, shorter, "x^2", options);
    expect([verdict, upTo]).toEqual(["different", undefined]);
    expect(compareRules(newton, gradientDescent, "x^2", { start: [1] }).upTo).toBeUndefined();
  });
});
