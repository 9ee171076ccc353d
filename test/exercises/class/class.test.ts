import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { isLong, someUnlessLong } from "../../long.ts";
import { isNamedRightly, rowOf } from "./judge.ts";
import { hardIn } from "./plain.ts";
import { answersOf, mark, type Marked } from "./run.ts";

const of = new Set(answersOf(1).map(({ id }) => id));
const written = [...lessonExercises.all.keys()].filter((id) => of.has(id));

const SPREAD = someUnlessLong(
  Array.from({ length: 12 }, (_, i) => (i + 0.4) / 12),
  6,
);

/** Twelve wrong answers an exercise, or two of them, spread over two of the writers, and one right one. */
const some = written.flatMap((id) => {
  const all = ([1, 2] as const).flatMap((writer) => answersOf(writer).filter((answer) => answer.id === id));
  const wrong = all.filter(({ slip, nameable }) => slip !== "" && nameable);
  const spread = SPREAD.map((share) => wrong[Math.floor(share * wrong.length)]!);
  return [...spread, all.find(({ slip }) => slip === "")!];
});

let marked: Marked[];
beforeAll(() => {
  marked = some.map(mark);
});

test("of invented wrong answers to an exercise nineteen in twenty are named, and no right one is refused", () => {
  const { nameable, rightly, accepted, refused } = rowOf(marked);
  const missed = marked.filter((one) => one.answer.slip !== "" && !isNamedRightly(one));
  expect({ accepted, refused }).toEqual({ accepted: 0, refused: 0 });
  expect([rightly / nameable, missed.map(({ answer }) => `${answer.id}: ${answer.slip}`)]).toEqual([
    expect.closeTo(1, 1),
    expect.any(Array),
  ]);
});

test("what is told can be followed when it is read aloud", () => {
  const told = new Set(marked.flatMap(({ feedback }) => feedback.names));
  expect([...told].flatMap(hardIn)).toEqual([]);
});

/**
 * Each slip as its writer named it, and what is told of it. Whoever changes what is told reads on both sides: -u takes it over,
 * with FALL_LINE_LONG=1, as the file has all twelve.
 */
test("what is told of each slip is what was read and found right", async () => {
  const lines = marked
    .filter(({ answer }) => answer.slip !== "")
    .map(
      ({ answer: { id, slip }, feedback: { outcome, names } }) =>
        `${id}: ${slip}\n    ${outcome}: ${names.join("; ")}\n`,
    );
  if (isLong) await expect(lines.join("")).toMatchFileSnapshot("told.txt");
  const read = readFileSync(join(import.meta.dirname, "told.txt"), "utf8");
  expect(lines.filter((line) => !read.includes(line))).toEqual([]);
});
