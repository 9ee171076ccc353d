import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defineExercises, exercise, type Feedback, lessonExercises, table } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { eventsToCsv, parseEvents, standings } from "../../src/exercises/progress.ts";

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
  words: exercise.explain({ title: "Words", prompt: "Why?", model: "Because.", hints: ["Think."] }),
});

describe("check()", () => {
  test("a prediction counts as done and is never marked, right or wrong", () => {
    expect(mine.check("mine/guess", 1.25)).toMatchObject({
      outcome: "done",
      headline: "Well foreseen.",
      credit: undefined,
    });
    expect(mine.check("mine/guess", { x: 9 })).toMatchObject({ outcome: "done", credit: undefined });
    expect(mine.check("mine/guess", "?").outcome).toBe("not written");
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

  test("an explanation is kept, and answered with the model", () => {
    expect(mine.check("mine/words", "It is.").text).toContain("Because.");
    expect(parseEvents(lines).at(-1)).toMatchObject({ id: "mine/words", outcome: "done", answer: "It is." });
  });

  test("an unknown id is told with the nearest one, and nothing is thrown", () => {
    const loose = mine.check as (id: string, answer: unknown) => ReturnType<typeof mine.check>;
    expect(loose("mine/pik", "a").headline).toBe(
      'There is no exercise "mine/pik"; did you mean "mine/pick"?',
    );
    expect(loose("mine/pik", "a").text).toContain("There are: mine/guess, mine/pick, mine/words.");
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
    expect(lessonExercises.showProgress().rows.filter(({ attempts }) => attempts > 0)).toHaveLength(1);
  });

  test("an answer of another kind is told what is asked for", () => {
    const loose = mine.check as (id: string, answer: unknown) => ReturnType<typeof mine.check>;
    expect(loose("mine/pick", 3).headline).toBe("Not yet: this asks for one of a, b, and got 3.");
    expect(loose("mine/pick", "constructor").headline).toContain('one of a, b, and got "constructor"');
    expect(loose("mine/guess", "far").headline).toContain("numbers for x");
    expect(loose("mine/words", 3).headline).toContain("a text");
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
  expect(mine.showProgress().text).toContain("1 of 3 exercises done.");
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

test("standings() takes the best attempt since the last start over; empty answers are no attempts", () => {
  const at = "2026-01-01T00:00:00Z";
  const event = (event: string, more = {}): string => JSON.stringify({ v: 1, at, id: "a", event, ...more });
  const all = parseEvents([
    event("attempt", { outcome: "right", credit: 1 }),
    event("reset"),
    event("attempt", { outcome: "not written" }),
    event("attempt", { outcome: "almost", credit: 0.5 }),
    event("attempt", { outcome: "not yet", credit: 0 }),
    event("hint"),
    '{"v":1,"id":"a","ev',
    '{"v":2,"id":"a","event":"attempt"}',
  ]);
  expect(standings(all).get("a")).toMatchObject({ state: "almost", credit: 0.5, attempts: 2, hints: 1 });
});

test("eventsToCsv(events) quotes what needs it and disarms formulas", () => {
  const csv = eventsToCsv([
    { v: 1, at: "t", id: "a/b", event: "attempt", outcome: "done", answer: '=1+1, "quoted"\nline' },
    {
      v: 1,
      at: "t",
      id: "a/c",
      event: "attempt",
      outcome: "almost",
      credit: 0.5,
      names: ["x", "y"],
      answer: { k: 1 },
    },
  ]);
  expect(csv).toBe(
    "at,id,event,outcome,credit,names,answer\r\n" +
      't,a/b,attempt,done,,,"\'=1+1, ""quoted""\nline"\r\n' +
      't,a/c,attempt,almost,0.5,x; y,"{""k"":1}"\r\n',
  );
});

test.each(["=1", "+1", "-1", "@a", "\t1", "\r1"])(
  "eventsToCsv(events) disarms %j, and no number",
  (answer) => {
    const cellOf = (value: unknown): string =>
      eventsToCsv([{ v: 1, at: "t", id: "a", event: "attempt", answer: value }]).split("\r\n", 2)[1]!;
    expect(cellOf(answer).replaceAll('"', "").startsWith(`t,a,attempt,,,,'${answer[0]!.trim()}`)).toBe(true);
    expect(cellOf(-1)).toBe("t,a,attempt,,,,-1");
  },
);

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
