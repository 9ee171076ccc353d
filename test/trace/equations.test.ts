import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { descend, himmelblau, type Rule, rules, schedules, type Trace } from "fall-line";
import { callsWholeVectors, lineNode } from "../../src/math/line.ts";
import { equationsTex } from "fall-line/tools";
import { stepReader } from "../../src/trace/reader.ts";

// Without tolerances, by which mathjs takes nearly equal numbers for equal.
const exact = create(all ?? {}, { relTol: 1e-16, absTol: 0 });

/** A line of a step, evaluated by mathjs for one coordinate from the values that the line reads. */
function evaluated(trace: Trace, t: number, name: string, coordinate: number): number {
  const reader = stepReader(trace, t);
  for (const earlier of Object.keys(trace.rule.equations)) {
    if (earlier === name) break;
    reader.finish(earlier);
  }
  const { text } = trace.rule.equations[name]!;
  const scope: Record<string, number> = {};
  for (const symbol of text.match(/[A-Za-z]\w*/g) ?? []) {
    const numbers = reader.read(symbol)?.numbers;
    if (numbers !== undefined) scope[symbol] = numbers[numbers.length === 1 ? 0 : coordinate]!;
  }
  return exact.evaluate(text, scope) as number;
}

describe("the displayed equation, evaluated by mathjs, gives the traced number", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule: Rule) => {
    const hyper = rule.rate === undefined ? {} : { [rule.rate]: 0.005 };
    const trace = descend(himmelblau, rule, {
      steps: 8,
      hyper,
      schedule: schedules.exponential({ k: 0.1 }),
      record: "all",
    });
    expect(equationsTex(rule).map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(rule.equations)),
    );
    for (const [name, { text, shape }] of Object.entries(rule.equations)) {
      if (callsWholeVectors(lineNode(text)) || shape === "history" || shape === "matrix") continue;
      for (let t = 1; t <= trace.steps; t++) {
        for (const coordinate of [0, 1]) {
          const value = trace.value(name, t);
          const traced = typeof value === "number" ? value : value[coordinate]!;
          const expected = evaluated(trace, t, name, coordinate);
          expect(Math.abs(traced - expected), `${name} at step ${t}`).toBeLessThanOrEqual(
            1e-12 * Math.max(1e-3, Math.abs(expected)),
          );
        }
      }
    }
  });
});
