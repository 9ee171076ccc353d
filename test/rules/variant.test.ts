import { describe, expect, test } from "vitest";
import { adagrad, adam, hyper, line, state, variant } from "fall-line";

const epsilon = { ...adagrad.hyperparameters.epsilon, default: 1e-3 };

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
    const halved = variant(adam, {
      id: "h",
      title: "H",
      equations: { half: "g/2", m: "beta1*m + (1 - beta1)*half", v: "beta2*v + (1 - beta2)*half^2" },
    });
    expect(Object.keys(halved.equations)).toEqual(["half", "m", "v", "mHat", "vHat", "w"]);
    const clipped = variant(adam, {
      id: "c",
      title: "C",
      equations: { m: "beta1*m + (1 - beta1)*g/2", small: "min(mHat, 1)", w: "w - eta*small/sqrt(vHat)" },
    });
    expect(Object.keys(clipped.equations)).toEqual(["m", "v", "mHat", "vHat", "small", "w"]);
  });

  test("keeps all else: rate, sensible settings, look and source, if it has none of its own", () => {
    const { format, rate, sensible, look, source, state } = adagrad;
    const plain = variant(adagrad, { id: "p", title: "P", hyperparameters: { epsilon } });
    expect(plain).toMatchObject({ format, id: "p", title: "P", rate, sensible, look, source, state });
    expect(plain.hyperparameters).toEqual({ ...adagrad.hyperparameters, epsilon });
    expect(plain.equations).toEqual(adagrad.equations);
    const own = variant(adagrad, {
      id: "o",
      title: "O",
      look: adam.look,
      source: { key: "mine", where: "page 1" },
      gradientAt: "w/2",
    });
    expect([own.look, own.source, own.gradientAt]).toEqual([
      adam.look,
      { key: "mine", where: "page 1" },
      "w/2",
    ]);
  });

  test("a line given whole has its own looks alone, and a state its own start", () => {
    const changed = variant(adam, {
      id: "c",
      title: "C",
      state: { v: state.vector({ start: 2, meaning: "second moment" }) },
      equations: { mHat: line.vector("m/2", { tex: "M" }), vHat: "v/2" },
    });
    expect(changed.equations["mHat"]).toEqual({ text: "m/2", shape: "vector", tex: "M" });
    expect(changed.equations["vHat"]).toEqual({ ...adam.equations["vHat"], text: "v/2" });
    expect([changed.state["v"]!.start, changed.state["m"]!.start]).toEqual([2, 0]);
  });

  test("a new line with no changed line after it stands before the one for w", () => {
    const late = variant(adam, {
      id: "l",
      title: "L",
      equations: { w: "w - eta*second", first: "2*mHat", second: "first/2" },
    });
    expect(Object.keys(late.equations)).toEqual(["m", "v", "mHat", "vHat", "first", "second", "w"]);
  });

  test("is checked like any rule", () => {
    expect(() => variant(adam, { id: "x", title: "X", equations: { w: "w - eta*mHut" } })).toThrow(
      "did you mean mHat?",
    );
  });
});
