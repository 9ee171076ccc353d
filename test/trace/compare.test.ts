import { describe, expect, test } from "vitest";
import {
  adam,
  adamPrinted,
  compareConventions,
  compareRules,
  gradientDescent,
  momentum,
  schedules,
} from "fall-line";

const options = { start: [1], steps: 10, hyper: { lambda: 0.1, alpha: 0.9 } };

describe("compareConventions", () => {
  test("says where two part by the numbers of the descents that it gives, under the schedule that was given", () => {
    const schedule = schedules.exponential({ k: 0.7 });
    const { parting, traces } = compareRules(gradientDescent, momentum, "x^2", { ...options, schedule });
    const { step, quantity, counterpart, values } = parting!;
    expect(traces[0].at(2).rate).toBeCloseTo(0.1 * Math.exp(-0.7), 12);
    expect(values).toEqual([traces[0].value(quantity, step), traces[1].value(counterpart, step)]);
    expect(step).toBe(2);
  });

  test("Nesterov in Keras and CS231n is the look-ahead form up to w + alpha*m, whatever the rate does", () => {
    for (const name of ["keras", "cs231n"] as const) {
      const { verdict, upTo } = compareConventions("nesterov", "deck", name, "x^2", options);
      expect([verdict, upTo]).toEqual(["same-up-to-lookahead", "w + alpha*m"]);
    }
  });

  test("Nesterov in PyTorch is so only until the rate changes", () => {
    const { verdict, upTo, parting } = compareConventions("nesterov", "deck", "torch", "x^2", options);
    expect([verdict, upTo, parting!.step]).toEqual(["same-until-rate-changes", "w + alpha*m", 6]);
  });

  test("momentum with the rate outside the velocity is the same until the rate changes", () => {
    const { verdict, parting, sentence } = compareConventions("momentum", "deck", "torch", "x^2", options);
    expect([verdict, parting!.step, parting!.quantity]).toEqual(["same-until-rate-changes", 6, "w"]);
    expect(sentence).toContain("until the rate changes: then they part at step 6, in w");
  });

  test("the two descents that are given are those in which they part: the rate falls to a tenth after half of the steps", () => {
    const ratesOf = (other: "torch" | "deck"): number[][] =>
      compareConventions("momentum", "deck", other, "x^2", options).traces.map((path) =>
        [1, 5, 6, 10].map((t) => path.at(t).rate),
      );
    for (const rates of ratesOf("torch"))
      expect(rates).toEqual([0.1, 0.1, expect.closeTo(0.01), expect.closeTo(0.01)]);
    for (const rates of ratesOf("deck")) expect(rates).toEqual([0.1, 0.1, 0.1, 0.1]);
  });

  test("a starting accumulator parts them in the sum of squares at step 1", () => {
    const { verdict, parting } = compareConventions("adagrad", "deck", "keras", "x^2", { start: [1] });
    expect([verdict, parting!.step, parting!.quantity]).toEqual(["different", 1, "kappa"]);
  });

  test("where epsilon stands parts them in w, and other defaults are named", () => {
    const { verdict, parting, sentence, settings } = compareConventions("rmsprop", "deck", "torch", "x^2", {
      start: [1],
    });
    expect([verdict, parting!.quantity]).toEqual(["different", "w"]);
    expect(settings).toEqual(["epsilon 10⁻⁷ against 10⁻⁸"]);
    expect(sentence).toContain("Their settings differ: epsilon 10⁻⁷ against 10⁻⁸");
  });

  test("where they part, each value stands on its own rule's side", () => {
    const parted = (first: "deck" | "torch", second: "deck" | "torch") =>
      compareConventions("nesterov", first, second, "x^2", options).parting!;
    const [there, back] = [parted("deck", "torch"), parted("torch", "deck")];
    let [w, velocity] = [1, 0];
    for (let t = 1; t <= 6; t++) {
      velocity = 0.9 * velocity + 2 * w;
      w -= (t < 6 ? 0.1 : 0.01) * (2 * w + 0.9 * velocity);
    }
    expect([there.quantity, there.counterpart]).toEqual(["w + alpha*m", "w"]);
    expect([back.quantity, back.counterpart]).toEqual(["w", "w + alpha*m"]);
    expect((there.values[1] as Float64Array)[0]).toBeCloseTo(w, 12);
    expect((back.values[0] as Float64Array)[0]).toBeCloseTo(w, 12);
    expect(back.values[1]).toEqual(there.values[0]);
  });

  test("one and the same form is the same", () => {
    expect(compareConventions("adam", "paper", "torch", "x^2", { start: [1] }).verdict).toBe("same");
    expect(compareConventions("nesterov", "keras", "cs231n", "x^2", options).verdict).toBe("same");
  });

  test("quantities of a role are compared, and the first to part is named", () => {
    const { parting } = compareRules(adam, adamPrinted, "x^2", { start: [1] });
    expect([parting!.step, parting!.quantity]).toEqual([1, "w"]);
  });
});

test.each([
  ["adam", "paper", "torch", {}, "are the same: they take the same steps."],
  [
    "nesterov",
    "deck",
    "keras",
    options.hyper,
    "are the same up to w + alpha*m: that is what the one keeps where the other keeps w.",
  ],
  // Keras' sum of squares starts at 0.1; the slope of x^2 at 1 is 2.
  ["adagrad", "deck", "keras", {}, "are different: they part at step 1, in kappa: [4] against [4.1]."],
] as const)("of %s in %s and %s it is said whether they are the same", (rule, one, other, hyper, verdict) => {
  const settings = { start: [1], hyper };
  expect(compareConventions(rule, one as never, other as never, "x^2", settings).sentence).toContain(verdict);
});
