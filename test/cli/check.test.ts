import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { check } from "../../src/cli/check.ts";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";
import { typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());

const about = (title: string): string =>
  `export const about = {\n  title: "${title}",\n  short: "${title}",\n  minutes: 10,\n  learn: "it.",\n};\n`;
const lesson = (name: string, title: string, cells: string): void => {
  project.write(`lessons/${name}/about.ts`, about(title));
  project.write(`lessons/${name}/lesson.ts`, `${LESSON_HEADER}\n${cells}`);
};
const ROW = (name: string): string => `- [${name}](${name}/lesson.ts)`;

beforeAll(() => {
  mkdirSync(join(project.projectDir, "test/lessons"), { recursive: true });
  project.write("dist/course.ts", "export const display = (one: number): number => one;\n");
  const compilerOptions = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    noLib: true,
    types: [],
    strict: true,
  };
  project.write("lessons/tsconfig.json", JSON.stringify({ compilerOptions }));
  project.write(
    "lessons/course.json",
    '{ "lessons": ["11-waves", "12-tides"], "deck": ["Swell", "Ebb", "Foam"] }',
  );
  project.write("lessons/README.md", `# The lessons\n\n${ROW("11-waves")}\n${ROW("12-tides")}\n`);
  project.write("lessons/11-waves/exercises.ts", "export const exercises = {\n  crest: 1,\n};\n");
  for (const name of ["11-waves", "12-tides"])
    project.write(`test/lessons/${name}.test.ts`, `test("the numbers of ${name}");\n`);
  lesson("13-storms", "Storms", "");
  lesson("12-tides", "Tides", '// %% tags=["slide-2"]\nconst ebb = 1;\n');
  lesson(
    "11-waves",
    "Waves",
    `// %% [markdown] tags=["slide-1"]
// On [storms](13-storms.ipynb) and [gales](14-gales.ipynb).

// %% exercise="waves/crest"
import { display } from "fall-line";
display(1);
// ask("waves/crest");

// %% tags=["sumary"]
display("2");
`,
  );
});

/** Where the command is typed is beside the project. */
const AT = "../project/lessons/";

const run = (...line: string[]) => typedIn(project, check, "check", ...line);

describe("fall-line check", () => {
  test("says of each lesson what is wrong, where, and the cure, then of the course", async () => {
    const { code, said } = await run();
    expect(code).toBe(1);
    const [waves, ...rest] = said;
    const storms = rest.indexOf("12-tides: all is well");
    expect(waves).toBe("11-waves:");
    expect(rest.slice(0, storms).map((one) => one.replace(/\n {4,}/g, " "))).toEqual([
      expect.stringMatching(
        /^ {2}\.\.\/project\/lessons\/11-waves\/lesson\.ts:23 {2}a number is wanted here, and this is a text Help: /,
      ),
      expect.stringMatching(
        /^ {2}\.\.\/project\/lessons\/11-waves\/lesson\.ts:22 {2}the tag "sumary" means nothing/,
      ),
      expect.stringMatching(
        /^ {2}\.\.\/project\/lessons\/11-waves\/lesson\.ts:14 {2}it links to 14-gales, .* There are: 11-waves, 12-tides, 13-storms\.$/,
      ),
      "  It is run once its types agree.",
    ]);
    expect(rest.slice(storms + 1).map((one) => one.replace(/\n {4,}/g, " "))).toEqual([
      `  ${AT}course.json  no cell of the course serves slide 3 of the deck, "Foam" Tag the cell that is about it: tags=["slide-3"].`,
    ]);
  });

  test("says it of those that are named, each once, and then nothing of the course", async () => {
    expect(await run("tides", "12")).toMatchObject({ code: 0, said: ["12-tides: all is well"] });
    expect((await run("waves", "tides")).code).toBe(1);
  });

  test("ends with 1 for a slide that nobody serves, and for a lesson whose name is taken", async () => {
    const file = "lessons/course.json";
    const before = readFileSync(join(project.projectDir, file), "utf8");
    project.write(file, '{ "lessons": ["12-tides"], "deck": ["Swell", "Ebb"] }');
    expect(await run()).toMatchObject({
      code: 1,
      said: ["12-tides: all is well", expect.stringContaining('"Swell"')],
    });
    project.write(file, '{ "lessons": ["12-tides"], "deck": ["Swell", "Ebb"], "style": true }');
    expect((await run("tides")).said.join("\n")).toContain(
      "12-tides/about.ts  it does not say what one needs",
    );
    project.write("lessons/14-tides/lesson.ts", "");
    project.write(file, '{ "lessons": ["12-tides", "14-tides"] }');
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await run()).toMatchObject({ code: 1, said: ["12-tides: all is well"] });
    vi.restoreAllMocks();
    project.write(file, before);
  });

  test("asks of the project's own lessons that they have their row, and are written as prettier writes", async () => {
    project.write("lessons/12-tides/about.ts", about("Tides").replace("minutes: 10", "minutes:   10"));
    project.write("lessons/README.md", `# The lessons\n\n${ROW("11-waves")}\n`);
    const { code, said } = await run("tides");
    expect([code, said[0]]).toEqual([1, "12-tides:"]);
    expect(said.join("\n")).toContain("project/lessons/README.md  the table has no row for 12-tides");
    expect(said.join("\n")).toContain("project/lessons/12-tides/about.ts  prettier would write it otherwise");
  });

  test("says what is wrong with one that cannot be read, and goes on", async () => {
    rmSync(join(project.projectDir, "lessons/12-tides/about.ts"));
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said.join("\n")).toContain("12-tides/about.ts  it is missing");
    expect(said.join("\n")).toContain('"Ebb"');
  });

  test("lists the rules, of every lesson, of this style and of a course", async () => {
    const { code, said } = await run("--rules");
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^every lesson: Tags are .*\n(.*\n)+this style: /);
    expect(said[1]).toBe(
      "every course: Each slide of the deck that course.json lists is served by a cell tagged slide-N.",
    );
  });
});
