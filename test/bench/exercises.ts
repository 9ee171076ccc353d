import {
  adagrad,
  adam,
  check,
  type Feedback,
  lessonExercises,
  momentum,
  nesterov,
  newton,
  rmsprop,
  type Rule,
} from "fall-line";
import { bundleOf } from "fall-line/tools";
import { stepOfRule } from "../../src/exercises/run/rule-step.ts";
import { worstFormula, worstStep } from "../exercises/worst.ts";

const REPETITIONS = 15;
const RIGHT = 20;
const DIAGNOSIS = 150;
const FIRST = 300;
const WORST = 2000;

const CASES: readonly (readonly [string, Rule])[] = [
  ["momentum/rule", momentum],
  ["nesterov/rule", nesterov],
  ["adagrad/rule", adagrad],
  ["rmsprop/rule", rmsprop],
  ["adam/rule", adam],
  ["second-order/rule", newton],
];

/**
 * How long a student waits for feedback, made to its last format: for a right answer, for a wrong one to which no name fits,
 * so that every wrong version was tried, and for the worst one, whose text makes the search try all that it knows.
 * Gives whether all goals were met.
 */
export function benchExercises(): boolean {
  console.log(
    `\nchecking an answer (goals: ${RIGHT} ms when it is right, ${DIAGNOSIS} ms with a diagnosis, ${FIRST} ms the first time: medians; never more than ${WORST} ms)`,
  );
  const named = CASES.map(([id, rule]) => {
    const right = stepOfRule(rule);
    const line = rule.equations["w"]!;
    const text = `${line.text} + 0.0123*g`;
    const strange = stepOfRule({ ...rule, equations: { ...rule.equations, w: { ...line, text } } });
    const [slow, quick] = [measure(id, strange, "not yet"), measure(id, right, "right")];
    const of = (times: readonly number[]): string =>
      `${median(times).toFixed(0)} ms (the first time ${times[0]!.toFixed(0)} ms)`;
    console.log(`  ${id.padEnd(16)} right ${of(quick)}, diagnosis ${of(slow)}`);
    return [median(quick) <= RIGHT, median(slow) <= DIAGNOSIS, slow[0]! <= FIRST].every(Boolean);
  });
  const worst = [...lessonExercises.all].flatMap(([id, one]): [string, unknown][] => {
    if (one.kind === "write" || one.kind === "bug") return [[id, worstStep(one.target.rule)]];
    return one.kind === "formula" ? [[id, worstFormula(one.target)]] : [];
  });
  const times = worst.map(([id, answer]) => ({ id, most: Math.max(...measure(id, answer, "not yet", 3)) }));
  const slowest = times.reduce((a, b) => (b.most > a.most ? b : a));
  console.log(`  the worst answer of all exercises: ${slowest.most.toFixed(0)} ms, for ${slowest.id}`);
  return [...named, slowest.most <= WORST].every(Boolean);
}

function measure(id: string, answer: unknown, outcome: string, repetitions = REPETITIONS): number[] {
  const checkAny = check as unknown as (id: string, answer: unknown) => Feedback;
  return Array.from({ length: repetitions }, () => {
    const start = performance.now();
    const feedback = checkAny(id, answer);
    JSON.stringify(bundleOf(feedback));
    const time = performance.now() - start;
    if (feedback.outcome !== outcome) throw new Error(`${id} should be ${outcome}: ${feedback.text}`);
    return time;
  });
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
