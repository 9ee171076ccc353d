import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { packWork, unpackWork, type Work } from "../../src/pages/workbook/zip.ts";

const cell = { cell_type: "code", metadata: { title: "A cell" } };
const NOTEBOOK = {
  nbformat: 4,
  cells: [
    { ...cell, id: "one", source: ["a\n", "b"], outputs: ["as it was"] },
    { ...cell, id: "two", source: "c", outputs: ["as it was"] },
  ],
};
const LINE = JSON.stringify({ v: 2, time: "t", lesson: "momentum", exercise: "zero", event: "attempt" });
const draft = { lesson: "01-small", cell: "one", original: "a\nb", text: "x\ny\n", time: "t" };
const older = { ...draft, cell: "gone", original: "of before" };
const aside = { lesson: "01-small", cell: "two", text: "put aside", why: "a reset", time: "t" };
const WORK: Work = {
  drafts: [draft, older],
  earlier: [aside],
  lessons: [{ lesson: "01-small", title: "Small", notebook: NOTEBOOK }],
  progress: [LINE],
};

const files = unzipSync(packWork(WORK));

/** What comes of the packed work when some of its files are others. */
function unpackWith(others: Readonly<Record<string, string>>): ReturnType<typeof unpackWork> {
  const changed = Object.entries(others).map(([name, text]) => [name, strToU8(text)]);
  return unpackWork(zipSync({ ...files, ...(Object.fromEntries(changed) as Record<string, Uint8Array>) }));
}

describe("packWork(work)", () => {
  test("makes notebooks with what was written, and without what another text had shown", () => {
    const notebook = JSON.parse(new TextDecoder().decode(files["01-small.ipynb"])) as typeof NOTEBOOK;
    expect(notebook.cells).toEqual([
      { ...cell, id: "one", source: ["x\n", "y\n"], outputs: [] },
      NOTEBOOK.cells[1],
    ]);
    expect(new TextDecoder().decode(files["fall-line-progress.jsonl"])).toBe(`${LINE}\n`);
  });
});

test("a notebook has no text that belongs to another lesson, or to a text of before", () => {
  const others = [
    { ...draft, lesson: "02-other" },
    { ...draft, original: "of before" },
  ];
  const packed = unzipSync(packWork({ ...WORK, drafts: others }));
  expect(JSON.parse(new TextDecoder().decode(packed["01-small.ipynb"]))).toEqual(NOTEBOOK);
});

describe("unpackWork(bytes)", () => {
  test.each([
    ["fall-line-progress.jsonl", [draft, older], []],
    ["fall-line-work.json", [], [LINE]],
  ])("takes the rest where %s is missing, and says so", (name, drafts, progress) => {
    const rest = Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
    const { work, damaged } = unpackWork(zipSync(rest));
    expect(damaged).toEqual([`${name} is missing`]);
    expect([new Set(work.drafts), work.progress]).toEqual([new Set(drafts), progress]);
  });

  test("gives a text that was changed since a moment of its own, and one that was not the old one", () => {
    const changed = { ...NOTEBOOK, cells: [{ ...NOTEBOOK.cells[0], source: "z" }, NOTEBOOK.cells[1]] };
    const [now] = unpackWith({ "01-small.ipynb": JSON.stringify(changed) }).work.drafts.filter(
      ({ text }) => text === "z",
    );
    expect(now).toMatchObject({ cell: "one", original: "a\nb" });
    expect(now!.time).not.toBe(draft.time);
  });

  test("takes lines of progress of up to 30,000 letters", () => {
    const line = (length: number): string => {
      const event = JSON.parse(LINE) as object;
      const bare = JSON.stringify({ ...event, time: "" });
      return JSON.stringify({ ...event, time: "t".repeat(length - bare.length) });
    };
    const read = (length: number) =>
      unpackWith({ "fall-line-progress.jsonl": line(length) }).work.progress.length;
    expect([read(29_999), read(30_000)]).toEqual([1, 0]);
  });

  test("gives back all that was packed", () => {
    const { work, damaged } = unpackWork(packWork(WORK));
    expect(damaged).toEqual([]);
    expect({ ...work, drafts: new Set(work.drafts) }).toEqual({ ...WORK, drafts: new Set(WORK.drafts) });
  });

  test("takes what was changed in Jupyter since", () => {
    const changed = { ...NOTEBOOK, cells: [NOTEBOOK.cells[0], { ...NOTEBOOK.cells[1], source: ["new"] }] };
    const { work } = unpackWith({ "01-small.ipynb": JSON.stringify(changed) });
    expect(work.drafts).toContainEqual(expect.objectContaining({ cell: "two", original: "c", text: "new" }));
  });

  test.each([
    ["no JSON", { "01-small.ipynb": "{" }, /^01-small\.ipynb is damaged: /],
    [
      "no notebook",
      { "01-small.ipynb": '{"cells":[{"id":1}]}' },
      /^01-small\.ipynb is damaged: it is no notebook$/,
    ],
    [
      "a line that is no text",
      { "01-small.ipynb": JSON.stringify({ cells: [{ ...cell, id: "one", source: ["a", 1] }] }) },
      /^01-small\.ipynb is damaged: it is no notebook$/,
    ],
    ["a torn line", { "fall-line-progress.jsonl": `${LINE}\n{"v":2` }, /1 of its 2 lines cannot be read$/],
    ["an unsound line", { "fall-line-progress.jsonl": `${LINE}\n{"v":2,"event":"x"}` }, /1 of its 2 lines/],
    [
      "another version",
      { "fall-line-work.json": '{"format":9}' },
      /^fall-line-work\.json is damaged: .*version/,
    ],
    [
      "no texts",
      { "fall-line-work.json": '{"format":1,"lessons":[],"drafts":[{}],"earlier":[]}' },
      /"lesson" is missing/,
    ],
  ])("names a damaged file, and takes the rest: %s", (_, others, said) => {
    const { work, damaged } = unpackWith(others);
    expect(damaged.join()).toMatch(said);
    expect(work.progress).toEqual([LINE]);
    if (!("fall-line-work.json" in others)) expect(work.drafts).toContainEqual(draft);
  });

  test.each([
    ["this is no zip file, or it was cut short", packWork(WORK).subarray(0, 100)],
    ["this is no zip file, or it was cut short", strToU8("PK no zip")],
    ["this is no download of your work", zipSync({ "a.txt": strToU8("a") })],
  ])("says what it was given: %s", (words, bytes) => {
    expect(() => unpackWork(bytes)).toThrow(words);
  });
});
