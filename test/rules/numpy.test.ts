import { expect, test } from "vitest";
import { defineRule, hyper, line, momentum, rules } from "fall-line";
import { numpyProgram, pythonName } from "../../src/rules/numpy.ts";

/** What the long suite has run against the reference runs: accept with -u only what it has run anew. */
test("every rule's program is the one that has been run", async () => {
  const programs = rules.map((rule) => numpyProgram(rule)).join("\n\n");
  await expect(programs).toMatchFileSnapshot("programs.txt");
});

test("a program has the rule's lines in their order, and its usual numbers", () => {
  expect(numpyProgram(momentum)).toBe(
    [
      "import numpy as np",
      "",
      "",
      "def momentum(gradient, w, steps, lambda_=0.01, alpha=0.9):",
      '    """Momentum (Polyak 1964, the heavy ball; slide 6)."""',
      "    w = np.array(w, dtype=float)",
      "    path = [w]",
      "    m = np.zeros(len(w))",
      "    for t in range(1, steps + 1):",
      "        g = gradient(w)",
      "        m = alpha * m - lambda_ * g",
      "        w = w + m",
      "        path.append(w)",
      "    return path",
      "",
    ].join("\n"),
  );
});

test("a condition on numbers is Python's own, one on vectors NumPy's; names are as Python has them", () => {
  const rule = defineRule({
    id: "my-rule",
    title: "Mine",
    hyperparameters: { in: hyper.positive({ tex: "a", default: 1e-7, meaning: "small" }) },
    equations: {
      early: line.scalar("t < 3 and n > 1 ? 2 : 1"),
      w: "w - (g > 0 ? in : -in)*early*max(g, 1, w)^-2",
    },
  });
  const program = numpyProgram(rule);
  expect(program).toContain("def my_rule(gradient, w, steps, in_=1e-7):");
  expect(program).toContain("early = 2 if np.logical_and(t < 3, len(w) > 1) else 1");
  expect(program).toContain(
    "w = w - np.where(g > 0, in_, -in_) * early * np.maximum(np.maximum(g, 1), w)**(-2)",
  );
  expect(["mHat", "H", "beta1", "vMax"].map(pythonName)).toEqual(["m_hat", "H", "beta1", "v_max"]);
});
