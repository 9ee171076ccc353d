import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Assignment, readAssignment, showsSolutions } from "../../src/grading/assignment.ts";

const place = mkdtempSync(join(tmpdir(), "assignment-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const ids = ["momentum/rule", "momentum/late", "momentum/asked", "nesterov/rule"];
const lessons = new Map([
  ["momentum", ids.slice(0, 2)],
  ["nesterov", ids.slice(3)],
]);
const path = join(place, "week.json");

function read(
  text: string,
  retired?: Readonly<Record<string, string>>,
  recalls?: ReadonlyMap<string, string>,
): Assignment {
  writeFileSync(path, text);
  return readAssignment(path, ids, lessons, retired, recalls);
}

/** What is said of a text, without the name of its file; and the cure. */
function faultOf(action: () => unknown): { what: string; cure: string } {
  try {
    action();
  } catch (error) {
    const { message, cure } = error as Error & { cure: string };
    expect(message.startsWith(`${path}: `)).toBe(true);
    return { what: message.slice(path.length + 2), cure };
  }
  return expect.unreachable();
}

describe("an assignment", () => {
  it("gives no points for a card that asks an exercise again, and names the exercise", () => {
    const recalls = new Map([["nesterov/rule", "momentum/rule"]]);
    expect(faultOf(() => read('{ "exercises": { "nesterov/rule": 4 } }', {}, recalls))).toEqual({
      what: "nesterov/rule asks momentum/rule again, and has no points",
      cure: "Give points for momentum/rule.",
    });
  });

  it("of last term names what is no longer asked: it gives no points, and is told", () => {
    const text = '{ "exercises": { "momentum/rule": 4, "momentum/old": 2 } }';
    const { points, retired } = read(text, { "momentum/old": "it was too long." });
    expect([...points]).toEqual([["momentum/rule", 4]]);
    expect(retired).toEqual(["momentum/old"]);
    expect(faultOf(() => read(text)).what).toContain("momentum/old");
  });

  it("has a title, points, a time, when solutions are shown, and a seed; each may be left out", () => {
    const all = {
      title: "Week 3",
      exercises: { "momentum/rule": 4, "momentum/late": 0 },
      due: "2026-11-30T23:59:00Z",
      solutions: "after 2026-12-01",
      seed: "grey",
    };
    expect(read(JSON.stringify(all))).toEqual({
      title: "Week 3",
      points: new Map([
        ["momentum/rule", 4],
        ["momentum/late", 0],
      ]),
      due: new Date("2026-11-30T23:59:00Z"),
      solutions: { after: new Date("2026-12-01") },
      seed: "grey",
    });
    expect(read("{}")).toEqual({ title: "Grades", points: new Map(), solutions: "never" });
  });

  it.each([
    [{ momentum: 2 }, { "momentum/rule": 2, "momentum/late": 2 }],
    [
      { "03-momentum": 2, "04-nesterov": 1 },
      { "momentum/rule": 2, "momentum/late": 2, "nesterov/rule": 1 },
    ],
    [
      { "momentum/rule": 4, momentum: 1 },
      { "momentum/rule": 4, "momentum/late": 1 },
    ],
    [
      { momentum: 1, "momentum/late": 0 },
      { "momentum/rule": 1, "momentum/late": 0 },
    ],
    [{ "momentum/asked": 3 }, { "momentum/asked": 3 }],
  ])("that counts %j gives points to %j", (exercises, points) => {
    expect(Object.fromEntries(read(JSON.stringify({ exercises })).points)).toEqual(points);
  });

  it.each([
    ["[]", "the assignment must be a record, got []"],
    ["null", "the assignment must be a record, got null"],
    ['{ "titel": "x", "point": 1 }', "the assignment has no field titel"],
    ['{ "title": 3 }', "title of the assignment must be a text, got 3"],
    ['{ "exercises": ["momentum"] }', 'exercises of the assignment must be a record, got ["momentum"]'],
    ['{ "seed": 1 }', "seed of the assignment must be a text, got 1"],
    ...["-1", "1000000", '"1"'].map((points): [string, string] => [
      `{ "exercises": { "momentum": ${points} } }`,
      `exercises.momentum of the assignment must be a number of at least 0, and below a million, got ${points}`,
    ]),
    ...["true", '"before 2026-12-01"', '"after 1 May"'].map((time): [string, string] => [
      `{ "solutions": ${time} }`,
      `solutions of the assignment must be "never" or "after DATE", with a date such as 2026-11-30 or 2026-11-30T23:59, got ${time}`,
    ]),
    ...['"2026-13-01"', "2026"].map((time): [string, string] => [
      `{ "due": ${time} }`,
      `due of the assignment must be a date such as 2026-11-30 or 2026-11-30T23:59, got ${time}`,
    ]),
  ])("that is %s is refused, with an example", (text, what) => {
    expect(faultOf(() => read(text))).toEqual({
      what,
      cure: expect.stringContaining('Write for example { "title": "Week 3"') as string,
    });
  });

  it("that is no JSON, or not there, is told", () => {
    expect(faultOf(() => read("{")).what).toMatch(/^it is not JSON: /);
    rmSync(path);
    expect(faultOf(() => readAssignment(path, ids, lessons)).what).toBe("there is no such file");
  });

  it("with a name that there is not is told what may be meant, else what lessons there are", () => {
    expect(faultOf(() => read('{ "exercises": { "momentm": 1 } }'))).toEqual({
      what: 'there is no exercise and no lesson "momentm"',
      cure: "Did you mean momentum?",
    });
    expect(faultOf(() => read('{ "exercises": { "zzzzzzzzzzzz": 1 } }')).cure).toBe(
      "Lessons: momentum, nesterov.",
    );
  });
});

it("solutions are shown after their time, and never where they are never", () => {
  const after = new Date("2026-12-01T00:00:00Z");
  const at = (time: string) => showsSolutions({ solutions: { after } }, new Date(time));
  expect(at("2026-12-01T00:00:00.000Z")).toBe(false);
  expect(at("2026-12-01T00:00:00.001Z")).toBe(true);
  expect(showsSolutions({ solutions: "never" }, new Date("2999-01-01"))).toBe(false);
});
