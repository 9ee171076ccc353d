import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { exercise } from "fall-line";
import type { Exercise } from "../../src/exercises/exercise.ts";
import type { ExecutedCell } from "../../src/rendering/executed.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";
import { card, cell, drawn } from "./cells.ts";
import { CELLS, LESSON } from "./invented-lesson.ts";
import { EXERCISES } from "./outline.ts";

const projectDir = resolve(import.meta.dirname, "../..");

/** A handout without its style, each formula as its TeX. */
function handout(
  answers: boolean,
  cells: readonly ExecutedCell[] = CELLS,
  { lesson = LESSON, exercises = EXERCISES } = {},
): string {
  const html = handoutToHtml(projectDir, lesson, { cells }, { answers, exercises });
  return html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<span class="katex-display">.*?<annotation[^>]*>(.*?)<\/annotation>.*?(?=<\/p>)/gs, "[$1]")
    .replaceAll("\n", "");
}

const picture = (name: string) => `<img class="figure" src="data:image/svg+xml,%3Csvg/%3E" alt="${name}">`;
const titled = (number: number, title: string, prompt: string) =>
  `<article><h3><span class="number">${number}</span> ${title}</h3><p>${prompt}</p>`;

const BEGINNING =
  '<h1>Rolling: where a ball &amp; its speed go</h1><p class="about">You will learn to <em>roll</em>.</p>' +
  `<figure>${picture("opening")}</figure>` +
  "<section><h2>Summary</h2><p>[v = 0]</p><p>A ball rolls.</p></section>" +
  '<section><h2>Pictures</h2><figure class="row"><figcaption><p class="label">A ball</p><p>It falls &amp; stays</p></figcaption>' +
  `${picture("fall")}</figure><figure class="row"><figcaption><p class="label">Try it</p><p>It stops below</p></figcaption>` +
  `${picture("stops")}</figure></section>` +
  '<section><h2>Formulas</h2><div class="row"><p class="label">A ball</p><div><p>[v = \\lambda g]</p></div></div></section>' +
  "<section><h2>Exercises</h2>";

describe("the handout of a lesson", () => {
  test("has its opening, summary, pictures, formulas and exercises, with room to write", () => {
    const html = handout(false);
    expect(html).toContain("<title>Rolling: where a ball &amp; its speed go (fall-line handout)</title>");
    expect(html.slice(html.indexOf("<main"))).toBe(
      '<main class="cell"><p class="facts">Lesson 11 · 25 minutes · slides 6 and 7 of the deck</p>' +
        BEGINNING +
        titled(1, "How far does it get?", "Give a number.") +
        '<pre class="code" tabindex="0"><code><span class="hljs-keyword">let</span> x = <span class="hljs-number">0</span>;</code></pre>' +
        '<div class="room"></div></article>' +
        titled(2, "Where does it stop?", "Choose one.") +
        '<ol class="options"><li class="">At the bottom.</li><li class="">On the slope.</li></ol></article>' +
        "</section></main></body></html>",
    );
  });

  test("for the instructor has the answers in place of the room", () => {
    const html = handout(true);
    expect(html).toContain(
      "<title>Rolling: where a ball &amp; its speed go (fall-line handout, answers)</title>",
    );
    expect(html.slice(html.indexOf("<main"))).toBe(
      '<main class="cell"><p class="facts">Lesson 11 · 25 minutes · slides 6 and 7 of the deck · with answers</p>' +
        BEGINNING +
        titled(1, "How far does it get?", "Give a number.") +
        '<div class="solution"><p class="label">Answer</p><p>x: 1.5</p><p>It rolls past.</p></div></article>' +
        titled(2, "Where does it stop?", "Choose one.") +
        '<ol class="options"><li class="right">At the bottom. <span class="reason">It has lost its speed.</span></li>' +
        '<li class="">On the slope. <span class="reason">It would roll on.</span></li></ol></article>' +
        "</section></main></body></html>",
    );
  });

  test("names no slides of a deck that there is none of, and no part that would be empty", () => {
    const { slides, ...lesson } = LESSON;
    const html = handout(false, [cell("markdown", "# A\n\nb")], { lesson });
    expect(slides).toBeDefined();
    expect(html).toContain('<p class="facts">Lesson 11 · 25 minutes</p>');
    expect(Array.from(html.matchAll(/<h2>(.*?)<\/h2>/g), ([, name]) => name)).toEqual(["Exercises"]);
    expect(html).not.toContain("<figure>");
  });
});

test("formulas stand under the headings of their sections, each once, those of answers with them, those of exercises not", () => {
  const exercises = new Map<string, Exercise>([
    [
      "a/b",
      exercise.explain({
        title: "Why?",
        prompt: "Say.",
        hints: ["Hm."],
        model: "So.",
        lookFor: { a: "So." },
      }),
    ],
    [
      "a/c",
      {
        ...exercise.foresee({
          title: "What?",
          prompt: "Choose.",
          hints: ["Hm."],
          options: {
            a: { text: "A.", reason: "Yes.", right: true },
            b: { text: "B & b.", reason: "No < yes." },
          },
        }),
        explanation: "Since\n\n$$c = 3,$$",
      },
    ],
  ]);
  const html = handout(
    false,
    [
      cell("markdown", "$$z = 0$$"),
      cell("markdown", "## One\n\n$$a = 1.$$\n\nand $x$ and\n\n$$b = 2$$"),
      cell("code", "const price = '$$1$$';"),
      cell("markdown", "$$a = 1.$$"),
      cell("markdown", "#### Not a section\n\n$$d = 4$$"),
      cell("code", 'ask("a/c"); ask("a/b"); ask("nobody/knows");', "-", { outputs: [card("a/c")] }),
      cell("markdown", "## *Two*\n\n$$e = 5$$"),
      cell("markdown", "**1. Why?** $$f = 6$$", "-", { "fall-line": { exercise: "a/b" } }),
      cell("code", 'let why = "";', "-", { "fall-line": { exercise: "a/b" }, nbgrader: { solution: true } }),
      cell("markdown", "**2. What?**", "-", { "fall-line": { exercise: "a/c" } }),
      cell("markdown", "**3. Free.**", "-", { "fall-line": { exercise: "free" } }),
    ],
    { exercises },
  );
  const rows = Array.from(
    html.matchAll(/<div class="row"><p class="label">(.*?)<\/p><div>(.*?)<\/div><\/div>/g),
    ([, label, formulas]) =>
      [label, ...formulas!.matchAll(/\[(.*?)\]/g)].map((one) => (Array.isArray(one) ? one[1] : one)),
  );
  expect(rows).toEqual([
    ["", "z = 0"],
    ["One", "a = 1", "b = 2", "d = 4", "c = 3"],
    ["<em>Two</em>", "e = 5"],
  ]);
  const [, exercised] = html.split("<h2>Exercises</h2>");
  expect(exercised).toBe(
    `${titled(1, "Why?", "Say.")}<div class="room"></div></article>` +
      `${titled(2, "What?", "Choose.")}<ol class="options"><li class="">A.</li><li class="">B &amp; b.</li></ol></article>` +
      "</section></main></body></html>",
  );
});

test("a picture that is no drawing does not open the handout; the first that is one does", () => {
  const cells = [
    cell("code", "a", "-", { outputs: [{ output_type: "stream", name: "stdout", text: "1" }] }),
    cell("code", "b", "-", { outputs: [drawn("first")] }),
    cell("code", "c", "-", { outputs: [drawn("second")] }),
  ];
  expect(handout(false, cells)).toContain(`<figure>${picture("first")}</figure>`);
});
