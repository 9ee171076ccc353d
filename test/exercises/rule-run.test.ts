import { expect, test } from "vitest";
import { descend, rules } from "fall-line";
import { probesFor } from "../../src/exercises/run/probe.ts";
import { differs, pathOf } from "../../src/exercises/run/rule-run.ts";

test.each(rules.map((rule) => [rule.id, rule] as const))(
  "an interpreted %s passes through the points of descend on every probe",
  (_, rule) => {
    const { matching, fresh } = probesFor(rule);
    for (const probe of [...matching, fresh]) {
      const { objective, start, steps, hyper, schedule } = probe;
      const trace = descend(objective, rule, { start, steps, hyper, schedule });
      const path = pathOf(rule, probe);
      expect(path).toHaveLength(trace.steps);
      path.forEach((w, i) => expect(differs(trace.at(i + 1).w, w)).toBe(-1));
    }
  },
);
