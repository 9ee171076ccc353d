import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { lessonPlace } from "../../src/course/folder.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { ownFaults } from "../../src/course/own-lesson.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "own-lesson-"));
afterAll(() => rmSync(copy, { recursive: true }));

const faultsOf = (project: string): ReturnType<typeof ownFaults> =>
  ownFaults(lessonPlace(join(project, "lessons"), "03-momentum")!, lessonExercises.all, project);

test("a lesson of the project has its row, its answers, and is written as prettier writes", async () => {
  expect(await faultsOf(projectDir)).toEqual([]);
  for (const file of ["lessons/03-momentum", "lessons/README.md", ".prettierrc.json"])
    cpSync(join(projectDir, file), join(copy, file), { recursive: true });
  const answers = join(copy, "test", "lessons", "03-momentum.answers.ts");
  mkdirSync(join(answers, ".."), { recursive: true });
  writeFileSync(join(copy, "lessons", "README.md"), "# The lessons\n");
  writeFileSync(answers, "export const answers = { rule: { right: [() => 1], wrong: [] } };\n");
  writeFileSync(join(copy, "lessons", "03-momentum", "about.ts"), "export   const about = 1;\n");
  expect(await faultsOf(copy)).toMatchObject([
    {
      place: "lessons/README.md",
      what: "the table has no row for 03-momentum",
      paste: "| [03 Title](03-momentum/lesson.ts) | - | its ideas | its sources |",
    },
    { place: "test/lessons/03-momentum.test.ts", what: "there is no such test" },
    {
      place: "test/lessons/03-momentum.answers.ts",
      what: "rule has 1 of 3 right answers and 0 of 5 wrong ones",
    },
    { place: "lessons/03-momentum/about.ts", cure: "Run npx prettier --write lessons/03-momentum/about.ts" },
  ]);
});

describe("of a lesson of the project", () => {
  const project = mkdtempSync(join(tmpdir(), "own-lesson-"));
  afterAll(() => rmSync(project, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  write(".prettierrc", '{ "semi": false, "printWidth": 150 }');
  write("lessons/README.md", "- [11 Waves](11-waves/lesson.ts)\n");
  write("lessons/11-waves/lesson.ts", "const a = 1\n");
  const TEST = "test/lessons/11-waves.test.ts";
  write(TEST, "const a = 1\n");
  const asked = (all: Readonly<Record<string, string>>) => {
    const exercises = Object.entries(all).map(([id, kind]) => [id, { kind } as Exercise] as const);
    return ownFaults(lessonPlace(join(project, "lessons"), "11-waves")!, new Map(exercises), project);
  };
  const ANSWERS = "test/lessons/11-waves.answers.ts";
  const answers = (right: number, wrong: number): string =>
    `export const answers = { rule: { right: Array(${right}).fill(1), wrong: Array(${wrong}).fill(2) } }\n`;

  test.each([
    [3, 5, undefined],
    [4, 6, undefined],
    [2, 5, "rule has 2 of 3 right answers and 5 of 5 wrong ones"],
    [3, 4, "rule has 3 of 3 right answers and 4 of 5 wrong ones"],
  ])("each function has three right answers and five wrong ones: %d and %d", async (right, wrong, what) => {
    write(ANSWERS, answers(right, wrong));
    for (const kind of ["write", "formula"])
      expect(await asked({ "waves/rule": kind })).toEqual(
        what === undefined
          ? []
          : [{ place: ANSWERS, what, cure: expect.stringContaining("CONTRIBUTING.md") as string }],
      );
  });

  test("and answers are asked of its own functions alone, which may have none, or a file that says nothing", async () => {
    write(ANSWERS, answers(3, 5));
    expect(await asked({ "waves/crest": "choose", "tides/ebb": "write", "waves/rule": "write" })).toEqual([]);
    const none = [{ place: ANSWERS, what: "ebb has 0 of 3 right answers and 0 of 5 wrong ones" }];
    expect(await asked({ "waves/ebb": "formula" })).toMatchObject(none);
    write(ANSWERS, "export {}\n");
    expect(await asked({ "waves/ebb": "write" })).toMatchObject(none);
    rmSync(join(project, ANSWERS));
    expect(await asked({ "waves/ebb": "write" })).toMatchObject(none);
    expect(await asked({})).toEqual([]);
  });

  test("answers that cannot be read are told with their line", async () => {
    write(ANSWERS, "export const answers = {,};\n");
    expect(await asked({})).toEqual([
      {
        place: ANSWERS,
        what: expect.stringMatching(/11-waves\.answers\.ts:1:/) as string,
        cure: "Mend the line.",
      },
    ]);
    rmSync(join(project, ANSWERS));
  });

  test("its test is written, and no longer fails by itself", async () => {
    write(TEST, 'expect.fail("write it")\n');
    expect(await asked({})).toMatchObject([{ place: TEST, what: "it fails until it is written" }]);
    rmSync(join(project, TEST));
    expect(await asked({})).toMatchObject([{ place: TEST, what: "there is no such test" }]);
    write(TEST, "const a = 1\n");
  });

  test("all files, and those of its tests, are written as prettier writes; but for those that it is to leave", async () => {
    write("lessons/11-waves/lesson.ts", "const a = 1;\n");
    const faults = async () =>
      (await asked({})).map(({ place, what, cure }) => [place, what, cure].join(": "));
    const told = (path: string): string =>
      `${path}: prettier would write it otherwise: Run npx prettier --write ${path}`;
    expect(await faults()).toEqual([told("lessons/11-waves/lesson.ts")]);
    write(TEST, "const b = 1;\n");
    write("test/lessons/12-tides.test.ts", "const b = 1;\n");
    write("lessons/README.md", "*  [11 Waves](11-waves/lesson.ts)\n");
    expect(await faults()).toEqual(["lessons/README.md", "lessons/11-waves/lesson.ts", TEST].map(told));
    write(".prettierignore", "README.md\n*.test.ts\n");
    write("lessons/11-waves/lesson.ts", "const a = {,\n");
    expect(await faults()).toEqual([]);
  });
});
