import { describe, expect, test } from "vitest";
import { descend, InputError } from "fall-line";

const run = (rule: unknown): unknown => descend("x^2", rule as never, { start: [1], steps: 1 });

describe("what stands where a rule is wanted", () => {
  test.each([
    ["adam", "adam"],
    ["Gradient-descent", "gradientDescent"],
    ["ADAGRAD", "adagrad"],
    ["damped newton", "dampedNewton"],
    ["nesterov_rewritten", "nesterovRewritten"],
    ["Adam incomplete", "adamIncomplete"],
    ["L-BFGS", "lbfgs"],
  ])("may be a rule's name in quotes, however it is written: %s", (given, name) => {
    expect(() => run(given)).toThrow(`write it without quotes: ${name}`);
  });

  test.each([
    ["adm", /allowed: .*gradientDescent.*did you mean adam/is],
    ["a rule", /write one of these without quotes: gradientDescent/],
    [() => 1, /descend takes a rule, which is made of equations and is no function/],
    ["adam2", /descend takes a rule itself, and not its name, got "adam2"; allowed: .*did you mean adam/is],
    ["-adam", /this is no rule/],
    [{ format: 1, equations: {} }, /this is no rule/],
    [{ format: 2, equations: {}, hyperparameters: {} }, /this is no rule/],
    [{ format: 1, equations: "w", hyperparameters: {} }, /this is no rule/],
    [{ format: 1, equations: null, hyperparameters: {} }, /this is no rule/],
    [{ format: 1, equations: {}, hyperparameters: [] }, /this is no rule/],
    [null, /this is no rule/],
    ["w - g; x", /this is no rule.*the order is: descend\(objective, rule, options\)/],
    [3, /this is no rule.*the order is: descend\(objective, rule, options\)/],
  ])("is no rule otherwise, and the cure is named: %s", (given, message) => {
    expect(() => run(given)).toThrow(InputError);
    expect(() => run(given)).toThrow(message);
  });
});
