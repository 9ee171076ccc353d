import { describe, expect, test } from "vitest";
import {
  adam,
  adamax,
  amsgrad,
  beale,
  descend,
  momentum,
  nesterov,
  newton,
  objective,
  radam,
  ravine,
  type Rule,
  type Trace,
  type WorkedLine,
} from "../../src/index.ts";
import { readWorked } from "../../src/trace/worked/specification.ts";
import { workedHtml } from "../../src/trace/worked/html.ts";
import { lineText } from "../../src/trace/worked/text.ts";
import { expectToClose, ruled } from "./closing.ts";

const path = descend(ravine, momentum, {
  start: [-8, 1.5],
  steps: 20,
  hyper: { lambda: 0.1, alpha: 0.9 },
});

const lineOf = (trace: Trace, t: number, name: string): WorkedLine =>
  trace.worked(t).lines.find((one) => one.name === name)!;

describe("a step written out", () => {
  test("has a row for each equation, numbers under letters, and indices of this step", () => {
    expect(path.worked(6).text).toBe(
      [
        "step 6: Momentum on the ravine, λ = 0.1, α = 0.9",
        "  g_6 = ∇L(w_5)  (The slope here)",
        "      x: −0.697 at −6.9731",
        "      y: −1.741 at −0.8706",
        "  m_6 = α · m_5 − λ · g_6  (Velocity)",
        "      x: 0.3523 = 0.9 · 0.3140 − 0.1 · (−0.697)",
        "      y: −0.1928 = 0.9 · (−0.4077) − 0.1 · (−1.741)",
        "  w_6 = w_5 + m_6  (Move)",
        "      x: −6.621 = −6.9731 + 0.3523",
        "      y: −1.063 = −0.8706 + (−0.1928)",
      ].join("\n"),
    );
  });

  test("numbers the terms as the picture of the step numbers its arrows", () => {
    const { marks } = lineOf(path, 6, "m");
    expect(marks.map(({ number, name, span }) => [number, name, span])).toEqual([
      [1, "jump", [0, 3]],
      [2, "correction", [3, 7]],
      [3, "new", undefined],
    ]);
    const ahead = descend(ravine, nesterov, { start: [-8, 1.5], steps: 5 });
    expect(lineOf(ahead, 4, "g").sentence).toBe("The slope where the jump lands");
    expect(lineOf(ahead, 4, "g").marks[0]).toMatchObject({ number: 1, name: "where it lands" });
    const lone = descend(beale, adam, { steps: 5 })
      .worked(5)
      .lines.flatMap(({ marks }) => marks);
    expect(lone.map(({ number, name }) => `${number} ${name}`)).toEqual(["1 slope", "2 mean", "3 update"]);
  });

  test("says in words what is too small to show, and shows it where it is not", () => {
    const known = descend(beale, adam, { steps: 5 }).worked(5).text;
    expect(known).toContain("ε = 10⁻⁸ is too small to show.");
    expect(known).not.toMatch(/, ε = /);
    const large = descend(beale, adam, { steps: 5, hyper: { epsilon: 9e-4 } }).worked(5).text;
    expect(large).toContain(", ε = 9·10⁻⁴");
  });

  test("is of the case that holds", () => {
    const early = lineOf(descend(ravine, radam, { steps: 8 }), 2, "w");
    expect([early.remark, early.parts.length]).toEqual(["as ρ_{2} > 5 does not hold", 5]);
    expect(lineOf(descend(ravine, radam, { steps: 8 }), 8, "w").remark).toBe("as ρ_{8} > 5");
  });

  test("sets accents, indices and exponents together", () => {
    expect(lineOf(descend(ravine, amsgrad, { steps: 1 }), 1, "vMax").result.letter).toBe("v^{max}_{1}");
    expect(lineOf(descend(ravine, radam, { steps: 1 }), 1, "rhoMax").result.letter).toBe("ρ_{∞,1}");
    expect(lineOf(descend(ravine, adam, { steps: 1 }), 1, "mHat").result.letter).toBe("m̂_{1}");
  });

  test("keeps functions and matrices whole", () => {
    expect(lineText(lineOf(descend(beale, adamax, { steps: 3 }), 2, "u"))).toContain(
      "u_2 = max(β_2 · u_1, |g_2| + ε)",
    );
    const jump = descend(ravine, newton, { start: [-8, 1.5], steps: 1 });
    expect(lineText(lineOf(jump, 1, "p"))).toContain("[−8.0, 1.5] = [[0.1, 0.0], [0.0, 2.0]]⁻¹[−0.8, 3.0]");
  });

  test("is of one coordinate where one is asked for", () => {
    expect(lineText(path.worked(6, { coordinate: 1 }).lines[1]!)).toBe(
      "  m_6 = α · m_5 − λ · g_6  (Velocity)\n      y: −0.1928 = 0.9 · (−0.4077) − 0.1 · (−1.741)",
    );
    expect(() => path.worked(2, { coordinate: 2 })).toThrow(
      "there is no such coordinate, got 2; allowed: 0 to 1",
    );
  });

  test("of many coordinates shows the first, and says how many more there are", () => {
    const many = objective("a^2 + b^2 + c^2 + d^2 + e1^2 + f^2 + g1^2 + h1^2");
    const worked = descend(many, momentum, { start: new Array<number>(8).fill(1), steps: 2 }).worked(2);
    expect(worked.lines[1]!.labels).toEqual(["a", "b", "c", "d", "e1", "f"]);
    expect(worked.text).toContain("2 coordinates more, computed in the same way.");
  });

  test("survives a notebook, and refuses what is none", () => {
    const { specification } = path.worked(3);
    expect(readWorked(JSON.parse(JSON.stringify(specification)))).toEqual(specification);
    expect(() => readWorked({ ...specification, lines: [{ parts: 7 }] })).toThrow("no worked step");
    expect(() => readWorked({ ...specification, title: 7 })).toThrow("no worked step");
  });
});

test.each(ruled.map((rule) => [rule.id, rule] as const))(
  "every row of %s closes with a pencil, in 20 random steps",
  (_, rule) => expectToClose(rule, 2),
);

/** Whoever changes how a worked step looks looks at it (npm run pictures), and accepts it: npx vitest run test/trace/worked -u. */
test.each<[string, Rule, number]>([
  ["momentum", momentum, 6],
  ["nesterov", nesterov, 3],
  ["adam", adam, 2],
  ["newton", newton, 1],
])("a step of %s is laid out as it was when a person last looked at it", async (name, rule, t) => {
  const worked = descend(beale, rule, { start: [1, 1], steps: 8 }).worked(t);
  const html = workedHtml(worked.specification);
  await expect(`${html.replaceAll(/<(?=tr|div|p|table|t?head|t?body|td|th)/g, "\n<")}\n`).toMatchFileSnapshot(
    `worked/${name}.txt`,
  );
});
