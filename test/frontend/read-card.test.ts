import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/exercises/exercise.ts";
import { isCard, isFeedback, readFeedback, readQuestion } from "../../src/frontend/cards/read.ts";

const text = { kind: "text", text: "t" } as const;
const question = {
  format: 1,
  kind: "card-choose",
  id: "a/b",
  title: "T",
  prompt: "P",
  hints: ["h"],
  solution: [text],
};
const numbers = { ...question, kind: "card-predict" };
const option = { name: "x", text: "X", reason: "because", right: true };
const field = { name: "n", label: "N", answer: 2, within: 0.1 };
const feedback = { ...question, kind: "card-feedback", outcome: "right", headline: "H", blocks: [text] };

test("a card is known by its kind, and a feedback among them", () => {
  const kinds = ["card-choose", "card-feedback", "explorer", "a card-", undefined, 3];
  expect(kinds.map((kind) => isCard({ kind }))).toEqual([true, true, false, false, false, false]);
  expect([isCard(null), isCard(undefined), isCard("card-x")]).toEqual([false, false, false]);
  expect(["card-choose", "card-feedback"].map((kind) => isFeedback({ kind }))).toEqual([false, true]);
});

describe("readQuestion(data)", () => {
  test("gives what is asked, and what is hidden until there is an answer", () => {
    const options = [option, { ...option, name: "y", right: undefined }];
    const reveal = [{ "text/plain": "shown" }];
    expect(readQuestion({ ...question, options, reveal, hides: "outcome" })).toMatchObject({
      id: "a/b",
      exercise: {
        kind: "choose",
        title: "T",
        prompt: "P",
        hints: ["h"],
        options: {
          x: { text: "X", reason: "because", right: true },
          y: { text: "X", reason: "because", right: false },
        },
      },
      solution: [text],
      reveal,
      hides: true,
    });
  });

  test("knows one outcome of several, and hides nothing where nothing says so", () => {
    const { exercise, hides, reveal } = readQuestion({
      ...question,
      kind: "card-predict",
      options: [option],
    });
    expect([exercise.kind, hides, reveal]).toEqual(["foresee", false, []]);
    expect(readQuestion({ ...question, hides: "all" }).hides).toBe(false);
  });

  test("gives numbers to predict, by their names", () => {
    const { exercise } = readQuestion({ ...question, kind: "card-predict", fields: [field], because: "B" });
    expect(exercise).toMatchObject({
      kind: "predict",
      fields: { n: { label: "N", answer: 2, within: 0.1 } },
      because: "B",
    });
  });

  test("gives how numbers are computed, and says of a wrong one what is said of it elsewhere", () => {
    const computed = {
      fields: [{ name: "x", label: "x", answer: 3.96, within: 0.001, by: "4 − λ·g" }],
      given: { λ: 0.1, g: 0.4 },
      slips: [{ taken: { g: 0.5 }, when: "the height is taken" }],
      because: "B",
    };
    const { exercise } = readQuestion({ ...numbers, ...computed });
    const about = (x: number): string => JSON.stringify(kindOf(exercise).about(exercise, { x }));
    expect(about(3.95)).toContain("3.95 comes out when the height is taken.");
    expect(about(4.04)).toContain("4.04 comes out when λ·g is added, and not subtracted.");
    for (const by of [")", "(((", ")(²/√", "((".repeat(100)]) {
      const strange = { ...computed, fields: [{ ...computed.fields[0], by }] };
      const read = readQuestion({ ...numbers, ...strange }).exercise;
      expect(kindOf(read).about(read as never, { x: 4.04 }).outcome).toBe("otherwise");
    }
  });
});

describe("readFeedback(data)", () => {
  test("gives what was found, and makes empty what is not said", () => {
    expect(readFeedback(feedback)).toEqual({
      id: "a/b",
      title: "T",
      outcome: "right",
      headline: "H",
      blocks: [text],
      mistakes: [],
      isNamed: false,
      lookFor: [],
      hints: ["h"],
      solution: [text],
    });
  });

  test("gives the name of a mistake, one's own words and what to look for", () => {
    const more = {
      name: { headline: "N", blocks: [{ kind: "code", code: "n" }] },
      mistakes: [{ id: "m", what: "it is turned round" }],
      isNamed: true,
      yours: "mine",
      lookFor: [{ name: "a", text: "A" }],
    };
    expect(readFeedback({ ...feedback, ...more })).toMatchObject(more);
    expect(readFeedback({ ...feedback, mistakes: ["m"] }).mistakes).toEqual([{ id: "m" }]);
  });

  test.each([
    ["done", "kept"],
    ["kept", "kept"],
    ["not written", "not written"],
  ])("of the outcome %s is %s", (outcome, now) => {
    expect(readFeedback({ ...feedback, outcome }).outcome).toBe(now);
  });

  test.each([undefined, "toString", "perfect"])("has no outcome %s", (outcome) => {
    expect(() => readFeedback({ ...feedback, outcome })).toThrow("this card is damaged at outcome");
  });
});

test.each([
  text,
  { kind: "code", code: "let a;" },
  { kind: "equations", groups: [{ title: "T", lines: ["a = b"] }] },
  { kind: "table", cells: { head: ["a", ""], rows: [["1", "2"], undefined] } },
  { kind: "said", said: ["1"], is: ["2"] },
  { kind: "prose", source: "*a*" },
  { kind: "figure", bundle: { "text/plain": "f" } },
])("a part is read as it is: %j", (block) => {
  expect(readFeedback({ ...feedback, blocks: [block] }).blocks).toEqual([block]);
});

test("a row of a table that is left out is null in a file", () => {
  const block = { kind: "table", cells: { head: ["a"], rows: [null] } };
  expect(readFeedback({ ...feedback, blocks: [block] }).blocks).toEqual([
    { kind: "table", cells: { head: ["a"], rows: [undefined] } },
  ]);
});

describe("a card that is damaged", () => {
  const block = (one: object) => ({ ...feedback, blocks: [one] });
  test.each<[string, object, string]>([
    ["id", { ...question, id: 1 }, " at id"],
    ["title", { ...question, title: undefined }, " at title"],
    ["prompt", { ...question, prompt: ["P"] }, " at prompt"],
    ["hint", { ...question, hints: [1] }, " at hints.0"],
    ["hints", { ...question, hints: "h" }, " at hints"],
    ["no hints", { ...question, hints: undefined }, " at hints"],
    ["41 hints", { ...question, hints: Array(41).fill("h") }, " at hints"],
    ["solution", { ...question, solution: undefined }, " at solution"],
    ["output", { ...question, reveal: [null] }, " at reveal.0"],
    ["text for an output", { ...question, reveal: ["x"] }, " at reveal.0"],
    ["option", { ...question, options: [{ ...option, text: 1 }] }, " at options.x.text"],
    ["name of an option", { ...question, options: [{ ...option, name: 1 }] }, " at options.0.name"],
    ["reason", { ...question, options: [{ ...option, reason: null }] }, " at options.x.reason"],
    ["answer", { ...numbers, fields: [{ ...field, answer: "2" }], because: "B" }, " at fields.n.answer"],
    ["tolerance", { ...numbers, fields: [{ ...field, within: null }], because: "B" }, " at fields.n.within"],
    ["label", { ...numbers, fields: [{ ...field, label: 2 }], because: "B" }, " at fields.n.label"],
    ["explanation", { ...numbers, fields: [field] }, " at because"],
    ["headline", { ...feedback, headline: 1 }, " at headline"],
    ["mistake", { ...feedback, mistakes: [1] }, " at mistakes.0"],
    ["one's words", { ...feedback, yours: 1 }, " at yours"],
    ["what to look for", { ...feedback, lookFor: [{ name: "a" }] }, " at lookFor.0.text"],
    ["kind of part", block({ kind: "html", html: "<b>" }), " at blocks.0.kind"],
    ["text", block({ kind: "text" }), " at blocks.0.text"],
    ["code", block({ kind: "code" }), " at blocks.0.code"],
    [
      "equation",
      block({ kind: "equations", groups: [{ title: "T", lines: [1] }] }),
      " at blocks.0.groups.0.lines.0",
    ],
    [
      "title of equations",
      block({ kind: "equations", groups: [{ lines: [] }] }),
      " at blocks.0.groups.0.title",
    ],
    ["cell", block({ kind: "table", cells: { head: [], rows: [[1]] } }), " at blocks.0.cells.rows.0.0"],
    ["head", block({ kind: "table", cells: { head: [1], rows: [] } }), " at blocks.0.cells.head.0"],
    ["what was said", block({ kind: "said", said: [1], is: [] }), " at blocks.0.said.0"],
    ["what is", block({ kind: "said", said: [], is: [1] }), " at blocks.0.is.0"],
    ["prose", block({ kind: "prose" }), " at blocks.0.source"],
    ["figure", block({ kind: "figure" }), " at blocks.0.bundle"],
  ])("says where: %s", (_, card, place) => {
    const read = (card as { outcome?: string }).outcome === undefined ? readQuestion : readFeedback;
    expect(() => read(card)).toThrow(new RegExp(`^this card is damaged${place}$`));
  });

  test("or of another version, or too long, is refused", () => {
    expect(() => readQuestion({ ...question, kind: "card-tomorrow" })).toThrow("needs another version");
    expect(() => readQuestion({ ...question, format: 2 })).toThrow("needs another version of fall-line");
    expect(() => readFeedback({ ...feedback, format: undefined })).toThrow(
      "needs another version of fall-line",
    );
    const long = "x".repeat(200_000);
    expect(() => readQuestion({ ...question, prompt: long })).toThrow(
      /longer than a page shows.*up to 200000/,
    );
    expect(() => readQuestion({ ...question, reveal: [{ "text/plain": long }] })).not.toThrow();
    const figure = { kind: "figure", bundle: { "text/plain": long } };
    expect(() => readFeedback({ ...feedback, blocks: [figure] })).not.toThrow();
    expect(() => readQuestion({ ...question, hints: Array(40).fill("h") })).not.toThrow();
    const rest = JSON.stringify({ ...question, prompt: "" }).length;
    const whole = (letters: number) => ({ ...question, prompt: "x".repeat(letters - rest) });
    expect(() => readQuestion(whole(200_000))).not.toThrow();
    expect(() => readQuestion(whole(200_001))).toThrow('got "200001 letters"');
  });
});
