import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { placeOf } from "../../src/course/folder.ts";
import { ownFaults } from "../../src/course/own-lesson.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "own-lesson-"));
afterAll(() => rmSync(copy, { recursive: true }));

const faultsOf = (project: string): ReturnType<typeof ownFaults> =>
  ownFaults(placeOf(join(project, "lessons"), "03-momentum")!, lessonExercises.all, project);

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
    { place: "lessons/README.md", what: "the table has no row for 03-momentum" },
    {
      place: "test/lessons/03-momentum.answers.ts",
      what: "rule has 1 of 3 right answers and 0 of 5 wrong ones",
    },
    { place: "lessons/03-momentum/about.ts", cure: "Run npx prettier --write lessons/03-momentum/about.ts" },
  ]);
});
