import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { kindOf } from "../../src/grading/submission/file.ts";
import { findSubmissions, isWanted, studentOf } from "../../src/grading/submission/find.ts";
import { codeCells, megabytes } from "../../src/grading/submission/notebook.ts";
import { readSubmission } from "../../src/grading/submission/read.ts";
import { eachZipped } from "../../src/grading/submission/zip.ts";
import { Unfinished } from "../../src/grading/unfinished.ts";

const place = mkdtempSync(join(tmpdir(), "submission-edges-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const notebook = (source = "1"): string =>
  JSON.stringify({ cells: [{ cell_type: "code", id: "a", source: [source] }] });

function lay(path: string, text = notebook()): string {
  mkdirSync(join(place, path, ".."), { recursive: true });
  writeFileSync(join(place, path), text);
  return join(place, path);
}

describe("the code cells of a notebook", () => {
  it("are their ids and texts, whatever else stands in it, and nothing of cells of other kinds", () => {
    const cells = [
      { cell_type: "code", id: "a", source: ["1;\n", 2, "3;"], outputs: [{ text: "x" }] },
      { cell_type: "markdown", id: "b", source: "words" },
      { cell_type: "code", id: 7, source: "whole" },
      { cell_type: "code", source: null },
      null,
      "code",
    ];
    expect(codeCells(`\uFEFF${JSON.stringify({ cells })}`)).toEqual([
      { id: "a", source: "1;\n3;" },
      { id: undefined, source: "whole" },
      { id: undefined, source: "" },
    ]);
  });

  it.each([
    ["{", /^it is no notebook: /],
    ["null", /^it is no notebook: there are no cells in it$/],
    ['{ "cells": {} }', /^it is no notebook: there are no cells in it$/],
    [JSON.stringify({ cells: Array(5001).fill(0) }), /^it has 5001 cells; up to 5000 are read$/],
    ["[".repeat(501), /^it is no notebook: it is nested more than 500 deep$/],
    [`{"a":[${"{},".repeat(5e6)}0]}`, /^it holds 10000002 values; up to 10000000 are read$/],
  ])("are not read of something that is none", (text, says) => {
    expect(() => codeCells(text)).toThrow(says);
  });

  it("are read whatever texts hold: brackets, commas, quotation marks", () => {
    const source = `"[{,".repeat(600) + '\\\\' + "\\"" // ${"[".repeat(1000)}`;
    const cells = [{ cell_type: "code", id: "a", source, outputs: ["\\", '\\"', '"'] }];
    expect(codeCells(JSON.stringify({ cells }))).toEqual([{ id: "a", source }]);
  });

  it("are up to five thousand", () => {
    expect(codeCells(JSON.stringify({ cells: Array(5000).fill(0) }))).toEqual([]);
  });
});

it.each([
  ["a.ipynb", true],
  ["a/b/fall-line-progress.jsonl", true],
  ["a/timestamp.txt", true],
  ["other.jsonl", false],
  ["a/thesis.txt", false],
  [".a.ipynb", false],
  ["a/.ipynb_checkpoints/b.ipynb", false],
  ["__MACOSX/a.ipynb", false],
])("of a submission %s is read: %s", (path, isRead) => {
  expect(isWanted(path)).toBe(isRead);
});

it.each([
  ["ada.ipynb", "ada"],
  ["Ada L_12_assignsubmission_file", "Ada L_12"],
  ["ada-03-momentum-new.ipynb", "ada"],
  ["ada 03-momentum-2.zip", "ada"],
  ["lovelaceada_LATE_77_1234_03-momentum.ipynb", "lovelaceada_LATE_77_1234"],
  [".zip", ".zip"],
  ["ada-3.ipynb", "ada-3"],
])("the student of %s is %s", (name, student) => {
  expect(studentOf(name)).toBe(student);
});

it("a place is a folder, a file, a link or nothing", () => {
  const path = lay("kinds/file.txt");
  symlinkSync(path, join(place, "kinds/link"));
  expect(
    ["kinds", "kinds/file.txt", "kinds/link", "kinds/none"].map((name) => kindOf(join(place, name))),
  ).toEqual(["folder", "file", "link", undefined]);
});

describe("submissions", () => {
  it("come in the order of their students, each with where it lies; hidden ones and other files are none", async () => {
    for (const name of [
      "order/b.ipynb",
      "order/B.ipynb",
      "order/a/x.ipynb",
      "order/.c.ipynb",
      "order/readme.md",
    ])
      lay(name);
    symlinkSync("/etc", join(place, "order/link"));
    const found = await findSubmissions(join(place, "order"));
    expect(found).toEqual([
      { student: "B", path: join(place, "order/B.ipynb") },
      { student: "a", path: join(place, "order/a") },
      { student: "b", path: join(place, "order/b.ipynb") },
      { student: "link", path: join(place, "order/link") },
    ]);
    const { notebooks, faults } = await readSubmission(found[3]!);
    expect([notebooks, faults]).toEqual([[], ["link: it is a link to another place, and is not followed"]]);
  });

  it("of a zip have each their own part of it, also of names that begin alike", async () => {
    const path = join(place, "class.zip");
    const files = { "Ada/a.ipynb": notebook("1"), "Ada B/b.ipynb": notebook("2"), "Cy/notes.txt": "" };
    writeFileSync(
      path,
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
    );
    const found = await findSubmissions(path);
    expect(found).toEqual([
      { student: "Ada", path, within: "Ada/" },
      { student: "Ada B", path, within: "Ada B/" },
    ]);
    expect((await readSubmission(found[0]!)).notebooks.map(({ name }) => name)).toEqual(["a"]);
  });
});

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name,
          typeof text === "string" ? Buffer.from(text) : text,
        ]),
      ),
    ),
  );

describe("zips in one another", () => {
  it("are a student's each in the zip of a class, in a folder or not", async () => {
    const own = zipOf({ "03-momentum.ipynb": notebook("1") });
    const path = join(place, "class-of-zips.zip");
    writeFileSync(
      path,
      zipOf({ "ada.zip": own, "Bo_1_assignsubmission_file/work.zip": own, "cy.zip": "none" }),
    );
    const found = await findSubmissions(path);
    expect(found.map(({ student, within }) => [student, within])).toEqual([
      ["Bo_1", "Bo_1_assignsubmission_file/"],
      ["ada", "ada.zip"],
      ["cy", "cy.zip"],
    ]);
    const read = await Promise.all(found.map(readSubmission));
    expect(read.map(({ notebooks }) => notebooks.length)).toEqual([1, 1, 0]);
    expect(read[2]!.faults).toEqual([expect.stringMatching(/^cy\.zip: it is no zip that can be read/)]);
  });

  it("are opened in a folder and in a zip, and not for ever", async () => {
    let inner = zipOf({ "a.ipynb": notebook("1") });
    const opened: number[] = [];
    for (let zips = 1; zips <= 4; zips++) {
      mkdirSync(join(place, `nested-${zips}`));
      writeFileSync(join(place, `nested-${zips}`, "work.zip"), inner);
      const { notebooks, faults } = await readSubmission({
        student: "x",
        path: join(place, `nested-${zips}`),
      });
      opened.push(notebooks.length);
      if (zips === 4)
        expect(faults).toEqual(["work.zip: it lies in 3 zips, one in the other, and is not opened"]);
      inner = zipOf({ "work.zip": inner });
    }
    expect(opened).toEqual([1, 1, 1, 0]);
  });
});

describe("what is read of a submission is bounded:", () => {
  it("its code", async () => {
    const cells = Array.from({ length: 11 }, () => ({ cell_type: "code", source: "x".repeat(1e5) }));
    for (const name of ["a", "b", "c"]) lay(`much-code/${name}.ipynb`, JSON.stringify({ cells }));
    const { notebooks, faults } = await readSubmission({ student: "x", path: join(place, "much-code") });
    expect(notebooks.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(faults).toEqual(["c.ipynb: with it there are more than 3 million characters of code"]);
  });

  it.skipIf(process.platform === "win32")(
    "pipes are not waited for, nor links followed, whatever they are called",
    async () => {
      mkdirSync(join(place, "odd/pipes"), { recursive: true });
      for (const name of ["odd/a.zip", "odd/pipes/b.ipynb", "odd/pipes/fall-line-progress.jsonl"])
        execFileSync("mkfifo", [join(place, name)]);
      const whole = lay("whole/secret.ipynb");
      writeFileSync(join(place, "real.zip"), zipOf({ "a.ipynb": notebook() }));
      symlinkSync(join(place, "real.zip"), join(place, "odd/link.zip"));
      symlinkSync(whole, join(place, "odd/pipes/link.ipynb"));
      const found = await findSubmissions(join(place, "odd"));
      const read = await Promise.all(found.map(readSubmission));
      expect(read.flatMap(({ notebooks }) => notebooks)).toEqual([]);
      expect(read.map(({ faults }) => faults)).toEqual([
        ["a.zip: it is neither a file nor a folder, and is not read"],
        ["link.zip: it is a link to another place, and is not followed"],
        [
          "b.ipynb: it is neither a file nor a folder, and is not read",
          "fall-line-progress.jsonl: it is neither a file nor a folder, and is not read",
          "link.ipynb: it is a link to another place, and is not followed",
        ],
      ]);
    },
  );
});

describe("of a submission", () => {
  it("folders are looked into to a depth of four, files in their order", async () => {
    for (const name of ["deep/1/2/3/4/in.ipynb", "deep/1/2/3/4/5/out.ipynb", "deep/b.ipynb", "deep/a.ipynb"])
      lay(name);
    const { notebooks, faults } = await readSubmission({ student: "x", path: join(place, "deep") });
    expect(notebooks.map(({ name }) => name)).toEqual(["in", "a", "b"]);
    expect(faults).toEqual([]);
  });

  it("sixty files are read, and those after them counted once", async () => {
    for (let i = 0; i < 60; i++) lay(`sixty/${i}.ipynb`);
    const all = await readSubmission({ student: "x", path: join(place, "sixty") });
    expect([all.notebooks.length, all.faults.length]).toEqual([60, 0]);
    lay("sixty/60.ipynb");
    lay("sixty/61.ipynb");
    const more = await readSubmission({ student: "x", path: join(place, "sixty") });
    expect(more.notebooks).toHaveLength(60);
    expect(more.faults).toEqual(["there are more than 60 files; the others were not read"]);
  });

  it("what is too large is told, and the rest is read; progress without a notebook is no fault of a notebook", async () => {
    truncateSync(lay("large/big.ipynb"), 201 * 2 ** 20);
    truncateSync(lay("large/fall-line-progress.jsonl"), 20 * 2 ** 20 + 1);
    lay("large/small.ipynb");
    const { notebooks, faults } = await readSubmission({ student: "x", path: join(place, "large") });
    expect(notebooks.map(({ name }) => name)).toEqual(["small"]);
    expect(faults).toEqual([
      "big.ipynb: it is 201 MB large; up to 200 MB are read",
      "fall-line-progress.jsonl: it is 20 MB large; up to 20 MB are read",
    ]);
    lay("bare/fall-line-progress.jsonl", "p");
    expect(await readSubmission({ student: "x", path: join(place, "bare") })).toEqual({
      notebooks: [],
      progress: ["p"],
      faults: ["no notebook was handed in"],
    });
  });

  it("a time that is none is not taken for one", async () => {
    lay("time/timestamp.txt", "soon");
    expect(await readSubmission({ student: "x", path: join(place, "time") })).not.toHaveProperty("handedIn");
  });
});

describe("a zip", () => {
  const path = join(place, "one.zip");
  const bytes = { "a.txt": Buffer.from("abc"), "b.txt": Buffer.from("xyz") };

  it("is read file by file, as far as its names fit, and nothing that is larger than it may be", async () => {
    writeFileSync(path, zipSync(bytes));
    const read: string[] = [];
    await eachZipped(
      path,
      (name) => name === "b.txt",
      async (file) => {
        read.push(file.path, String(file.size), String(await file.read(3)));
        await expect(file.read(2)).rejects.toThrow("it is 0.0 MB large; up to 0.0 MB are read");
      },
    );
    expect(read).toEqual(["b.txt", "3", "xyz"]);
  });

  it("has links, which are not followed", async () => {
    const link = {
      "link.ipynb": [Buffer.from("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }] as const,
    };
    writeFileSync(
      path,
      zipSync({ ...link, "c.ipynb": Buffer.from(notebook()) } as unknown as Parameters<typeof zipSync>[0]),
    );
    const { notebooks, faults } = await readSubmission({ student: "x", path });
    expect([notebooks.map(({ name }) => name), faults]).toEqual([["c"], []]);
  });

  it("that cannot be read is told", async () => {
    writeFileSync(path, zipSync(bytes).slice(0, -30));
    await expect(
      eachZipped(
        path,
        () => true,
        () => Promise.resolve(),
      ),
    ).rejects.toThrow(/^it is no zip that can be read: /);
  });
});

it("sizes are said in whole megabytes, small ones in tenths", () => {
  expect([2 ** 20 / 2, 2 ** 20, 1.6 * 2 ** 20].map(megabytes)).toEqual(["0.5 MB", "1 MB", "2 MB"]);
});

describe("a batch that was broken off", () => {
  const graded = { student: "ada", rows: [], shown: [], notes: [] };
  it("does not take up what has changed within a folder, what lies in another part of a zip, or is torn", () => {
    const file = lay("batch/ada/deep/a.ipynb");
    const table = join(place, "grades.csv");
    const path = `${table}.unfinished`;
    const ada = { student: "ada", path: join(place, "batch/ada") };
    const inZip = { student: "ada", path: file, within: "a/" };
    const first = new Unfinished(table, "s");
    first.add(ada, graded);
    first.add(inZip, graded);
    writeFileSync(path, '{"key":1,"graded":{}}\nnull\n', { flag: "a" });
    const again = new Unfinished(table, "s");
    expect([again.of(ada), again.of(inZip)]).toEqual([graded, graded]);
    expect(again.of({ ...inZip, within: "b/" })).toBeUndefined();
    writeFileSync(file, "longer than before ".repeat(20));
    expect(new Unfinished(table, "s").of(ada)).toBeUndefined();
    again.end();
    expect(readdirSync(place)).not.toContain("grades.csv.unfinished");
  });
});
