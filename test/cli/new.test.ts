import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "../../src/cli/boot/arguments.js";
import type { Session } from "../../src/cli/boot/main.js";
import commands from "../../src/cli/commands.json";
import { newThing } from "../../src/cli/new.ts";

const projectDir = mkdtempSync(join(tmpdir(), "fall-line-new-"));
mkdirSync(join(projectDir, "lessons"));
afterAll(() => rmSync(projectDir, { recursive: true }));

/** What the command says, as it is typed in an empty project. */
async function typed(...args: string[]): Promise<string> {
  const said: string[] = [];
  const invocation = parse(["new", ...args], commands);
  if ("help" in invocation) throw new Error(invocation.help);
  const progress = { line: (text: string) => said.push(text) };
  await newThing(invocation, { projectDir, callerDir: projectDir, progress } as unknown as Session);
  return said.join("\n");
}
const INDEX = `export * from "./adam.ts";\nexport * from "./zeta.ts";\n`;
const text = (path: string): string => readFileSync(join(projectDir, path), "utf8");

test("new rule, new figure and new lesson write the files and a test that says what to do", async () => {
  mkdirSync(join(projectDir, "src", "rules"), { recursive: true });
  writeFileSync(join(projectDir, "src", "rules", "index.ts"), INDEX);
  expect(await typed("rule", "sign-descent")).toContain("src/rules/index.ts");
  expect(text("src/rules/index.ts")).toBe(INDEX.replace("\n", '\nexport * from "./sign-descent.ts";\n'));
  expect(text("src/rules/sign-descent.ts")).toContain("export const signDescent = defineRule({");
  expect(text("test/rules/sign-descent.test.ts")).toContain("write the rule in src/rules/sign-descent.ts");
  await typed("figure", "tide");
  expect(text("test/figures/tide.test.ts")).toContain("draw the figure in src/figures/tide.ts");
  const said = await typed("lesson", "heavy-tails");
  expect(said).toContain("npx fall-line check heavy-tails");
  expect(said).toContain("its row in the table of lessons/README.md");
  expect(text("lessons/01-heavy-tails/about.ts")).toContain('title: "Heavy tails"');
  expect(text("lessons/01-heavy-tails/lesson.ts").match(/^\/\/ %%/gm)).toHaveLength(4);
  expect(text("test/lessons/01-heavy-tails.test.ts")).toContain("expect.fail(");
});

test("new lesson refuses the name of a lesson that is there under another number", async () => {
  await expect(typed("lesson", "heavy-tails")).rejects.toThrow(/01-heavy-tails is there already/);
  await expect(typed("lesson", "05-heavy-tails")).rejects.toThrow(/01-heavy-tails is there already/);
});

test("new lesson takes the next number, in a course of one's own too", async () => {
  await typed("lesson", "more-tails");
  expect(existsSync(join(projectDir, "lessons", "02-more-tails", "lesson.ts"))).toBe(true);
  await typed("lesson", "tides", "--course", "mine");
  expect(existsSync(join(projectDir, "mine", "01-tides", "lesson.ts"))).toBe(true);
});

test("new exercise begins the file of exercises, and adds to one that is there", async () => {
  const file = "lessons/01-heavy-tails/exercises.ts";
  await typed("exercise", "heavy-tails/first");
  expect(text(file)).toContain("first: exercise.choose({");
  await typed("exercise", "01/second-one", "--kind", "write");
  expect(text(file)).toMatch(/first: exercise\.choose[^]*secondOne: exercise\.write/);
  expect(text(file)).toContain("momentum, notWrittenYet");
  await typed("exercise", "01/third", "--kind", "tune");
  expect(text(file)).toMatch(
    /^import \{ exercise, momentum, notWrittenYet, ravine \} from "fall-line\/library";\n/,
  );
  expect(text(file).match(/^import/gm)).toHaveLength(1);
  await expect(typed("exercise", "heavy-tails/first")).rejects.toThrow(/exercises\.ts has first already/);
});

test("new exercise begins the answers to what is written, and adds to those that are there", async () => {
  const file = "test/lessons/01-heavy-tails.answers.ts";
  expect(text(file)).toMatch(
    /answers: Record<string, Answers> = \{\n {2}secondOne: \{ right: \[\], wrong: \[\] \},\n\};/,
  );
  writeFileSync(join(projectDir, file), "export const answers = { one, two: three };\n");
  expect(await typed("exercise", "01/fourth", "--kind", "formula")).toContain(file);
  expect(text(file)).toBe(
    "export const answers = {\n  one,\n  two: three,\n  fourth: { right: [], wrong: [] },\n};\n",
  );
  writeFileSync(join(projectDir, file), "export const answers = {\n  one // it\n};\n");
  await typed("exercise", "01/fifth", "--kind", "write");
  expect(text(file)).toBe("export const answers = {\n  one, // it\n  fifth: { right: [], wrong: [] },\n};\n");
});

test("nothing that is there is overwritten", async () => {
  writeFileSync(join(projectDir, "src", "rules", "mine.ts"), "mine");
  await expect(typed("rule", "mine")).rejects.toThrow(/is there already, and is left as it is/);
  expect(text("src/rules/mine.ts")).toBe("mine");
  expect(existsSync(join(projectDir, "test", "rules", "mine.test.ts"))).toBe(false);
});

test.each([
  [["planet", "x"], /new needs one of rule, lesson, exercise, figure and a name, got planet x/],
  [["rule", "Sign Descent"], /small letters, digits and hyphens/],
  [["exercise", "heavy-tails"], /named LESSON\/NAME/],
  [["exercise", "heavy-tails/a", "--kind", "riddle"], /--kind must be one of predict/],
  [["exercise", "heavy-tales/a"], /There is no lesson heavy-tales/],
])("new %j is refused with the cure", async (args, message) => {
  await expect(typed(...args)).rejects.toThrow(message);
});
