import { describe, expect, test, vi } from "vitest";
import { staleNotebooks } from "../../src/cli/notebooks.ts";
import { lessonsIn } from "../../src/course/folder.ts";
import { renderNotebooks } from "../../src/course/render.ts";
import type { MimeBundle } from "../../src/display.ts";
import { runProgram } from "../../src/notebook/run-program.ts";
import { isLong } from "../long.ts";
import { notebookFaults } from "../notebook/nbformat.ts";
import { codeOf, lessons, projectDir } from "./lessons.ts";

/** What is wrong with what a lesson shows: a bundle without words, or with raw values in them. */
function faultsOf(shown: readonly MimeBundle[]): string[] {
  const words = shown.map((bundle) => bundle["text/plain"] as string | undefined);
  return words
    .map((text = "") => text)
    .filter((text) => text.trim() === "" || /undefined|\[object|NaN/.test(text));
}

// Answers that other tests gave are not known to it.
vi.resetModules();
const library = await import("fall-line");

/** A measured time is another one at every run. */
const timeless = (text: string): string =>
  /^ *n +seconds\n/.test(text) ? text.replaceAll(/ +\S+$/gm, " ...") : text;

/** The trainings of these take as long as all others together: they are run in the long suite, and in `npm test` their claims are. */
const LONG = ["08-learning-rate-decay", "10-in-practice"];

describe.each(lessons.filter(({ name }) => isLong || !LONG.includes(name)))("lesson $name", (lesson) => {
  test("shows words for every display, with the answers in, and they are what they were", async () => {
    const shown = await runProgram(lesson.name, codeOf(lesson), library);
    expect(faultsOf(shown)).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(codeOf(lesson).match(/^display/gm)!.length);
    const words = shown.map((bundle) => timeless(String(bundle["text/plain"])).trimEnd());
    await expect(`${words.join("\n\n----\n\n")}\n`).toMatchFileSnapshot(`shown/${lesson.name}.txt`);
  });
});

const texts = await renderNotebooks(lessonsIn(`${projectDir}/lessons`), library, (fault) => {
  throw fault;
});

test("no notebook is stale", async () => {
  const made = { folder: `${projectDir}/notebooks`, texts, lessons: lessons.map(({ name }) => name) };
  expect(await staleNotebooks(made), "run: npm run build:notebooks").toEqual([]);
});

test("every notebook keeps to the rules of nbformat; its opening and its cards are stored", () => {
  for (const text of texts.values()) {
    const notebook = JSON.parse(text) as { cells: { outputs?: unknown[]; source: string[] }[] };
    expect(notebookFaults(notebook)).toEqual([]);
    const cards = notebook.cells.flatMap(({ outputs, source }) =>
      outputs === undefined ? [] : (source.join("").match(/\bask\(\s*"/g) ?? []),
    );
    expect(notebook.cells.flatMap(({ outputs }) => outputs ?? [])).toHaveLength(1 + cards.length);
  }
});
