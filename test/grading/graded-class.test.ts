import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exercise, momentum } from "fall-line";
import { afterAll, describe, expect, it } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import type { Original } from "../../src/grading/answers/originals.ts";
import type { Graded, Row, Shown } from "../../src/grading/grade.ts";
import { gradeSubmission, type Standard } from "../../src/grading/grade-submission.ts";
import { language, sandboxScript } from "./standard.ts";

const place = mkdtempSync(join(tmpdir(), "graded-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const common = (title: string) => ({ title, prompt: "Do it.", hints: ["Hm."] as [string] });
const options = {
  a: { text: "Up.", reason: "It rises." },
  b: { text: "Down.", reason: "It falls.", right: true },
};

/** Exercises of an invented course, one of each kind. */
const exercises = new Map<string, Exercise>([
  ["rolling/choose", exercise.choose({ ...common("Choose"), options })],
  ["rolling/foresee", exercise.foresee({ ...common("Foresee"), options })],
  [
    "rolling/predict",
    exercise.predict({
      ...common("Predict"),
      fields: { x: { label: "x", answer: 2, within: 0.1 } },
      because: "So.",
    }),
  ],
  [
    "rolling/explain",
    exercise.explain({ ...common("Explain"), model: "It rolls.", lookFor: { a: "It rolls." } }),
  ],
  [
    "rolling/formula",
    exercise.formula({
      ...common("Formula"),
      formula: "2*x",
      arguments: { x: { from: 0, to: 3 } },
      misconceptions: [{ what: "2 is added", formula: "x + 2", credit: 0.25 }],
      solution: ({ x }: { x: number }) => 2 * x,
    }),
  ],
  [
    "rolling/rule",
    exercise.write<"m", "lambda" | "alpha">({
      ...common("Rule"),
      rule: momentum,
      solution: ({ w, m, g }, { lambda, alpha }) => {
        const next = m.map((old, i) => alpha * old - lambda * g[i]!);
        return { w: w.map((x, i) => x + next[i]!), m: next };
      },
      misconceptions: [],
    }),
  ],
]);

const original = (name: string, more: Partial<Original> = {}): [string, Original] => [
  `rolling/${name}`,
  {
    notebook: "11-rolling",
    answerCell: `11-rolling-${name}`,
    answerName: name,
    atTheEnd: true,
    ...more,
  },
];
const originals = new Map([
  ...[...exercises.keys()].map((id) => original(id.slice("rolling/".length))),
  ["rolling/gone", original("gone")[1]] as const,
]);

const insideScript = await sandboxScript();
const standard = (more: Partial<Standard> = {}): Standard => ({
  exercises,
  originals,
  formerNames: {},
  retired: {},
  asked: [],
  solutions: false,
  bench: { insideScript, language: language(), seeds: [271828, 314159], known: new Map() },
  ...more,
});

interface HandedIn {
  /** What students bind to the names of exercises. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly besides?: Readonly<Record<string, string>>;
  readonly picked?: readonly (readonly [exercise: string, pick: unknown])[];
}

let count = 0;
const lines = (picked: NonNullable<HandedIn["picked"]>): string =>
  picked
    .map(([name, pick]) =>
      JSON.stringify({
        v: 2,
        time: "2026-11-26",
        lesson: "rolling",
        exercise: name,
        event: "attempt",
        picked: pick,
      }),
    )
    .join("\n");

/** Grades what Ada handed in. */
async function grade(
  { answers, besides = {}, picked = [] }: HandedIn,
  by: Partial<Standard> = {},
  skipped = new Map<string, string>(),
): Promise<Graded & { begun: string[] }> {
  const path = join(place, `ada-${++count}`);
  mkdirSync(path);
  if (answers !== undefined) {
    const cells = Object.entries(answers).flatMap(([name, value]) => [
      { cell_type: "code", id: `11-rolling-${name}`, source: `const ${name} = ${value};` },
      { cell_type: "code", id: `11-rolling-${name}-check`, source: `check("rolling/${name}", ${name});` },
    ]);
    const file = join(path, "11-rolling.ipynb");
    writeFileSync(file, JSON.stringify({ cells }));
    utimesSync(file, 1_800_000_000, 1_800_000_000);
  }
  if (picked.length > 0) writeFileSync(join(path, "fall-line-progress.jsonl"), lines(picked));
  for (const [name, text] of Object.entries(besides)) writeFileSync(join(path, name), text);
  const begun: string[] = [];
  const graded = await gradeSubmission(
    { student: "ada", path },
    standard(by),
    (id) => begun.push(id),
    skipped,
  );
  return { ...graded, begun };
}

const only = async (name: string, handedIn: HandedIn, by: Partial<Standard> = {}): Promise<[Row, Shown]> => {
  const { rows, shown } = await grade(handedIn, { asked: [`rolling/${name}`], ...by });
  expect([rows.length, shown.length]).toEqual([1, 1]);
  return [rows[0]!, shown[0]!];
};

describe("an answer is graded:", () => {
  it.each<[string, string, Partial<Row>, Partial<Shown>]>([
    [
      "choose",
      '"b"',
      { credit: 1, outcome: "right", mistakes: [] },
      { written: "b: Down.", headline: "Right.", remarks: ["It falls."] },
    ],
    [
      "choose",
      '"a"',
      { credit: 0, mistakes: [{ id: "option: a", what: "Up." }] },
      { written: "a: Up.", remarks: ["It rises."] },
    ],
    ["choose", '"toString"', { credit: 0, outcome: "note", mistakes: [] }, { written: "toString" }],
    [
      "foresee",
      '"a"',
      { credit: 1, outcome: "otherwise", mistakes: [{ id: "option: a", what: "Up." }] },
      { written: "a: Up.", headline: "Your prediction was made." },
    ],
    [
      "foresee",
      '"b"',
      { credit: 1, outcome: "right", mistakes: [] },
      { headline: "Your prediction was made." },
    ],
    [
      "predict",
      "7",
      { credit: 1, outcome: "otherwise" },
      { written: "7", headline: "Your prediction was made." },
    ],
    ["predict", "{ x: 2 }", { credit: 1, outcome: "right" }, { written: '{"x":2}' }],
    [
      "explain",
      '"It rolls."',
      { outcome: "kept", mistakes: [] },
      { written: "It rolls.", headline: "Your teacher reads this one.", remarks: [] },
    ],
    [
      "formula",
      "({ x }: { x: number }) => x + x",
      { credit: 1, outcome: "right", mistakes: [] },
      { headline: "Right.", remarks: [] },
    ],
    [
      "formula",
      "({ x }: { x: number }) => x + 2",
      { credit: 0.25, mistakes: [{ id: "known: x + 2", what: "2 is added", credit: 0.25 }] },
      { remarks: ["It behaves as if this were so: 2 is added."] },
    ],
    ["predict", "undefined", { credit: 0, outcome: "not written" }, {}],
  ])("%s by %s", async (name, answer, row, shown) => {
    const graded = await only(name, { answers: { [name]: answer } });
    expect(graded[0]).toMatchObject({ student: "ada", exercise: `rolling/${name}`, ...row });
    expect(graded[1]).toMatchObject({ exercise: `rolling/${name}`, prompt: "Do it.", ...shown });
  });

  it("words have no credit, and what is right has no error", async () => {
    expect((await only("explain", { answers: { explain: '"So."' } }))[0]).not.toHaveProperty("credit");
    const [row, shown] = await only("formula", { answers: { formula: "({ x }: { x: number }) => 2 * x" } });
    expect(row).not.toHaveProperty("error");
    expect(shown).not.toHaveProperty("solution");
  });

  it.each([
    ["formula", "({ x }) => { throw new TypeError('no'); }", "crashed", /^TypeError: no/],
    ["formula", "({ x }) => nothing(x)", "crashed", /nothing/],
    ["formula", "({ x }) => { for (;;); }", "took too long", /^it did not end/],
    ["formula", "({ x }) => {", "not yet", /expected/],
    ["predict", "guess()", "not yet", /^"guess\(\)" is computed, and is not written out$/],
    ["predict", '"two"', "note", /./],
  ])("%s by %s, with what went wrong: %s", async (name, answer, outcome, error) => {
    const [row, shown] = await only(name, { answers: { [name]: answer } });
    expect(row).toMatchObject({ credit: 0, outcome, error: expect.stringMatching(error) as string });
    expect(shown.written).not.toBe("");
  });

  it("that cannot be read is shown as it was written, and why", async () => {
    const [, shown] = await only("predict", { answers: { predict: "guess(1)" } });
    expect(shown).toMatchObject({
      written: "predict",
      headline: 'This cannot be read: "guess(1)" is computed, and is not written out',
    });
  });

  it("and one that needs the library is told so", async () => {
    const path =
      'import { descend } from "fall-line";\nconst formula = () => descend();\ncheck("rolling/formula", formula);';
    const cells = [{ cell_type: "code", id: "11-rolling-formula", source: path }];
    const [row] = await only("formula", { besides: { "11-rolling.ipynb": JSON.stringify({ cells }) } });
    expect(row).toMatchObject({
      outcome: "crashed",
      error: "Error: descend of the library is not available in grading",
    });
  });

  it("on a card by the first guess and the last choice", async () => {
    const picked = [
      ["foresee", "b"],
      ["foresee", "a"],
      ["choose", "a"],
      ["choose", "b"],
      ["predict", 2],
    ] as const;
    expect((await only("foresee", { picked }))[1].written).toBe("b: Down.");
    expect((await only("choose", { picked }))[1].written).toBe("b: Down.");
    expect((await only("predict", { picked }))[0]).toMatchObject({ credit: 1, outcome: "right" });
  });

  it("that was never given earns nothing, and it is said why", async () => {
    const [row, shown] = await only("predict", { answers: { choose: '"a"' } });
    expect(row).toMatchObject({
      credit: 0,
      outcome: "missing",
      mistakes: [],
      error: "the cell 11-rolling-predict was deleted",
    });
    expect(shown).toMatchObject({
      written: "",
      headline: "No answer: the cell 11-rolling-predict was deleted.",
    });
    const noName = new Map([["rolling/predict", { notebook: "11-rolling", atTheEnd: true }]]);
    const [open, told] = await only("predict", { answers: { choose: '"a"' } }, { originals: noName });
    expect(open).toMatchObject({ credit: 0, outcome: "not written" });
    expect(open).not.toHaveProperty("error");
    expect(told.headline).toBe("No answer yet.");
  });

  it("with a right answer beside it, where that may be seen", async () => {
    const [, shown] = await only("predict", { answers: { predict: "7" } }, { solutions: true });
    expect(shown.solution).toContain("x: 2");
  });
});

describe("a submission is graded", () => {
  it("by what is asked, in that order, as far as the course has it", async () => {
    const asked = ["rolling/predict", "rolling/gone", "nobody/knows", "rolling/choose"];
    const { rows, begun } = await grade({ answers: { predict: "2", choose: '"b"' } }, { asked });
    expect(rows.map(({ exercise: id }) => id)).toEqual(["rolling/predict", "rolling/choose"]);
    expect(begun).toEqual(["rolling/predict", "rolling/choose"]);
  });

  it("by the exercises at the ends of lessons that were handed in, where nothing is asked", async () => {
    const some = new Map([
      original("predict"),
      original("choose", { atTheEnd: false }),
      original("foresee", { notebook: "12-other" }),
      original("explain"),
    ]);
    const { rows } = await grade({ answers: { predict: "2", explain: '"So."' } }, { originals: some });
    expect(rows.map(({ exercise: id }) => id)).toEqual(["rolling/predict", "rolling/explain"]);
  });

  it("without an exercise that could not be graded before, with no credit in either direction", async () => {
    const { rows, shown } = await grade(
      { answers: { formula: "({ x }: { x: number }) => 2 * x" } },
      { asked: ["rolling/formula"] },
      new Map([["rolling/formula", "it broke"]]),
    );
    expect(rows).toEqual([
      {
        student: "ada",
        exercise: "rolling/formula",
        outcome: "not graded",
        mistakes: [],
        error: "it broke",
      },
    ]);
    expect(shown[0]).toMatchObject({
      written: "",
      headline: "This could not be graded, which is no word on your answer: your teacher sees to it.",
    });
  });

  it("as not graded where the fault is in the check", async () => {
    const faulty = { ...exercises.get("rolling/predict")!, fields: undefined } as unknown as Exercise;
    const [row] = await only(
      "predict",
      { answers: { predict: "2" } },
      { exercises: new Map([["rolling/predict", faulty]]) },
    );
    expect(row).toMatchObject({
      outcome: "not graded",
      error: expect.stringMatching(/^the fault is in the check: /) as string,
    });
    expect(row).not.toHaveProperty("credit");
  });

  it("without what is no longer asked, of which that is said", async () => {
    const by = { asked: ["rolling/moon", "rolling/choose"], retired: { "rolling/moon": "it set." } };
    const { rows, notes } = await grade({ answers: { choose: '"b"', moon: '"full"' } }, by);
    expect(rows.map(({ exercise: id, credit }) => [id, credit])).toEqual([["rolling/choose", 1]]);
    expect(notes).toEqual(["rolling/moon is no longer asked, and counts nothing: it set."]);
  });

  it("without an optional lesson, unless it is asked", async () => {
    const by = { originals: new Map([original("choose"), original("predict", { optional: true })]) };
    const answers = { choose: '"b"', predict: "2" };
    const { rows, notes } = await grade({ answers }, by);
    expect(rows.map(({ exercise: id }) => id)).toEqual(["rolling/choose"]);
    expect(notes).toEqual(["11-rolling is optional, and counts only where an assignment names it"]);
    const asked = await grade({ answers }, { ...by, asked: ["rolling/predict"] });
    expect([asked.rows.map(({ credit }) => credit), asked.notes]).toEqual([[1], []]);
  });

  it("with notes on what is torn and what was deleted, and the time when it was handed in", async () => {
    const { student, notes, handedIn } = await grade(
      { answers: { predict: "2" }, besides: { "b.ipynb": "{" } },
      { asked: ["rolling/predict", "rolling/choose"] },
    );
    expect(student).toBe("ada");
    expect(notes).toEqual([
      expect.stringMatching(/^b\.ipynb: it is no notebook/),
      "the cell 11-rolling-choose was deleted",
    ]);
    expect(handedIn).toBe(new Date(1_800_000_000_000).toISOString());
    expect(await grade({ picked: [["predict", 2]] }, { asked: ["rolling/predict"] })).not.toHaveProperty(
      "handedIn",
    );
  });
});
