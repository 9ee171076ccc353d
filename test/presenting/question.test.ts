import { describe, expect, test } from "vitest";
import { exercise, lessonExercises, momentum, nesterov } from "fall-line";
import { talkingPoints } from "../../src/presenting/question-html.ts";
import { questionOf, sentence } from "../../src/presenting/question.ts";

const common = { title: "Title", prompt: "Prompt.", hints: ["Hint."] as [string] };
const asked = { id: "a", title: "Title", prompt: "Prompt.", hides: false };

describe("an exercise becomes a question:", () => {
  const options = {
    yes: { text: "Yes.", reason: "It does.", right: true },
    no: { text: "No.", reason: "It does not." },
  };
  const choices = [
    { text: "Yes.", reason: "It does.", right: true },
    { text: "No.", reason: "It does not.", right: false },
  ];

  test("a choice has its options, each with its reason; so has what is foreseen", () => {
    const question = { ...asked, choices, answer: [], mistakes: [] };
    expect(questionOf("a", exercise.choose({ ...common, options }))).toEqual(question);
    const foreseen = exercise.foresee({ ...common, options, hides: "outcome" });
    expect(questionOf("a", foreseen)).toEqual({ ...question, hides: true });
  });

  test.each([
    [
      ["1: slow.", "2: fast."],
      ["slow.", "fast."],
    ],
    [
      ["About 3.", "2: it is the limit."],
      ["About 3.", "2: it is the limit."],
    ],
    [
      ["2: fast.", "1: slow."],
      ["2: fast.", "1: slow."],
    ],
  ])("options of %j stand beside their numbers as %j", (given, said) => {
    const [text, other] = given as [string, string];
    const two = { yes: { ...options.yes, text }, no: { ...options.no, text: other } };
    const { choices } = questionOf("a", exercise.choose({ ...common, options: two }));
    expect(choices.map((one) => one.text)).toEqual(said);
  });

  test("of numbers, of settings and of words the answer is told", () => {
    const fields = { x: { label: "x", answer: 1.5, within: 0.1 } };
    const predicted = exercise.predict({ ...common, fields, because: "It rolls." });
    expect(questionOf("a", predicted)).toEqual({
      ...asked,
      choices: [],
      mistakes: [],
      answer: [
        { kind: "text", text: "x: 1.5" },
        { kind: "text", text: "It rolls." },
      ],
    });
    const explained = exercise.explain({ ...common, model: "Since it rolls.", lookFor: { a: "It rolls." } });
    expect(questionOf("a", explained)).toEqual({
      ...asked,
      choices: [],
      mistakes: [],
      answer: [{ kind: "text", text: "Since it rolls." }],
    });
  });

  const step = { ...common, rule: momentum, solution: () => ({ w: [2], m: [2] }) };
  const misconceptions = [
    { what: "the memory is lost", equations: { m: "-lambda*g" } },
    { what: "nothing to be seen" },
    { what: "the slope ahead", equations: {}, gradientAt: "w + alpha*m" },
  ];

  test("a rule to write is a choice between what tells it from its misconceptions", () => {
    const { choices, mistakes, answer, task } = questionOf("a", exercise.write({ ...step, misconceptions }));
    expect(choices).toEqual([
      { text: "m = −λ·g", reason: "The memory is lost.", right: false },
      { text: "m = α·m − λ·g", reason: "", right: true },
      { text: "g = gradient at w + α·m\nm = α·m − λ·g", reason: "The slope ahead.", right: false },
    ]);
    expect(mistakes).toEqual(["the memory is lost", "nothing to be seen", "the slope ahead"]);
    expect(answer.map(({ kind }) => kind)).toEqual(["code"]);
    expect(task).toBeUndefined();
  });

  test("a wrong version takes the gradient where the rule does, unless it says otherwise", () => {
    const [lost] = misconceptions;
    const write = exercise.write({ ...step, rule: nesterov, misconceptions: [lost!] });
    const texts = questionOf("a", write).choices.map(({ text }) => text);
    expect(texts.sort()).toEqual(["m = α·m − λ·g", "m = −λ·g"].sort());
  });

  test("a rule of which no wrong version is told is looked at as it is handed out", () => {
    const { choices, task } = questionOf(
      "a",
      exercise.write({ ...step, rule: nesterov }),
      "const f = () => 1;",
    );
    expect([choices, task?.given.lines]).toEqual([[], ["const f = () => 1;"]]);
  });

  test("a rule with a mistake in it is looked at as it is given, without the names of its types", () => {
    const bug = exercise.findTheBug({
      ...step,
      misconceptions,
      given: () => ({ w: [1], m: [1] }),
      because: "It was 1.",
    });
    const { choices, answer, mistakes, task: looked } = questionOf("a", bug);
    expect(choices).toEqual([]);
    expect(looked?.given.lines.join("\n")).toContain("w: [1]");
    expect(answer.map(({ kind }) => kind)).toEqual(["text", "code"]);
    expect(mistakes).toHaveLength(3);
    const cell =
      "\ntype A = number;\ntype B = {\n  a: A };\nconst f = () => 1;\n  // your answer here\nf; // types\n";
    const { task } = questionOf("a", bug, cell);
    expect(task?.given.lines).toEqual(["const f = () => 1;", "f; // types"]);
    // What is handed out leads nowhere.
    expect(task?.aim).toBeUndefined();
  });
});

describe("a formula to write is a choice", () => {
  type Formula = string | readonly string[];
  const choices = (id: string, formula: Formula, ...wrong: Formula[]): string[] => {
    const misconceptions = wrong.map((other, i) => ({ what: `wrong ${i}`, formula: other }));
    const one = exercise.formula({
      ...common,
      formula,
      arguments: { x: { from: 0, to: 1 } },
      misconceptions,
      solution: ({ x }: { x: number }) => 2 * x,
    } as unknown as Parameters<typeof exercise.formula>[0]);
    return questionOf(id, one).choices.map(({ text, right }) => (right ? `${text} ✓` : text));
  };

  test("among three wrong ones at most, the right one at a place that its id gives", () => {
    expect(choices("a", "2*x", "x", "3*x", "4*x", "5*x")).toEqual(["x", "2·x ✓", "3·x", "4·x"]);
    // The letters' codes are 97 to 100; what is left of a division by 4 is the place.
    expect(["d", "a", "b", "c"].map((id) => choices(id, "2*x", "x", "3*x", "4*x").indexOf("2·x ✓"))).toEqual([
      0, 1, 2, 3,
    ]);
    expect(choices("ab", "2*x", "x", "3*x", "4*x").indexOf("2·x ✓")).toBe((97 + 98) % 4);
  });

  test("among fewer, where all their lines would be more than nine", () => {
    const lines = (...numbers: number[]) => numbers.map((n) => `${n}*x`);
    const wrong = [lines(1, 5, 6), lines(5, 6, 7), lines(6, 7, 8)];
    expect(choices("a", lines(2, 3, 4), ...wrong)).toEqual([
      "1·x\n5·x\n6·x",
      "2·x\n3·x\n4·x ✓",
      "5·x\n6·x\n7·x",
    ]);
    expect(choices("a", lines(2, 3, 4, 9), ...wrong.map((one) => [...one, "5*x"]))).toHaveLength(2);
    expect(choices("a", lines(2, 3, 4, 9, 10), ...wrong.map((one) => [...one, "5*x", "x"]))).toHaveLength(2);
  });

  test("the numbers of a list whole, for they have no names", () => {
    expect(choices("a", ["2*x", "3*x"], ["2*x", "4*x"], ["2*x", "5*x"])).toEqual([
      "2·x\n4·x",
      "2·x\n3·x ✓",
      "2·x\n5·x",
    ]);
  });

  test("or none, where there is no wrong one", () => {
    expect(choices("a", "2*x")).toEqual([]);
  });
});

test.each([
  ["the slope is old", "The slope is old."],
  ["Is it old?", "Is it old?"],
  ["stop!", "Stop!"],
  ["It is.", "It is."],
  ["a step is lost", "A step is lost."],
  ["λ is lost", "λ is lost."],
  ["x is squared", "x is squared."],
])("%j is said as the sentence %j", (phrase, said) => {
  expect(sentence(phrase)).toBe(said);
});

test("every exercise of the bank is a question with an answer and something to say about it", () => {
  for (const [id, one] of lessonExercises.all) {
    const question = questionOf(id, one);
    const answered = question.choices.some(({ right }) => right) || question.answer.length > 0;
    expect(answered, id).toBe(true);
    expect(talkingPoints(question).length, id).toBeGreaterThan(20);
    expect(question.choices.length, id).not.toBe(1);
  }
});
