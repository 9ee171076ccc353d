import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { momentum } from "fall-line";
import type { WorkbookParts } from "../../src/rendering/workbook-parts.ts";
import { type DeckOptions, deckToHtml, GENERATOR, hasShortPath } from "../../src/presenting/deck.ts";
import { DATA_ID } from "../../src/presenting/page/deck-data.ts";
import { CELLS, LESSON } from "./invented-lesson.ts";
import { EXERCISES } from "./outline.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "fall-line-deck-"));
const workbook = {
  inFile: "<i>kernel</i>",
  about: { formerNames: {}, kernelSize: 7 },
} as unknown as WorkbookParts;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function deck(options: Partial<DeckOptions> = {}, lesson = LESSON): string {
  return deckToHtml(
    projectDir,
    lesson,
    { cells: CELLS },
    { exercises: EXERCISES, workbook, short: false, ...options },
  );
}

/** The titles of the slides, by stack. */
const titlesIn = (html: string): string[][] =>
  html
    .split(/<section>\n/)
    .slice(1)
    .map((stack) =>
      Array.from(stack.matchAll(/<section class="slide[^>]*data-title="([^"]*)"/g), ([, title]) => title!),
    );

describe("a deck", () => {
  const html = deck();

  test("has the slides of its lesson, in stacks", () => {
    expect(titlesIn(html)).toEqual([
      ["Rolling: where a ball &amp; its speed go"],
      ["It falls &amp; stays", "A ball", "Two steps"],
      ["Try it", "Where does it stop?"],
      ["How far does it get?", "Where does it stop?"],
    ]);
  });

  test("in short has what is tagged for the short path, and all code of the lesson all the same", () => {
    const short = deck({ short: true });
    expect(titlesIn(short)).toEqual([
      ["Rolling: where a ball &amp; its speed go", "Rolling: where a ball &amp; its speed go"],
      ["It falls &amp; stays"],
    ]);
    expect(dataIn(short)).toEqual(dataIn(html));
  });

  test("with a room knows it, and has its script before its own; without one nothing of it", () => {
    const withRoom = deck({ room: "<!-- what it knows -->" });
    const data = withRoom.indexOf("<!-- what it knows -->");
    expect(data).toBeGreaterThan(0);
    expect(withRoom.slice(data)).toContain("teacher/events");
    expect(withRoom).toContain(".room-foot");
    for (const part of ["fall-line-room", "teacher/events", ".room-foot"]) expect(html).not.toContain(part);
  });

  /** What it holds of the lesson's code. */
  function dataIn(page: string): {
    cells: { id: string; title: string; source: string }[];
    kernelSize: number;
  } {
    const [, data] = new RegExp(`<script type="application/json" id="${DATA_ID}">(.*?)</script>`).exec(page)!;
    return JSON.parse(data!) as ReturnType<typeof dataIn>;
  }

  test("holds all code in its order, by titles or numbers, with what is known of the kernel", () => {
    const { cells, ...about } = dataIn(html);
    expect(about).toEqual({ formerNames: {}, kernelSize: 7 });
    expect(cells.map(({ title }) => title)).toEqual([
      "cell 1",
      "A ball to roll",
      ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `cell ${n}`),
    ]);
    expect(cells[1]).toEqual({ id: "const ball = 1;", title: "A ball to roll", source: "const ball = 1;" });
  });

  test("is a page that is known as one, with a name, a policy and its kernel", () => {
    const head = html.slice(0, html.indexOf("<style>"));
    expect(head).toContain("<title>Rolling: where a ball &amp; its speed go (fall-line deck)</title>");
    expect(head).toContain('<meta http-equiv="Content-Security-Policy"');
    expect(head).toContain(GENERATOR);
    expect(html).toContain("</script>\n<i>kernel</i>\n<script");
    const parts = Array.from(
      html.matchAll(/<script type="application\/gzip" id="([^"]*)">/g),
      ([, id]) => id!,
    );
    expect(parts.map((id) => /drawing|workbench/.exec(id)?.[0])).toEqual(["drawing", "workbench"]);
  });

  test("opens as the system is, or light, or dark", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(deck({ theme: "dark" })).toMatch(/^<!doctype html>\n<html lang="en" data-theme="dark">/);
  });

  test("wears the colours of its lesson's rule, which come last; without one those of the course", () => {
    const accent = `:root { --accent: light-dark(${momentum.look!.color}, ${momentum.look!.dark}); }</style>`;
    expect(html).toContain(accent);
    const { rule, ...plain } = LESSON;
    expect(rule).toBe("momentum");
    expect(deck({}, plain)).not.toContain("{ --accent: light-dark(");
    expect(deck({}, { ...LESSON, rule: "nobody" })).not.toContain("{ --accent: light-dark(");
  });

  test("prints slides, and not the running text that reveal.js would", () => {
    const style = html.slice(html.indexOf("<style>"), html.indexOf("</style>"));
    expect(style).toContain(".reveal .slides");
    expect(style).not.toContain("html:not(.print-pdf)");
    expect(style.lastIndexOf("@media print")).toBeGreaterThan(style.lastIndexOf(".speaking"));
  });
});

test("a lesson has a short path when a cell is tagged for it", () => {
  const write = (name: string, tags: string[]): void => {
    const cells = [{ id: "a", cell_type: "markdown", source: ["# A"], metadata: { tags } }];
    writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify({ cells, metadata: {} }));
  };
  write("long", ["summary"]);
  write("short", ["short-path"]);
  expect(["long", "short"].map((name) => hasShortPath(folder, name))).toEqual([false, true]);
});
