import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstUnlessLong } from "../long.ts";
import { projectDir, ran } from "./harness/pages.ts";
import { sharedPage } from "./harness/shared.ts";
import { type Engine, ENGINES, type Opened } from "./page-kernel/engines.ts";
import { STOPPED, STUCK, STUCK_EVERYWHERE } from "./page-kernel/hostile.ts";
import type { Ran } from "./page-kernel/on-page.ts";
import { otherThanInNode } from "./page-kernel/same.ts";
import { shownBy } from "./page-kernel/shown.ts";
import { serveSite } from "./page-kernel/site.ts";

let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

function traceback({ outputs }: Ran): string[] {
  const lines = outputs.at(-1)!["traceback"] as string[];
  return stripVTControlCharacters(lines.join("\n")).split("\n");
}

test("the example in CONTRIBUTING.md runs", async () => {
  const text = readFileSync(join(projectDir, "CONTRIBUTING.md"), "utf8");
  const [, example] = /## Give a page the kernel[^]*?```ts\n([^]*?)```/.exec(text)!;
  const own = await serveSite(example);
  const { page, errors } = await sharedPage();
  await page.goto(own.address);
  await page.waitForFunction(() => document.title === "42");
  expect(errors).toEqual([]);
  own.close();
});

describe.each(firstUnlessLong(Object.entries(ENGINES)))("the kernel of a page, in %s", (name, start) => {
  let engine: Engine;
  let page: Opened;

  beforeAll(async () => {
    engine = await start();
    page = await engine.open(site.address);
  });

  afterAll(() => engine.close());

  test("tells a type error with its line, its reason and its cure", async () => {
    const ran = await page.ask("run", "const one = 1;\nconst two: number = 'two';");
    expect(traceback(ran).slice(1)).toEqual([
      "  1 | const one = 1;",
      "  2 | const two: number = 'two';",
      "    |                     ^^^^^",
      "  a number is wanted here, and this is a text",
      "  Help: Number(x) makes one of it",
    ]);
  });

  test("judges an answer that does not compile as it is, and not the one before", async () => {
    await page.ask("run", 'import { check, type StepOf } from "fall-line";');
    const answer = "const stepped: StepOf<never, 'lambda'> = ({ w, g }, { lambda }) =>";
    await page.ask("run", `${answer} ({ w: w.map((x, i) => x - lambda * g[i]) })`);
    const ran = await page.ask("run", `${answer} w.map((x, i) => x - lambda * g[i])`);
    expect(traceback(ran).at(-2)).toBe("  your function returns a bare list, and an object is asked for");
    const { outputs } = await page.ask("run", 'check("gradient-descent/rule", stepped).text');
    expect(JSON.stringify(outputs)).toContain("The compiler refuses it");
  });

  test("tells a run-time error with the line, the place in it and the calls that led there", async () => {
    await page.ask("run", "function inner(o: any) {\n  return o.a.b;\n}");
    const told = traceback(await page.ask("run", "function outer() {\n  return inner({});\n}\nouter();"));
    expect(told[0]).toMatch(/^TypeError: .*\bb\b/);
    expect(told.slice(2, 6)).toEqual([
      "  1 | function inner(o: any) {",
      "  2 |   return o.a.b;",
      "    |              ^",
      "  Help: what stands before `.b` is undefined: it has no value here",
    ]);
    expect(told.slice(6)).toEqual([
      expect.stringMatching(/^ {4}at inner \(cell \d+, line 2\)$/),
      expect.stringMatching(/^ {4}at outer \(cell \d+, line 2\)$/),
      expect.stringMatching(/^ {4}at cell \d+, line 4$/),
    ]);
  });

  test("tells of a function that calls itself without an end", async () => {
    const told = traceback(
      await page.ask("run", "function deeper(): number { return 1 + deeper(); }\ndeeper();"),
    );
    expect(told).toContain("  Help: a function calls itself without an end; when should it stop?");
  });

  test.each([
    ["document", "there is no `document` here: cells run in a worker beside the page, and see nothing of it"],
    ["process", "there is no `process` here: cells run in a page, not in Node"],
    ["import x from 'lodash'", 'in a page there is "fall-line", and no other'],
    ["import x from './mine'", "there are no files in a page: declare what you need in a cell"],
  ])("says what is true of a page: %s", async (code, words) => {
    expect(traceback(await page.ask("run", code)).join("\n")).toContain(words);
  });

  test("prints as Node does, and says of a promise what it cannot see", async () => {
    const code =
      "console.log('%s is', [1, { a: new Map([['b', 1n]]) }], 0.1 + 0.2, -0); console.table([{ a: 1 }])";
    expect(shownBy(await page.ask("run", code))).toBe(
      `${format("%s is", [1, { a: new Map([["b", 1n]]) }], 0.1 + 0.2, -0)}\n` +
        "┌─────────┬───┐\n│ (index) │ a │\n├─────────┼───┤\n│ 0       │ 1 │\n└─────────┴───┘\n",
    );
    expect(shownBy(await page.ask("run", "Promise.resolve(1)"))).toContain("write `await` before it");
  });

  test("completes and explains names", async () => {
    await page.ask("run", "import * as library from 'fall-line'");
    const { matches, start, end } = await page.ask("complete", "library.desc", 12);
    expect({ first: matches[0], start, end }).toEqual({ first: "descend", start: 8, end: 12 });
    expect(await page.ask("inspect", "library.descend", 10)).toContain("descend");
  });

  test("keeps what a card records, and says so when it is kept", async () => {
    const event = { id: "momentum/zero", event: "attempt", outcome: "right", right: true, picked: "plain" };
    const status = await page.ask("comm", { type: "record", event });
    expect(status).toMatchObject({ type: "status", status: { attempts: 1, state: "done" } });
    const kept = (await page.ask("progress")).map((line) => JSON.parse(line) as object);
    expect(kept).toContainEqual(
      expect.objectContaining({ lesson: "momentum", exercise: "zero", right: true }),
    );
    await page.ask("restart");
    const again = await page.ask("comm", { type: "status", id: "momentum/zero" });
    expect(again).toMatchObject({ status: { attempts: 1, state: "done" } });
  });

  test("tells that an answer given to check does not come to an end, with its line", async () => {
    const code = `import { check } from "fall-line";
const mine = ({ w }: any) => {
  try { while (true) {} } catch { return { w } }
};
JSON.stringify(check("momentum/rule", mine as any))`;
    expect(shownBy(await page.ask("run", code))).toMatch(/took too long/);
  });

  test("withholds from an answer what is not available in grading, and has all of it for the next cell", async () => {
    const checked = async (use: string): Promise<unknown> => {
      const answer = `({ w, m, g }: any, { lambda, alpha }: any): any => {
        ${use};
        const v = m.map((x: number, i: number) => alpha * x - lambda * g[i]);
        return { w: w.map((x: number, i: number) => x + v[i]), m: v };
      }`;
      const code = `import { check, display } from "fall-line";\nvoid display;\ncheck("momentum/rule", ${answer}).text`;
      return shownBy(await page.ask("run", code));
    };
    expect(await checked("w[0].toLocaleString()")).toContain(
      "Number.toLocaleString is not available in grading",
    );
    expect(await checked("void (globalThis as any).fetch('library.js')")).toContain(
      "fetch is not available in grading",
    );
    expect(await checked("setTimeout(() => 1)")).toContain("setTimeout has no place here");
    expect(await checked("display(w); console.count('a'); console.log(Date.now())")).toMatch(/Right/);
    const after =
      "await new Promise((done) => setTimeout(done, 1)); [(await (globalThis as any).fetch('library.js')).ok, (1e3).toLocaleString('en')]";
    expect(shownBy(await page.ask("run", after))).toBe("[ true, '1,000' ]");
  });

  describe("when a cell does not end", () => {
    beforeAll(async () => {
      await page.ask("run", "import * as library from 'fall-line'; let kept = 41");
    });

    test.each(Object.entries(STOPPED))("stops %s and keeps the variables", async (_, code) => {
      const ran = await page.ask("stop", `console.log("begun");\n${code}`);
      expect([ran.status, shownBy(ran)]).toEqual(["error", "the cell was stopped"]);
      expect(shownBy(await page.ask("run", "clearTimeout(setTimeout(() => 1)); kept + 1"))).toBe("42");
    });

    test("runs what stands in finally", async () => {
      const ran = await page.ask(
        "stop",
        "try { console.log('begun'); for (;;); } finally { console.log('closed') }",
      );
      expect(ran.outputs[0]).toMatchObject({ text: "begun\nclosed\n" });
    });

    test("ends the session where nothing else helps, says why, and goes on with another", async () => {
      const before = (await page.ask("reasons")).length;
      const ran = await page.ask(
        "stop",
        `console.log("begun");\n${name === "WebKit" ? STUCK_EVERYWHERE : STUCK}`,
      );
      expect(shownBy(ran)).toMatch(/could not be stopped.*all variables are gone: run the cells again/);
      expect((await page.ask("reasons")).length).toBe(before + 1);
      expect(shownBy(await page.ask("run", "1 + 1"))).toBe("2");
    });
  });

  test("shows of each cell of a lesson what Node has shown", async () => {
    const ids = [
      ...["the-opening", "what-the-red-ball-feels", "your-guess-how-far"],
      ...["a-ball-on-the-parabola", "two-steps-worked"],
    ];
    const inNode = await ran("03-momentum", ids);
    expect(inNode.cells.map(({ outputs }) => outputs.length)).toEqual([1, 1, 1, 0, 2]);
    expect(await otherThanInNode(page, inNode)).toEqual([]);
  });

  test(`leaves no error in ${name} untold`, () => {
    expect(page.errors).toEqual([]);
  });
});
