import { describe, expect, test } from "vitest";
import { check, hint, type StepOf } from "fall-line";
import { assignmentOf, onlyStatementOf } from "../../src/exercises/run/assigned.ts";

const line = (source: string, quantity: string): string | undefined => assignmentOf(source, quantity, ["m"]);

describe("the line of a text that assigns a quantity", () => {
  test.each([
    [
      "a list under the name of another",
      `({ w, m, g }, { lambda, alpha }) => {
        const velocity = m.map((old, i) => alpha * old + lambda * g[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
      "const velocity = m.map((old, i) => alpha * old + lambda * g[i])",
      "w: w.map((x, i) => x + velocity[i])",
    ],
    [
      "a loop that writes into what is given",
      `function step({ w, m, g }, { lambda, alpha }) {
        for (let i = 0; i < w.length; i++) {
          m[i] = alpha * m[i] + lambda * g[i];
          w[i] += m[i];
        }
        return { w, m };
      }`,
      "m[i] = alpha * m[i] + lambda * g[i]",
      "w[i] += m[i]",
    ],
    [
      "lists that are made empty and then filled",
      `(now, { lambda, alpha }) => {
        const next = [...now.w];
        const v = [];
        for (const i of now.w.keys()) {
          v.push(alpha * now.m[i] + lambda * now.g[i]);
          next[i] += v[i];
        }
        return { w: next, m: v };
      }`,
      "v.push(alpha * now.m[i] + lambda * now.g[i])",
      "next[i] += v[i]",
    ],
    [
      "a function with others in it, which returns one list as it is computed",
      `function step({ w, m, g }, { lambda, alpha }) {
        const next = w.map((x, i) => x - lambda * g[i]);
        return { w: next, m: m.map((old) => alpha * old) };
      }`,
      "m: m.map((old) => alpha * old)",
      "const next = w.map((x, i) => x - lambda * g[i])",
    ],
    [
      "a line that is broken",
      `({ w, m, g }, { lambda, alpha }) => {
        const velocity =
          m.map((old, i) =>
            alpha * old + lambda * g[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
      "const velocity = m.map((old, i) => alpha * old + lambda * g[i])",
      "w: w.map((x, i) => x + velocity[i])",
    ],
  ])("%s", (_, source, m, w) => {
    expect([line(source, "m"), line(source, "w")]).toEqual([m, w]);
  });

  test.each([
    [
      "what it is computed from stands in a line of its own",
      `({ w, m, g }, { lambda, alpha }) => {
        const pull = g.map((slope) => lambda * slope);
        const velocity = m.map((old, i) => alpha * old + pull[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
    ],
    [
      "two lines assign it",
      `({ w, m, g }, { lambda, alpha }) => {
        let velocity = m.map((old) => alpha * old);
        velocity = velocity.map((old, i) => old + lambda * g[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
    ],
    [
      "there is a choice",
      `({ w, m, g, t }, { lambda, alpha }) => {
        const velocity = m.map((old, i) => (t === 1 ? 0 : alpha * old) + lambda * g[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
    ],
    [
      "two things have its name",
      `({ w, m, g }, { lambda, alpha }) => {
        const first = { m: m.map((old) => alpha * old) };
        return { w: first.m, m: m.map((old) => lambda * old) };
      }`,
    ],
    ...["next.m[i] = alpha * m[i] + g[i]", "next.m[i] -= g[i]", "next.m.splice(i, 1, g[i])"].map(
      (changed) => [
        `it is changed in an object that was made with another: ${changed}`,
        `({ w, m, g }, { lambda, alpha }) => {
        const next = { w: [...w], m: [...m] };
        for (let i = 0; i < w.length; i++) ${changed};
        return next;
      }`,
      ],
    ),
    ...["g = g.map((x) => 2 * x);", "g[0] = 1;", "for (const i of g.keys()) g[i] *= 2;", "g[1] **= 2;"].map(
      (changed) => [
        `what it is computed from is changed before: ${changed}`,
        `({ w, m, g }, { lambda, alpha }) => {
        ${changed}
        const velocity = m.map((old, i) => alpha * old + lambda * g[i]);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
      ],
    ),
    [
      "there is a switch",
      `({ w, m, g, t }, { lambda, alpha }) => {
        switch (t) { default: m = m.map((old, i) => alpha * old + lambda * g[i]); }
        return { w: w.map((x, i) => x + m[i]), m };
      }`,
    ],
    [
      "it is filled at once",
      `({ w, m, g }, { lambda, alpha }) => {
        const velocity = m.map((old, i) => alpha * old + lambda * g[i]);
        velocity.fill(0);
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
    ],
    [
      "its line is too long to be quoted",
      `({ w, m, g }, { lambda, alpha }) => {
        const velocity = m.map((old, i) => alpha * old + lambda * g[i]${" + 0 * g[i]".repeat(8)});
        return { w: w.map((x, i) => x + velocity[i]), m: velocity };
      }`,
    ],
    [
      "it is taken apart",
      `({ w, m, g }, { lambda, alpha }) => {
        const [a, velocity] = both(m, g);
        return { w: a, m: velocity };
      }`,
    ],
  ])("is not told where %s", (_, source) => {
    expect(line(source, "m")).toBeUndefined();
  });

  test("of w is told where what holds it is used for nothing else, or is called w", () => {
    const other = (name: string): string => `({ w, m, g }, { lambda, alpha }) => {
      const ${name} = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: ${name}, m: ${name} };
    }`;
    expect(line(other("both"), "w")).toBeUndefined();
    expect(line(other("both"), "m")).toBeUndefined();
    const filled = `({ w, m, g }, { lambda }) => {
      const next = [];
      for (const i of w.keys()) next.push(w[i] - lambda * g[i]);
      return { w: next, m };
    }`;
    expect(line(filled, "w")).toBe("next.push(w[i] - lambda * g[i])");
    const own = `({ w, m, g }, { lambda }) => {
      for (let i = 0; i < w.length; i++) w[i] = w[i] - lambda * g[i];
      return { w, m };
    }`;
    expect(line(own, "w")).toBe("w[i] = w[i] - lambda * g[i]");
  });

  test("may call what it maps over as it likes, with brackets or without", () => {
    const bare = `({ w, m }, { alpha }) => {
      const kept = m.map(old => alpha * old);
      return { w: w.map((x, i) => x + kept[i]), m: kept };
    }`;
    expect(line(bare, "m")).toBe("const kept = m.map(old => alpha * old)");
  });

  test("of a function with one statement it is this one, and of one with several none", () => {
    expect(onlyStatementOf("({ x }) => 3 * x")).toBe("3 * x");
    expect(onlyStatementOf("({ x }) => {\n  return 3 * x;\n}")).toBe("return 3 * x");
    expect(onlyStatementOf("function f({ x }) {\n  return [x,\n    3 * x];\n}")).toBe("return [x, 3 * x]");
    expect(onlyStatementOf("({ x }) => {\n  const y = 3 * x;\n  return y;\n}")).toBeUndefined();
    expect(onlyStatementOf("({ x }) => { for (;;) return 3 * x; }")).toBeUndefined();
    expect(onlyStatementOf("({ x }) => { if (x) return 3 * x }")).toBeUndefined();
    expect(onlyStatementOf("({ x }) => { x += 1; return 3 * x }")).toBeUndefined();
  });
});

test("the name of a mistake comes with the line that it is in", () => {
  const step: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
    const velocity = m.map((old, i) => alpha * old + lambda * g[i]!);
    return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
  };
  check("momentum/rule", step);
  expect(hint("momentum/rule").text).toContain(
    "It is in your line:\n\nconst velocity = m.map((old, i) => alpha * old + lambda * g[i])",
  );
});
