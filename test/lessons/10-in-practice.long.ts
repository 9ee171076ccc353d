import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bestOf, settingsOf, six } from "../../lessons/10-in-practice/search.ts";
import { draws, resultsOf } from "../../lessons/10-in-practice/experiment.ts";
import { block, fifty, mean, measured, NAMES, PAIRS, ranking, stored, verdict } from "./practice.ts";

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

test("three more blocks, repetitions 51 to 80, turn none of what the lesson says of five", () => {
  const again = Array.from({ length: 30 }, (_, i) => ({ split: 51 + i, seed: 51 + i, batch: 10 })).flatMap(
    (draw) => six.flatMap((rule) => bestOf(draw, rule, settingsOf(rule), [25, 100])),
  );
  for (const k of [6, 7, 8]) {
    expect(ranking(block(k, 25), again)[0]).toBe("nesterov");
    expect(ranking(block(k, 25), again).at(-1)).toBe("gd");
    expect(ranking(block(k), again).slice(0, 2)).toEqual(["nesterov", "adam"]);
    for (const rule of ["gd", "momentum", "adagrad", "rmsprop"] as const)
      expect(verdict(block(k, 25), rule, "nesterov", again), rule).toBe(1);
    for (const [a, b] of PAIRS)
      expect([0, verdict(fifty(), a, b)], `${a}, ${b}`).toContain(verdict(block(k), a, b, again));
  }
});

test("ten more repetitions with batches of 30 lower each mean by a fifth or more, too", () => {
  const again = Array.from({ length: 10 }, (_, i) => ({ split: 11 + i, seed: 11 + i, batch: 30 })).flatMap(
    (draw) => six.flatMap((rule) => bestOf(draw, rule, settingsOf(rule), [100])),
  );
  for (const rule of NAMES)
    expect(
      mean(measured(block(2, 100, 30), rule, "test", "searched", again)) / mean(measured(block(2), rule)),
      rule,
    ).toBeLessThan(0.8);
  expect(ranking(block(2, 100, 30), again)[0]).toBe("nesterov");
});
