import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Executed } from "../../src/pages/execute.ts";
import { projectDir, run } from "./harness/pages.ts";
import { type Engine, ENGINES } from "./page-kernel/engines.ts";
import { pageOnDisk } from "./page-kernel/from-disk.ts";
import { otherThanInNode } from "./page-kernel/same.ts";
import { shownBy } from "./page-kernel/shown.ts";
import { serveSite } from "./page-kernel/site.ts";

const lessons = readdirSync(join(projectDir, "notebooks")).flatMap((name) =>
  name.endsWith(".ipynb") ? [name.replace(/\.ipynb$/, "")] : [],
);

const TRAINING = "the training of a network, which a last digit leads elsewhere";

/**
 * Cells that may show something else than in Node, and why. Engines differ in the last digit of `exp`, `tanh`, `sin`
 * and `10 ** x`, as the standard allows.
 */
const OTHER: Readonly<Record<string, string>> = {
  "01-motivation-the-opening": "the end of an axis, in the last digit",
  "01-motivation-your-guess-the-plateau": "a walk on `exp`, in the last digit",
  "01-motivation-every-rate": "rates of 10 ** x, in the last digit",
  "05-adagrad-your-guess-two-rates-askew": "rates of 10 ** x, in the last digit",
  "07-adam-an-explorer": "the end of an axis, in the last digit",
  "07-adam-exercise-7-look": "the end of an axis, in the last digit",
  "08-learning-rate-decay-your-guess-a-network": `${TRAINING}; the finding is the same`,
  "08-learning-rate-decay-your-guess-warm-up": `${TRAINING}; the finding is the same`,
  "09-second-order-one-step-measured": "a time that is measured",
  "10-in-practice-your-repetition": TRAINING,
  ...Object.fromEntries(
    ["a", "b", "c", "d", "e", "f"].flatMap((run) => [
      [`10-in-practice-run-${run}`, TRAINING],
      [`10-in-practice-your-diagnosis-run-${run}`, TRAINING],
    ]),
  ),
};

test("the cells that may show something else are cells of lessons", () => {
  const ids = lessons.flatMap((name) => {
    const text = readFileSync(join(projectDir, "notebooks", `${name}.ipynb`), "utf8");
    return (JSON.parse(text) as { cells: { id: string }[] }).cells.map(({ id }) => id);
  });
  expect(Object.keys(OTHER).filter((id) => !ids.includes(id))).toEqual([]);
});

let site: Awaited<ReturnType<typeof serveSite>>;
let inNode: Executed;

beforeAll(async () => {
  site = await serveSite();
  inNode = await run(lessons);
});

afterAll(() => site.close());

describe.each(Object.entries(ENGINES))("each cell of a lesson, in %s,", (_, start) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await start();
  });

  afterAll(() => engine.close());

  test.each(lessons)("shows what it shows in Node: %s", async (lesson) => {
    const page = await engine.open(site.address);
    const others = await otherThanInNode(page, inNode.get(lesson)!);
    expect(others.filter((id) => !Object.hasOwn(OTHER, id))).toEqual([]);
    expect(page.errors).toEqual([]);
    await page.close();
  });
});

test.each(Object.entries(ENGINES))(
  "a page from the disk runs cells; all but Firefox can stop a loop in it only with its session: %s",
  async (name, start) => {
    const engine = await start();
    const disk = await pageOnDisk();
    const own = await engine.open(disk.address);
    try {
      const code =
        'import { descend, momentum } from "fall-line"; descend("x^2", momentum, { start: [1], steps: 3 }).stop.sentence';
      expect(shownBy(await own.ask("run", code))).toBe("'All 3 steps were taken.'");
      // No loop is stopped falsely.
      expect(
        shownBy(await own.ask("run", "const end = Date.now() + 500; while (Date.now() < end); 'done'")),
      ).toBe("'done'");
      const waits = await own.ask("stop", "console.log('begun'); await new Promise(() => {})");
      expect(shownBy(waits)).toBe("the cell was stopped");
      expect(shownBy(await own.ask("stop", "console.log('begun'); for (;;);"))).toMatch(
        name === "Firefox" ? /^the cell was stopped$/ : /opened from the disk.*all variables are gone/,
      );
      expect(shownBy(await own.ask("run", "1 + 1"))).toBe("2");
    } finally {
      await engine.close();
      disk.remove();
    }
  },
);
