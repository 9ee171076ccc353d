import { expect, test } from "vitest";
import { lessonNamed, lessonsAsked } from "../../src/cli/lessons.ts";
import type { CourseLesson } from "../../src/pages/course.ts";

const course = ["02-gradient-descent", "03-momentum"].map(
  (name) => ({ name, number: name.slice(0, 2), needs: [] }) as unknown as CourseLesson,
);

test.each(["momentum", "03", "3", "03-momentum"])("%s names lesson 03", (word) => {
  expect(lessonNamed(course, word).name).toBe("03-momentum");
});

test("a name that is nearly one is told the nearest", () => {
  expect(() => lessonNamed(course, "momentm")).toThrow(
    expect.objectContaining({ cure: expect.stringContaining("momentum") as string }),
  );
});

test("lessons are named, or all are asked for, and not both", () => {
  expect(lessonsAsked(course, [], true, "deck")).toHaveLength(2);
  expect(lessonsAsked(course, ["03", "momentum"], false, "deck")).toHaveLength(1);
  expect(() => lessonsAsked(course, [], false, "deck")).toThrow(/needs a LESSON/);
  expect(() => lessonsAsked(course, ["03"], true, "deck")).toThrow(/--all takes no lessons/);
});
