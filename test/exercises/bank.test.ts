import { expect, test } from "vitest";
import { lessonExercises, proveExercise } from "fall-line";

const all = Object.entries(lessonExercises.byId);

test.each(all)(
  "%s is proven: its stub fails, its solution passes, its misconceptions are told apart",
  (id, one) => {
    expect(proveExercise(id, one)).toEqual([]);
  },
  30_000,
);

test.each(["momentum", "nesterov", "adagrad", "adam", "decay", "newton"])(
  "%s has an exercise of every kind",
  (lesson) => {
    const kinds = new Set(all.filter(([id]) => id.startsWith(`${lesson}/`)).map(([, { kind }]) => kind));
    const written = kinds.has("write") || kinds.has("formula");
    expect([
      kinds.has("predict"),
      kinds.has("choose"),
      written,
      kinds.has("bug"),
      kinds.has("tune"),
      kinds.has("explain"),
    ]).not.toContain(false);
  },
);
