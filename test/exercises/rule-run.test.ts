import { expect, test } from "vitest";
import { descend, rules } from "fall-line";
import { probesFor } from "../../src/exercises/run/probe.ts";
import { canRun, differs, pathOf } from "../../src/exercises/run/rule-run.ts";

test("canRun(rule) leaves out only the rules with histories or a line search", () => {
  expect(rules.filter((rule) => !canRun(rule)).map(({ id }) => id)).toEqual([
    "bfgs",
    "lbfgs",
    "newton-damped",
  ]);
});

test.each(rules.filter(canRun).map((rule) => [rule.id, rule] as const))(
  "runRule(%s) passes through the points of descend on every probe",
  (_, rule) => {
    const { matching, fresh } = probesFor(rule);
    for (const probe of [...matching, fresh]) {
      const { objective, start, steps, hyper, schedule } = probe;
      const trace = descend(objective, rule, { start, steps, hyper, schedule });
      const path = pathOf(rule, probe);
      expect(path).toHaveLength(steps);
      path.forEach((w, i) => expect(differs(trace.at(i + 1).w, w)).toBe(-1));
    }
  },
);
