import { lessonExercises } from "fall-line";
import { beforeAll, expect, test } from "vitest";
import { Answers } from "../../src/grading/answers/find.ts";
import { gradeExercise, type Judged } from "../../src/grading/grade-exercise.ts";
import type { Bench } from "../../src/grading/grade-function.ts";
import { firstUnlessLong, isLong } from "../long.ts";
import { TRIES } from "./no-mark.ts";
import { language, originalsOf, sandboxScript } from "./standard.ts";

const ID = "momentum/rule";

let bench: Bench;
beforeAll(async () => {
  const insideScript = await sandboxScript();
  bench = {
    insideScript,
    language: language(),
    seeds: firstUnlessLong([271828, 314159, 141421], 2),
    known: new Map(),
  };
});

async function graded(cells: readonly string[]): Promise<Judged> {
  const all = [...cells, `check("${ID}", mine);`].map((source) => ({ id: undefined, source }));
  const answers = new Answers(
    { notebooks: [{ name: "03-momentum", cells: all }], progress: [], faults: [], unread: 0 },
    {},
  );
  return gradeExercise(ID, lessonExercises.all.get(ID)!, originalsOf("03-momentum").get(ID)!, answers, bench);
}

/** One of each sort; the long suite tries all. */
const QUICK = [
  "right at the first five hundred points",
  "right for a while, kept in the world",
  "a list that answers once",
  "a patched JSON, from the beginning",
  "a polluted prototype of lists",
  "the world by eval",
  "the solution by the library",
  "an answer with the checker's own marks",
];

const tried = isLong ? Object.keys(TRIES) : QUICK;

test.each(tried.map((name) => [name, TRIES[name]!] as const))("no mark is gained by %s", async (_, cells) => {
  const { feedback, error } = await graded(cells);
  expect(
    [feedback?.outcome === "right", feedback?.credit ?? 0],
    `${feedback?.text ?? ""}\n${error ?? ""}`,
  ).toEqual([false, 0]);
  expect(({} as { credit?: number }).credit).toBeUndefined();
});

/** What a right answer does besides, at each of thousands of calls. */
const ROUNDS = isLong ? 2000 : 50;

test("what is right stays so after thousands of calls, also where it remembers, prints or takes its time", async () => {
  const right = [
    "let calls = 0;",
    `const seen = new Map<string, number>();
const mine: any = ({ w, m, g }: any, { lambda, alpha }: any) => {
  calls += 1;
  console.log("call", calls, "of many", "x".repeat(200));
  for (let i = 0; i < ${ROUNDS}; i++) seen.set(String(i % 10), i);
  const v = m.map((old: number, i: number) => alpha * old - lambda * g[i]);
  return { w: w.map((x: number, i: number) => x + v[i]), m: v };
};`,
  ];
  const { feedback } = await graded(right);
  expect([feedback?.outcome, feedback?.credit], feedback?.text).toEqual(["right", 1]);
});
