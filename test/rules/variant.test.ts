import { describe, expect, test } from "vitest";
import { adagrad, adam, hyper, variant } from "fall-line";

describe("variant", () => {
  test("changes only what it names", () => {
    const outside = variant(adagrad, {
      id: "o",
      title: "O",
      equations: { w: "w - lambda*g/(sqrt(kappa) + epsilon)" },
    });
    expect(outside.equations["kappa"]).toEqual(adagrad.equations["kappa"]);
    expect(outside.hyperparameters).toEqual(adagrad.hyperparameters);
    expect(Object.keys(outside.equations)).toEqual(["kappa", "w"]);
  });

  test("puts a new line before the changed line that follows it", () => {
    const decayed = variant(adam, {
      id: "d",
      title: "D",
      hyperparameters: { decay: hyper.nonNegative({ tex: "\\gamma", default: 0.1, meaning: "decay" }) },
      equations: { full: "g + decay*w", m: "beta1*m + (1 - beta1)*full" },
    });
    expect(Object.keys(decayed.equations)).toEqual(["full", "m", "v", "mHat", "vHat", "w"]);
    expect(decayed.equations["m"]!.role).toBe("first moment");
    const clipped = variant(adam, {
      id: "c",
      title: "C",
      equations: { m: "beta1*m + (1 - beta1)*g/2", small: "min(mHat, 1)", w: "w - eta*small/sqrt(vHat)" },
    });
    expect(Object.keys(clipped.equations)).toEqual(["m", "v", "mHat", "vHat", "small", "w"]);
  });

  test("is checked like any rule", () => {
    expect(() => variant(adam, { id: "x", title: "X", equations: { w: "w - eta*mHut" } })).toThrow(
      "did you mean mHat?",
    );
  });
});
