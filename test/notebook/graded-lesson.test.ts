import { lessonExercises } from "fall-line";
import { describe, expect, test } from "vitest";
import { gradedLesson } from "../../src/notebook/graded-lesson.ts";
import type { Cell, Lesson } from "../../src/notebook/lesson.ts";

const cell = (source: string, exercise?: string, type: Cell["type"] = "code"): Cell => ({
  key: "one",
  place: "03-momentum/lesson.ts:1",
  source,
  type,
  title: "",
  tags: [],
  ...(exercise === undefined ? {} : { exercise }),
});

/** The cells that one becomes: source and points. */
const graded = (one: Cell) =>
  gradedLesson(
    { name: "03-momentum", about: {} as Lesson["about"], cells: [one] },
    lessonExercises.all,
  ).cells.map(({ key, source, points }) => [key, source, points]);

describe("a lesson for nbgrader", () => {
  test.each<[string, Cell]>([
    ["text", cell('check("momentum/rule", mine)', "momentum/rule", "markdown")],
    ["code of no exercise", cell('check("momentum/rule", mine)')],
    ["a card that is shown again", cell('card("momentum/truth")', "momentum/truth")],
    ["words without a place for them", cell("1;", "momentum/why")],
  ])("leaves %s as it is", (_, one) => {
    expect(graded(one)).toEqual([["one", one.source, undefined]]);
  });

  test("gives two points for what is checked, in part where the answer is", () => {
    const source = 'display(check("momentum/rule", mine));';
    expect(graded(cell(source, "momentum/rule"))).toEqual([
      ["one", source, undefined],
      ["one-points", '// 2 points\n(check("momentum/rule", mine).credit ?? 0) * 2;', 2],
    ]);
  });

  test("has a choice typed, with the right one in the teacher's copy", () => {
    const source = 'display(ask("momentum/truth"));';
    const right = Object.entries(
      (lessonExercises.all.get("momentum/truth") as { options: Record<string, { right?: boolean }> }).options,
    ).find(([, option]) => option.right)![0];
    expect(graded(cell(source, "momentum/truth"))).toEqual([
      ["one", source, undefined],
      [
        "one-typed",
        `// BEGIN SOLUTION const truthAnswer = "?";\nconst truthAnswer = ${JSON.stringify(right)};\n// END SOLUTION`,
        undefined,
      ],
      ["one-points", '// 2 points\n(check("momentum/truth", truthAnswer).credit ?? 0) * 2;', 2],
    ]);
  });

  test("gives the points of a prediction for making it", () => {
    const [, typed, points] = graded(cell('display(ask("momentum/crossing"));', "momentum/crossing"));
    expect(typed![1]).toMatch(
      /^\/\/ BEGIN SOLUTION const crossingAnswer = \{ (\w+: "\?"(, )?)+ \};\nconst crossingAnswer = \{("\w+":[\d.-]+,?)+\};\n/,
    );
    expect(points![1]).toBe(
      '// 2 points\n(check("momentum/crossing", crossingAnswer).isAttempt ? 1 : 0) * 2;',
    );
  });

  test("has a teacher read what is explained in words", () => {
    const source = "// BEGIN SOLUTION\nconst why = `because`;\n// END SOLUTION";
    const id = [...lessonExercises.all].find(([, { kind }]) => kind === "explain")![0];
    expect(graded(cell(source, id))).toEqual([["one", source, 2]]);
  });
});
