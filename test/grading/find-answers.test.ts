import { describe, expect, it } from "vitest";
import { Answers, type Found } from "../../src/grading/answers/find.ts";

const original = {
  notebook: "03-momentum",
  answerCell: "03-momentum-answer",
  answerName: "mine",
  atTheEnd: true,
};
type Cells = readonly { id: string; source: string }[];
const cell = (name: string, source: string) => ({ id: `03-momentum-${name}`, source });
const answers = (notebooks: readonly { name: string; cells: Cells }[], progress: readonly string[] = []) =>
  new Answers({ notebooks, progress, faults: [] }, { "old/rule": "momentum/rule" });
const shown = (found: Found): unknown => {
  if (found.kind !== "expression") return found;
  const { node, cell: at } = found.expression;
  return [typeof node === "string" ? node : node.getText(), at];
};
const event = (more: object) =>
  JSON.stringify({
    v: 2,
    time: "2026-11-26",
    lesson: "momentum",
    exercise: "rule",
    event: "attempt",
    ...more,
  });
const answer = cell("answer", "const mine = 1;");

describe("an answer", () => {
  it.each<[what: string, cells: Cells, expected: unknown]>([
    [
      "is what the last check is given",
      [cell("check", 'check("momentum/rule", 1); check("momentum/rule", 2);')],
      ["2", 0],
    ],
    [
      "is what the last check is given, also where it stands in a cell of one's own",
      [answer, cell("check", 'check("momentum/rule", 1);'), cell("own", 'check("momentum/rule", 2);')],
      ["2", 2],
    ],
    ["is no check without one", [answer, cell("check", 'check("momentum/rule");')], ["mine", 0]],
    ["may be undefined", [answer, cell("check", 'check("momentum/rule", undefined);')], ["undefined", 1]],
    ["is no check of another exercise", [answer, cell("check", 'check("momentum/late", 3);')], ["mine", 0]],
    [
      "by its name counts at the end where its cell was deleted",
      [cell("a", "const mine = 1;"), cell("b", "const mine = 2;")],
      ["mine", 2],
    ],
    [
      "by its name counts at its cell",
      [cell("a", "const a = 1;"), answer, cell("b", "const mine = 2;")],
      ["mine", 1],
    ],
    [
      "is found though another cell is too long to be read",
      [cell("a", " ".repeat(300_000)), answer],
      ["mine", 1],
    ],
  ])("%s", (_, cells, expected) => {
    expect(shown(answers([{ name: "03-momentum", cells }]).find("momentum/rule", original))).toEqual(
      expected,
    );
  });

  it("on a card counts by any name of its exercise, and only as an attempt that picked something", () => {
    const progress = [
      event({ picked: "a", lesson: "old" }),
      event({ picked: "b", event: "compare" }),
      event({}),
      event({ picked: "c", lesson: "nesterov" }),
      event({ picked: "d" }),
    ];
    for (const notebooks of [[], [{ name: "03-momentum", cells: [answer] }]])
      expect(answers(notebooks, progress).find("momentum/rule", original)).toEqual({
        kind: "picked",
        picks: ["a", "d"],
      });
  });

  it("that was never asked to be written is missing, and nothing is said", () => {
    const { notebook, atTheEnd } = original;
    const card = { notebook, atTheEnd };
    const one = answers([{ name: "03-momentum", cells: [answer] }]);
    expect(one.find("momentum/guess", card)).toEqual({ kind: "missing" });
    expect(one.deleted(card)).toEqual([]);
    expect(answers([]).deleted(original)).toEqual([]);
  });
});

describe("the notebook of a lesson", () => {
  const at = (name: string, value: number, id = "03-momentum-answer") => ({
    name,
    cells: [{ id, source: `check("momentum/rule", ${value});` }],
  });
  it.each<[what: string, notebooks: { name: string; cells: Cells }[], value: string]>([
    ["of two with its cells has its name", [at("copy", 1), at("03-momentum", 2)], "2"],
    ["of two with its cells and other names is the first", [at("copy", 1), at("copy-2", 2)], "1"],
    ["has its cells rather than its name", [at("03-momentum", 1, "x"), at("copy", 2)], "2"],
    ["has its name rather than its exercises", [at("copy", 1, "x"), at("03-momentum", 2, "y")], "2"],
    ["of two of one name is the one with its cells", [at("same", 1, "04-nesterov-a"), at("same", 2)], "2"],
    ["is none of a lesson whose name begins so", [at("other", 1, "03-momentums-a"), at("copy", 2)], "2"],
  ])("%s", (_, notebooks, value) => {
    expect(shown(answers(notebooks).find("momentum/rule", original))).toEqual([value, 0]);
  });

  it("may be known by a former name of an exercise alone", () => {
    const one = answers([{ name: "copy", cells: [{ id: "x", source: 'check("old/rule", 3);' }] }]);
    expect([one.has("03-momentum"), one.has("04-nesterov")]).toEqual([true, false]);
  });

  it("is read anew where two lessons were handed in under one name", () => {
    const one = answers([at("same", 1), at("same", 2, "04-nesterov-a")]);
    expect(shown(one.find("momentum/rule", original))).toEqual(["1", 0]);
    const other = { ...original, notebook: "04-nesterov" };
    expect(shown(one.find("momentum/rule", other))).toEqual(["2", 0]);
  });
});
