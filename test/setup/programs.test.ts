import { test } from "vitest";
import { expectToRun } from "./programs.ts";

test("a lesson runs as a program: exit 0, nothing on stderr, something shown", () =>
  expectToRun("00-start-here"));
