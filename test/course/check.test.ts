import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { exercise } from "fall-line";
import { checkLesson } from "../../src/course/check.ts";
import { lessonPlace } from "../../src/course/folder.ts";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ABOUT = 'export const about = { title: "Waves", short: "Waves", minutes: 10, learn: "it." };';
const place = lessonPlace(folder, "11-waves")!;
const write = (file: string, text: string): void => writeFileSync(join(place.folder, file), text);
mkdirSync(place.folder);
write("about.ts", ABOUT);

const sound = exercise.choose({
  title: "The crest",
  prompt: "Where is it flat?",
  hints: ["Not on the side."],
  options: {
    top: { text: "On top.", reason: "So it is.", right: true },
    side: { text: "Aside.", reason: "No." },
  },
});

/** Where and what is wrong with a lesson of these cells. */
async function told(
  cells: string,
  all: Readonly<Record<string, unknown>> = {},
  { style = false, types = [] as { place: string; what: string; cure: string }[] } = {},
): Promise<string[]> {
  write("lesson.ts", `${LESSON_HEADER}\n${cells}`);
  const library = { lessonExercises: { all: new Map(Object.entries(all)), formerNames: {} } } as never;
  const faults = await checkLesson(place, { library, lessons: [], style, deck: [] }, types);
  return faults.map((fault) => `${fault.place.replace("11-waves/", "")} ${fault.what}`);
}

const shows = (words: unknown): string =>
  `// %%\nglobalThis[Symbol.for("fall-line.display")].show({ "text/plain": ${JSON.stringify(words)} });\n`;

test.each(["", " ", "x is undefined", "[object Object]", "NaN of them", 3])(
  "what a lesson shows has words for those who see no figures: %j has none",
  async (words) => {
    const text = JSON.stringify(typeof words === "string" ? words : "");
    expect(await told(shows(words))).toEqual([
      `lesson.ts:15 run with its answers: it shows something whose words are ${text}`,
    ]);
  },
);

test("words are told in eighty letters, and good words are nothing to tell", async () => {
  expect(await told(shows(`NaN${"x".repeat(90)}`))).toEqual([expect.stringMatching(/"NaNx{77}"$/)]);
  expect(await told(shows("A wave."))).toEqual([]);
});

const ANSWER = '// %% exercise="why"\n// BEGIN SOLUTION\nconst depth = 1;\n// END SOLUTION\n';

test("a lesson is run with its answers, and as students get it", async () => {
  expect(await told(`${ANSWER}// %%\ndepth.toFixed();\n`)).toEqual([
    expect.stringMatching(/^lesson\.ts:14 run as students get it, without its answers: not written yet$/),
  ]);
  expect(await told("// %%\nnull.a;\n")).toEqual([
    expect.stringMatching(/^lesson\.ts:15 run with its answers: Cannot read properties of null/),
  ]);
  expect(await told('// %% tags=["opening"]\nnull.a;\n')).toEqual([
    expect.stringMatching(/^lesson\.ts:15 made into a notebook: Cannot read properties of null/),
  ]);
});

test("one whose types do not agree is not run; what else is wrong with it is told", async () => {
  const types = [{ place: "11-waves/lesson.ts:15", what: "no such name", cure: "" }];
  expect(await told('// %% tags=["sumary"]\nnull.a;\n', {}, { types })).toEqual([
    "lesson.ts:15 no such name",
    expect.stringContaining('the tag "sumary" means nothing'),
  ]);
});

test("exercises are proven, each told where it is declared, be the lesson as it is", async () => {
  write("exercises.ts", 'export const exercises = {\n  trough: 1, crest: 2,\n  "crest": 3,\n};\n');
  const ask = '// %%\nconst crest = "ask(\\"waves/crest\\")";\n// ask("waves/crest")\n';
  const unproven = { ...sound, hints: [""] };
  const [fault, ...more] = await told(ask, { "waves/crest": unproven, "waves-two/other": unproven });
  expect([fault, more]).toEqual([expect.stringMatching(/^exercises\.ts:3 .*hint/), []]);
  expect(await told(ask, { "waves/crest": sound })).toEqual([]);
  write("exercises.ts", "export const exercises = all;\n");
  expect(await told(ask, { "waves/crest": unproven })).toEqual([
    expect.stringMatching(/^exercises\.ts [^:]/),
  ]);
  const types = [{ place: "11-waves/lesson.ts:15", what: "no such name", cure: "" }];
  expect(await told("text", { "waves/crest": unproven }, { types })).toEqual([
    "lesson.ts:15 no such name",
    expect.stringMatching(/^lesson\.ts:14 text before the first cell/),
    expect.stringMatching(/^exercises\.ts .*hint/),
  ]);
});

test("every placeholder that can't be filled is told with its line, and the notebook is then not tried", async () => {
  write("about.ts", ABOUT.replace("it.", "{{write: what?}}").replace("about =", "about =\n "));
  const prose = `// %% [markdown]\n// Once {{tex nothing.at}} and\n// {{cite goh2071}} {{cite goh2017}}\n`;
  expect(await told(`${prose}// %% tags=["opening"]\nnull.a;\n`)).toEqual([
    expect.stringMatching(/^about\.ts:2 \{\{write: what\?\}\} still stands there/),
    'lesson.ts:15 {{tex nothing.at}}: no rule, equation or surface is called "nothing.at"',
    'lesson.ts:16 {{cite goh2071}}: the bibliography has no "goh2071"; did you mean goh2017?',
    expect.stringMatching(/^lesson\.ts:18 run with its answers/),
  ]);
  write("about.ts", ABOUT);
});

test("an exercise that is not there is told once, with the cell that names it", async () => {
  const cell =
    '// %% exercise="waves/won"\nthrow new Error("There is no exercise \\"waves/won\\"; did you mean it?");\n';
  expect(await told(cell)).toEqual(['lesson.ts:14 there is no exercise "waves/won"']);
});

test("the style of this course is asked for where a course wants to be in it", async () => {
  expect(await told(shows("A wave."), {}, { style: true })).toContain(
    "about.ts it does not say what one needs",
  );
});
