import { expect, test } from "vitest";
import { summary } from "../../src/cli/progress/summary.ts";
import { exercise } from "fall-line";
import { migratedEvents } from "../../src/exercises/migrated-events.ts";
import { eventsToCsv, parseEvents, type ProgressEvent } from "../../src/exercises/progress-event.ts";
import { statuses } from "../../src/exercises/progress.ts";

const attempt = (exercise: string, more: Partial<ProgressEvent>): ProgressEvent => ({
  v: 2,
  time: "2026-10-01T09:00:00.000Z",
  library: "0.1.0",
  lesson: "momentum",
  exercise,
  event: "attempt",
  ...more,
});

// A file as version 1 wrote it.
const VERSION_1 = `
{"v":1,"at":"2026-11-26T01:36:54.052Z","id":"momentum/crossing","event":"attempt","outcome":"done","names":[],"answer":{"x":0.062,"step":4}}
{"v":1,"at":"2026-11-26T01:36:54.053Z","id":"momentum/crossing","event":"attempt","outcome":"done","names":[],"answer":{"x":1,"step":2}}
{"v":1,"at":"2026-11-26T01:36:54.053Z","id":"momentum/truth","event":"hint"}
{"v":1,"at":"2026-11-26T01:36:54.053Z","id":"momentum/truth","event":"attempt","outcome":"not yet","credit":0,"names":[],"answer":"a"}
{"v":1,"at":"2026-11-26T01:36:54.053Z","id":"momentum/flip","event":"attempt","outcome":"done","names":[],"answer":"shorter"}
{"v":1,"at":"2026-11-26T01:36:54.053Z","id":"momentum/rule","event":"attempt","outcome":"not written","names":[]}
{"v":1,"at":"2026-11-26T01:36:54.132Z","id":"momentum/rule","event":"attempt","outcome":"almost","credit":0.5,"names":["the line of w uses the old m"]}
{"v":1,"at":"2026-11-26T01:36:54.156Z","id":"momentum/rule","event":"attempt","outcome":"right","credit":1,"names":[]}
{"v":1,"at":"2026-11-26T01:36:54.172Z","id":"momentum/rule","event":"attempt","outcome":"crashed","credit":0,"names":[]}
{"v":1,"at":"2026-11-26T01:36:54.190Z","id":"momentum/tuned","event":"attempt","outcome":"not yet","credit":0,"names":[],"answer":{"lambda":0.1,"alpha":0.8}}
{"v":1,"at":"2026-11-26T01:36:54.190Z","id":"momentum/friend","event":"attempt","outcome":"done","names":[],"answer":"They add up."}
{"v":1,"at":"2026-11-26T01:36:54.220Z","id":"momentum/friend","event":"solution"}
{"v":1,"at":"2026-11-26T01:36:54.220Z","id":"second-order/cost","event":"attempt","outcome":"done","names":[],"answer":"Too big, \\"they\\" say."}
{"v":1,"at":"2026-11-26T01:36:54.220Z","id":"momentum/truth","event":"reset"}
`
  .split("\n")
  .filter(Boolean);

test("parseEvents(lines) reads all that version 1 has kept", () => {
  const all = parseEvents(VERSION_1);
  expect(all).toHaveLength(VERSION_1.length);
  expect(all[0]).toEqual({
    v: 2,
    time: "2026-11-26T01:36:54.052Z",
    lesson: "momentum",
    exercise: "crossing",
    event: "attempt",
    outcome: "kept",
    picked: { x: 0.062, step: 4 },
    mistakes: [],
  });
  const judgedThen = all.flatMap(({ exercise, right }) => (right === undefined ? [] : [[exercise, right]]));
  expect(judgedThen).toEqual([
    ["truth", false],
    ["rule", false],
    ["rule", true],
    ["rule", false],
    ["tuned", false],
  ]);
  expect(all.at(-2)).toMatchObject({ picked: 'Too big, "they" say.' });
  const found = statuses(all);
  expect(found.get("momentum/rule")).toMatchObject({ state: "done", attempts: 3, credit: 1 });
  expect(found.get("momentum/truth")).toMatchObject({ state: "new", hints: 0 });
  expect(found.get("momentum/tuned")).toMatchObject({ state: "tried", picked: { lambda: 0.1, alpha: 0.8 } });
  expect(found.get("momentum/friend")).toMatchObject({ state: "answered", solutionSeen: true });
});

test("judged(events, exercises) says of the guesses of version 1 whether they were right", () => {
  const crossing = exercise.predict({
    title: "",
    prompt: "",
    fields: { x: { label: "", answer: 0.062, within: 0.001 }, step: { label: "", answer: 4, within: 0 } },
    because: "",
    hints: [""],
  });
  const all = migratedEvents(parseEvents(VERSION_1), new Map([["momentum/crossing", crossing]]));
  expect(all.slice(0, 2)).toMatchObject([
    { right: true, outcome: "right" },
    { right: false, outcome: "otherwise" },
  ]);
  expect(statuses(all).get("momentum/crossing")?.state).toBe("done");
});

test("parseEvents(lines) passes over what is torn, of a version to come, or no event", () => {
  const sound = JSON.stringify(attempt("rule", { right: true }));
  const lines = [sound.slice(0, 40), "null", "3", '{"v":3,"lesson":"a"}', '{"v":2,"event":"attempt"}', sound];
  const strange = JSON.stringify({ ...attempt("rule", {}), event: "dance" });
  expect(parseEvents([...lines, strange])).toEqual([attempt("rule", { right: true })]);
});

test("statuses() takes the best attempt since the last start over; empty answers are no attempts", () => {
  const found = statuses([
    attempt("rule", { right: true, outcome: "right", credit: 1 }),
    attempt("rule", { event: "reset" }),
    attempt("rule", { outcome: "not written" }),
    attempt("rule", { right: false, outcome: "almost", credit: 0.5, mistakes: [{ id: "sign" }] }),
    attempt("rule", { event: "name" }),
    attempt("rule", { right: false, outcome: "not yet", credit: 0 }),
    attempt("rule", { event: "hint" }),
  ]);
  expect(found.get("momentum/rule")).toMatchObject({
    state: "almost",
    credit: 0.5,
    attempts: 2,
    hints: 1,
    mistakes: [],
    named: false,
  });
});

test("eventsToCsv(events) has a column for all that is kept, quotes what needs it and disarms formulas", () => {
  const csv = eventsToCsv([
    attempt("friend", { attempt: 1, outcome: "kept", picked: '=1+1, "quoted"\nline' }),
    attempt("rule", {
      attempt: 2,
      right: false,
      outcome: "almost",
      credit: 0.5,
      mistakes: [{ id: "x" }, { id: "y", what: "y is old" }],
      named: true,
    }),
    attempt("limit", { attempt: 1, right: true, outcome: "right", picked: { k: 1 } }),
  ]);
  const time = "2026-10-01T09:00:00.000Z,0.1.0,momentum";
  expect(csv.split("\r\n")).toEqual([
    "time,library,lesson,exercise,event,attempt,right,outcome,credit,picked,mistakes,named,recalls,option,what",
    `${time},friend,attempt,1,,kept,,"'=1+1, ""quoted""\nline",,,,,`,
    `${time},rule,attempt,2,false,almost,0.5,,x | y,true,,, | y is old`,
    `${time},limit,attempt,1,true,right,,"{""k"":1}",,,,,`,
    "",
  ]);
});

test.each(["=1", "+1", "-1", "@a", "\t1", "\r1"])(
  "eventsToCsv(events) disarms %j, and no number",
  (answer) => {
    const pickedOf = (picked: unknown): string =>
      eventsToCsv([attempt("rule", { picked })])
        .slice("time,".length)
        .split("attempt,,,,,")[1]!;
    expect(pickedOf(answer).replaceAll('"', "").startsWith(`'${answer[0]!}`)).toBe(true);
    expect(pickedOf(-1).startsWith("-1,")).toBe(true);
  },
);

const lessons = [
  { number: "02", title: "Gradient descent", exercises: [["gradient-descent/rule", "Write it"]] },
  {
    number: "03",
    title: "Momentum, told at more length than there is room",
    exercises: Array.from({ length: 40 }, (_, i) => [`momentum/n${i}`, `Number ${i}`]),
  },
] as const;

test("summary(lessons, events) shows lessons, totals and the next thing, in 80 columns", () => {
  const text = summary(lessons as never, [
    attempt("n0", { right: true, outcome: "right" }),
    attempt("n1", { right: false, outcome: "otherwise" }),
    attempt("n2", { right: false, outcome: "almost" }),
    { ...attempt("own", { right: true }), lesson: "mine" },
    attempt("n2", { right: false, outcome: "not yet" }),
  ]);
  expect(text.split("\n")).toEqual([
    `02 Gradient descent      ○${" ".repeat(27)}   0 of 1`,
    `03 Momentum, told at mo… ●◇◑${"○".repeat(25)}   2 of 40, 1 right`,
    `${" ".repeat(25)}${"○".repeat(12)}`,
    `mine                     ●${" ".repeat(27)}   1 of 1, 1 right`,
    `${" ".repeat(54)}  3 of 42, 2 right in all`,
    "",
    "● right   ◇ answered   ◑ almost   ◔ tried   ○ not tried yet",
    "",
    "Next: Number 2 (almost, 2 attempts)",
    "      in 03 Momentum, told at more length than there is room.",
  ]);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("summary(lessons, events) counts an optional lesson in no total, and comes to it last", () => {
  const [first] = lessons;
  const beyond = {
    number: "01",
    title: "Waves",
    optional: true,
    exercises: [["waves/a", "An A"]] as const,
  };
  const ofWaves = { ...attempt("a", { right: true, outcome: "right" }), lesson: "waves" };
  const ofFirst = { ...attempt("rule", { right: true, outcome: "right" }), lesson: "gradient-descent" };
  const text = summary([beyond, first] as never, [ofWaves]);
  expect(text).toContain(`01 Waves, optional       ●${" ".repeat(27)}   1 of 1, 1 right`);
  expect(text).toContain("  0 of 1 in all");
  expect(text).toContain("Next: Write it\n      in 02 Gradient descent.");
  expect(summary([beyond, first] as never, [ofFirst])).toContain("Next: An A\n      in 01 Waves.");
});

test("summary(lessons, events) shows in one row what lessons no longer ask", () => {
  const text = summary(lessons as never, [
    { ...attempt("gone", { right: true, outcome: "right" }), lesson: "gradient-descent" },
    attempt("gone", { right: false, outcome: "otherwise" }),
  ]);
  expect(text.split("\n")).toContain(`no longer asked          ●◇${" ".repeat(26)}   2 of 2, 1 right`);
});

test("summary(lessons, events) begins with the first exercise, and ends when all is done", () => {
  expect(summary(lessons as never, [])).toContain("Next: Write it\n      in 02 Gradient descent.");
  const [first] = lessons;
  const done = { ...attempt("rule", { right: true }), lesson: "gradient-descent" };
  expect(summary([first] as never, [done])).toContain("All of it is done.");
});
