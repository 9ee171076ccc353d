import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Graded } from "../../src/grading/grade.ts";
import type { ThreadData } from "../../src/grading/messages.ts";
import { Pool } from "../../src/grading/pool.ts";
import { Seat } from "../../src/grading/seat.ts";
import type { Submission } from "../../src/grading/submission/find.ts";

const place = mkdtempSync(join(tmpdir(), "grading-pool-"));
const script = join(place, "thread.mjs");
afterAll(() => rmSync(place, { recursive: true, force: true }));

const ADA = { student: "Ada" } as unknown as Submission;
const BEN = { student: "Ben", rows: [], shown: [], notes: ["graded"] };
const DATA = { asked: ["momentum/rule"] } as unknown as ThreadData;

/** A thread that does this with each `student`; `skipped` are exercises at which it was lost before. */
function thread(action: string): string {
  writeFileSync(
    script,
    `import { parentPort, resourceLimits, threadId, workerData } from "node:worker_threads";
    const tell = (message) => parentPort.postMessage(message);
    parentPort.on("message", ({ submission: { student }, skipped }) => {
      const done = (...notes) => tell({ type: "graded", graded: { student, rows: [], shown: [], notes } });
      ${action}
    });
    tell({ type: "ready" });`,
  );
  return script;
}

/** What comes of Ada and Ben. */
async function gradedBy(action: string, jobs = 1): Promise<Graded[]> {
  const graded: Graded[] = [];
  const students = [ADA, { student: "Ben" } as unknown as Submission];
  await new Pool(thread(action), DATA).grade(students, jobs, (one, submission) => {
    expect(one.student).toBe(submission.student);
    graded.push(one);
  });
  return graded.sort((a, b) => (a.student < b.student ? -1 : 1));
}

const begin = `tell({ type: "begin", exercise: "momentum/rule" });`;
const ENDINGS = [
  ["ends by itself", `process.exit();`, "the program that graded it ended"],
  ["breaks", `throw new Error("out of luck");`, "out of luck"],
  ["tells that it failed", `tell({ type: "failed", message: "no such file" });`, "no such file"],
  [
    "is ended with its process",
    `process.kill(process.pid, "SIGKILL");`,
    "the program that graded it was ended by SIGKILL, as happens where memory runs out",
  ],
] as const;

test.each(ENDINGS)(
  "a submission at which the thread %s is told as not graded, and costs nobody else",
  async (_, act, note) => {
    expect(await gradedBy(`if (student === "Ben") return done("graded"); ${act}`)).toEqual([
      { student: "Ada", rows: [], shown: [], notes: [note], isBroken: true },
      BEN,
    ]);
  },
);

test("an exercise at which the thread is lost is tried once more, alone, and left out only then", async () => {
  const [ada, ben] = await gradedBy(
    `if (student === "Ben") return done("graded");
    if (skipped.size > 0) return done(...skipped.keys(), ...skipped.values());
    ${begin} process.exit();`,
    2,
  );
  expect(ada!.notes).toEqual(["momentum/rule", "the program that graded it ended"]);
  expect(ben).toEqual(BEN);
});

test("one at which it was lost by ill luck is graded like any other", async () => {
  const lucky = join(place, "lucky");
  const [ada] = await gradedBy(
    `const fs = process.getBuiltinModule("node:fs");
    if (student === "Ben" || fs.existsSync(${JSON.stringify(lucky)})) return done("graded", skipped.size);
    fs.writeFileSync(${JSON.stringify(lucky)}, ""); ${begin} process.exit();`,
  );
  expect(ada).toEqual({ ...BEN, student: "Ada", notes: ["graded", 0] });
});

test("a thread that computes without a word is ended after its share of the processor's time, one that rests is not", async () => {
  const seat = new Seat(thread(`${begin} if (student === "Ada") for (;;); else done("graded");`), DATA);
  const task = { type: "grade", submission: ADA, skipped: new Map<string, string>() } as const;
  expect(await seat.do(task, 0.3)).toEqual({
    type: "lost",
    exercise: "momentum/rule",
    reason: "it did not answer within 0.3 seconds of computing",
  });
  const ben = { ...task, submission: { student: "Ben" } as unknown as Submission };
  expect(await seat.do(ben, 60)).toEqual({ type: "graded", graded: BEN });
  seat.end();
});

test.each([
  ["one after another, in one process", 1],
  ["side by side", 2],
  ["in no more processes than there are of them", 3],
])("submissions are graded %s", async (_, jobs) => {
  const graded = await gradedBy("done(process.pid);", jobs);
  expect(new Set(graded.flatMap(({ notes }) => notes)).size).toBe(Math.min(jobs, 2));
});

test("a thread has what it is started with, room, and nothing of the environment", async () => {
  const [{ notes }] = (await gradedBy("done(workerData, process.env, resourceLimits);")) as [Graded];
  expect(notes).toMatchObject([
    { asked: ["momentum/rule"] },
    {},
    { maxOldGenerationSizeMb: 1024, stackSizeMb: 8 },
  ]);
  expect(Object.keys(notes[1]!)).toEqual([]);
});

test("a thread that cannot begin is told", async () => {
  writeFileSync(script, `throw new Error("no library");`);
  await expect(new Pool(script, DATA).grade([ADA], 1, () => undefined)).rejects.toThrow("no library");
});

test("what cannot be kept ends the batch at once, and no process stays behind", async () => {
  const students = ["Ada", "Ben", "Cy", "Di"].map((student) => ({ student }) as unknown as Submission);
  const log = join(place, "asked");
  const action = `import("node:fs").then((fs) => {
    fs.appendFileSync(${JSON.stringify(log)}, process.pid + "\\n");
    if (student === "Ada") done();
  });`;
  const pool = new Pool(thread(action), DATA);
  const full = (): never => {
    throw new Error("the disk is full");
  };
  await expect(pool.grade(students, 2, full)).rejects.toThrow("the disk is full");
  const pids = readFileSync(log, "utf8").trim().split("\n").map(Number);
  expect(pids.length).toBeLessThanOrEqual(2);
  const isThere = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await vi.waitFor(() => expect(pids.filter(isThere)).toEqual([]), { timeout: 60_000 });
});
