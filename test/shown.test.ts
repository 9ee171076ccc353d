import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  adam,
  beale,
  curves,
  descend,
  iris,
  momentum,
  network,
  nesterov,
  noisy,
  objective,
  quadratic,
  rules,
  schedules,
  table,
  variant,
} from "fall-line";
import { bundleOf } from "../src/display.ts";
import { rangeInWords } from "../src/rules/hyperparameters.ts";
import { alignedTex } from "../src/rules/tex.ts";
import { equationsText, sourceText } from "../src/rules/text.ts";

const shown = (value: unknown): { markdown: string; plain: string } => {
  const bundle = bundleOf(value) as Record<string, string>;
  return { markdown: bundle["text/markdown"]!, plain: bundle["text/plain"]! };
};

describe("a rule shows itself", () => {
  test("as text", () => {
    expect(shown(momentum).plain.split("\n")).toEqual([
      "Momentum",
      "  g = gradient at w",
      "  m = alpha*m - lambda*g",
      "  w = w + m",
      "lambda  learning rate: above 0; 0.01 by default",
      "alpha   share of the old velocity that is kept: in [0, 1); 0.9 by default",
      "Source: Polyak 1964, the heavy ball; slide 6",
    ]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s: all its lines, settings and its source",
    (_, rule) => {
      const { plain, markdown } = shown(rule);
      expect(markdown).toContain(`$$${alignedTex(rule)}$$`);
      for (const line of equationsText(rule)) expect(plain).toContain(`  ${line}\n`);
      for (const [name, one] of Object.entries(rule.hyperparameters))
        for (const text of [plain, markdown])
          for (const part of [name, one.meaning, rangeInWords(one)]) expect(text).toContain(part);
      if (rule.source) for (const text of [plain, markdown]) expect(text).toContain(sourceText(rule.source));
    },
  );

  test("and a rule that is made of it shows its own lines", () => {
    const near = variant(momentum, { id: "near", title: "Near", equations: { m: "alpha*m - g" } });
    expect(shown(near).plain).toMatch(/^Near\n.*\n {2}m = alpha\*m - g\n/);
  });

  test("and stays the data that it is", () => {
    const copy = structuredClone(momentum);
    expect(copy).toEqual(momentum);
    expect(Object.keys({ ...momentum })).toEqual(Object.keys(copy));
    expect(JSON.parse(JSON.stringify(momentum))).toEqual(copy);
  });
});

test.each<[string, unknown, string[]]>([
  ["of a formula", objective("x^2 + 3*y^2"), ["x^2 + 3*y^2", "  in 2 parameters: x, y"]],
  [
    "with a name",
    beale,
    [
      "Beale: (1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
      "  in 2 parameters: x, y",
      "  least value 0 at (3, 0.5)",
      "  usual start (1, 1)",
      "  Source: Beale 1958",
    ],
  ],
  [
    "that is a saddle",
    quadratic([1, -1], { name: "saddle" }),
    [
      expect.stringMatching(/^saddle: /),
      "  in 2 parameters: x, y",
      "  without a least value",
      "  usual start (1, 1)",
    ],
  ],
  [
    "in many parameters",
    quadratic([1, 2, 3, 4]),
    ["quadratic with curvatures 1 ... 4", "  in 4 parameters", "  least value 0"],
  ],
  ["with noise", noisy(beale, { size: 1 }), expect.arrayContaining(["noisy Beale"])],
  [
    "that is a network",
    network(iris(), { hidden: [3] }),
    ["a 4-3-3 network on iris", "  in 27 parameters", "  least value 0"],
  ],
])("an objective %s shows itself", (_, value, lines) => {
  expect(shown(value).plain.split("\n")).toEqual(lines);
});

test("an objective's formula is set", () => {
  expect(shown(objective("x^2/2", { name: "half" })).markdown).toMatch(
    /^\*\*half\*\*\n\n\$\$\\frac\{x\^\{2\}\}\{2\}\$\$/,
  );
});

test.each([
  [schedules.constant(), "constant: at step t the learning rate is multiplied with 1"],
  [
    schedules.step({ factor: 0.5, every: 10 }),
    "step: at step t the learning rate is multiplied with factor^floor((t - 1)/every), with factor = 0.5, every = 10",
  ],
])("a schedule shows itself", (schedule, text) => {
  expect(shown(schedule).plain).toBe(text);
  expect(shown(schedule).markdown).toMatch(/\$\$.+\$\$/);
});

test("what lessons make prints as it is shown, and among others as what it is", () => {
  const run = descend("x^2", momentum, { start: [1], steps: 3 });
  const made = [run, run.worked(1), table({ a: 1 }), curves(run)];
  for (const one of made) expect(inspect(one)).toBe(shown(one).plain);
  expect(inspect(made, { depth: 5 })).toBe("[ [Trace], [Worked], [Table], [Figure] ]");
});

test("among others each is told by its name, and printed alone in full", () => {
  expect(inspect([adam, { on: beale }, schedules.constant()])).toBe(
    "[ [Rule Adam], { on: [Objective Beale] }, [Schedule constant] ]",
  );
  expect(inspect(nesterov)).toBe(shown(nesterov).plain);
  const asText = (value: unknown): string => "".concat(value as string);
  expect(`${asText(adam)} on ${asText(beale)}`).toBe("Adam on Beale");
});
