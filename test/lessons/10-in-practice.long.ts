import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bestOf, settingsOf, six } from "../../lessons/10-in-practice/search.ts";
import { draws, resultsOf } from "../../lessons/10-in-practice/experiment.ts";
import { stored } from "./practice.ts";

test("of the stored results every tenth draw, made again", () => {
  for (const { validation, test: onTest, accuracy, ...row } of draws
    .filter((_, k) => k % 10 === 9)
    .flatMap(resultsOf)) {
    const kept = stored.find((one) => JSON.stringify({ ...one, ...row }) === JSON.stringify(one))!;
    expect(kept.validation).toBeCloseTo(validation, 5);
    expect(kept.test).toBeCloseTo(onTest, 5);
    expect(kept.accuracy).toBeCloseTo(accuracy, 5);
  }
});

test("the repetition that the lesson runs is one of the experiment's: number 51", () => {
  const shown = readFileSync(new URL("shown/10-in-practice.txt", import.meta.url), "utf8");
  for (const rule of six) {
    const [made] = bestOf({ split: 51, seed: 51, batch: 10 }, rule, settingsOf(rule), [100]);
    const [, loss] = new RegExp(String.raw`^ *${rule.title} .* (0\.\d+) +0\.\d+$`, "m").exec(shown)!;
    expect(Number(loss)).toBeCloseTo(made!.test, 5);
  }
});
