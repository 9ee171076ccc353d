import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { descend, objective, rules } from "fall-line";
import { scheduleById } from "fall-line/tools";

interface Run {
  readonly rule: string;
  readonly objective: string;
  readonly expression: string;
  readonly variables: string[];
  readonly start: number[];
  readonly hyper: Record<string, number>;
  readonly steps: number;
  readonly schedule?: { readonly schedule: string } & Record<string, number | string>;
  readonly w: number[][];
  readonly loss: number[];
}

const file = process.env.FALL_LINE_ORACLE ?? fileURLToPath(new URL("traces.json", import.meta.url));
const runs = JSON.parse(readFileSync(file, "utf8")) as Run[];

/** Where two numbers differ by more than 1e-9 of the expected one and by more than 1e-12. */
function differs(got: number, expected: number): boolean {
  return !(Math.abs(got - expected) <= Math.max(1e-12, 1e-9 * Math.abs(expected)));
}

function departures(run: Run): string[] {
  const rule = rules.find(({ id }) => id === run.rule);
  if (rule === undefined) return [`there is no rule ${run.rule}`];
  const { schedule: id, ...parameters } = run.schedule ?? { schedule: "constant" };
  const trace = descend(objective(run.expression, { variables: run.variables }), rule, {
    start: run.start,
    steps: run.steps,
    hyper: run.hyper,
    schedule: scheduleById(id, parameters as Record<string, number>),
    record: "all",
  });
  expect(trace.steps).toBe(run.steps);
  return trace
    .slice()
    .flatMap(({ t, w, loss }) => [
      ...Array.from(w).flatMap((x, i) =>
        differs(x, run.w[t]![i]!) ? [`w[${i}] at step ${t}: ${x}, not ${run.w[t]![i]!}`] : [],
      ),
      ...(differs(loss, run.loss[t]!) ? [`loss at step ${t}: ${loss}, not ${run.loss[t]!}`] : []),
    ]);
}

describe("descend takes the reference's steps", () => {
  test.each(runs.map((run, i) => [`${i + 1}: ${run.rule} on ${run.objective}`, run] as const))(
    "%s",
    (_title, run) => {
      expect(departures(run)[0]).toBeUndefined();
    },
  );
});
