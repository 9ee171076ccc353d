import { test } from "vitest";
import { lessons } from "../lessons/lessons.ts";
import { expectToRun } from "./programs.ts";

test.each(lessons)("lesson $name runs as a program: exit 0, nothing on stderr, something shown", ({ name }) =>
  expectToRun(name),
);
