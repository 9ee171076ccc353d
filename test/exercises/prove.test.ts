import { describe, expect, test } from "vitest";
import { exercise, gradientDescent, quadratic } from "fall-line";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { proveExercise } from "../../src/exercises/prove.ts";

const asked = { title: "Why?", prompt: "Say why.", hints: ["Look."] as [string] };
const faults = (one: Exercise): string[] => proveExercise("a/b", one);

const predict = {
  ...asked,
  fields: { x: { label: "x", answer: 1.2, within: 0.3 }, y: { label: "y", answer: 2, within: 0 } },
  because: "It rolls on.",
};
const options = {
  a: { text: "It falls", reason: "It does.", right: true },
  b: { text: "It climbs", reason: "It does not." },
};
const explain = { ...asked, model: "It rolls.", lookFor: { a: "It moves.", b: "It stops." } };
const formula = {
  ...asked,
  formula: "2*a + b",
  arguments: { a: { from: 1, to: 2 }, b: { from: 3, to: 4 } },
  solution: ({ a, b }: Record<"a" | "b", number>) => 2 * a + b,
};
function moved(sign: number) {
  return ({ w, g }: Record<"w" | "g", number[]>, { lambda }: { readonly lambda: number }) => ({
    w: w.map((x, i) => x + sign * lambda * g[i]!),
  });
}
const write = {
  ...asked,
  rule: gradientDescent,
  solution: moved(-1),
};
const uphill = moved(1);
const bug = { ...write, given: uphill, because: "It went up." };
const order = { ...asked, because: "So it goes." };
const tune = {
  ...asked,
  rule: gradientDescent,
  on: quadratic([1]),
  start: [1],
  steps: 10,
  below: 1e-4,
  given: { lambda: 0.01 },
  solution: { lambda: 0.9 },
  because: "A larger rate gets there.",
};

test.each<[string, Exercise]>([
  ["predict", exercise.predict(predict)],
  ["foresee", exercise.foresee({ ...asked, options })],
  ["choose", exercise.choose({ ...asked, options })],
  ["write", exercise.write(write)],
  ["formula", exercise.formula(formula)],
  ["formula with a bug", exercise.formula({ ...formula, given: "a + b" })],
  ["bug", exercise.findTheBug(bug)],
  ["tune", exercise.tune(tune)],
  ["explain", exercise.explain(explain)],
  [
    "explain, with three to look for",
    exercise.explain({ ...explain, lookFor: { a: "A.", b: "B.", c: "C." } }),
  ],
  ["an order of two steps", exercise.order({ ...order, steps: { first: "1", second: "2" } })],
])("nothing is wrong with a good exercise: %s", (_, one) => {
  expect(faults(one)).toEqual([]);
});

describe("what is wrong with an exercise is told with its name", () => {
  test.each<[string, Exercise, string]>([
    ["a title", exercise.explain({ ...explain, title: " \n" }), "title is empty"],
    ["a prompt", exercise.tune({ ...tune, prompt: "" }), "prompt is empty"],
    [
      "hints",
      exercise.explain({ ...explain, prompt: "", hints: ["", "Look."] }),
      "prompt, hints[0] are empty",
    ],
    [
      "what it looks for",
      exercise.explain({ ...explain, lookFor: { a: "", b: "B." } }),
      "lookFor.a is empty",
    ],
    ["a model", exercise.explain({ ...explain, model: "" }), "model is empty"],
    ["a reason after it", exercise.predict({ ...predict, because: "" }), "because is empty"],
    ["an explanation", exercise.predict({ ...predict, explanation: "" }), "explanation is empty"],
    [
      "a label",
      exercise.predict({ ...predict, fields: { x: { label: "", answer: 1, within: 0 } } }),
      "fields.x.label is empty",
    ],
    [
      "a reason of an option",
      exercise.choose({ ...asked, options: { ...options, b: { text: "It climbs", reason: "" } } }),
      "options.b.reason is empty",
    ],
  ])("an empty text: %s", (_, one, due) => {
    expect(faults(one)).toEqual([`a/b: ${due}`]);
  });

  test.each([[{ a: "A." }], [{ a: "A.", b: "B.", c: "C.", d: "D." }]])(
    "neither two nor three things to look for: %j",
    (lookFor) => {
      expect(faults(exercise.explain({ ...explain, lookFor: lookFor as typeof explain.lookFor }))).toEqual([
        "a/b: there must be two or three things to look for in an answer",
      ]);
    },
  );

  test("nothing to put in order", () => {
    expect(faults(exercise.order({ ...order, steps: { only: "1" } }))).toEqual([
      "a/b: there must be two lines that belong to it, or more",
    ]);
  });

  test.each([
    [{ a: options.b, b: options.b }],
    [{ a: options.a, b: options.a }],
    [{ a: { ...options.a, right: false }, b: options.b }],
  ])("not just one right option: %#", (wrong) => {
    for (const one of [
      exercise.choose({ ...asked, options: wrong }),
      exercise.foresee({ ...asked, options: wrong }),
    ])
      expect(faults(one)).toEqual(["a/b: there must be exactly one right option"]);
  });

  test.each([
    [NaN, 0.3],
    [1, -1],
  ])("an answer that it does not take itself: %d within %d", (answer, within) => {
    const fields = { x: { label: "x", answer, within } };
    expect(faults(exercise.predict({ ...predict, fields }))).toEqual([
      expect.stringMatching(/^a\/b: its own answer gives "/),
    ]);
  });

  test.each<[string, Exercise, RegExp]>([
    ["write", exercise.write({ ...write, solution: uphill }), /^a\/b: the solution counts as almost: ./],
    [
      "formula",
      exercise.formula({ ...formula, solution: () => 1 }),
      /^a\/b: the solution counts as not yet: ./,
    ],
    ["bug", exercise.findTheBug({ ...bug, solution: moved(-2) }), /^a\/b: the solution counts as almost: ./],
    [
      "tune",
      exercise.tune({ ...tune, solution: { lambda: 0.02 } }),
      /^a\/b: the solution counts as (almost|not yet): ./,
    ],
  ])("a solution that is none: %s", (_, one, due) => {
    expect(faults(one)).toEqual([expect.stringMatching(due)]);
  });

  test.each<[string, Exercise, RegExp]>([
    ["bug", exercise.findTheBug({ ...bug, given: write.solution }), /^a\/b: what is given counts as right$/],
    [
      "another bug than the one that is given",
      exercise.findTheBug({ ...bug, given: (() => 3) as never }),
      /^a\/b: what is given counts as /,
    ],
    ["formula", exercise.formula({ ...formula, given: "b + 2*a" }), /^a\/b: what is given counts as right$/],
    [
      "tune",
      exercise.tune({ ...tune, given: { lambda: 0.8 } }),
      /^a\/b: what is given reaches the loss already$/,
    ],
  ])("what is given needs no mending: %s", (_, one, due) => {
    expect(faults(one)).toContainEqual(expect.stringMatching(due));
  });

  test("a misconception that is told as another, or as no mistake", () => {
    const misconceptions = [
      { what: "the step goes uphill", step: uphill },
      { what: "the step goes up", step: uphill },
      { what: "nothing is wrong", step: write.solution },
    ];
    const found = faults(exercise.write({ ...write, misconceptions: misconceptions }));
    expect(found).toEqual([
      'a/b: the misconception "the step goes up" counts as almost: the step goes uphill',
      'a/b: the misconception "nothing is wrong" counts as right',
    ]);
  });

  test("a wrong formula that counts as right", () => {
    const misconceptions = [{ what: "b stands first", formula: "b + 2*a" }];
    const neighbours = [{ what: "a stands twice", formula: "a + b + a" }];
    expect(faults(exercise.formula({ ...formula, misconceptions, neighbours } as never))).toEqual([
      'a/b: "b stands first" counts as right',
      'a/b: "a stands twice" counts as right',
    ]);
  });

  test.each<[string, Exercise, string]>([
    [
      "a misconception",
      exercise.write({ ...write, misconceptions: [{ what: "it climbs", equations: { w: "w + lamda*g" } }] }),
      'the misconception "it climbs": ',
    ],
    ["the formula", exercise.formula({ ...formula, formula: "2*a + c" }), "the formula: c "],
    ["what is given", exercise.formula({ ...formula, given: "a + +" }), "what is given: "],
    [
      "a misconception of a formula",
      exercise.formula({ ...formula, misconceptions: [{ what: "b is doubled", formula: "2*a + bb" }] }),
      '"b is doubled": bb ',
    ],
    [
      "a neighbour",
      exercise.formula({ ...formula, neighbours: [{ what: "the mean", formula: "mean(a, b)" }] }),
      '"the mean": ',
    ],
  ])("what cannot be computed, and nothing else: %s", (_, one, due) => {
    expect(faults(one)).toEqual([expect.stringContaining(`a/b: ${due}`)]);
  });

  test("how far a solution is from its mark", () => {
    expect(faults(exercise.tune({ ...tune, solution: { lambda: 0.02 } }))[0]).toMatch(
      /still above the mark\. After 10 steps the loss is 0\.\d+; the mark is 10⁻⁴\.$/,
    );
  });
});
