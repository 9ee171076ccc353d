import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  defineExercises,
  exercise,
  type Feedback,
  gradientDescent,
  lessonExercises,
  type StepOf,
  table,
} from "fall-line";
import { bundleOf } from "fall-line/tools";
import { parseEvents } from "../../src/exercises/progress-event.ts";

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

const mine = defineExercises("mine", {
  guess: exercise.predict({
    title: "A guess",
    prompt: "How far?",
    fields: { x: { label: "x", answer: 1.2, within: 0.1 } },
    because: "So it is.",
    hints: ["First hint.", "Second hint."],
  }),
  pick: exercise.choose({
    title: "A choice",
    prompt: "Which?",
    options: { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } },
    hints: ["Not a."],
  }),
  words: exercise.explain({
    title: "Words",
    prompt: "Why?",
    model: "Because.",
    lookFor: { cause: "It names the cause.", effect: "It names the effect." },
    hints: ["Think."],
  }),
  fall: exercise.write<never, "lambda">({
    title: "A step",
    prompt: "Go down.",
    rule: gradientDescent,
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
    hints: ["Against the slope."],
  }),
});

const guesses = defineExercises("guesses", {
  way: exercise.foresee({
    title: "A way",
    prompt: "Where to?",
    options: {
      up: { text: "Up.", reason: "That would take a push." },
      down: { text: "Down.", reason: "There is a slope.", right: true },
    },
    hints: ["Down."],
  }),
});

describe("exercises of one's own", () => {
  const options = (...right: boolean[]) =>
    Object.fromEntries(right.map((one, i) => [`o${i}`, { text: `${i}.`, reason: "So it is.", right: one }]));
  const pick = (...right: boolean[]) =>
    exercise.choose({ title: "A choice", prompt: "Which?", options: options(...right), hints: ["Think."] });
  test.each([
    [
      "without a right option",
      { pick: pick(false, false) },
      "waves/pick: there must be exactly one right option",
    ],
    ["with two", { pick: pick(true, true) }, "waves/pick: there must be exactly one right option"],
    ["with a / in a name", { "a/b": pick(true, false) }, 'a word without blanks and /, got "a/b"'],
  ])("are not asked %s", (_, exercises, said) => {
    expect(() => defineExercises("waves", exercises)).toThrow(said);
  });

  test("have a name for the set that is a word", () => {
    expect(() => defineExercises("my/lesson", {})).toThrow('without blanks and /, got "my/lesson"');
  });
});

describe("check()", () => {
  test("a prediction is right or comes out differently, is recorded so, and is never marked", () => {
    expect(mine.check("mine/guess", 1.25)).toMatchObject({
      outcome: "right",
      headline: "Well foreseen.",
      credit: undefined,
    });
    expect(mine.check("mine/guess", { x: 9 })).toMatchObject({ outcome: "otherwise", credit: undefined });
    expect(mine.check("mine/guess", "?").outcome).toBe("not written");
    expect(parseEvents(lines)).toMatchObject([
      { event: "attempt", attempt: 1, right: true, picked: { x: 1.25 } },
      { event: "attempt", attempt: 2, right: false, outcome: "otherwise", picked: { x: 9 } },
    ]);
  });

  test("a wrong guess gets no tick: what was said, what it is, and why", () => {
    const { text } = guesses.check("guesses/way", "up");
    expect(text).toBe(
      "◇ It comes out differently.\n\nYou said: Up\nIt is: Down\n\nThat would take a push.\n\nThere is a slope.",
    );
    expect(guesses.showProgress()).toMatchObject({ done: 1, right: 0 });
    expect(guesses.showProgress().text).toContain("◇ A way");
  });

  test("a prediction or a choice that is still to be made shows its card", () => {
    const kind = (feedback: Feedback): unknown =>
      (bundleOf(feedback) as Record<string, { kind?: string } | undefined>)["application/vnd.fall-line+json"]
        ?.kind;
    expect(kind(mine.check("mine/guess", { x: "?" }))).toBe("card-predict");
    expect(kind(mine.check("mine/pick", "?"))).toBe("card-choose");
    expect(kind(mine.check("mine/pick", "a"))).toBe("card-feedback");
    expect(kind(mine.check("mine/words", ""))).toBe("card-feedback");
  });

  test("a feedback carries its hints and the solution for the buttons of its card", () => {
    const feedback = mine.check("mine/pick", "a");
    const bundle = bundleOf(feedback) as Record<string, unknown>;
    expect(bundle["application/vnd.fall-line+json"]).toEqual({
      format: 1,
      kind: "card-feedback",
      id: "mine/pick",
      title: "A choice",
      outcome: "not yet",
      headline: "Not this one.",
      blocks: [{ kind: "text", text: "No." }],
      mistakes: [{ id: "option: a", what: "A." }],
      hints: ["Not a."],
      solution: [{ kind: "text", text: "B. Yes." }],
    });
    expect(bundle["text/plain"]).toBe(feedback.text);
    expect(bundle["text/html"]).toBe(feedback.html);
  });

  test("a choice gives the reason of what was chosen", () => {
    expect(mine.check("mine/pick", "a").text).toContain("No.");
    expect(mine.check("mine/pick", "b")).toMatchObject({ outcome: "right", credit: 1 });
  });

  test("an explanation is kept and never ticked, with a good one and what to look for", () => {
    expect(mine.check("mine/words", "It is.").text).toBe(
      "◇ Kept. Compare it with one good answer:\n\nBecause.\n\nWhich of these are in yours?\n\n" +
        "cause: It names the cause.\n\neffect: It names the effect.\n\n" +
        'Say it like this: check("mine/words", ["cause", "effect"]).',
    );
    expect(parseEvents(lines)).toMatchObject([{ exercise: "words", outcome: "kept", picked: "It is." }]);
    expect(parseEvents(lines)[0]).not.toHaveProperty("right");
    expect(mine.check("mine/words", ["cause"]).text).toBe(
      "i Kept: you had 1 of 2.\n\nNot in yours: It names the effect.",
    );
    expect(parseEvents(lines).at(-1)).toMatchObject({ event: "compare", picked: ["cause"] });
    const loose = mine.check as unknown as (id: string, answer: unknown) => Feedback;
    expect(loose("mine/words", ["causes"]).headline).toBe(
      'There is nothing to look for that is called "causes". Did you mean "cause"?',
    );
    expect(mine.showProgress()).toMatchObject({ done: 1, right: 0 });
  });

  test("an unknown id is told with the nearest one, and nothing is thrown", () => {
    const loose = mine.check as (id: string, answer: unknown) => ReturnType<typeof mine.check>;
    expect(loose("mine/pik", "a").headline).toBe(
      'There is no exercise "mine/pik"; did you mean "mine/pick"?',
    );
    expect(loose("mine/pik", "a").text).toContain("There are: mine/guess, mine/pick, mine/words, mine/fall.");
    expect(loose("constructor", "a").outcome).toBe("note");
    expect(loose("constructor", "a").text).toContain("There are exercises of: mine.");
  });

  test("what is still as it was given is no attempt: a bug not mended, numbers not tuned", () => {
    const { check, all } = lessonExercises;
    const late = all.get("momentum/late");
    expect(check("momentum/late", late?.kind === "bug" ? late.given : undefined)).toMatchObject({
      outcome: "not written",
      headline: "Not mended yet: the bug is still in it. Step 1 shows it.",
    });
    expect(check("momentum/tuned", { lambda: 0.1, alpha: 0.9 })).toMatchObject({
      outcome: "not written",
      headline: "Not tuned yet: this is where you start.",
    });
    expect(check("momentum/tuned", { lambda: 0.1, alpha: 0.8 }).outcome).toBe("not yet");
    const { x } = { x: ({ x }: Readonly<Record<string, number>>) => x! };
    expect(check("start-here/moves", x)).toMatchObject({
      outcome: "not written",
      headline: "Not mended yet: the bug is still in it.",
    });
    expect(lessonExercises.showProgress().rows.filter(({ attempts }) => attempts > 0)).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});

/** On x²/4 + y² from w = (2, −1), where the slopes are (1, −2), with λ = 0.1 and α = 0.9, worked out with a pencil. */
const IN_ANOTHER_FORM = [
  // PyTorch's b is the slope at first: w = 2 − 0.1·1.
  ["momentum/late", "Step 1", "the PyTorch form", "w₁ 1.9 2", "w₂ −0.8 −1"],
  // In Keras's form step 1 leads to (1.81, −0.62) and slopes (0.905, −1.24). With m = 0.9·(−0.1) − 0.1·0.905 = −0.1805
  // step 2 leads to 1.81 + 0.9·(−0.1805) − 0.1·0.905.
  ["nesterov/colleague", "Step 2", "the form that Keras uses", "w₁ 1.55705 1.46705", "w₂ −0.2224 −0.0424"],
] as const;

test.each(IN_ANOTHER_FORM)("%s is compared with the form it is written in", (id, step, form, ...rows) => {
  const one = lessonExercises.all.get(id);
  const { headline, text } = lessonExercises.check(id, one?.kind === "bug" ? one.given : undefined);
  expect(headline).toContain(`${step} shows it`);
  expect(text).toContain(`It is compared with ${form}, which is right too.`);
  for (const row of rows) expect(text.replace(/ +/g, " ")).toContain(row);
});

describe("help comes in steps", () => {
  const uphill: StepOf<never, "lambda"> = ({ w, g }, { lambda }) => ({
    w: w.map((x, i) => x + lambda * g[i]!),
  });
  const named = "Your answer behaves like a rule in which the sign of λ·g is flipped.";

  test("check() says where an answer departs, with both numbers, and not the name of its mistake", () => {
    const { text, names, html } = mine.check("mine/fall", uphill);
    expect(text).toMatch(
      /^≈ Almost: it differs from step 1 on, first in w\.\n\nTried on .*: from w = \(.*\)\.\n/,
    );
    expect(text).toMatch(/expected +yours\nw₁ /);
    expect(text).toContain('hint("mine/fall") names the mistake.');
    expect(text).not.toContain("flipped");
    expect(html).toContain("<summary>Name my mistake</summary>");
    expect(names).toEqual(["the sign of λ·g is flipped"]);
    expect(parseEvents(lines)).toMatchObject([
      { right: false, named: false, mistakes: [{ what: "the sign of λ·g is flipped" }] },
    ]);
  });

  test("hint() names it, and then gives hints", () => {
    mine.check("mine/fall", uphill);
    expect(mine.hint("mine/fall").headline).toBe(named);
    expect(parseEvents(lines).at(-1)).toMatchObject({
      event: "name",
      mistakes: [{ what: "the sign of λ·g is flipped" }],
    });
    expect(mine.hint("mine/fall").text).toContain("Against the slope.");
  });

  test("check() names it when it comes a second time, and shows the right line to nobody who did not ask", () => {
    mine.check("mine/fall", uphill);
    const { text } = mine.check("mine/fall", uphill);
    expect(text).toContain(named);
    expect(text).toContain("w = w + λ·g");
    expect(text).not.toContain("w = w − λ·g");
    expect(parseEvents(lines).at(-1)).toMatchObject({ attempt: 2, named: true });
  });

  test("check() of another mistake begins anew", () => {
    mine.check("mine/fall", uphill);
    const whole: StepOf = ({ w, g }) => ({ w: w.map((x, i) => x - g[i]!) });
    const { text } = mine.check("mine/fall", whole);
    expect(text).not.toContain("behaves like");
  });
});

test("hint() gives one hint at a time, and then all of them", () => {
  const texts = [1, 2, 3].map(() => mine.hint("mine/guess").text);
  expect(texts[0]).toContain("First hint.");
  expect(texts[0]).not.toContain("Second hint.");
  expect(texts[1]).toContain("Second hint.");
  expect(texts[2]).toMatch(/all the hints.*First hint.*Second hint/s);
});

test("showSolution() is given when it is asked for twice, or after success", () => {
  expect(mine.showSolution("mine/pick").text).toContain("Ask again");
  expect(mine.showSolution("mine/pick").text).toContain("B. Yes.");
  mine.check("mine/guess", 1);
  expect(mine.showSolution("mine/guess").text).toContain("x: 1.2");
});

test("showProgress() shows what is done, and startOver() forgets it without losing the record", () => {
  mine.check("mine/pick", "b");
  expect(mine.showProgress().done).toBe(1);
  expect(mine.showProgress().text).toContain("1 of 4 exercises done, 1 right.");
  mine.startOver("mine/pick");
  expect(mine.showProgress().done).toBe(0);
  expect(parseEvents(lines)).toHaveLength(2);
});

test("an attempt that can't be recorded still gets its feedback", () => {
  const value = {
    append: () => {
      throw new Error("the disk is full");
    },
    read: () => {
      throw new Error("no such disk");
    },
  };
  Object.defineProperty(globalThis, PROGRESS, { value, configurable: true });
  const warn = console.warn;
  const said: unknown[] = [];
  console.warn = (message: unknown) => void said.push(message);
  expect(mine.check("mine/pick", "b").outcome).toBe("right");
  console.warn = warn;
  expect(said).toEqual(["fall-line: this attempt was not recorded (the disk is full)"]);
});

test("ask(id) carries all that a page needs, and reads as text without one", async () => {
  const card = mine.ask("mine/guess", "hidden until then", table({ x: 1.2 }));
  const bundle = await bundleOf(card);
  expect(bundle["application/vnd.fall-line+json"]).toMatchObject({
    format: 1,
    kind: "card-predict",
    id: "mine/guess",
    fields: [{ name: "x", label: "x", answer: 1.2, within: 0.1 }],
    hints: ["First hint.", "Second hint."],
    reveal: [{ "text/plain": "hidden until then" }, { "text/plain": "  x\n1.2" }],
  });
  expect(bundle["text/plain"]).toBe(
    'A guess\nHow far?\nAnswer with check("mine/guess", 1.5).\n\nhidden until then\n\n  x\n1.2',
  );
  expect(bundle["text/html"]).toMatch(/<details><summary>Show me anyway<.summary><pre>hidden.*<table>/);
});

test("every exercise that is answered on a card has a card, and its data is small", async () => {
  for (const [id, one] of lessonExercises.all) {
    if (one.kind !== "predict" && one.kind !== "foresee" && one.kind !== "choose") continue;
    const bundle = await bundleOf(lessonExercises.ask(id as "momentum/truth"));
    expect(JSON.stringify(bundle["application/vnd.fall-line+json"]).length).toBeLessThan(5000);
  }
});
