import { expect, test, vi } from "vitest";
import { lessonExercises } from "fall-line";
import { isNamedRightly, rowOf } from "./judge.ts";
import { answersOf, mark } from "./run.ts";

vi.setConfig({ testTimeout: 120_000 });

const of = new Set(answersOf(1).map(({ id }) => id));
const written = [...lessonExercises.all.keys()].filter((id) => of.has(id));

/** Four wrong answers an exercise, spread over two of the writers, and one right one. */
const some = written.flatMap((id) => {
  const all = ([1, 2] as const).flatMap((writer) => answersOf(writer).filter((answer) => answer.id === id));
  const wrong = all.filter(({ slip, nameable }) => slip !== "" && nameable);
  const spread = [0.1, 0.35, 0.6, 0.85].map((share) => wrong[Math.floor(share * wrong.length)]!);
  return [...spread, all.find(({ slip }) => slip === "")!];
});

test("of four invented wrong answers an exercise nineteen in twenty are named, and no right one is refused", () => {
  const marked = some.map(mark);
  const { nameable, rightly, accepted, refused } = rowOf(marked);
  const missed = marked.filter((one) => one.answer.slip !== "" && !isNamedRightly(one));
  expect({ accepted, refused }).toEqual({ accepted: 0, refused: 0 });
  expect([rightly / nameable, missed.map(({ answer }) => `${answer.id}: ${answer.slip}`)]).toEqual([
    expect.closeTo(1, 1),
    expect.any(Array),
  ]);
});
