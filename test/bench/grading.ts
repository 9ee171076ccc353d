import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/system/process.js";
import { classAnswers, declare, handedOut, handIn } from "../grading/class.ts";

const COUNT = 1000;

/** Goals, in seconds. */
const GRADED = 60;
const REPORTED = 5;

/** 1,000 submissions of lesson 03, with 5 % that loop and 2 % that fill memory, and the report of as many students. */
export async function benchGrading(): Promise<boolean> {
  const place = mkdtempSync(join(tmpdir(), "bench-grading-"));
  try {
    handInAll(join(place, "submissions"));
    const out = join(place, "grades.csv");
    const graded = await seconds("grade", join(place, "submissions"), "--out", out, "--jobs", "2");
    const progress = join(place, "progress");
    recordAll(progress);
    const reported = await seconds("report", progress, "--out", join(place, "report.html"));
    console.log(
      `grading ${COUNT} submissions of lesson 03 with --jobs 2: ${graded.toFixed(1)} s; goal ${GRADED} s`,
    );
    console.log(`a report of ${COUNT} students: ${reported.toFixed(1)} s; goal ${REPORTED} s`);
    return graded < GRADED && reported < REPORTED;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function seconds(...words: readonly string[]): Promise<number> {
  const start = performance.now();
  const { code, output } = await run(process.execPath, ["src/cli/bootstrap.cjs", ...words]);
  if (code !== 0) throw new Error(output);
  return (performance.now() - start) / 1000;
}

function handInAll(folder: string): void {
  const [rules, mended] = [classAnswers("momentum/rule"), classAnswers("momentum/late")];
  const blank = handedOut("03-momentum");
  for (let i = 0; i < COUNT; i++) {
    const rule =
      i % 20 === 7
        ? "() => { for (;;); }"
        : i % 50 === 3
          ? "() => { const all = []; for (;;) all.push(new Array(1e5).fill(1)); }"
          : rules[(7 * i) % rules.length]!.code.trim().replace(/;$/, "");
    const answers = [
      ["03-momentum-exercise-2-your-answer", `/* student ${i} */ ${rule}`],
      ["03-momentum-exercise-3-your-answer", mended[(5 * i) % mended.length]!.code.trim().replace(/;$/, "")],
      [
        "03-momentum-exercise-4-your-answer",
        i % 2 === 0 ? "{ lambda: 1.3, alpha: 0.4 }" : "{ lambda: 0.2, alpha: 0.9 }",
      ],
      ["03-momentum-exercise-5-your-answer", '"Velocities add up."'],
    ] as const;
    const filled = answers.reduce((notebook, [cell, value]) => declare(notebook, cell, value), blank);
    handIn(folder, `student-${i}/03-momentum.ipynb`, filled);
  }
}

/** About a hundred lines for each student, as a course leaves them. */
function recordAll(folder: string): void {
  mkdirSync(folder);
  const exercises = [
    "truth",
    "rule",
    "late",
    "tuned",
    "floor",
    "row",
    "flip",
    "crossing",
    "winner",
    "constant",
  ];
  for (let i = 0; i < COUNT; i++) {
    const lines = Array.from({ length: 100 }, (_, j) =>
      JSON.stringify({
        v: 2,
        time: "2026-11-26T10:00:00Z",
        lesson: "momentum",
        exercise: exercises[j % exercises.length],
        event: "attempt",
        right: (i + j) % 3 === 0,
        outcome: (i + j) % 3 === 0 ? "right" : "not yet",
        ...((i + j) % 3 === 0 ? {} : { mistakes: [`m: sign of lambda*g`] }),
      }),
    );
    writeFileSync(join(folder, `student-${i}.jsonl`), `${lines.join("\n")}\n`);
  }
}
