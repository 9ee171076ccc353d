import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { findSubmissions } from "../../src/grading/submission/find.ts";
import { readSubmission } from "../../src/grading/submission/read.ts";

const place = mkdtempSync(join(tmpdir(), "submissions-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const notebook = (source = "1"): string =>
  JSON.stringify({ nbformat: 4, cells: [{ cell_type: "code", id: "a", source: [source] }] });

type Files = Readonly<Record<string, string>>;

function lay(name: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(place, name, path, ".."), { recursive: true });
    writeFileSync(join(place, name, path), text);
  }
  return join(place, name);
}

function zip(name: string, files: Files): string {
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  const path = join(place, `${name}.zip`);
  writeFileSync(path, zipSync(Object.fromEntries(bytes), { mtime: new Date(2026, 10, 20, 12) }));
  return path;
}

const students = async (path: string): Promise<string[]> =>
  (await findSubmissions(path)).map(({ student }) => student);

describe("submissions are found in", () => {
  it.each<[string, () => string, string[]]>([
    [
      "a folder of notebooks and zips",
      () =>
        lay("flat", {
          "bo.ipynb": "",
          "ada_03-momentum.ipynb": "",
          "cy.zip": "",
          "notes.txt": "",
          ".git/x": "",
        }),
      ["ada", "bo", "cy"],
    ],
    [
      "a folder for each student",
      () => lay("folders", { "ada/03-momentum.ipynb": "", "bo/x.txt": "" }),
      ["ada", "bo"],
    ],
    [
      "nbgrader's course",
      () => lay("course", { "submitted/ada/03-momentum/03-momentum.ipynb": "", "source/x.ipynb": "" }),
      ["ada"],
    ],
    [
      "a zip of Moodle's, with a folder for each student",
      () =>
        zip("moodle", {
          "Ada L_12_assignsubmission_file_/a.ipynb": "",
          "Bo_13_assignsubmission_file_/b.ipynb": "",
          "__MACOSX/c.txt": "",
        }),
      ["Ada L_12", "Bo_13"],
    ],
    ["a zip of one student", () => zip("ada", { "work/03-momentum.ipynb": "" }), ["ada"]],
    [
      "a zip with files and folders",
      () => zip("bo", { "03-momentum.ipynb": "", "old/03-momentum.ipynb": "" }),
      ["bo"],
    ],
    ["one notebook", () => join(lay("flat", {}), "bo.ipynb"), ["bo"]],
  ])("%s", async (_, at, names) => {
    expect(await students(at())).toEqual(names);
  });

  it.each([
    ["nowhere", /There is nothing at/],
    ["empty", /There is no submission in/],
  ])("no folder that is %s", async (name, says) => {
    mkdirSync(join(place, "empty"), { recursive: true });
    await expect(findSubmissions(join(place, name))).rejects.toThrow(says);
  });
});

describe("of a submission", () => {
  const read = async (path: string) => readSubmission((await findSubmissions(path))[0]!);

  it("notebooks and progress are read, from folders within folders", async () => {
    const folder = lay("deep", {
      "ada/a/03-momentum.ipynb": notebook("2 + 3"),
      "ada/fall-line-progress.jsonl": "one\ntwo",
      "ada/.ipynb_checkpoints/old.ipynb": notebook(),
      "ada/thesis.txt": "",
    });
    const { notebooks, progress, faults } = await read(folder);
    expect(notebooks).toEqual([{ name: "03-momentum", cells: [{ id: "a", source: "2 + 3" }] }]);
    expect([progress, faults]).toEqual([["one", "two"], []]);
  });

  it("a student's own part of a zip is read, and no other", async () => {
    const path = zip("two", {
      "Ada/a.ipynb": notebook("1"),
      "Bo/b.ipynb": notebook("2"),
      "Bo/fall-line-progress.jsonl": "p",
    });
    const [, bo] = await findSubmissions(path);
    expect(await readSubmission(bo!)).toMatchObject({
      notebooks: [{ name: "b", cells: [{ source: "2" }] }],
      progress: ["p"],
      faults: [],
      handedIn: new Date(2026, 10, 20, 12),
    });
  });

  it("the time is the one in timestamp.txt, as nbgrader writes it, else that of the latest notebook", async () => {
    const folder = lay("late", { "ada/a.ipynb": notebook(), "ada/b.ipynb": notebook() });
    const [early, late] = [new Date("2026-11-01T08:00:00Z"), new Date("2026-11-02T09:00:00Z")];
    utimesSync(join(folder, "ada/a.ipynb"), late, late);
    utimesSync(join(folder, "ada/b.ipynb"), early, early);
    expect((await read(folder)).handedIn).toEqual(late);
    lay("late", { "ada/timestamp.txt": "2026-11-03 10:20:30.123456 UTC\n" });
    expect((await read(folder)).handedIn).toEqual(new Date("2026-11-03T10:20:30.123Z"));
  });

  it.each<[string, () => string, RegExp]>([
    ["nothing in it", () => lay("nothing", { "ada/x.txt": "" }), /^no notebook was handed in$/],
    ["a notebook that is none", () => lay("torn", { "ada/a.ipynb": "{" }), /^a\.ipynb: /],
    [
      "a zip that is none",
      () => join(lay("unzip", { "ada.zip": "PK" }), ""),
      /^ada\.zip: it is no zip that can be read/,
    ],
    [
      "far too many files",
      () =>
        lay("many", Object.fromEntries(Array.from({ length: 63 }, (_, i) => [`ada/${i}.ipynb`, notebook()]))),
      /^there are more than 60 files; the others were not read$/,
    ],
  ])("%s is told", async (_, at, says) => {
    const { faults } = await read(at());
    expect(faults).toEqual([expect.stringMatching(says)]);
  });

  it("a link is not followed", async () => {
    const folder = lay("linked", { "ada/a.ipynb": notebook() });
    symlinkSync("/etc", join(folder, "ada/etc"));
    const { notebooks, faults } = await read(folder);
    expect(notebooks).toHaveLength(1);
    expect(faults).toEqual(["etc: it is a link to another place, and is not followed"]);
  });
});
