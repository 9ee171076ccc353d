import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Graded } from "../../src/grading/grade.ts";
import type { ThreadData } from "../../src/grading/messages.ts";
import { Pool } from "../../src/grading/pool.ts";
import type { Submission } from "../../src/grading/submission/find.ts";

const place = mkdtempSync(join(tmpdir(), "grading-pool-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What comes of Ada and Ben, by one thread that does this with each `student`; `stuck` is why it was ended before. */
async function gradedBy(action: string, jobs = 1): Promise<Graded[]> {
  const script = join(place, "thread.mjs");
  writeFileSync(
    script,
    `import { parentPort } from "node:worker_threads";
    const tell = (message) => parentPort.postMessage(message);
    parentPort.on("message", ({ submission: { student }, stuck }) => {
      const done = (...notes) => tell({ type: "done", graded: { student, rows: [], shown: [], notes } });
      ${action}
    });
    tell({ type: "ready" });`,
  );
  const graded: Graded[] = [];
  const students = ["Ada", "Ben"].map((student) => ({ student })) as unknown as Submission[];
  await new Pool(script, {} as ThreadData).grade(students, jobs, (one, submission) => {
    expect(one.student).toBe(submission.student);
    graded.push(one);
  });
  return graded;
}

const begin = `tell({ type: "begin", exercise: "momentum/rule" });`;
const BEN = { student: "Ben", rows: [], shown: [], notes: ["graded"] };

test.each([
  ["ends by itself", `process.exit();`, "the thread that graded it ended"],
  ["breaks", `throw new Error("out of luck");`, "out of luck"],
  ["tells that it failed", `tell({ type: "failed", message: "no such file" });`, "no such file"],
  ["ends twice at the same exercise", `${begin} process.exit();`, "the thread that graded it ended"],
])(
  "a submission at which the thread %s is told as not graded, and costs nobody else",
  async (_, act, note) => {
    expect(await gradedBy(`if (student === "Ben") return done("graded"); ${act}`)).toEqual([
      { student: "Ada", rows: [], shown: [], notes: [note], isBroken: true },
      BEN,
    ]);
  },
);

test.each([
  ["ends", "process.exit();", "time"],
  ["says that its memory is full and ends", `tell({ type: "full" }); process.exit();`, "memory"],
  [
    "ends, after another one was near to the limit of memory,",
    `tell({ type: "full" }); ${begin} process.exit();`,
    "time",
  ],
])(
  "an exercise at which the thread %s is left out when the submission is graded again",
  async (_, act, why) => {
    const action = `if (student === "Ben") return done("graded");
    if (stuck.size > 0) return done(JSON.stringify([...stuck]));
    ${begin} ${act}`;
    const [ada, ben] = await gradedBy(action, 2).then((all) =>
      all.sort((a, b) => (a.student < b.student ? -1 : 1)),
    );
    expect(ada!.notes).toEqual([`[["momentum/rule","${why}"]]`]);
    expect(ben).toEqual(BEN);
  },
);
