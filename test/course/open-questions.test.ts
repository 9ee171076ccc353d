/** What `fall-line check` says of cards that are answered before they are asked. */
import { describe, expect, test } from "vitest";
import { exercise, type lessonExercises } from "fall-line";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { QUESTION_RULE } from "../../src/course/open-questions.ts";
import { toldOf } from "./lesson-faults.ts";

const number = exercise.predict({
  title: "How much is kept?",
  prompt: "With α = 0.9: how much of the velocity is kept across the valley?",
  fields: { share: { label: "share", answer: 0.3627, within: 0.01 } },
  because: "0.9 of 0.403.",
  hints: ["Multiply."],
});
const words = exercise.foresee({
  title: "Where is the limit?",
  prompt: "Plain descent bears rates up to 2. Where is the limit of this rule?",
  options: {
    lower: { text: "Less than 2.", reason: "It corrects too much.", right: true },
    higher: { text: "More than 2.", reason: "It does not." },
  },
  hints: ["Look."],
});
const name = exercise.foresee({
  title: "The floor",
  prompt: "How high is the floor?",
  options: {
    quarter: { text: "A quarter of the rate.", reason: "So it is.", right: true },
    half: { text: "Half of the rate.", reason: "No." },
  },
  hints: ["Count."],
});

/** What is said of a lesson with these cells around a card. */
function told(
  before: string,
  after = "",
  one: typeof number | typeof words | typeof name = number,
): string[] {
  const text = `${LESSON_HEADER}\n${before}\n// %%\ndisplay(ask("waves/one"));\n${after}`;
  const about = { title: "Waves", short: "Waves", minutes: 10, learn: "waves." };
  const exercises = new Map([["waves/one", one]]) as unknown as typeof lessonExercises.all;
  const among = { lessons: [], exercises, deck: [] };
  return QUESTION_RULE.faults(parseLesson("11-waves", text, about), among).map(
    ({ place, what }) => `${place} ${what}`,
  );
}

const prose = (text: string): string => `// %% [markdown]\n// ${text}\n`;

test("a number that a card asks for, as it is or rounded, in prose, in code and in sight below", () => {
  expect(told(prose("Little is kept: 0.36 of it."))).toEqual([
    '11-waves/lesson.ts:14 "0.36" answers the card waves/one before it is asked: the sentence "Little is kept: 0.36 of it."',
  ]);
  expect(told("// %%\nconst one = 1;\nconst kept = 0.3627;\n")).toEqual([
    expect.stringMatching(/^11-waves\/lesson.ts:16 "0.3627" .* the code "const kept = 0.3627;"$/),
  ]);
  expect(told("", prose("As we saw, 0.363 is kept."))).toHaveLength(1);
  expect(told(prose("Of 1, 0.363 is kept, or 0.36."))).toEqual([expect.stringContaining('"0.363" answers')]);
  expect(told("", `${prose("## Later")}${prose("As we saw, 0.363 is kept.")}`)).toEqual([]);
});

test("numbers that are no evidence: of one digit, of the question, of other things", () => {
  expect(told(prose("Nearly 0.4 is kept, of 0.9, or 0.37; after 36 steps in 2036."))).toEqual([]);
});

test("the words of the right option in a heading about the question, wherever it stands", () => {
  expect(told("", prose("## The price: a lower limit"), words)).toEqual([
    expect.stringMatching(/"less" answers the card waves\/one .*the heading "## The price: a lower limit"/),
  ]);
  expect(told("", prose("## A lower price"), words)).toEqual([]);
  expect(told("", prose("## The price: a higher limit"), words)).toEqual([]);
});

test("the words of the right option in a name, and of folded code in its first line, which stays in sight", () => {
  expect(told("// %%\nconst quarterRate = 1;\n", "", name)).toHaveLength(1);
  const folded = (lines: string) => told(`// %% tags=["folded"]\n${lines}\n`, "", name);
  expect(folded("// It is measured\nconst quarterRate = 1;")).toEqual([]);
  expect(folded("const quarterRate = 1;\n// It is measured")).toHaveLength(1);
});

test("a number of the answer, or its words, in a comment", () => {
  expect(told("// %%\n// 0.363 is kept\n1;\n")).toHaveLength(1);
  expect(told("// %%\n// The limit is less, where plain descent has 2\n1;\n", "", words)).toHaveLength(1);
  expect(told("// %%\n// The limit is higher\n1;\n", "", words)).toEqual([]);
});

test("what is meant to stand there is named beside the card, with the reason", () => {
  const meant = { ...number, mayStand: { 0.36: "it was computed in the lesson before" } };
  expect(told(prose("Little is kept: 0.36 of it."), "", meant)).toEqual([]);
});

describe("the answer of a card", () => {
  const choice = (right: string, wrong: string, more: object = {}): typeof words =>
    exercise.foresee({
      title: "The sea",
      prompt: "What breaks?",
      options: { higher: { text: wrong, reason: "No." }, lower: { text: right, reason: "So.", right: true } },
      hints: ["Look."],
      ...more,
    });

  test("is the right option, wherever it stands, by the words that are neither the question's nor another's", () => {
    expect(told("", prose("## The sea: a wave"), choice("A wave breaks.", "A storm."))).toHaveLength(1);
    expect(told("", prose("## The sea: tall"), choice("A tall wave.", "A storm wave."))).toHaveLength(1);
    expect(told("", prose("## The sea: a storm"), choice("A wave breaks.", "A storm."))).toEqual([]);
    expect(told("", prose("## The sea"), choice("The sea breaks.", "A storm."))).toEqual([]);
  });

  test("is no number that the question has too", () => {
    const one = choice("0.36 of it.", "0.72 of it.", { prompt: "How much of 0.36 breaks?" });
    expect(told(prose("It is 0.36."), "", one)).toEqual([]);
    expect(told(prose("It is 0.36."), "", choice("0.36 of it.", "0.72 of it."))).toHaveLength(1);
  });

  test("is none where something is to be written", () => {
    const written = { kind: "write", title: "The rule", prompt: "Write it.", hints: [] };
    expect(told(prose("It is 0.36."), "", written as never)).toEqual([]);
  });
});

describe("what is in sight of a card", () => {
  const given = "Kept: 0.36 of it.";
  const seen = (before: string, after = ""): number => told(before, after).length;

  test("is no note to the speaker, no place to stop, no list of sources, no code below", () => {
    expect(seen(prose(given))).toBe(1);
    expect(seen(`// %% [markdown] slideshow={"slide_type": "notes"}\n// ${given}\n`)).toBe(0);
    for (const tag of ["stop", "sources"])
      expect(seen(`// %% [markdown] tags=["${tag}"]\n// # a\n// ${given}\n`)).toBe(0);
    expect(seen("", "// %%\nconst kept = 0.3627;\n")).toBe(0);
    expect(seen("", `// %%\n1;\n${prose(given)}`)).toBe(0);
    expect(seen("", prose("# Kept: 0.36"))).toBe(1);
    expect(seen("", prose(`More.\n//\n// ## Later\n//\n// ${given}`))).toBe(0);
    expect(seen(`// %% [markdown] slideshow={"slide_type": "slide"}\n// # a\n// ${given}\n`)).toBe(1);
  });

  test("is the code of its own cell", () => {
    const cell = '// %%\nconst kept = 0.3627;\ndisplay(ask("waves/one"));\n';
    expect(toldOf([QUESTION_RULE], cell, { exercises: new Map([["waves/one", number]]) })).toEqual([
      'lesson.ts:14 "0.3627" answers the card waves/one before it is asked: the code "const kept = 0.3627;"',
    ]);
  });

  test("of an exercise at the end are the exercises alone", () => {
    const end = '// %% exercise="waves/one"\ndisplay(ask("waves/one"));\n';
    const exercises = new Map([["waves/one", number]]) as never;
    expect(toldOf([QUESTION_RULE], prose(given) + end, { exercises })).toEqual([]);
    const same = `// %% [markdown] exercise="waves/zero"\n// ${given}\n`;
    expect(toldOf([QUESTION_RULE], same + end, { exercises })).toHaveLength(1);
  });

  test("are cards above it, which say when they are open what is right and why, and no wrong option", () => {
    const other = (kind: "right" | "wrong" | "option" | "explained" | "predicted") =>
      kind === "predicted"
        ? exercise.predict({
            ...number,
            title: "Another",
            prompt: "How high?",
            fields: { a: { label: "a", answer: 7.5, within: 1 } },
            because: given,
          })
        : exercise.choose({
            title: "Another",
            prompt: "How high?",
            options: {
              one: {
                text: kind === "option" ? given : "So.",
                reason: kind === "right" ? given : "No.",
                right: true,
              },
              two: { text: "Or so.", reason: kind === "wrong" ? given : "No." },
            },
            ...(kind === "explained" ? { explanation: given } : {}),
            hints: ["Look."],
          });
    const cells =
      '// %%\ndisplay(ask("waves/other"));\n// %%\ndisplay(ask("waves/one"));\n// %%\ndisplay(ask("waves/other"));\n';
    const say = (kind: Parameters<typeof other>[0]): string[] =>
      toldOf([QUESTION_RULE], cells, {
        exercises: new Map<string, unknown>([["waves/one", number], ["waves/other", other(kind)]]) as never, // prettier-ignore
      });
    for (const kind of ["right", "option", "explained", "predicted"] as const)
      expect(say(kind), kind).toEqual([
        'lesson.ts:13 "0.36" answers the card waves/one before it is asked: the sentence "Kept: 0.36 of it."',
      ]);
    expect(say("wrong")).toEqual([]);
    // A card opens when it is answered: not for one that is asked with it, and not for itself.
    const both = '// %%\ndisplay(ask("waves/other"));\ndisplay(ask("waves/one"));\n';
    const exercises = new Map<string, unknown>([["waves/one", number], ["waves/other", other("right")]]) as never; // prettier-ignore
    expect(toldOf([QUESTION_RULE], both, { exercises })).toEqual([]);
    const self = new Map([["waves/one", { ...number, because: given }]]) as never;
    expect(toldOf([QUESTION_RULE], '// %%\nask("waves/one");\n'.repeat(2), { exercises: self })).toEqual([]);
  });

  test("is told in ninety letters at most", () => {
    const [long] = told(prose(`Kept is 0.36 of ${"a".repeat(100)}.`));
    expect(/"(Kept[^"]*)"$/.exec(long!)![1]).toHaveLength(90);
    expect(long).toMatch(/aaa\.\.\."$/);
    const [whole] = told(prose(`Kept is 0.36 of ${"a".repeat(73)}.`));
    expect(whole).toMatch(/aaa\."$/);
  });

  test("is evidence where it has the words of the right option and two of the question's in a sentence", () => {
    expect(told(prose("The limit of plain descent is less here."), "", words)).toHaveLength(1);
    expect(told(prose("The limit of descent is less here."), "", words)).toHaveLength(1);
    expect(told(prose("The limit is less here."), "", words)).toEqual([]);
    expect(told(prose("The limit of plain descent is more here."), "", words)).toEqual([]);
    const two = exercise.choose({
      title: "The wave",
      prompt: "What does it do?",
      options: {
        a: { text: "It breaks, with 0.36 of foam.", reason: "So.", right: true },
        b: { text: "Nothing.", reason: "No." },
      },
      hints: ["Look."],
    }) as never;
    expect(told(prose("Here 0.36 is seen."), "", two)).toEqual([expect.stringContaining('"0.36" answers')]);
    // All its words are needed.
    expect(told(prose("## The wave: foam"), "", two)).toEqual([]);
    expect(told(prose("## The wave: foam breaks"), "", two)).toHaveLength(1);
    // A number that another option has too tells nothing.
    const both = exercise.choose({
      title: "The share",
      prompt: "How much?",
      options: {
        a: { text: "0.36 of it.", reason: "So.", right: true },
        b: { text: "Twice 0.36 of it.", reason: "No." },
      },
      hints: ["Look."],
    });
    expect(told(prose("It is 0.36."), "", both as never)).toEqual([]);
  });
});
