import { expect, test } from "vitest";
import { gradientDescent, descend, ravine } from "fall-line";
import { counted } from "../src/counted.ts";

test("counted(count, one, many) is said as one says it", () => {
  expect([0, 1, 2].map((count) => counted(count, "loss", "losses"))).toEqual([
    "0 losses",
    "1 loss",
    "2 losses",
  ]);
  expect(counted(1, "step")).toBe("1 step");
  expect(descend(ravine, gradientDescent, { steps: 1 }).stop.sentence).toBe("The one step was taken.");
});
