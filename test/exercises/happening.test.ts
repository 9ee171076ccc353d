import { expect, test } from "vitest";
import { Feedback, type Outcome } from "../../src/exercises/feedback.ts";
import { happeningOf, idsOf } from "../../src/exercises/happening.ts";

const mistakes = [
  { id: "w: sign", what: "the sign is flipped" },
  { id: "m: old", what: "m is old" },
];
const name = { headline: "It is flipped.", blocks: [] };
const feedback = (outcome: Outcome, more: object = {}): Feedback =>
  new Feedback({ id: "mine/it", outcome, headline: "So.", ...more });

test("an attempt is recorded with all that is known of it", () => {
  const wrong = feedback("almost", { credit: 0.5, picked: { x: 1 }, mistakes, name });
  expect(happeningOf(wrong)).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "almost",
    right: false,
    credit: 0.5,
    picked: { x: 1 },
    mistakes: ["w: sign", "m: old"],
    named: false,
  });
  expect(happeningOf(wrong.named())).toMatchObject({ named: true });
  expect(idsOf(wrong)).toEqual(["w: sign", "m: old"]);
});

test("what is not known of it leaves no trace", () => {
  expect(happeningOf(feedback("kept"))).toStrictEqual({ id: "mine/it", event: "attempt", outcome: "kept" });
  expect(happeningOf(feedback("not yet", { credit: 0 }))).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "not yet",
    right: false,
    credit: 0,
  });
});

test("the form of a right answer is no mistake", () => {
  expect(happeningOf(feedback("right", { credit: 1, mistakes }))).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "right",
    right: true,
    credit: 1,
  });
});
