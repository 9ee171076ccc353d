import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bestOf, settingsOf, six } from "../../lessons/10-in-practice/search.ts";
import { draws, resultsOf } from "../../lessons/10-in-practice/experiment.ts";
import { stored } from "./practice.ts";

test("the stored results, all made again", () => {
  const made = draws.flatMap(resultsOf);
  expect(made).toHaveLength(stored.length);
  made.forEach(({ validation, test: onTest, accuracy, ...row }, i) => {
    expect(stored[i]).toMatchObject(row);
    expect(stored[i]!.validation).toBeCloseTo(validation, 5);
    expect(stored[i]!.test).toBeCloseTo(onTest, 5);
    expect(stored[i]!.accuracy).toBeCloseTo(accuracy, 5);
  });
});

test("the repetition that the lesson runs is one of the experiment's: number 51", () => {
  const shown = readFileSync(new URL("shown/10-in-practice.txt", import.meta.url), "utf8");
  for (const rule of six) {
    const [made] = bestOf({ split: 51, seed: 51, batch: 10 }, rule, settingsOf(rule), [100]);
    expect(shown).toMatch(new RegExp(`^ *${rule.title} .*${made!.test.toFixed(5).replace(/0+$/, "")}`, "m"));
  }
});
