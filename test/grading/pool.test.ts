import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { Graded } from "../../src/grading/grade.ts";
import type { ThreadData } from "../../src/grading/messages.ts";
import { Pool } from "../../src/grading/pool.ts";
import type { Submission } from "../../src/grading/submission/find.ts";

const place = mkdtempSync(join(tmpdir(), "grading-pool-"));
const script = join(place, "thread.mjs");
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** What comes of Ada and Ben, by one thread that does this with each `student`; `stuck` is why it was ended before. */
async function gradedBy(action: string, jobs = 1): Promise<Graded[]> {
  writeFileSync(
    script,
    `import { parentPort, resourceLimits, threadId, workerData } from "node:worker_threads";
    const tell = (message) => parentPort.postMessage(message);
    parentPort.on("message", ({ submission: { student }, stuck }) => {
      const done = (...notes) => tell({ type: "done", graded: { student, rows: [], shown: [], notes } });
      ${action}
    });
    tell({ type: "ready" });`,
  );
  const graded: Graded[] = [];
  const students = ["Ada", "Ben"].map((student) => ({ student })) as unknown as Submission[];
  await new Pool(script, { asked: ["momentum/rule"] } as unknown as ThreadData).grade(
    students,
    jobs,
    (one, submission) => {
      expect(one.student).toBe(submission.student);
      graded.push(one);
    },
  );
  return graded;
}

const begin = `tell({ type: "begin", exercise: "momentum/rule" });`;
const BEN = { student: "Ben", rows: [], shown: [], notes: ["graded"] };

test.each([
  ["ends by itself", `process.exit();`, "the thread that graded it ended"],
  ["breaks", `throw new Error("out of luck");`, "out of luck"],
  ["tells that it failed", `tell({ type: "failed", message: "no such file" });`, "no such file"],
  [
    "runs out of memory",
    `throw Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" });`,
    "it takes more memory than there is to be read",
  ],
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
    "runs out of memory",
    `throw Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" });`,
    "memory",
  ],
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

test.each([
  ["a minute, when it is read", "", 60_000, ["it could not be read in a minute"]],
  ["ten seconds, at an exercise", begin, 10_000, ['[["momentum/rule","time"]]']],
  [
    "a second, once its memory is full",
    `${begin} tell({ type: "full" });`,
    1000,
    ['[["momentum/rule","memory"]]'],
  ],
])("a thread may be silent for %s, and is ended then", async (_, act, silence, notes) => {
  const set = vi.spyOn(globalThis, "setTimeout");
  const cleared = vi.spyOn(globalThis, "clearTimeout");
  const ours = () => set.mock.calls.flatMap(([end, time], i) => ([60_000, 10_000, 1000].includes(time!) ? [{ end, time, timer: set.mock.results[i]!.value as unknown }] : [])); // prettier-ignore
  const action = `if (student === "Ben") return done("graded");
    if (stuck.size > 0) return done(JSON.stringify([...stuck]));
    ${act}`;
  const graded = gradedBy(action);
  await vi.waitFor(() => expect(ours().at(-1)?.time).toBe(silence));
  ours().at(-1)!.end();
  const [ada, ben] = await graded;
  expect([ada!.notes, ben]).toEqual([notes, BEN]);
  for (const { timer, time } of ours()) expect(cleared, String(time)).toHaveBeenCalledWith(timer);
});

test.each([
  ["one after another, in one thread", 1],
  ["side by side", 2],
  ["in no more threads than there are of them", 3],
])("submissions are graded %s; all threads end", async (_, jobs) => {
  const ended = vi.spyOn(Worker.prototype, "terminate");
  const graded = await gradedBy("done(threadId);", jobs);
  const threads = Math.min(jobs, 2);
  expect(new Set(graded.flatMap(({ notes }) => notes)).size).toBe(threads);
  expect(ended).toHaveBeenCalledTimes(threads);
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
  const ada = { student: "Ada" } as unknown as Submission;
  const pool = new Pool(script, {} as ThreadData);
  await expect(pool.grade([ada], 1, () => undefined)).rejects.toThrow("no library");
});
