import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readAbout } from "../../src/course/about.ts";
import { readCourseFolder } from "../../src/course/course.ts";
import { lessonPlace } from "../../src/course/folder.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "told-"));
afterAll(() => rmSync(place, { recursive: true }));

/** A folder with these files. */
let made = 0;
function folder(files: Readonly<Record<string, string>>): string {
  made += 1;
  const at = join(place, String(made));
  mkdirSync(at);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(at, path, ".."), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  return at;
}

const WAVES = { "11-waves/lesson.ts": "" };

test.each<[course: unknown, says: RegExp, cure: RegExp]>([
  ["{", /course\.json is not JSON/, /"lessons": \["02-gradient-descent", "11-waves"\]/],
  [
    { lessons: "11-waves" },
    /lessons of .*course\.json must be a list of names, got "11-waves"$/,
    /in the order of the course/,
  ],
  [{ lessons: [11] }, /lessons\.0 of .* must be the name of a lesson, got 11$/, /in the order/],
  [{ deck: [3] }, /deck\.0 of .* must be the title of a slide, got 3$/, /in the order/],
  [{ style: "yes" }, /style of .* must be true or false, got "yes"$/, /in the order/],
  [
    { lessons: ["11-wave"] },
    /names the lesson "11-wave", which is nowhere$/,
    /^Did you mean 11-waves\? There are: 11-waves, 00-start-here/,
  ],
  [{ lesson: ["11-waves"] }, /course\.json has no field lesson$/, /in the order/],
  ["[]", /course\.json must be a record, got \[\]$/, /in the order/],
  [{ lessons: [] }, /holds no lesson$/, /Lay a lesson in NN-name\/lesson\.ts/],
])("of the course.json %j it is said what is wrong, and what to write", (course, says, cure) => {
  const text = typeof course === "string" ? course : JSON.stringify(course);
  try {
    readCourseFolder(folder({ ...WAVES, "course.json": text }), projectDir);
    expect.unreachable();
  } catch (error) {
    expect((error as Error).message).toMatch(says);
    expect((error as { cure: string }).cure).toMatch(cure);
  }
});

test("a folder that is not there is told", () => {
  expect(() => readCourseFolder(join(place, "nowhere"), projectDir)).toThrow(
    /^There is no folder .*nowhere$/,
  );
});

test("a course has the lessons that it names, in its order, and of two with one name the first", () => {
  const own = folder({
    ...WAVES,
    "12-waves/lesson.ts": "",
    "course.json": '{ "lessons": ["03-momentum", "12-waves", "11-waves"], "style": true, "deck": ["Waves"] }',
  });
  const { lessons, faults, style, deck } = readCourseFolder(own, projectDir);
  expect(lessons.map(({ name }) => name)).toEqual(["03-momentum", "12-waves"]);
  expect(faults.map(({ message }) => message).join()).toMatch(/12-waves\/lesson\.ts has the name waves too/);
  expect([style, deck]).toEqual([true, ["Waves"]]);
  const plain = readCourseFolder(folder(WAVES), projectDir);
  expect([plain.lessons.map(({ name }) => name), plain.style, plain.deck]).toEqual([["11-waves"], false, []]);
});

const about = 'export const about = { title: "Waves", short: "W", minutes: 10, learn: "to see\n    one." };';

test("what a lesson says of itself is read, without the indents of its lines", async () => {
  const at = folder({
    ...WAVES,
    "11-waves/about.ts": about.replaceAll('"to see\n    one."', "`to see\n  \t one.`"),
  });
  expect(await readAbout(lessonPlace(at, "11-waves")!)).toEqual({
    title: "Waves",
    short: "W",
    minutes: 10,
    learn: "to see\none.",
  });
});

const flat = about.replace("\n    ", " ");

test.each([
  ["a fault in its text", flat.replace("};", "}}}"), /^11-waves\/about\.ts:1/, /Unexpected "}"/],
  ["an error when it is run", "throw new Error('out of luck');", /^11-waves\/about\.ts/, /out of luck/],
  ["no title", flat.replace('"Waves"', '""'), /about\.ts/, /title must be a text, got ""/],
  ["minutes of 0", flat.replace("10", "0"), /about\.ts/, /minutes must be a number above 0, got 0/],
  [
    "no number of minutes",
    flat.replace("10", "NaN"),
    /about\.ts/,
    /minutes must be a number above 0, got NaN/,
  ],
  [
    "minutes in words",
    flat.replace("10", '"ten"'),
    /about\.ts/,
    /minutes must be a number above 0, got "ten"/,
  ],
  [
    "needs that are no text",
    flat.replace("minutes", "need: 3, minutes"),
    /about\.ts/,
    /need must be a text or left out, got 3/,
  ],
])("%s in about.ts is told with its place", async (_, text, where, says) => {
  const at = folder({ ...WAVES, "11-waves/about.ts": text });
  const error = await readAbout(lessonPlace(at, "11-waves")!).catch(
    (fault: unknown) => fault as Error & { place: string },
  );
  expect([(error as { place: string }).place, (error as Error).message]).toEqual([
    expect.stringMatching(where),
    expect.stringMatching(says),
  ]);
});

test.each(["title", "short", "learn", "remark", "slides", "need", "rule"])(
  "%s in about.ts is text",
  async (key) => {
    const one = { title: "Waves", short: "W", minutes: 10, learn: "it.", [key]: 3 };
    const at = folder({ ...WAVES, "11-waves/about.ts": `export const about = ${JSON.stringify(one)};` });
    await expect(readAbout(lessonPlace(at, "11-waves")!)).rejects.toThrow(
      new RegExp(`^11-waves/about.ts: ${key} must be a text.*, got 3$`),
    );
  },
);

test("an about.ts that is missing, or says nothing, is told", async () => {
  await expect(readAbout(lessonPlace(folder(WAVES), "11-waves")!)).rejects.toThrow(
    "11-waves/about.ts: it is missing",
  );
  const at = folder({ ...WAVES, "11-waves/about.ts": "export const more = 1;" });
  await expect(readAbout(lessonPlace(at, "11-waves")!)).rejects.toThrow("it exports nothing called about");
});

test("a course.json may say nothing, and names a lesson once however often it stands there", () => {
  const names = (text: string): string[] => {
    const { lessons, faults } = readCourseFolder(folder({ ...WAVES, "course.json": text }), projectDir);
    expect(faults).toEqual([]);
    return lessons.map(({ name }) => name);
  };
  expect(names("null")).toEqual(["11-waves"]);
  expect(names('{ "lessons": ["11-waves", "03-momentum", "11-waves"] }')).toEqual([
    "11-waves",
    "03-momentum",
  ]);
});

test("a lesson that a course names is its own before it is the project's", () => {
  const own = folder({
    "03-momentum/lesson.ts": "",
    "course.json": '{ "lessons": ["03-momentum", "04-nesterov"] }',
  });
  const { lessons } = readCourseFolder(own, projectDir);
  expect(lessons.map(({ folder: at }) => at)).toEqual([
    join(own, "03-momentum"),
    join(projectDir, "lessons", "04-nesterov"),
  ]);
  const far = folder({ ...WAVES, "course.json": '{ "lessons": ["11-waves", 3] }' });
  expect(() => readCourseFolder(far, projectDir)).toThrow("lessons.1 of");
});
