/** A batch of submissions, graded by a thread that says what it is given, and what a class misunderstood. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { claim } from "../../src/grading/batch.ts";
import { grade } from "../../src/cli/grade.ts";
import { report } from "../../src/cli/report.ts";
import { typedIn } from "./session.ts";
import { notebook, standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());
const at = (path: string): string => join(project.callerDir, path);
const text = (path: string): string => readFileSync(at(path), "utf8");
const write = (path: string, content: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};

/** It gives the folder of a student a point, breaks at Eve the first time, and notes what it was asked. */
project.write(
  "dist/grading-thread.js",
  `import { appendFileSync, copyFileSync, existsSync, readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
const { sandbox, originals, ...data } = workerData;
const code = (path) => JSON.parse(readFileSync(path.endsWith(".ipynb") ? path : path + "/11-waves.ipynb", "utf8"));
const beside = (name) => sandbox.replace("grading-sandbox.js", name);
parentPort.on("message", ({ type, submission: { student, path } }) => {
  if (type === "read") {
    const cells = code(path).cells.map(({ id, source }) => ({ id, source: [source].flat().join("") }));
    return parentPort.postMessage({ type: "read", notebooks: [{ name: "11-waves", cells }] });
  }
  appendFileSync(beside("asked.jsonl"), JSON.stringify({ student, originals: [...originals], ...data }) + "\\n");
  const table = path + "/../../out/grades.csv";
  if (student === "Ben" && existsSync(table)) copyFileSync(table, beside("seen.csv"));
  if (student === "Eve") return parentPort.postMessage({ type: "failed", message: "out of luck" });
  const credit = path.endsWith(".ipynb") ? 0 : 1;
  const row = { student, exercise: "waves/crest", credit, outcome: credit ? "right" : "not yet", mistakes: [] };
  const shown = { exercise: "waves/crest", title: "The crest", prompt: "", written: path, headline: "So.", remarks: [] };
  const notes = student === "Ben" ? ["a\\nb", "c"] : [];
  parentPort.postMessage({ type: "graded", graded: { student, rows: [row], shown: [shown], notes } });
});
parentPort.postMessage({ type: "ready" });
`,
);
const log = join(project.projectDir, "dist/asked.jsonl");
const asked = () =>
  readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown> & { student: string });
beforeEach(() => {
  rmSync(log, { force: true });
  rmSync(at("."), { recursive: true });
  for (const path of ["class/Ada/11-waves.ipynb", "class/Ada.ipynb", "class/Ben/11-waves.ipynb"])
    write(path, "{}");
});

const run = (...line: string[]) =>
  typedIn(project, grade, "grade", "class", "--out", "out/grades.csv", "--jobs", "1", ...line);
const rows = (): string[][] =>
  text("out/grades.csv").trim().split("\r\n").slice(1).map((row) => row.split(",").slice(0, 4)); // prettier-ignore

describe("fall-line grade", () => {
  test("grades each submission by itself, also two of one name, and says what is to be said of any", async () => {
    const { code, said, done, stop } = await run("--html", "pages");
    expect(code).toBe(0);
    expect(rows()).toEqual([
      ["Ada", "waves/crest", "1", "right"],
      ["Ada", "waves/crest", "0", "not yet"],
      ["Ben", "waves/crest", "1", "right"],
    ]);
    expect(said).toEqual([
      ["out/grades.csv", "out/grades.moodle.csv", "out/grades.canvas.csv", "pages"].map(at).join("\n"),
      "Ben: a b",
      "Ben: c",
      "Sure of all 3 grades.",
    ]);
    expect(done).toEqual(["Grades: grading"]);
    expect(stop.farewell).toBe("Broken off. The same command goes on from here.");
    const pages = readdirSync(at("pages")).filter((name) => name.startsWith("Ada"));
    const totals = pages.map((name) => [
      /class\/Ada[.\w]*/.exec(text(`pages/${name}`))![0].length,
      /(\d) of 1 point/.exec(text(`pages/${name}`))![1],
    ]);
    expect(totals.sort()).toEqual([["class/Ada.ipynb".length, "0"], ["class/Ada".length, "1"]]); // prettier-ignore
    expect(readdirSync(at("out")).sort()).toEqual(["grades.canvas.csv", "grades.csv", "grades.moodle.csv"]);
    expect(text("out/grades.moodle.csv")).toMatch(/^username,/);
    expect(text("out/grades.canvas.csv")).toMatch(/^Student,/);
  });

  test("grades as many at a time as there are processors, unless it is told", async () => {
    await typedIn(project, grade, "grade", "class", "--out", "out/grades.csv");
    expect(rows()).toHaveLength(3);
  });

  test("hands its threads what answers are judged by: where they stand, what is asked, what may be shown", async () => {
    const part = (exercise: string, more: object = {}) => ({ "fall-line": { exercise }, ...more });
    const cells = [
      { type: "markdown", source: 'ask("tides/prose")' },
      {
        type: "code",
        source: "const given = 1;",
        metadata: part("tides/rule", { nbgrader: { solution: false } }),
      },
      {
        type: "code",
        source: "const mine = 1;",
        metadata: part("tides/rule", { nbgrader: { solution: true } }),
      },
      { type: "code", source: 'check("tides/rule", mine);', metadata: part("tides/rule") },
      { type: "code", source: 'ask("tides/more");', metadata: part("tides/more") },
      { type: "code", source: 'ask("tides/guess");' },
    ] as const;
    const before = readFileSync(join(project.projectDir, "notebooks/12-tides.ipynb"), "utf8");
    project.write("notebooks/12-tides.ipynb", notebook("Tides", cells));
    project.write("lessons/10-unbuilt/lesson.ts", "");
    const week = {
      exercises: { waves: 2, "tides/more": 3, tides: 1 },
      solutions: "after 2000-01-01",
      seed: "grey",
    };
    write("week.json", JSON.stringify({ ...week, exercises: { waves: 2, tides: 1 } }));
    await run("--assignment", "week.json");
    await run();
    const [first, , , plain] = asked();
    project.write("notebooks/12-tides.ipynb", before);
    rmSync(join(project.projectDir, "lessons/10-unbuilt"), { recursive: true });
    const tides = { notebook: "12-tides", atTheEnd: true };
    expect(new Map(first!["originals"] as [string, object][])).toEqual(
      new Map<string, object>([
        ["waves/crest", { notebook: "11-waves", atTheEnd: true }],
        ["tides/rule", { ...tides, answerCell: "cell-2", answerName: "mine" }],
        ["tides/more", tides],
        ["tides/guess", { ...tides, atTheEnd: false }],
      ]),
    );
    expect(first).toMatchObject({ asked: ["waves/crest", "tides/rule", "tides/more"], solutions: true });
    expect(plain).toMatchObject({ asked: [], solutions: false });
    expect(first!["seeds"]).not.toEqual(plain!["seeds"]);
    expect(first!["library"]).toBe(join(project.projectDir, "dist/index.js"));
  });

  test("runs whole notebooks too, one after another, and shows on each student's page what that one prints", async () => {
    const printing = `#!/bin/sh
for last; do :; done
if [ "$last" = true ]; then exit 0; fi
while [ $# -gt 2 ]; do shift; done
sed 's/"outputs":\\[\\]/"outputs":[{"output_type":"stream","name":"stdout","text":"It prints."}]/' "$1"
`;
    write("programs/bwrap", printing);
    chmodSync(at("programs/bwrap"), 0o755);
    vi.stubEnv("PATH", `${at("programs")}:${process.env["PATH"]!}`);
    const students = ["Ada/11-waves", "Ada", "Ben/11-waves"];
    for (const [k, name] of students.entries())
      write(
        `class/${name}.ipynb`,
        notebook("Waves", [{ type: "code", source: `const mine = ${k}${k}${k};` }]),
      );
    const { code, done } = await run("--html", "pages", "--whole-notebook").finally(() => vi.unstubAllEnvs());
    expect(code).toBe(0);
    expect(done).toEqual([
      "Grades: grading",
      "Notebooks: running",
      ...["1 of 3: Ada", "2 of 3: Ada", "3 of 3: Ben"],
    ]);
    const pages = readdirSync(at("pages")).filter((name) => name.endsWith(".html"));
    const shown = pages.map((name) => {
      const [page, ran] = [text(`pages/${name}`), /const mine = (\d+)/.exec(text(`pages/${name}`))![1]!];
      return [/class\/[\w./-]*/.exec(page)![0], ran, page.includes("It prints.")];
    });
    const places = ["class/Ada", "class/Ada.ipynb", "class/Ben"];
    expect(shown.sort()).toEqual(places.map((path, k) => [path, `${k}${k}${k}`, true]));
  });

  test.each<[string[], RegExp]>([
    [["--whole-notebook"], /--whole-notebook shows what notebooks print on pages/],
    [["--jobs", "65"], /--jobs must be a whole number from 1 to 64, got 65/],
    [["--jobs", "0"], /got 0/],
    [["--html", "class"], /is left as it is/],
    [["--assignment", "none.json"], /there is no such file/],
  ])("refuses %j before any work", async (more, message) => {
    await expect(run(...more)).rejects.toThrow(message);
    expect(existsSync(at("out"))).toBe(false);
  });

  test("keeps a table of what is graded so far, unless it replaces one that was finished", async () => {
    const seen = join(project.projectDir, "dist/seen.csv");
    const rowsSeen = (): string[] => readFileSync(seen, "utf8").trimEnd().split("\r\n").slice(1);
    await run();
    const toCome = ",,,not graded,,,the grading has not come to it yet; the same command goes on,,,,,,";
    expect(rowsSeen()).toEqual(["Ada,waves/crest,1,right,,,,1,,,,,", `Ada${toCome}`, `Ben${toCome}`]);
    const finished = text("out/grades.csv");
    await run();
    expect(readFileSync(seen, "utf8")).toBe(finished);
    rmSync(seen);
  });

  test("says who grades into the same place, and leaves it alone", async () => {
    mkdirSync(at("out"));
    const giveUp = await claim(project.projectDir, at("out/grades.csv"), "--out FILE");
    await expect(run()).rejects.toThrow(`Process ${process.pid} is grading into ${at("out/grades.csv")} now`);
    giveUp();
    mkdirSync(at("pages"));
    const givePagesUp = await claim(project.projectDir, at("pages"), "--html DIR");
    await expect(run("--html", "pages")).rejects.toThrow(`grading into ${at("pages")} now`);
    givePagesUp();
    expect(readdirSync(at("out"))).toEqual([]);
    expect((await run("--html", "pages")).code).toBe(0);
  });

  test("takes what a teacher wrote beside the table, and never writes it", async () => {
    const own =
      "student;exercise;credit;due;reason\nBen;waves/crest;0,5;;by hand\nBob;waves/crest;1;;by hand\n";
    write("out/grades.overrides.csv", own);
    for (const _ of ["once", "and again"]) {
      const { said } = await run();
      expect(said.slice(-2)).toEqual([
        'grades.overrides.csv, line 3 counts nothing: nothing was handed in by "Bob"',
        "Sure of all 3 grades (1 of them given by you).",
      ]);
      expect(rows().at(-1)).toEqual(["Ben", "waves/crest", "0.5", "right"]);
      expect(text("out/grades.overrides.csv")).toBe(own);
    }
    write("out/grades.overrides.csv", `${own}Ada;waves/crest;2;;by hand\n`);
    rmSync(log);
    await expect(run()).rejects.toThrow("line 4: credit must be a share of the points");
    expect(existsSync(log), "before anything is graded").toBe(false);
  });

  test.each([
    ["class/Ada/11-waves.ipynb", "What is at --out is no table of grades, and is left as it is"],
    ["out/grades.overrides.csv", "--out is a file of overrides"],
  ])("does not write over %s", async (path, message) => {
    write(path, "mine");
    await expect(typedIn(project, grade, "grade", "class", "--out", path, "--jobs", "1")).rejects.toThrow(
      message,
    );
    expect(text(path)).toBe("mine");
  });

  test("goes on where it was broken off, but for what broke it, and begins anew for another standard", async () => {
    write("class/Eve/11-waves.ipynb", "{}");
    mkdirSync(at("out/grades.moodle.csv"), { recursive: true });
    await expect(run()).rejects.toThrow();
    expect(existsSync(at("out/grades.csv.unfinished"))).toBe(true);
    await expect(run("--html", "pages")).rejects.toThrow();
    expect(asked().map(({ student }) => student)).toEqual(["Ada", "Ada", "Ben", "Eve", "Eve", "Eve", "Eve"]);
    project.write("dist/index.js", `${readFileSync(join(project.projectDir, "dist/index.js"), "utf8")}\n`);
    await expect(run()).rejects.toThrow();
    expect(asked()).toHaveLength(12);
    write("week.json", '{ "seed": "grey" }');
    await expect(run("--assignment", "week.json")).rejects.toThrow();
    expect(asked()).toHaveLength(17);
    await expect(run()).rejects.toThrow();
    rmSync(at("out/grades.moodle.csv"), { recursive: true });
    project.write("lessons/13-waves/lesson.ts", "");
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { code, done, said } = await typedIn(project, grade, "grade", "class", "--out", "out/grades.csv");
    rmSync(join(project.projectDir, "lessons/13-waves"), { recursive: true });
    expect(said.slice(-3)).toEqual([
      "Not graded, and with no total until you have seen to it (the same command tries again; else write a credit into grades.overrides.csv):",
      "  Eve: nothing could be read or graded: out of luck",
      "Sure of 3 of 4 grades; 1 not graded.",
    ]);
    expect(text("out/grades.csv")).toContain("\r\nEve,,,not graded,,,out of luck,,,,,,\r\n");
    expect(text("out/grades.moodle.csv")).toContain("Eve,\r\n");
    told.mockRestore();
    expect(code, "a lesson of the course is at fault").toBe(1);
    expect(done).toEqual(["Grades: going on behind 3 of 4"]);
    expect(rows()).toHaveLength(4);
    expect(existsSync(at("out/grades.csv.unfinished"))).toBe(false);
  });
});

describe("fall-line report", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const ask = (...line: string[]) => typedIn(project, report, "report", ...line);
  const GRADES = "student,exercise,outcome,mistakes\n";

  test("makes a page of all files, without names unless they are asked for", async () => {
    write("a.csv", `${GRADES}Zelda,waves/top,not yet,option: side\n`);
    write("b.csv", `${GRADES}ben,waves/crest,not yet,option: side\n`);
    const { code, said } = await ask("a.csv", "b.csv");
    expect([code, said]).toEqual([0, [at("report.html")]]);
    const html = text("report.html");
    expect([html.includes("2 students · 1 exercise · without names"), html.includes("Zelda")]).toEqual([
      true,
      false,
    ]);
    expect(html.includes("<h2>11 Waves")).toBe(true);
    await ask("a.csv", "b.csv", "--names", "--out", "deep/with.html");
    expect(text("deep/with.html").includes("Zelda")).toBe(true);
  });

  test("prints a table instead, passes over what it cannot read, and needs something that it can", async () => {
    const [told, printed]: [string[], string[]] = [[], []];
    vi.spyOn(process.stderr, "write").mockImplementation((one) => told.push(String(one)) > 0);
    vi.spyOn(process.stdout, "write").mockImplementation((one) => printed.push(String(one)) > 0);
    write("a.csv", `${GRADES}ada,waves/crest,right,\n`);
    expect((await ask("a.csv", "gone\n.csv", "--csv")).code).toBe(0);
    expect(printed.join("")).toMatch(/^lesson,exercise,.*\r\nwaves,waves\/crest,/);
    expect(told).toEqual([`fall-line: passed over ${at("gone .csv")}: there is no such file\n`]);
    expect(existsSync(at("report.html"))).toBe(false);
    await expect(ask()).rejects.toThrow("report needs FILES");
    await expect(ask("gone.csv")).rejects.toThrow("There is nothing of any student in these files");
  });
});
