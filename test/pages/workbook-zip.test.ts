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
const older = { ...draft, original: "of before" };
const gone = { ...older, cell: "gone" };
const aside = { lesson: "01-small", cell: "two", text: "put aside", why: "a reset", time: "t" };
const WORK: Work = {
  drafts: [draft, older, gone],
  earlier: [aside],
  lessons: [{ lesson: "01-small", title: "Small", notebook: NOTEBOOK }],
  progress: [LINE],
};

const files = unzipSync(packWork(WORK));
const sorted = (drafts: Work["drafts"]): string[] => drafts.map((one) => JSON.stringify(one)).sort();
const asideOf = (lists: object): Record<string, string> => ({
  "fall-line-work.json": JSON.stringify({ format: 1, lessons: [], drafts: [], earlier: [], ...lists }),
});

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
    ["fall-line-progress.jsonl", WORK.drafts, []],
    ["fall-line-work.json", [], [LINE]],
  ])("takes the rest where %s is missing, and says so", (name, drafts, progress) => {
    const rest = Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
    const { work, damaged } = unpackWork(zipSync(rest));
    expect(damaged).toEqual([`${name} is missing`]);
    expect([sorted(work.drafts), work.progress]).toEqual([sorted(drafts), progress]);
  });

  test("gives a text that was changed since a moment of its own, and one that was not the old one", () => {
    const changed = { ...NOTEBOOK, cells: [{ ...NOTEBOOK.cells[0], source: "z" }, NOTEBOOK.cells[1]] };
    const [now] = unpackWith({ "01-small.ipynb": JSON.stringify(changed) }).work.drafts.filter(
      ({ text }) => text === "z",
    );
    expect(now).toMatchObject({ cell: "one", original: "a\nb" });
    expect(Math.abs(Date.parse(now!.time) - Date.now())).toBeLessThan(60_000);
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
    expect({ ...work, drafts: sorted(work.drafts) }).toEqual({ ...WORK, drafts: sorted(WORK.drafts) });
  });

  test("takes what was changed in Jupyter since", () => {
    const changed = { ...NOTEBOOK, cells: [NOTEBOOK.cells[0], { ...NOTEBOOK.cells[1], source: ["new"] }] };
    const { work } = unpackWith({ "01-small.ipynb": JSON.stringify(changed) });
    expect(work.drafts).toContainEqual(expect.objectContaining({ cell: "two", original: "c", text: "new" }));
  });

  test("takes what was emptied or put back in Jupyter, and keeps what has no cell there any more", () => {
    const inCell = (source?: string) => {
      const cells = NOTEBOOK.cells.slice(1) as object[];
      if (source !== undefined) cells.push({ ...cell, id: "one", source });
      const { work, damaged } = unpackWith({ "01-small.ipynb": JSON.stringify({ cells }) });
      expect(damaged).toEqual([]);
      return work.drafts.filter(({ original }) => original === draft.original).map(({ text }) => text);
    };
    expect([inCell(""), inCell("a\nb"), inCell(undefined)]).toEqual([[""], [], [draft.text]]);
    const packed = unzipSync(packWork({ ...WORK, drafts: [{ ...draft, text: "" }] }));
    expect(JSON.parse(new TextDecoder().decode(packed["01-small.ipynb"]))).toMatchObject({
      cells: [{ source: [""], outputs: [] }, {}],
    });
  });

  test("gives the moment of the same text of the same cell in the same lesson alone", () => {
    const elsewhere = [
      { ...draft, lesson: "02-other", time: "another lesson" },
      { ...draft, cell: "two", time: "another cell" },
      { ...draft, original: "of before", time: "another lesson before" },
    ];
    const { work } = unpackWork(packWork({ ...WORK, drafts: [...elsewhere, draft] }));
    expect(sorted(work.drafts)).toEqual(sorted([...elsewhere, draft]));
    const cells = [{ ...NOTEBOOK.cells[0], source: draft.text }, NOTEBOOK.cells[1]];
    const changed = unpackWith({ ...asideOf({ ...WORK, drafts: elsewhere }), "01-small.ipynb": JSON.stringify({ cells }) }); // prettier-ignore
    const { time } = changed.work.drafts.at(-1)!;
    expect(sorted(changed.work.drafts)).toEqual(sorted([...elsewhere, { ...draft, time }]));
  });

  test("takes no file of 20 MB, and no more than 100 MB in all", () => {
    const work = files["fall-line-work.json"]!;
    const taken = (size: number, before: readonly number[] = []) => {
      const others = Object.fromEntries(before.map((_, i) => [`other${i}`, strToU8("a")]));
      const all = { "fall-line-work.json": work, ...others, "fall-line-progress.jsonl": strToU8(LINE) };
      const zip = zipSync(all, { level: 0 });
      // What each says of its size lies in the directory at the end, 24 bytes behind its mark.
      const view = new DataView(zip.buffer, zip.byteOffset);
      const isMark = (i: number): boolean => i + 4 <= zip.length && view.getUint32(i, true) === 0x02014b50;
      const marks = [...zip.keys()].filter(isMark).slice(1);
      [...before, size].forEach((claimed, i) => view.setUint32(marks[i]! + 24, claimed, true));
      return unpackWork(zip).work.progress.length === 1;
    };
    expect([taken(20e6 - 1), taken(20e6)]).toEqual([true, false]);
    const left = 1e6 - work.length;
    const five = Array<number>(5).fill(19.8e6);
    expect([taken(left - 1, five), taken(left, five)]).toEqual([true, false]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    ["no JSON", { "01-small.ipynb": "{" }, /^01-small\.ipynb is damaged: /],
    [
      "no notebook",
      { "01-small.ipynb": '{"cells":[{"id":1}]}' },
      /^01-small\.ipynb is damaged: its cells\.0\.id is 1$/,
    ],
    [
      "a line that is no text",
      { "01-small.ipynb": JSON.stringify({ cells: [{ ...cell, id: "one", source: ["a", 1] }] }) },
      /^01-small\.ipynb is damaged: its cells\.0\.\w+ is /,
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
      asideOf({ drafts: [{}] }),
      /^fall-line-work\.json is damaged: its drafts\.0\.lesson is undefined/,
    ],
    ["no draft", asideOf({ drafts: [null] }), /its drafts\.0 is null/],
    [
      "a draft without its original",
      asideOf({ drafts: [{ ...draft, original: 1 }] }),
      /its drafts\.0\.original is 1/,
    ],
    [
      "a text put aside without its why",
      asideOf({ earlier: [{ ...aside, why: null }] }),
      /its earlier\.0\.why is null/,
    ],
    ["no list", asideOf({ earlier: {} }), /its earlier is Object/],
    [
      "a lesson without a notebook",
      asideOf({ lessons: [{ lesson: "a", title: "A" }] }),
      /its lessons\.0\.notebook is undefined/,
    ],
    [
      "a lesson without a title",
      asideOf({ lessons: [{ lesson: "a", notebook: NOTEBOOK }] }),
      /its lessons\.0\.title is undefined/,
    ],
    ["nothing", { "01-small.ipynb": "null" }, /Expected Object but received null/],
    ["no cells", { "01-small.ipynb": '{"cells":{}}' }, /its cells is Object/],
    ["no cell", { "01-small.ipynb": '{"cells":[null]}' }, /its cells\.0 is null/],
    ...["id", "cell_type", "source", "metadata"].map((name) => {
      const cells = [NOTEBOOK.cells[0], { ...NOTEBOOK.cells[1], [name]: undefined }];
      const said = new RegExp(`^01-small\\.ipynb is damaged: its cells\\.1\\.${name} is undefined`);
      return [`a cell without its ${name}`, { "01-small.ipynb": JSON.stringify({ cells }) }, said] as const;
    }),
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
