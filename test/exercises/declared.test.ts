import { describe, expect, test } from "vitest";
import { adam, exercise, gradientDescent, momentum, parabola } from "fall-line";
import { conventionsOf } from "../../src/exercises/conventions.ts";

const asked = { title: "T", prompt: "P?", hints: ["H."] } as const;
const step = (): never => {
  throw new Error();
};
const parts = {
  predict: { fields: {}, because: "" },
  foresee: { options: {} },
  choose: { options: {} },
  explain: { model: "M.", lookFor: {} },
  formula: { formula: "2*x", arguments: { x: { from: 0, to: 1 } }, solution: step },
  write: { rule: momentum, solution: step },
  findTheBug: { rule: momentum, solution: step, given: step, because: "B." },
  tune: { rule: gradientDescent, on: parabola, start: [1], steps: 1, below: 1, given: {}, solution: {}, because: "" },
} as const; // prettier-ignore
const make = exercise as unknown as Record<string, (given: unknown) => { readonly kind: string }>;
const kinds = Object.entries(parts);

describe.each(kinds)("exercise.%s", (kind, own) => {
  test("makes an exercise of its kind with all that was given", () => {
    const made = make[kind]!({ ...asked, ...own });
    expect(made).toMatchObject({ ...asked, kind: kind === "findTheBug" ? "bug" : kind });
  });

  test.each(["title", "prompt", "hints"])("is told to need a %s", (name) => {
    const needs = `exercise.${kind} needs a title, a prompt and a list of hints`;
    for (const bad of [undefined, 3])
      expect(() => make[kind]!({ ...asked, ...own, [name]: bad })).toThrow(needs);
    expect(() => make[kind]!({ ...asked, ...own, hints: "Look." })).toThrow(needs);
    expect(() => make[kind]!(undefined)).toThrow(needs);
  });
});

test.each(["write", "findTheBug", "tune"] as const)("exercise.%s is told to be about a rule", (kind) => {
  const needs = `exercise.${kind} is about a rule`;
  for (const rule of [undefined, { id: "momentum" }])
    expect(() => make[kind]!({ ...asked, ...parts[kind], rule })).toThrow(needs);
});

describe.each(["write", "findTheBug"] as const)("what exercise.%s compares an answer with", (kind) => {
  const targetOf = (more: object): unknown =>
    (make[kind]!({ ...asked, ...parts[kind], ...more }) as unknown as { readonly target: unknown }).target;

  test("are all forms that are known of its rule, where none is given", () => {
    for (const rule of [momentum, adam]) {
      const due = { rule, misconceptions: [], conventions: conventionsOf(rule) };
      expect(conventionsOf(rule).length).toBeGreaterThan(0);
      expect(targetOf({ rule })).toEqual(due);
      expect(targetOf({ rule, conventions: undefined, misconceptions: undefined })).toEqual(due);
    }
    expect(targetOf({ rule: gradientDescent })).toMatchObject({ conventions: [] });
  });

  test("are those that are given, and none for an exercise about the difference", () => {
    const misconceptions = [{ what: "it stays", equations: { w: "w" } }];
    expect(targetOf({ misconceptions, conventions: [] })).toEqual({ rule: momentum, misconceptions, conventions: [] }); // prettier-ignore
  });
});

test("exercise.formula compares with what is given, and with nothing besides where nothing is", () => {
  const own = { ...asked, ...parts.formula };
  const ranges = parts.formula.arguments;
  expect(exercise.formula(own).target).toEqual({
    formula: "2*x",
    arguments: ranges,
    besides: [],
    misconceptions: [],
    neighbours: [],
  });
  const more = {
    besides: [{ x: 0 }],
    misconceptions: [{ what: "2 is added", formula: "x + 2" }],
    neighbours: [{ what: "it is three times x", formula: "3*x" }],
  };
  const made = exercise.formula({ ...own, ...more, given: "x" });
  expect(made.target).toEqual({ formula: "2*x", arguments: ranges, ...more });
  expect(made).toMatchObject({ given: "x", solution: step });
  expect(made).not.toHaveProperty("formula");
});
