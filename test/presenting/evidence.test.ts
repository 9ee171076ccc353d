import { expect, test } from "vitest";
import { layoutOf, rightOf } from "../../src/presenting/evidence.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import type { Question } from "../../src/presenting/question.ts";
import { explorer, figure, step, tableOf, wideStep } from "./cells.ts";

test.each([
  ["a figure", figure, "beside"],
  ["a narrow table", tableOf(2, 2), "beside"],
  ["a wide table", tableOf(2, 60), "stacked"],
  ["a short step", step, "stacked"],
  ["a wide step", wideStep, "stacked"],
  ["an explorer", explorer, "figure"],
] as const)("with words %s stands so: %s %s", (_, output, layout) => {
  expect(layoutOf(exhibitOf(output), [{ source: "One.", fragment: false }])).toBe(layout);
  expect(layoutOf(exhibitOf(output), [])).toBe("figure");
});

test("the right choice is the finding, without its stop", () => {
  const choices = [
    { text: "Over there.", right: false },
    { text: "At 1.5.", right: true },
  ];
  const asked = (all: readonly object[]) => ({ choices: all }) as unknown as Question;
  expect(rightOf(asked(choices))).toBe("At 1.5");
  expect(rightOf(asked(choices.slice(0, 1)))).toBeUndefined();
});
