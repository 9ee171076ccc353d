import { describe, expect, test } from "vitest";
import { adagrad, convention, conventions, descend, type Rule, schedules } from "fall-line";
import { firstStep, near, slopes, xOf } from "./numbers.ts";

describe("x^2 from 1 with lambda 0.1 and alpha 0.9", () => {
  const options = { start: [1], steps: 3, hyper: { lambda: 0.1, alpha: 0.9 } };
  const dropping = { ...options, schedule: schedules.step({ factor: 0.1, every: 2 }) };
  const endOf = (rule: Rule): number => descend("x^2", rule, dropping).end.w[0]!;

  test.each(["torch", "keras", "optax", "cs231n"] as const)(
    "Nesterov as in %s stores the look-ahead points .62, .2224, -.108352",
    (name) => {
      const path = descend("x^2", convention("nesterov", name) as Rule, options);
      expect(xOf(path).slice(1)).toEqual(near([0.62, 0.2224, -0.108352], 12));
    },
  );

  test("they part when lambda drops to .01 at step 3", () => {
    expect(endOf(convention("nesterov", "cs231n"))).toBeCloseTo(-0.0323, 4);
    expect(endOf(convention("nesterov", "torch"))).toBeCloseTo(0.1893, 4);
  });

  test.each(["torch", "keras", "optax"] as const)("momentum as in %s passes .8, .46, .062", (name) => {
    const path = descend("x^2", convention("momentum", name) as Rule, options);
    expect(xOf(path).slice(1)).toEqual(near([0.8, 0.46, 0.062], 12));
  });

  test("with the rate outside the velocity it ends at .4202 when the rate drops at step 3", () => {
    expect(endOf(convention("momentum", "torch"))).toBeCloseTo(0.4202, 4);
    expect(endOf(convention("momentum", "optax"))).toBeCloseTo(0.4202, 4);
  });

  test("PyTorch's dampening of .9 passes .8, .604, .41552", () => {
    const path = descend("x^2", convention("momentum", "torch"), {
      ...options,
      hyper: { ...options.hyper, tau: 0.9 },
    });
    expect(xOf(path).slice(1)).toEqual(near([0.8, 0.604, 0.41552], 12));
  });
});

test("Keras's AdaGrad at g = .01 begins with .0316 of the rate, where the deck's takes 1", () => {
  expect(firstStep(convention("adagrad", "keras"), 0.01, { lambda: 1 })).toBeCloseTo(0.0316, 4);
  expect(firstStep(adagrad, 0.01, { lambda: 1, epsilon: 0 })).toBeCloseTo(1, 9);
});

test.each([
  ["paper", [8, 8]],
  ["torch", [16, 32 / 3]],
  ["optax", [16, 16]],
] as const)("AMSGrad as in %s divides by the root of %j after the slopes 4 and 0", (name, expected) => {
  const options = { start: [0], steps: 2, hyper: { beta2: 1 / 2 } };
  const path = descend(slopes([4, 0]), convention("amsgrad", name) as Rule, options);
  expect([1, 2].map((t) => path.at(t)["vHat"])).toEqual(expected.map((v) => Float64Array.of(v)));
});

test("Keras's AMSGrad puts both corrections into the rate, and takes Adam's first step", () => {
  expect(firstStep(convention("amsgrad", "keras"), 4, { eta: 1, epsilon: 0 })).toBeCloseTo(1, 12);
  expect(firstStep(convention("adam", "keras"), 4, { eta: 1, epsilon: 0 })).toBeCloseTo(1, 12);
});

test("optax's NAdam looks ahead without a schedule: 1/3 + 1 on a slope of 1 with beta1 = 1/2", () => {
  const hyper = { eta: 1, beta1: 1 / 2, epsilon: 0 };
  expect(firstStep(convention("nadam", "optax"), 1, hyper)).toBeCloseTo(4 / 3, 12);
});

describe("convention", () => {
  test("gives the form and the defaults of a library", () => {
    expect(convention("adagrad", "torch").hyperparameters.epsilon.default).toBe(1e-10);
    expect(convention("adagrad", "keras").state["kappa"]!.start).toBe(0.1);
    expect(convention("rmsprop", "optax").hyperparameters.zeta.default).toBe(0.9);
  });

  test("names what there is when asked for what there is not", () => {
    expect(() => convention("adam", "tensorflow" as "torch")).toThrow(
      /no such convention of adam.*allowed: deck, paper, torch/,
    );
    expect(() => convention("adm" as "adam", "torch")).toThrow("did you mean adam?");
  });

  test("takes names, and not the rules themselves", () => {
    expect(() => convention(adagrad as never, "torch" as never)).toThrow(
      /a method in several conventions is given by its name, got .*; for example: "momentum"/,
    );
    expect(() => convention("amsgrad", 3 as never)).toThrow(
      'a convention of amsgrad is given by its name, got 3; allowed: paper, torch, keras, optax; for example: "paper"',
    );
  });

  test("every method comes in at least three", () => {
    for (const forms of Object.values(conventions)) expect(Object.keys(forms).length).toBeGreaterThan(2);
  });
});
