import { expect, test } from "vitest";
import { lessonNamed, lessonsAsked } from "../../src/cli/lessons.ts";
import { lessonPlace } from "../../src/course/folder.ts";
import type { CourseLesson } from "../../src/rendering/course.ts";

const course = {
  places: ["02-gradient-descent", "03-momentum", "11-waves"].map((name) => lessonPlace("lessons", name)!),
  built: ["02-gradient-descent", "03-momentum"].map((name) => ({ name }) as CourseLesson),
};

test.each(["momentum", "03", "3", "03-momentum", "03-momentum.ipynb"])("%s names lesson 03", (word) => {
  expect(lessonNamed(course, word).name).toBe("03-momentum");
});

test("a name that is nearly one is told the nearest", () => {
  expect(() => lessonNamed(course, "momentm")).toThrow(
    expect.objectContaining({ cure: expect.stringContaining("momentum") as string }),
  );
});

test("a lesson without a notebook is there, and is told what keeps it from being used", () => {
  expect(() => lessonNamed(course, "waves")).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("no notebook of 11-waves") as string,
      cure: expect.stringContaining("npx fall-line check waves") as string,
    }),
  );
});

test("lessons are named, or all are asked for, and not both", () => {
  expect(lessonsAsked(course, [], true, "deck")).toHaveLength(2);
  expect(lessonsAsked(course, ["03", "momentum"], false, "deck")).toHaveLength(1);
  expect(() => lessonsAsked(course, [], false, "deck")).toThrow(/needs a LESSON/);
  expect(() => lessonsAsked(course, ["03"], true, "deck")).toThrow(/--all takes no lessons/);
});
