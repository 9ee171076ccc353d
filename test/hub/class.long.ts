import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"; // prettier-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { collect } from "../../src/cli/collect.ts";
import { grade } from "../../src/cli/grade.ts";
import { typed } from "../cli/session.ts";
import { notebookWith, RIGHT } from "../grading/hostile.ts";
import { give, isRoot, makeHome, owner } from "./homes.ts";

const LESSON = "03-momentum.ipynb";
const PROGRESS = "fall-line-progress.jsonl";
const OTHERS = ["broken", "foreign", "full", "linked", "none", "shut", "stranger"];
const RIGHT_ONES = Array.from({ length: 20 - OTHERS.length }, (_, k) => `s${String(k + 1).padStart(2, "0")}`);

const place = mkdtempSync(join(tmpdir(), "fall-line-class-"));
const homes = join(place, "home");
const right = JSON.stringify(notebookWith(RIGHT));
const secret = join(place, "secret.ipynb");
let isMounted = false;

const folderOf = (student: string): string => join(homes, student, "fall-line");

/** A disk of the student's own that has no byte left; where none may be made, a folder that nothing can be laid into. */
function fill(student: string): void {
  const folder = folderOf(student);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=200k", "tmpfs", folder]).status === 0;
  makeHome(homes, student, { [LESSON]: right, [PROGRESS]: "" });
  const fillUp = (): void => {
    for (;;) appendFileSync(join(folder, "filler"), Buffer.alloc(1024));
  };
  if (isMounted) expect(fillUp).toThrow("ENOSPC");
  else chmodSync(folder, 0o500);
}

beforeAll(() => {
  chmodSync(place, 0o755);
  mkdirSync(homes);
  writeFileSync(secret, right);
  for (const student of [...RIGHT_ONES, ...OTHERS])
    makeHome(homes, student, { [LESSON]: right, [PROGRESS]: "" });
  writeFileSync(join(folderOf("broken"), LESSON), "{");
  if (isRoot) chownSync(join(folderOf("foreign"), LESSON), owner + 1, owner + 1);
  rmSync(join(folderOf("linked"), LESSON));
  symlinkSync(secret, join(folderOf("linked"), LESSON));
  give(join(folderOf("linked"), LESSON));
  rmSync(join(folderOf("none"), LESSON));
  rmSync(folderOf("stranger"), { recursive: true });
  chmodSync(folderOf("shut"), 0o500);
  fill("full");
});

afterAll(() => {
  if (isMounted) execFileSync("umount", [folderOf("full")]);
  rmSync(place, { recursive: true, force: true });
});

/** All that lies in the homes, as whoever looks at it finds it. */
const found = (): string[] =>
  readdirSync(homes, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const { ino, mode, uid, size, mtimeMs } = lstatSync(join(homes, name));
      return [name, ino, mode, uid, size, mtimeMs].join(" ");
    });

async function told(
  run: () => ReturnType<typeof typed>,
): Promise<{ code: number; said: readonly string[]; faults: string[] }> {
  // prettier-ignore
  const faults: string[] = [];
  const stderr = vi
    .spyOn(process.stderr, "write")
    .mockImplementation((line) => faults.push(String(line)) > 0);
  try {
    const { code, said } = await run();
    return { code, said, faults };
  } finally {
    stderr.mockRestore();
  }
}

test("Of twenty homes all that can be is collected, graded and returned; what cannot be is told, and nothing else is touched", async () => {
  const before = found();
  const taken = await told(() => typed(collect, place, "collect", "momentum", "--homes", homes, "--out", "submissions")); // prettier-ignore
  expect(found()).toEqual(before);
  expect(taken.code).toBe(1);
  expect(taken.faults).toEqual([
    ...(isRoot ? [`fall-line: foreign: ${LESSON}: it belongs to another user\n`] : []),
    `fall-line: linked: ${LESSON}: it is a link to another place, and is not followed\n`,
  ]);
  expect(taken.said).toContain("19 of 20 collected.");
  const submissions = join(place, "submissions");
  const whole = [LESSON, PROGRESS, "receipt.txt"];
  for (const student of [...RIGHT_ONES, "broken", "full", "shut"])
    expect(readdirSync(join(submissions, student))).toEqual(whole);
  for (const student of ["linked", "none"])
    expect(readdirSync(join(submissions, student))).toEqual([PROGRESS, "receipt.txt"]);

  writeFileSync(join(place, "week.json"), JSON.stringify({ exercises: { "momentum/rule": 1 } }));
  const line = [
    "grade",
    "submissions",
    "--out",
    "grades.csv",
    "--html",
    "pages",
    "--assignment",
    "week.json",
  ];
  const { said } = await typed(grade, place, ...line);
  expect(said).toContainEqual(expect.stringMatching(/^broken: 03-momentum\.ipynb: it is no notebook/));
  const marks = readFileSync(join(place, "grades.moodle.csv"), "utf8").trim().split("\r\n").slice(1);
  const one = [...RIGHT_ONES, "full", "shut", ...(isRoot ? [] : ["foreign"])];
  const none = ["broken", "linked", "none", ...(isRoot ? ["foreign"] : [])];
  expect(marks.sort()).toEqual(
    [...one.map((name) => `${name},1`), ...none.map((name) => `${name},0`)].sort(),
  );

  const returned = await told(() => typed(collect, place, "collect", "--return", "pages", "--homes", homes));
  expect(returned.code).toBe(1);
  const closed = "its owner has no right to it";
  expect(returned.faults).toEqual([
    `fall-line: full: ${isMounted ? "the disk is full" : closed}\n`,
    `fall-line: shut: ${closed}\n`,
  ]);
  expect(returned.said.at(-1)).toBe("17 of 19 pages returned.");
  const pages = found().filter((line) => !before.includes(line) && line.includes("grades-pages.html"));
  expect(pages).toHaveLength(17);
  for (const student of [...RIGHT_ONES, "broken", "foreign", "linked", "none"]) {
    const page = join(folderOf(student), "grades-pages.html");
    expect(readFileSync(page, "utf8")).toContain(`<meta name="student" content="${student}">`);
    expect(lstatSync(page)).toMatchObject({ uid: owner, mode: 0o100600 });
  }
  expect(readFileSync(secret, "utf8")).toBe(right);
});
