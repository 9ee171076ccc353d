import { expect, test } from "vitest";
import {
  adagrad,
  adam,
  defineExercises,
  descend,
  exercise,
  himmelblau,
  lessonExercises,
  momentum,
  nesterov,
  newton,
  objective,
} from "fall-line";
import { proveExercise } from "fall-line/tools";
import { Card } from "../../src/exercises/card.ts";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { type CardExercise, isCardExercise } from "../../src/exercises/exercise.ts";

const all = [...lessonExercises.all];

test.each(all)(
  "%s is proven: its stub fails, its solution passes, its misconceptions are told apart",
  (id, one) => {
    expect(proveExercise(id, one)).toEqual([]);
  },
);

test.each(all.filter(([, one]) => isCardExercise(one)))(
  "the example of the card %s is no right answer",
  (id, one) => {
    const { text } = new Card(id, one as CardExercise);
    const example = /Answer with check\("[^"]+", (.+)\)\.$/.exec(text)![1]!;
    const asJson = example.replace(", ...", "").replaceAll(/\w+(?=: )/g, '"$&"');
    const { outcome } = checkAnswer(id, one, JSON.parse(asJson));
    expect(outcome).not.toBe("right");
  },
);

test("a misconception that is right is told", () => {
  const twice = defineExercises("an", {
    x: exercise.formula({
      title: "Twice",
      prompt: "Return twice x.",
      formula: "2*x",
      arguments: { x: { from: -5, to: 5 } },
      solution: ({ x }) => 2 * x,
      misconceptions: [
        { what: "2 is added", formula: "x + 2" },
        { what: "x is added", formula: "x + x" },
      ],
      hints: ["?"],
    }),
  });
  expect([...twice.all].flatMap(([id, one]) => proveExercise(id, one))).toEqual([
    'an/x: "x is added" counts as right',
  ]);
});

test("a text that is empty is named", () => {
  const why = exercise.explain({
    title: "",
    prompt: "Why?",
    model: " ",
    hints: ["?"],
    lookFor: { a: "A.", b: "" },
  });
  const which = exercise.choose({
    title: "Which?",
    prompt: "Which?",
    hints: ["Look.", ""],
    options: { a: { text: "A.", reason: "So it is.", right: true }, b: { text: "B.", reason: "" } },
  });
  const { all } = defineExercises("mine", { why, which });
  expect([...all].flatMap(([id, one]) => proveExercise(id, one))).toEqual([
    "mine/why: title, model, lookFor.b are empty",
    "mine/which: hints[1], options.b.reason are empty",
  ]);
});

test.each([
  "motivation",
  "gradient-descent",
  "momentum",
  "nesterov",
  "adagrad",
  "adam",
  "learning-rate-decay",
  "second-order",
])("%s has an exercise of every kind", (lesson) => {
  const own = all.filter(([id]) => id.startsWith(`${lesson}/`)).map(([, exercise]) => exercise);
  const kinds = new Set(own.map(({ kind }) => kind));
  const written = kinds.has("write") || kinds.has("formula");
  expect([
    kinds.has("predict"),
    kinds.has("choose"),
    written,
    kinds.has("bug") || own.some((exercise) => exercise.kind === "formula" && exercise.given !== undefined),
    kinds.has("tune"),
    kinds.has("explain"),
  ]).not.toContain(false);
});

test("the numbers that predictions ask for are those of the runs", () => {
  const byId = lessonExercises.byId;
  const parabola = objective("x^2");
  const hyper = { lambda: 0.1, alpha: 0.9 };
  const heavy = descend(parabola, momentum, { start: [1], steps: 6, hyper });
  const { x, step } = byId["momentum/crossing"].fields;
  expect(heavy.at(3).w[0]).toBeCloseTo(x.answer, 12);
  expect(heavy.path.findIndex((w) => w[0]! < 0)).toBe(step.answer);

  const looking = descend(parabola, nesterov, { start: [1], steps: 2, hyper });
  expect(looking.at(2).lookahead[0]).toBeCloseTo(byId["nesterov/second"].fields.ahead.answer, 12);
  expect(looking.at(2).w[0]).toBeCloseTo(byId["nesterov/second"].fields.x.answer, 12);

  const slope = { value: (w: Float64Array) => 3 * w[0]!, gradient: () => [3] };
  const shrinking = descend(slope, adagrad, { start: [0], steps: 100, hyper: { lambda: 0.5 } });
  const { first, hundredth } = byId["adagrad/shrinking"].fields;
  expect([1, 100].map((t) => -shrinking.at(t).update[0]!)).toEqual(
    [first, hundredth].map(({ answer }) => expect.closeTo(answer, 6) as number),
  );

  const thenFlat = {
    value: () => 0,
    gradient: (_w: Float64Array, _out: unknown, t: number) => [t === 1 ? 2 : 0],
  };
  const onward = descend(thenFlat, adam, { start: [0], steps: 2, hyper: { eta: 0.1 } });
  expect(-onward.at(2).update[0]!).toBeCloseTo(byId["adam/first"].fields.second.answer, 4);

  expect((3 * Math.log(2)) / 0.05).toBeCloseTo(byId["learning-rate-decay/halving"].fields.steps.answer, 0);
  expect(descend("x^4", newton, { start: [3], steps: 1 }).end.w[0]).toBeCloseTo(
    byId["second-order/quartic"].fields.x.answer,
    12,
  );
  expect(descend(himmelblau, newton, { start: [0.5, 0.5], steps: 20 }).end.loss).toBeCloseTo(181.6165, 3);
});

test.each([{}, null, { kind: 1 }, "why"])("a set holds exercises and nothing else: %j", (one) => {
  expect(() => defineExercises("mine", { one } as never)).toThrow(/defineExercises takes exercises by name/);
});
