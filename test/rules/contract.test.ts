import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bowl, conventions, descend, ravine, type Rule, rules } from "fall-line";
import { bibliography } from "../../src/bibliography.ts";
import { conventionsOf } from "../../src/exercises/conventions.ts";

const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
const all = [...new Set([...rules, ...forms])];

const listed = (settings: object): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join(", ") || "its defaults";

test("each id is one rule, in the library, its conventions and the forms that exercises accept", () => {
  const accepted = rules.flatMap((rule) => conventionsOf(rule).map((form) => form.rule));
  const known = [...new Set([...all, ...accepted])];
  expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
});

test("the list has the deck's rules in its order, then the others by name", () => {
  const ids = rules.map(({ id }) => id);
  const deck =
    "gd momentum nesterov adagrad adagrad-outside rmsprop rmsprop-outside adam-incomplete newton adam adam-printed";
  expect(ids.slice(0, 11).join(" ")).toBe(deck);
  expect(ids.slice(11)).toEqual(ids.slice(11).sort());
});

test("each file of the index has its test", () => {
  const index = readFileSync(fileURLToPath(new URL("../../src/rules/index.ts", import.meta.url)), "utf8");
  const names = [...index.matchAll(/from "\.\/([\w-]+)\.ts"/g)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(17);
  const tests = readdirSync(fileURLToPath(new URL(".", import.meta.url)));
  expect(names.filter((name) => !tests.includes(`${name}.test.ts`))).toEqual([]);
});

describe.each(all.map((rule) => [rule.id, listed(rule.sensible ?? {}), rule] as const))(
  "%s, tried with %s,",
  (_id, _settings, rule) => {
    const hyper = { ...rule.sensible };

    test("declares a sensible learning rate, if it has one", () => {
      expect(rule.rate === undefined || rule.rate in hyper).toBe(true);
    });

    test.each([
      ["a bowl", bowl, [1, -0.8]],
      ["a ravine", ravine, [-2, 1]],
    ])("goes nearly to the bottom of %s", (_name, on, start) => {
      const path = descend(on, rule, { start, steps: 400, hyper });
      expect(path.stop.reason).toBe("steps");
      expect(path.end.loss).toBeLessThan(path.at(0).loss / 20);
    });

    test("takes exactly the steps asked for, from a row 0 that is the start", () => {
      const path = descend(ravine, rule, { start: [-2, 1], steps: 7, hyper });
      expect(path.recordedSteps).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect([...path.at(0).w]).toEqual([-2, 1]);
    });

    test("is deterministic, and leaves its inputs alone", () => {
      const start = Float64Array.of(-2, 1);
      const before = JSON.stringify(rule);
      const options = { start, steps: 10, hyper };
      const [first, second] = [descend(ravine, rule, options), descend(ravine, rule, options)];
      expect(JSON.stringify(first)).toBe(JSON.stringify(second));
      expect([...start]).toEqual([-2, 1]);
      expect(JSON.stringify(rule)).toBe(before);
    });

    test("computes finite numbers for every term of every step", () => {
      for (const step of descend(ravine, rule, { start: [-2, 1], steps: 10, hyper }).slice(1)) {
        for (const [name, value] of Object.entries(step)) {
          expect(
            [value]
              .flat()
              .every((x) => (typeof x === "number" ? Number.isFinite(x) : x.every(Number.isFinite))),
            name,
          ).toBe(true);
        }
      }
    });

    test("works in one dimension and in many", () => {
      const long = Array.from({ length: 7 }, (_, i) => `x${i}^2`).join(" + ");
      for (const on of ["x^2", long]) {
        const start = new Array<number>(on === long ? 7 : 1).fill(0.5);
        expect(descend(on, rule, { start, steps: 5, hyper }).steps).toBe(5);
      }
    });

    test("says what each name means, and leads to the bibliography", () => {
      expect(
        Object.keys(bibliography),
        "the key of its source is none of src/bibliography.ts: mend it, or add the paper there",
      ).toContain(rule.source?.key);
      expect(rule.source?.where).not.toBe("");
      expect(rule.look).toBeDefined();
      for (const { meaning, tex } of Object.values(rule.hyperparameters)) {
        expect(meaning).not.toBe("");
        expect(tex).not.toBe("");
      }
      for (const { meaning } of Object.values(rule.state)) expect(meaning).not.toBe("");
    });

    test("is drawn with a marker that no rule has but the forms of it", () => {
      const alike = rules.filter(({ look }) => look?.symbol === rule.look?.symbol && look !== rule.look);
      expect(
        alike.map(({ id }) => id),
        "these have its marker: give it another symbol, of those in src/rules/look.ts",
      ).toEqual([]);
    });

    test("writes every step out", () => {
      const path = descend(ravine, rule, { start: [-2, 1], steps: 3, hyper });
      const { text } = path.worked(3);
      expect(text).not.toMatch(/undefined|NaN/);
      expect(path.worked(3, { coordinate: 1 }).lines).toHaveLength(path.worked(3).lines.length);
    });
  },
);
