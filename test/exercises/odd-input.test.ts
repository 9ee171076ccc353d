import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defineExercises, exercise, type Feedback, gradientDescent, ravine } from "fall-line";

const PROGRESS = Symbol.for("fall-line.progress");
let lines: string[];
beforeEach(() => {
  lines = [];
  const value = { append: (line: string) => void lines.push(line), read: () => lines };
  Object.defineProperty(globalThis, PROGRESS, { value, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, PROGRESS);
});

const hints = ["Think."] as const;
const mine = defineExercises("mine", {
  pair: exercise.predict({
    title: "Two numbers",
    prompt: "How far?",
    fields: {
      along: { label: "along", answer: 0.8, within: 0.1 },
      across: { label: "across", answer: 1.2, within: 0.1 },
    },
    because: "So it is.",
    hints,
  }),
  single: exercise.predict({
    title: "One",
    prompt: "How far?",
    fields: { x: { label: "x", answer: 1.3, within: 0.1 } },
    because: "So it is.",
    hints,
  }),
  kind: exercise.foresee({
    title: "A kind",
    prompt: "Which?",
    options: {
      flat: { text: "A plain.", reason: "No." },
      steep: { text: "A cliff.", reason: "Yes.", right: true },
    },
    hints,
  }),
  tuned: exercise.tune({
    title: "A rate",
    prompt: "Below 1.",
    rule: gradientDescent,
    on: ravine,
    start: [1, 1],
    steps: 5,
    below: 1,
    given: { lambda: 0.01 },
    solution: { lambda: 0.1 },
    because: "",
    hints,
  }),
  words: exercise.explain({ title: "W", prompt: "?", model: "M.", lookFor: { a: "A.", b: "B." }, hints }),
});
const check = mine.check as unknown as (id: unknown, answer?: unknown) => Feedback;

describe.each<[string, unknown, readonly string[]]>([
  ["pair", { along: 0.8 }, ['"across" is missing: write { along: 1.5, across: 1.5 }.']],
  ["pair", { along: 0.8, acros: 1.2 }, ['"acros" is not asked for; did you mean "across"?']],
  [
    "pair",
    { along: "near", across: "far" },
    [
      'along: "near" is a text, and a number is asked for, such as 1.5.',
      'across: "far" is a text, and a number is asked for, such as 1.5.',
    ],
  ],
  [
    "pair",
    { along: NaN, across: 1 },
    ["along: NaN is no number to compare with; look at how it was computed."],
  ],
  ["pair", { along: 1, across: "?" }, ["across: a number is still to come."]],
  ["pair", { along: 1, across: [1] }, ["across: this is a list of 1, and a number is asked for."]],
  ["pair", 0.8, ["This asks for 2 numbers by name, and got 0.8.", "Write { along: 1.5, across: 1.5 }."]],
  [
    "pair",
    [0.8, 1.2],
    ["This asks for 2 numbers by name, and got a list of 2.", "Write { along: 0.8, across: 1.2 }."],
  ],
  ["single", true, ["this is true, and a number is asked for."]],
  ["single", { y: 1 }, ['"y" is not asked for; did you mean "x"?']],
  ["tuned", { lambda: "1,300" }, ['lambda: "1,300" can be read in two ways; write 1.300 or 1300.']],
  ["tuned", { lamda: 0.1 }, ['"lamda" is not asked for; did you mean "lambda"?']],
  ["kind", "Flat", ['There is no option "Flat". Did you mean "flat"?', 'Write one of "flat", "steep".']],
  [
    "kind",
    "A cliff.",
    ['There is no option "A cliff.". Did you mean "steep"?', 'Write one of "flat", "steep".'],
  ],
  ["kind", "constructor", ['There is no option "constructor".', 'Write one of "flat", "steep".']],
  ["kind", 1, ["This asks for the name of an option, and got 1.", 'Write one of "flat", "steep".']],
  ["words", 3, ["This asks for a text in quotes, and got 3."]],
])("check(%j, %j)", (name, answer, sentences) => {
  test("says what is wrong with it, and counts nothing", () => {
    const { outcome, text } = check(`mine/${name}`, answer);
    expect([outcome, text]).toEqual(["note", `i ${[...sentences, "Nothing was counted."].join("\n\n")}`]);
    expect(lines).toEqual([]);
  });
});

test("check(id, answer) names a key that is not asked for, and judges the rest", () => {
  const { outcome, text } = check("mine/pair", { along: 0.8, across: 1.2, depth: 3 });
  expect(outcome).toBe("right");
  expect(text).toContain('"depth" is not asked for, and was left out; asked for: along, across.');
});

test("check(answer, id) is told that the id comes first, and nothing that is no id throws", () => {
  expect(check(() => 0, "mine/single").headline).toBe(
    'The id comes first: check("mine/single", ...), and then the answer.',
  );
  for (const id of [undefined, null, 3, {}, [], Symbol("x"), () => 0]) {
    expect(check(id).headline).toMatch(/^The first thing to give is the id of an exercise/);
  }
  const loose = mine as unknown as Record<
    "hint" | "ask" | "showSolution" | "startOver",
    (id: unknown) => Feedback
  >;
  for (const name of ["hint", "ask", "showSolution", "startOver"] as const) {
    expect(loose[name](undefined).outcome).toBe("note");
    expect(loose[name]("mine/singel").headline).toBe(
      'There is no exercise "mine/singel"; did you mean "mine/single"?',
    );
    expect(loose[name]("single").headline).toBe('There is no exercise "single"; did you mean "mine/single"?');
  }
});
