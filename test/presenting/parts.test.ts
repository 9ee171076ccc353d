import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import type { ExecutedCell } from "../../src/rendering/executed.ts";
import { type DeckPart, partsOf } from "../../src/presenting/parts.ts";
import { card, cell, drawn, line, prose, shown, sign, table, worked } from "./cells.ts";
import { EXERCISES } from "./outline.ts";

const parts = (...cells: readonly ExecutedCell[]): DeckPart[] =>
  partsOf(
    cells.map((one) => ({ cell: one, fragment: one.metadata.slideshow?.slide_type === "fragment" })),
    EXERCISES,
  );
const kinds = (...cells: readonly ExecutedCell[]): string[] => parts(...cells).map(({ kind }) => kind);
const part = (id: string, solution?: boolean) => ({
  "fall-line": { exercise: id },
  ...(solution === undefined ? {} : { nbgrader: { solution } }),
});
const long = worked([line({ parts: [sign(40)] })]);

test.each([
  ["# A title\n\nWords.", "A title", "Words."],
  ["### Deep\nWords.", "Deep", "Words."],
  ["#### Deeper\n\nWords.", undefined, "#### Deeper\n\nWords."],
  ["#No heading", undefined, "#No heading"],
  ["Words.\n\n## Later", undefined, "Words.\n\n## Later"],
  ["## Alone", "Alone", undefined],
  ["  Words.  ", undefined, "Words."],
  ["<details>\n<summary>More</summary>\nUnfolded.</details> End", undefined, "Unfolded. End"],
])("%j has the heading %j and says %j", (source, heading, words) => {
  expect(parts(cell("markdown", source))).toEqual([
    ...(heading === undefined ? [] : [{ kind: "heading", text: heading, isTitle: false }]),
    ...(words === undefined ? [] : [{ kind: "words", source: words, fragment: false, finding: undefined }]),
  ]);
});

test("words may come later, and may find something; a formula may stand in their place", () => {
  expect(parts(cell("markdown", "Then.", "fragment", { "fall-line": { finding: "It falls" } }))).toEqual([
    { kind: "words", source: "Then.", fragment: true, finding: "It falls" },
  ]);
  const idea = { "fall-line": { idea: "adam.w", finding: "It falls" } };
  expect(parts(cell("markdown", "## One\n\nThe idea.", "-", idea))).toEqual([
    { kind: "heading", text: "One", isTitle: false },
    { kind: "idea", rule: "adam.w", finding: "It falls" },
  ]);
});

test("the title says nothing besides, and a place to stop nothing at all", () => {
  expect(parts(cell("markdown", "# Rolling\n\nLesson 11.", "-", { tags: ["title"] }))).toEqual([
    { kind: "heading", text: "Rolling", isTitle: true },
  ]);
  expect(parts(cell("markdown", "## Stop\n\nHere.", "-", { tags: ["stop"] }))).toEqual([]);
});

test("code comes before what it shows, and is shown where it is the point", () => {
  const outputs = [drawn("f"), table(1)];
  expect(kinds(cell("code", "a;", "-", { outputs }))).toEqual(["code", "exhibit", "exhibit"]);
  const [first, second, third] = parts(
    cell("code", " a;\n", "-", { tags: ["code"], outputs, "fall-line": { finding: "F", marked: [1, 2] } }),
  );
  expect(first).toEqual({
    kind: "exhibit",
    exhibit: { kind: "code", id: " a;\n", source: "a;" },
    isOpening: false,
    finding: "F",
  });
  expect(second).toMatchObject({
    kind: "exhibit",
    exhibit: { kind: "figure" },
    isOpening: false,
    finding: "F",
  });
  expect(third).toMatchObject({ exhibit: { kind: "table", marked: [1, 2] } });
  expect(parts(cell("code", "a;", "-", { tags: ["opening"], outputs: [drawn("f")] }))[1]).toMatchObject({
    isOpening: true,
  });
});

test("a long worked step is shown in pieces", () => {
  const step = worked(Array.from("abcdefghij", (name) => line({ name })));
  expect(kinds(cell("code", "a;", "-", { outputs: [step] }))).toEqual(["code", "exhibit", "exhibit"]);
});

test("a card is its question, with what it reveals: prose explains, all else is evidence", () => {
  const reveal = [prose("One. "), table(2), prose("Two."), long];
  const [, asked] = parts(
    cell("code", "a;", "-", {
      outputs: [card("rolling/where", ...reveal)],
      "fall-line": { finding: "F", marked: [1] },
    }),
  );
  expect(asked).toMatchObject({
    kind: "question",
    question: { id: "rolling/where", title: "Where does it stop?" },
    evidence: [{ kind: "table", marked: [1] }, { kind: "worked" }],
    explanation: "One. \n\n\n\nTwo.",
    finding: "F",
  });
  const bare = shown({
    "application/vnd.fall-line+json": { format: 1, kind: "card-predict", id: "rolling/where" },
  });
  expect(parts(cell("code", "a;", "-", { outputs: [bare] }))[1]).toMatchObject({
    evidence: [],
    explanation: "",
  });
});

test("of exercises there are headings and questions alone, with evidence that fits beside an answer", () => {
  const outputs = [card("rolling/how-far", long, table(1)), drawn("f")];
  const cells = [
    cell("markdown", "# Your turn\n\nTwo."),
    cell("markdown", "**1. How far?**", "-", part("rolling/how-far")),
    cell("code", "let x;", "-", { ...part("rolling/how-far", true), outputs: [table(1)] }),
    cell("code", "check();", "-", { ...part("rolling/how-far", false), outputs }),
  ];
  const [heading, asked, ...rest] = parts(...cells);
  expect(heading).toMatchObject({ kind: "heading", text: "Your turn" });
  expect(asked).toMatchObject({ question: { id: "rolling/how-far" }, evidence: [{ kind: "table" }] });
  expect(rest).toEqual([]);
});

test("an exercise that the course does not have is named, with the cure", () => {
  const outputs = [card("rolling/nowhere")];
  expect(() => parts(cell("code", "a;", "-", { outputs }))).toThrow(
    "A card asks for the exercise rolling/nowhere, which the course does not have",
  );
});

test("a question about code shows the last cell that is written for it, and none that is written for another", () => {
  const written = (source: string, id: string) => cell("code", source, "-", part(id, true));
  const asks = cell("code", "check();", "-", { ...part("momentum/late"), outputs: [card("momentum/late")] });
  const given = (...cells: readonly ExecutedCell[]): readonly string[] | undefined => {
    const all = partsOf(
      [...cells, asks].map((one) => ({ cell: one, fragment: false })),
      lessonExercises.all,
    );
    return all.flatMap((one) => (one.kind === "question" ? [one.question.task?.given.lines] : []))[0];
  };
  const [first, last] = [written("first;", "momentum/late"), written("last;", "momentum/late")];
  expect(given(first, last)).toEqual(["last;"]);
  expect(given()![0], "as it is declared").toBe("({ w, m, g }, { lambda, alpha }) => {");
  expect(given(written("other;", "momentum/rule"))).toEqual(given());
});

test("a table without rows is on no slide; what is drawn beside it is", () => {
  const outputs = [drawn("f"), table(1)];
  expect(kinds(cell("code", "a;", "-", { outputs, "fall-line": { rows: [] } }))).toEqual(["code", "exhibit"]);
});
