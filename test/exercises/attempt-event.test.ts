import { expect, test } from "vitest";
import { Feedback } from "../../src/exercises/feedback.ts";
import type { Outcome } from "../../src/exercises/outcome.ts";
import { attemptEvent } from "../../src/exercises/attempt-event.ts";

const mistakes = [
  {
    id: "w: sign",
    quantity: "w",
    what: "the sign is flipped",
    line: { text: "w: w.map((x, i) => x + m[i])", place: "line 3 of cell 4" },
    credit: 0.5,
    cure: "Turn it round.",
  },
  { id: "m: old", sentence: "m comes back as it was", line: { text: "return { w, m };" } },
];
const name = { headline: "It is flipped.", blocks: [] };
const feedback = (outcome: Outcome, more: object = {}): Feedback =>
  new Feedback({ id: "mine/it", outcome, headline: "So.", ...more });

test("an attempt is recorded with all that is known of it", () => {
  const wrong = feedback("almost", { credit: 0.5, mistakes, name });
  expect(attemptEvent(wrong)).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "almost",
    right: false,
    credit: 0.5,
    mistakes: [
      { id: "w: sign", quantity: "w", line: "line 3 of cell 4", what: "the sign is flipped", credit: 0.5 },
      { id: "m: old", what: "m comes back as it was" },
    ],
    named: false,
  });
  expect(attemptEvent(wrong.named())).toMatchObject({ named: true });
});

test("what was picked says itself which mistakes it shows", () => {
  expect(attemptEvent(feedback("not yet", { credit: 0, picked: "up", mistakes }))).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "not yet",
    right: false,
    credit: 0,
    picked: "up",
  });
});

test("what is not known of it leaves no trace", () => {
  expect(attemptEvent(feedback("kept"))).toStrictEqual({ id: "mine/it", event: "attempt", outcome: "kept" });
  expect(attemptEvent(feedback("not yet", { credit: 0 }))).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "not yet",
    right: false,
    credit: 0,
  });
});

test("the form of a right answer is no mistake", () => {
  expect(attemptEvent(feedback("right", { credit: 1, mistakes }))).toStrictEqual({
    id: "mine/it",
    event: "attempt",
    outcome: "right",
    right: true,
    credit: 1,
  });
});
