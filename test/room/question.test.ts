import { exercise, lessonExercises } from "fall-line";
import { describe, expect, test } from "vitest";
import { attemptEvent } from "../../src/exercises/attempt-event.ts";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { type Exercise, kindOf } from "../../src/exercises/exercise.ts";
import type { ProgressEvent } from "../../src/exercises/progress-event.ts";
import { roomAnswer } from "../../src/exercises/room/answer.ts";
import { readAt, sheetOf, stepsOf } from "../../src/exercises/sketch/sheet.ts";
import { questionOf } from "../../src/presenting/question.ts";
import { ANSWER, ASKED } from "../../src/room/protocol.ts";
import { misfit } from "../../src/room/fits.ts";
import { knownQuestion } from "../../src/room/question.ts";
import { parsed } from "../../src/schema.ts";
import { pictures, questions } from "./questions.ts";

const known = (id: string) => questions.get(id)!;

describe("an exercise is asked on phones", () => {
  test("as its kind is answered, and as the protocol says", () => {
    for (const { asked, truth } of questions.values()) {
      expect(parsed(ASKED, asked, "what is asked")).toEqual(asked);
      for (const right of truth.right) expect(parsed(ANSWER, right, "an answer")).toEqual(right);
    }
    const kinds = [...questions].map(([id, { asked }]) => [id, asked.kind]);
    expect(kinds).toEqual([
      ["choose", "choose"],
      ["number", "number"],
      ["place", "place"],
      ["order", "order"],
      ["text", "text"],
      ["code", "choose"],
    ]);
  });

  test("without anything that tells the answer", () => {
    expect(known("choose").asked).toEqual({
      kind: "choose",
      id: "choose",
      lesson: "Lesson",
      title: "Title",
      prompt: "Prompt.",
      options: [
        { name: "yes", text: "Yes." },
        { name: "no", text: "No." },
        { name: "never", text: "Never." },
      ],
    });
    expect(known("choose").truth).toEqual({ right: [{ kind: "choose", option: "yes" }], why: "It does." });
    const { asked, truth } = known("place");
    expect(JSON.stringify(asked)).not.toContain(truth.shows!.src);
    expect(pictures.get(truth.shows!.src)).toContain("<svg");
  });

  test("with options that say their numbers once, and break within no formula", () => {
    const options = {
      slow: { text: "1: plain, λ = 0.1.", reason: "It does.", right: true },
      fast: { text: "2: plain, λ = 1.", reason: "It does not." },
    };
    const about = { title: "Title", prompt: "Prompt.", hints: ["Hint."] as [string] };
    const one = exercise.choose({ ...about, options });
    const { asked } = knownQuestion(questionOf("a", one), one, { lesson: "Lesson" }, () => "");
    expect(asked).toMatchObject({
      options: [
        { name: "slow", text: "plain, λ\u00a0=\u00a00.1." },
        { name: "fast", text: "plain, λ\u00a0=\u00a01." },
      ],
    });
  });

  test("its own right answers fit it, and those of other kinds do not", () => {
    for (const one of questions.values()) {
      for (const right of one.truth.right) expect(misfit(one, right)).toBeUndefined();
      for (const { asked, truth } of questions.values())
        if (asked.kind !== one.asked.kind)
          for (const other of truth.right) expect(misfit(one, other)).toMatch(/^This question is answered /);
    }
  });
});

describe("an answer is refused in words", () => {
  test.each([
    ["choose", { kind: "choose", option: "maybe" }, "There is no option maybe: load the page again."],
    ["number", { kind: "number", numbers: { x: 1 } }, "It asks for x and n, and for no other number."],
    ["place", { kind: "place", point: { x: 4 } }, "The map has x from -9 to 3."],
    ["place", { kind: "place", point: { y: 0 } }, "It asks for x, and for no other number."],
    ["order", { kind: "order", lines: ["g", "g"] }, "A line stands in it twice."],
    ["order", { kind: "order", lines: [] }, "No line stands in it."],
    ["order", { kind: "order", lines: ["z"] }, "There is no line z: load the page again."],
    ["text", { kind: "text", text: "  " }, "There is no word in it."],
    [
      "choose",
      { kind: "code", right: true, mistakes: [] },
      "This question is answered by choosing one of its options.",
    ],
  ])("%s: %o", (id, answer, said) => {
    expect(misfit(known(id), parsed(ANSWER, answer, "an answer"))).toBe(said);
  });

  test("a notebook's word on code is taken where an exercise is answered by code", () => {
    expect(misfit(known("code"), { kind: "code", right: false, mistakes: ["m"] })).toBeUndefined();
  });
});

describe("what is answered in a notebook is an answer to what the room asks", () => {
  const ofEachKind = new Map([...lessonExercises.all].map((one) => [one[1].kind, one]));

  const asked = (id: string, exercise: Exercise) =>
    knownQuestion(questionOf(id, exercise), exercise, { lesson: "Lesson" }, () => "picture/a.svg");
  const answered = (id: string, exercise: Exercise, answer: unknown) => {
    const event = attemptEvent(checkAnswer(id, exercise, answer)) as unknown as ProgressEvent;
    return roomAnswer(asked(id, exercise).asked.kind, event);
  };

  test.each([...ofEachKind])("of the kind %s", (kind, [id, exercise]) => {
    const how = kindOf(exercise);
    const right: unknown =
      how.answered === "on a card"
        ? JSON.parse(how.asCode(exercise).right)
        : (exercise as { solution: unknown }).solution;
    const answer = answered(id, exercise, right);
    if (kind === "explain") {
      expect(answer).toBeUndefined();
      return;
    }
    const known = asked(id, exercise);
    expect(misfit(known, parsed(ANSWER, answer, "an answer"))).toBeUndefined();
    expect([{ kind: "code", right: true, mistakes: [] }, ...known.truth.right]).toContainEqual(answer);
  });

  test("a curve that is drawn counts as the word that it is told by", () => {
    const [id, exercise] = ofEachKind.get("sketch")! as [string, Extract<Exercise, { kind: "sketch" }>];
    const sheet = sheetOf(exercise.picture);
    const drawn = stepsOf(sheet).map((step) => [step, readAt(sheet, sheet.truth.points, step)] as const);
    const { truth } = asked(id, exercise);
    expect(truth.right).toEqual([answered(id, exercise, Object.fromEntries(drawn))]);
  });
});
