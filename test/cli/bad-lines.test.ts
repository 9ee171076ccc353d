/** Command lines that cannot be obeyed: each is told in one sentence with its cure, and whatever lies there stays. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { obey } from "../../src/cli/main.ts";
import { UserError } from "../../src/system/user-error.js";
import { typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());
const at = (path: string): string => join(project.callerDir, path);

const FILES = {
  "class/Ada/11-waves.ipynb": readFileSync(join(project.projectDir, "notebooks/11-waves.ipynb"), "utf8"),
  "empty/.keep": "",
  "notes.txt": "hello",
  "roster.csv": "name,mail\nada,a@b\n",
  "good.csv": "student,exercise,outcome,mistakes\nada,waves/crest,right,\n",
  "torn.csv": 'student,exercise,outcome\n"ada',
  "torn.json": "{",
  "list.json": "[]",
  "torn.zip": "PK, as it were",
  "torn.ipynb": "not JSON",
  "binary.jsonl": "\u0000\u0001",
  "g.overrides.csv": "student,exercise,credit,due,reason\nada,waves/crest,3,,r\n",
  "course-torn/course.json": "{",
  "course-strange/course.json": '{"lessons":["nowhere"]}',
  "course-list/course.json": "[]",
  "course-empty/notes.txt": "x",
  "progress-torn/fall-line-progress.jsonl": "\u0000\u0001 not a line\n",
};

beforeAll(() => {
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  }
  mkdirSync(at("progress-folder/fall-line-progress.jsonl"), { recursive: true });
  symlinkSync(at("nowhere"), at("dangling"));
});

/** All that lies there, by its paths. */
function found(): Record<string, string> {
  const files = readdirSync(project.callerDir, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(project.callerDir.length + 1), readFileSync(path, "utf8")]),
  );
}

// prettier-ignore
const LINES: readonly string[] = [
  "bogus", "--bogus", "gade class", "grade", "grade class", "grade nowhere --out a.csv",
  "grade class --out", "grade class --out=", "grade class extra --out a.csv",
  "grade class --out a.csv --jobs x", "grade class --out a.csv --jobs 0", "grade class --out a.csv --bogus",
  "grade class --out class", "grade class --out /proc/a.csv", "grade class --out /proc/x/a.csv",
  "grade class --out notes.txt/a.csv", "grade class --out roster.csv", "grade class --out class/Ada/11-waves.ipynb",
  "grade class --out x.overrides.csv", "grade class --out g.csv", "grade class --out a.csv --html class",
  "grade class --out a.csv --html notes.txt", "grade class --out a.csv --html /proc/pages",
  "grade class --out a.csv --assignment none.json", "grade class --out a.csv --assignment torn.json",
  "grade class --out a.csv --assignment list.json", "grade class --out a.csv --assignment class",
  "grade class --out a.csv --whole-notebook", "grade class --out a.csv --course nowhere",
  "grade class --out a.csv --course course-torn", "grade class --out a.csv --course course-empty",
  "grade empty --out a.csv", "grade notes.txt --out a.csv", "grade torn.zip --out a.csv",
  "grade /dev/null --out a.csv", "grade dangling --out a.csv", "grade class --out /dev/full",
  "report", "report nowhere.csv", "report notes.txt", "report roster.csv", "report torn.csv", "report torn.ipynb",
  "report empty", "report progress-torn", "report progress-folder", "report /dev/null", "report binary.jsonl",
  "report good.csv --out /proc/r.html", "report good.csv --out class", "report good.csv --out notes.txt/r.html",
  "report good.csv --course nowhere",
  "notebooks bogus", "notebooks --nbgrader bogus --out z", "notebooks --nbgrader waves --out notes.txt",
  "notebooks --nbgrader waves --out /proc/z", "notebooks --check --course nowhere",
  "deck", "deck bogus", "deck waves --out /proc/d", "deck waves --out notes.txt/d", "deck --all waves",
  "deck waves --course course-strange",
  "handout bogus", "handout waves --out /proc/h", "handout",
  "export bogus", "export waves --out /proc/z", "export --out class", "export waves --out notes.txt",
  "lite --out /proc/z", "lite --out class",
  "check --course nowhere", "check bogus", "check --course course-torn", "check --course course-strange",
  "check --course course-list", "check --course course-empty",
  "new", "new bogus x", "new rule", "new rule 3bad", "new lesson", "new exercise nowhere/x", "new exercise waves",
  "new figure",
  "lessons --dir notes.txt", "lessons --dir /proc/x", "lessons --course course-torn",
  "progress --dir nowhere", "progress --dir notes.txt", "progress --dir progress-folder", "progress --course nowhere",
  "progress --csv --json",
  "trace", "trace bogus", "trace adam --objective bogus", "trace adam --objective x^^2", "trace adam --start 1",
  "trace adam --start a,b", "trace adam --steps -1", "trace adam --steps 1e99", "trace adam --steps 2.5",
  "trace adam --set eta=x", "trace adam --set bogus=1", "trace adam --set eta", "trace adam --schedule bogus",
  "trace adam --schedule exponential --schedule-set bogus=1", "trace adam --worked 99", "trace adam --worked x",
  "trace adam momentum", "rules bogus", "rules adam bogus", "objectives bogus",
  "kernel", "kernel bogus", "kernel install", "kernel install --user --prefix /x", "kernel install --prefix notes.txt",
  "kernel install --prefix /proc/x", "kernel install --user --node /nowhere/node",
  "start --port 99999", "start --port x", "start --jupyter /nowhere/jupyter", "start --dir notes.txt --no-browser",
  "start --course course-torn",
];

/** What is said of a line that is not obeyed: what is wrong, and the cure. */
async function refused(line: string): Promise<string> {
  const told: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
  try {
    const { code } = await typedIn(project, obey, ...line.split(" "));
    expect(code).not.toBe(0);
    return told.join("");
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const { message, cure } = error as UserError;
    expect(cure).not.toBe("");
    return `${message}. ${cure}`;
  } finally {
    vi.restoreAllMocks();
  }
}

test.each(LINES)("fall-line %s", async (line) => {
  const before = found();
  const said = await refused(line);
  expect(said.length).toBeGreaterThan(20);
  expect(said).not.toMatch(/undefined|\[object|\bat .*:\d+:\d+|illegal operation|errno/);
  expect(found()).toEqual(before);
});

test("each has an error of its own words", async () => {
  const said = async (line: string): Promise<string> =>
    (await refused(line)).replaceAll(`${project.callerDir}/`, "");
  expect(await said("grade notes.txt --out a.csv")).toMatch(
    /^What is at notes.txt is neither a folder nor a notebook/,
  );
  expect(await said("grade dangling --out a.csv")).toMatch(
    /^There is nothing at dangling, which is a link to nowhere/,
  );
  expect(await said("grade class --out a.csv --assignment class")).toMatch(
    /^class: it cannot be read \(EISDIR\)/,
  );
  expect(await said("report good.csv --out class")).toMatch(/^A folder is where a file is needed: class\./);
  expect(await said("notebooks --nbgrader waves --out notes.txt")).toMatch(
    /^A file is where a folder is needed: notes.txt\./,
  );
  expect(await said("progress --dir nowhere")).toMatch(/^There is no folder nowhere\./);
  expect(await said("progress --dir progress-folder")).toMatch(
    /fall-line-progress.jsonl cannot be read \(EISDIR\)/,
  );
  expect(await said("progress --csv --json")).toMatch(/^progress prints either CSV or JSON, got both/);
});
