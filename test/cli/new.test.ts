import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "../../src/cli/boot/arguments.js";
import type { Session } from "../../src/cli/boot/main.js";
import commands from "../../src/cli/commands.json";
import { newThing } from "../../src/cli/new.ts";
import type { UserError } from "../../src/system/user-error.js";
import { SYMBOLS } from "../../src/rules/look.ts";

const place = mkdtempSync(join(tmpdir(), "fall-line-new-"));
const [projectDir, callerDir] = [join(place, "project"), join(place, "elsewhere")];
mkdirSync(join(projectDir, "lessons"), { recursive: true });
mkdirSync(callerDir);
writeFileSync(join(projectDir, ".prettierrc"), '{ "semi": false }');
afterAll(() => rmSync(place, { recursive: true }));

/** What the command says, as it is typed outside an empty project. */
async function typed(...args: string[]): Promise<string> {
  const said: string[] = [];
  const invocation = parse(["new", ...args], commands);
  if ("help" in invocation) throw new Error(invocation.help);
  const progress = { line: (text: string) => said.push(text) };
  await newThing(invocation, { projectDir, callerDir, progress } as unknown as Session);
  return said.join("\n");
}
const INDEX = `export * from "./adam.ts";\nexport * from "./zeta.ts";\n`;
const text = (path: string): string => readFileSync(resolve(projectDir, path), "utf8");

test("new rule, new figure and new lesson write the files and a test that says what to do", async () => {
  mkdirSync(join(projectDir, "src", "rules"), { recursive: true });
  writeFileSync(join(projectDir, "src", "rules", "index.ts"), INDEX);
  expect(await typed("rule", "sign-descent")).toContain("src/rules/index.ts");
  expect(text("src/rules/index.ts")).toBe(INDEX.replace("\n", '\nexport * from "./sign-descent.ts";\n'));
  for (const part of [
    "/** Sign descent: what it does",
    "export const signDescent = defineRule({",
    'id: "sign-descent"',
    'title: "Sign descent"',
  ])
    expect(text("src/rules/sign-descent.ts")).toContain(part);
  expect(text("test/rules/sign-descent.test.ts")).toContain("write the rule in src/rules/sign-descent.ts");
  await typed("figure", "tide");
  expect(text("test/figures/tide.test.ts")).toContain("draw the figure in src/figures/tide.ts");
  const said = await typed("lesson", "heavy-tails");
  expect(said).toContain("npx fall-line check heavy-tails");
  expect(said).toContain(`Write ${join(projectDir, "lessons/01-heavy-tails/about.ts")} and lesson.ts`);
  expect(said).toContain("its row in the table of lessons/README.md");
  expect(text("lessons/01-heavy-tails/about.ts")).toMatch(
    /title: "Heavy tails",\n {2}question: "\{\{[^}]+\}\}",\n {2}short: "Heavy tails"/,
  );
  expect(text("lessons/01-heavy-tails/lesson.ts").match(/^\/\/ %%/gm)).toHaveLength(4);
  expect(text("test/lessons/01-heavy-tails.test.ts")).toMatch(
    /^\/\*\* What lesson 01 says [^]*expect\.fail\(\s*"write lessons\/01-heavy-tails\/lesson\.ts/,
  );
});

test("a rule begins with a marker that no other has, or with the first where all are taken", async () => {
  const symbol = async (name: string): Promise<string | undefined> => {
    await typed("rule", name);
    return /symbol: "([\w-]+)"/.exec(text(`src/rules/${name}.ts`))?.[1];
  };
  mkdirSync(join(projectDir, "src/rules/more.ts-files"), { recursive: true });
  const begun = SYMBOLS[0];
  expect(text("src/rules/sign-descent.ts")).toContain(`symbol: "${begun!}"`);
  expect(await symbol("second")).toBe(SYMBOLS[1]);
  const all = SYMBOLS.map((one) => `symbol: "${one}"`);
  writeFileSync(join(projectDir, "src/rules/notes.md"), all.join());
  expect(await symbol("third")).toBe(SYMBOLS[2]);
  writeFileSync(join(projectDir, "src/rules/all.ts"), all.join());
  expect(await symbol("fourth")).toBe(SYMBOLS[0]);
});

test("a figure of two words is one name in code", async () => {
  mkdirSync(join(projectDir, "src/figures"), { recursive: true });
  writeFileSync(join(projectDir, "src/figures/index.ts"), "");
  expect(await typed("figure", "low-high-tide")).toContain("src/figures/index.ts");
  expect(text("src/figures/index.ts").trim()).toBe('export { lowHighTide } from "./low-high-tide.ts";');
  const program = text("src/figures/low-high-tide.ts");
  for (const part of [
    "function drawLowHighTide(trace",
    "* Low high tide: what it shows",
    "export const lowHighTide = ofKind(",
    "  drawLowHighTide,\n)",
    'name: "low-high-tide"',
    'checkOptions(options, "lowHighTide", {})',
    'tracesOf(trace, "low high tide")',
    'recipeOf("low-high-tide", [trace]',
  ])
    expect(program).toContain(part);
  expect(text("test/figures/low-high-tide.test.ts")).toContain("import { lowHighTide, descend,");
});

test("what is begun is written as the project's prettier writes", async () => {
  await typed("rule", "plain");
  expect(text("src/rules/plain.ts")).not.toMatch(/;$/m);
  expect(text("src/rules/plain.ts")).toMatch(/hyperparameters: \{\n/);
});

test("new lesson refuses the name of a lesson that is there under another number", async () => {
  await expect(typed("lesson", "heavy-tails")).rejects.toThrow(/01-heavy-tails is there already/);
  await expect(typed("lesson", "05-heavy-tails")).rejects.toThrow(/01-heavy-tails is there already/);
  await expect(typed("lesson", "01-heavy-tails")).rejects.toThrow(/about\.ts is there already, and is left/);
});

test("new lesson takes the next number, in a course of one's own too", async () => {
  await typed("lesson", "more-tails");
  expect(existsSync(join(projectDir, "lessons", "02-more-tails", "lesson.ts"))).toBe(true);
  const own = join(callerDir, "mine");
  const said = await typed("lesson", "tides", "--course", "mine");
  expect(text(join(own, "01-tides/lesson.ts"))).toContain("// %% The opening");
  expect(existsSync(join(projectDir, "test/lessons/01-tides.test.ts"))).toBe(false);
  expect(said).toContain(`npx fall-line check tides --course ${own} says`);
  expect(said).toContain(`npx fall-line new exercise tides/NAME --kind KIND --course ${own} begins`);
  expect(said).not.toContain("lessons/README.md.");
  expect(await typed("exercise", "tides/low", "--course", "mine", "--kind", "write")).toBe(
    [
      join(own, "01-tides/exercises.ts"),
      "",
      `Write tides/low in ${join(own, "01-tides/exercises.ts")}.`,
      'Ask it in the lesson, in cells with exercise="tides/low": display(check("tides/low", mine)).',
      `npx fall-line check tides --course ${own} says what is missing.`,
    ].join("\n"),
  );
  await typed("lesson", "42-storms", "--course", "mine");
  await typed("lesson", "calms", "--course", "mine");
  expect(readdirSync(own)).toEqual(["01-tides", "42-storms", "43-calms"]);
});

test("new exercise begins the file of exercises, and adds to one that is there", async () => {
  const file = "lessons/01-heavy-tails/exercises.ts";
  await typed("exercise", "heavy-tails/first", "--kind", "choose");
  expect(text(file)).toMatch(/^import \{ exercise \} from "fall-line\/library";\n\n\/\*\* The exercises/);
  expect(text(file)).toContain("first: exercise.choose({");
  await typed("exercise", "01/second-one", "--kind", "write");
  expect(text(file)).toMatch(/first: exercise\.choose[^]*secondOne: exercise\.write/);
  expect(text(file)).toContain("momentum, notWrittenYet");
  await typed("exercise", "01/third", "--kind", "tune");
  expect(text(file)).toMatch(
    /^import \{ exercise, momentum, notWrittenYet, ravine \} from "fall-line\/library";\n/,
  );
  expect(text(file).match(/^import/gm)).toHaveLength(1);
  await expect(typed("exercise", "heavy-tails/first", "--kind", "choose")).rejects.toThrow(
    /exercises\.ts has first already/,
  );
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

test("an exercise is told with what is left to write, and with how it is asked", async () => {
  await typed("lesson", "09-rain");
  const folder = join(projectDir, "lessons/09-rain");
  const said = (kind: string): Promise<string> => typed("exercise", `rain/a-${kind}`, "--kind", kind);
  await typed("exercise", "rain/Tuned", "--kind", "tune");
  expect(await said("write")).toBe(
    [
      join(folder, "exercises.ts"),
      join(projectDir, "test/lessons/09-rain.answers.ts"),
      "",
      "In code, and in its id, a-write is aWrite.",
      `Write rain/aWrite in ${join(folder, "exercises.ts")}.`,
      `Write three right answers to it and five wrong ones in ${join(projectDir, "test/lessons/09-rain.answers.ts")}.`,
      'Ask it in the lesson, in cells with exercise="rain/aWrite": display(check("rain/aWrite", mine)).',
      "npx fall-line check rain says what is missing.",
    ].join("\n"),
  );
  for (const [kind, asked] of [
    ["predict", 'ask("rain/aPredict")'],
    ["foresee", 'ask("rain/aForesee")'],
    ["choose", 'ask("rain/aChoose")'],
    ["tune", 'check("rain/aTune", mine)'],
    ["findTheBug", 'check("rain/aFindTheBug", mine)'],
    ["explain", 'check("rain/aExplain", mine)'],
  ] as const) {
    const text = await said(kind);
    expect(text).toContain(`display(${asked}).`);
    expect(text).not.toContain("answers");
  }
  const begun = text("lessons/09-rain/exercises.ts");
  expect(begun).toContain("import { exercise, momentum, notWrittenYet, ravine } from");
  expect(begun).toContain('title: "A find the bug"');
  const empty = begun.match(/\w+: (""|\[""\])/g)!;
  expect(empty.filter((part) => part.startsWith("prompt:"))).toHaveLength(8);
  expect(empty.filter((part) => part.startsWith("hints:"))).toHaveLength(8);
  expect(empty.filter((part) => !/^(prompt|hints):/.test(part))).toEqual(
    [
      ["because"],
      ["because"],
      ["text", "reason", "text", "reason"],
      ["text", "reason", "text", "reason"],
      ["because"],
      ["because"],
      ["model", "first", "second"],
    ].flatMap((names) => names.map((name) => `${name}: ""`)),
  );
});

test("nothing that is there is overwritten", async () => {
  writeFileSync(join(projectDir, "src", "rules", "mine.ts"), "mine");
  await expect(typed("rule", "mine")).rejects.toThrow(/is there already, and is left as it is/);
  expect(text("src/rules/mine.ts")).toBe("mine");
  expect(existsSync(join(projectDir, "test", "rules", "mine.test.ts"))).toBe(false);
  writeFileSync(join(projectDir, "test", "rules", "yours.test.ts"), "yours");
  await expect(typed("rule", "yours")).rejects.toThrow(/yours\.test\.ts is there already/);
  expect(existsSync(join(projectDir, "src", "rules", "yours.ts"))).toBe(false);
});

test.each([
  [
    ["planet", "x"],
    /^new needs one of rule, lesson, exercise, figure and a name, got planet x$/,
    "lesson heavy-tails",
  ],
  [["rules", "tide"], /got rules tide$/, "rule tide", /^Did you mean rule\? /],
  [["exercises"], /got exercises$/, "exercise momentum/limit --kind predict", /^Did you mean exercise\? /],
  [[], /^new needs one of [^:]*, got nothing$/, "lesson heavy-tails"],
  [["rule"], /^new rule needs a name$/, "rule sign-descent"],
  [["exercise"], /^new exercise needs a name$/, "exercise momentum/limit --kind predict"],
  [["rule", "tide", "ebb"], /^new rule takes one name, got tide ebb$/, "rule tide-ebb"],
  [["rule", "tide-"], /^A rule's name is small letters, digits and hyphens, [^]*, got tide-$/, "rule tide"],
  [["rule", "Sign Descent"], /got Sign Descent$/, "rule sign-descent"],
  [["rule", "signDescent"], /got signDescent$/, "rule sign-descent"],
  [["figure", "2-tides"], /^A figure's name [^]*begins with a letter, got 2-tides$/, "figure tides"],
  [["figure", "2"], /got 2$/, "figure loss-bars"],
  [["lesson", "Tides"], /^A lesson's name [^]*, got Tides$/, "lesson tides"],
  [["lesson", "11-Ebb_Flow"], /got Ebb_Flow$/, "lesson ebb-flow"],
  [["figure", "tide", "--kind", "choose"], /^new figure takes no --kind$/, "figure tide"],
  [["rule", "tide", "--course", "mine"], /^new rule takes no --course$/, "rule tide"],
  [["exercise", "heavy-tails"], /named LESSON\/NAME, /, "exercise heavy-tails/limit --kind predict"],
  [["exercise", "heavy-tails/"], /got heavy-tails\/$/, "exercise heavy-tails/limit --kind predict"],
  [
    ["exercise", "rain/2nd Step", "--kind", "tune"],
    /got rain\/2nd Step$/,
    "exercise rain/nd-step --kind tune",
  ],
  [["exercise", "rain/a/b"], /got rain\/a\/b$/, "exercise rain/a-b --kind predict"],
  [
    ["exercise", "rain/a"],
    /^new exercise needs a --kind: choose, explain, .*, tune or write$/,
    "exercise rain/a --kind predict",
  ],
  [
    ["exercise", "rain/a", "--kind", "constructor"],
    /^--kind must be one of choose,[^]*got constructor$/,
    "exercise rain/a --kind predict",
  ],
  [
    ["exercise", "rain/a", "--kind", "explian"],
    /got explian$/,
    "exercise rain/a --kind explain",
    /^Did you mean explain\? /,
  ],
] as const)("new %j is refused with the cure", async (args, what, cure, meant = /^Write/) => {
  const refusal = await typed(...args).then(
    () => undefined,
    (error: unknown) => error as UserError,
  );
  expect(refusal?.message).toMatch(what);
  expect(refusal?.cure).toMatch(meant);
  expect(refusal?.cure).toContain(`Write npx fall-line new ${cure}.`);
});

test("an exercise of a lesson that is not there is refused", async () => {
  await expect(typed("exercise", "heavy-tales/a", "--kind", "choose")).rejects.toThrow(
    /There is no lesson heavy-tales/,
  );
});

test("what a name is in code is said where it is not the same", async () => {
  expect(await typed("rule", "high-water")).toContain("In code high-water is highWater.");
  expect(await typed("figure", "high-water")).toContain("In code high-water is highWater.");
  expect(await typed("figure", "water")).not.toContain("In code");
});

test("a lesson beside a course.json that names its lessons is entered there, and a course without names stays", async () => {
  const folder = join(callerDir, "chosen");
  mkdirSync(folder);
  const course = join(folder, "course.json");
  writeFileSync(course, '{ "lessons": ["03-momentum"], "style": true }');
  expect(await typed("lesson", "waves", "--course", folder)).toContain(course);
  const read = (): unknown => JSON.parse(readFileSync(course, "utf8"));
  expect(read()).toEqual({ lessons: ["03-momentum", "01-waves"], style: true });
  writeFileSync(course, '{ "style": false }');
  expect(await typed("lesson", "tides", "--course", folder)).not.toContain(course);
  expect(read()).toEqual({ style: false });
});
