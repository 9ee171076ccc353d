import { describe, expect, test } from "vitest";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import { questionOf } from "../../src/presenting/question.ts";
import { slideToHtml } from "../../src/presenting/slide-html.ts";
import type { Slide } from "../../src/presenting/slide.ts";
import { drawn, figure, table } from "./cells.ts";
import { EXERCISES } from "./outline.ts";

const lesson = { number: "03", short: "Momentum & co", learn: "to *roll*." } as CourseLesson;
const blank: Slide = {
  layout: "words",
  section: "Look",
  headline: "Look",
  words: [],
  exhibits: [],
  code: [],
  notes: [],
  minutes: 0,
};

const html = (parts: Partial<Slide>): string =>
  slideToHtml({ ...blank, ...parts }, lesson)
    .replaceAll("\n", "")
    .replace(/<script.*?<\/script>/g, "");
const classesOf = (parts: Partial<Slide>): string => /^<section class="slide ([^"]*)"/.exec(html(parts))![1]!;
const counting = (letters: number) => [{ source: "x".repeat(letters - 26), fragment: false }];
const sizeOf = (parts: Partial<Slide>): string[] =>
  [.../data-width="(\d+)" data-height="(\d+)"/.exec(html(parts))!].slice(1);

test("a slide has its words beside what it shows, its code behind it, and its notes", () => {
  const slide = html({
    layout: "beside",
    headline: "It `falls` & stays",
    words: [
      { source: "One", fragment: false },
      { source: "[Two](02-gradient-descent.ipynb)", fragment: true },
    ],
    exhibits: [exhibitOf(table(1))],
    code: [{ id: "c&1", source: "a;\n" }],
    notes: [
      { minutes: 3, text: "Say." },
      { minutes: 0, text: "Wait." },
    ],
    minutes: 3,
  });
  expect(slide).toBe(
    '<section class="slide beside with-table" data-title="It falls &amp; stays" data-minutes="3"><div class="body cell">' +
      '<p class="kicker">Look</p><h2>It <code>falls</code> &amp; stays</h2><div class="laid"><div class="words">' +
      '<div class="part"><p>One</p></div><div class="part fragment"><p>Two</p></div></div><div class="exhibits">' +
      '<div class="exhibit table"><div class="wide"><table><tr><td>1</td></tr></table></div></div></div></div></div>' +
      '<div class="code-layer" data-prevent-swipe><p class="kicker">The code</p><div class="cell code" data-cell="c&amp;1">' +
      '<pre class="code" tabindex="0"><code>a;</code></pre></div></div>' +
      '<aside class="notes"><p><strong>3 min.</strong> Say.</p><p>Wait.</p></aside></section>',
  );
});

test("a slide without a headline of its own has the lesson above its section; what is empty is left out", () => {
  expect(html({ words: [{ source: "One", fragment: false }] })).toBe(
    '<section class="slide words" data-title="Look" data-minutes="0"><div class="body cell">' +
      '<p class="kicker">Momentum &amp; co</p><h2>Look</h2><div class="laid"><div class="words">' +
      '<div class="part"><p>One</p></div></div></div></div><aside class="notes"></aside></section>',
  );
  expect(html({ layout: "figure", exhibits: [exhibitOf(table(1))] })).toContain(
    '<div class="laid"><div class="exhibits"><div class="exhibit table">',
  );
});

test("code that stands on a slide lies behind it too, after what led to it", () => {
  const slide = html({
    exhibits: [{ kind: "code", id: "b", source: "2" }],
    code: [{ id: "a", source: "1" }],
  });
  expect(
    Array.from(slide.matchAll(/data-(cell|code-of)="(.)"/g), ([, what, id]) => `${what!} ${id!}`),
  ).toEqual(["code-of b", "cell a", "cell b"]);
});

describe("the classes of a slide", () => {
  test.each<[string, Partial<Slide>, string]>([
    ["many words beside something", { layout: "beside", words: counting(401) }, "beside wordy"],
    ["fewer words beside something", { layout: "beside", words: counting(400) }, "beside"],
    ["many words above something", { layout: "stacked", words: counting(401) }, "stacked"],
    ["long words alone", { words: counting(651) }, "words long"],
    ["shorter words alone", { words: counting(650) }, "words"],
    ["long words with a table", { words: [...counting(651), { source: "| a |", fragment: false }] }, "words"],
    [
      "a wide formula",
      { words: [...counting(651), { source: `$$${"a".repeat(31)}$$`, fragment: false }] },
      "words",
    ],
    [
      "a formula",
      { words: [...counting(651), { source: `$$${"a".repeat(30)}$$`, fragment: false }] },
      "words long",
    ],
    [
      "a map under the title",
      { layout: "title", exhibits: [exhibitOf(drawn("a", "landscape"))] },
      "title bled with-figure",
    ],
    [
      "a map elsewhere",
      { layout: "figure", exhibits: [exhibitOf(drawn("a", "landscape"))] },
      "figure with-figure",
    ],
    ["a chart beside the title", { layout: "title", exhibits: [exhibitOf(figure)] }, "title with-figure"],
    [
      "each kind once",
      { exhibits: [table(1), figure, table(2)].map((one) => exhibitOf(one)) },
      "words with-table with-figure",
    ],
  ])("say of %s: %s %s", (_, parts, classes) => {
    expect(classesOf(parts)).toBe(classes);
  });
});

test.each<[string, Partial<Slide>, string[]]>([
  [
    "a map under the title",
    { layout: "title", exhibits: [exhibitOf(drawn("a", "landscape"))] },
    ["1280", "720"],
  ],
  ["a chart beside the title", { layout: "title" }, ["780", "590"]],
  ["a figure beside words", { layout: "beside" }, ["696", "490"]],
  ["a figure beside many words", { layout: "beside", words: counting(401) }, ["576", "490"]],
  ["a figure alone", { layout: "figure" }, ["1152", "500"]],
  ["a figure below words", { layout: "stacked" }, ["1152", "400"]],
])("%s has a stage of its own size", (_, parts, size) => {
  expect(sizeOf({ exhibits: [exhibitOf(figure)], ...parts })).toEqual(size);
});

describe("the title", () => {
  test("has its number, what it is about and what one will learn over its figure", () => {
    const slide = html({
      layout: "title",
      headline: "Momentum: a *heavy* ball: two",
      exhibits: [exhibitOf(table(1))],
    });
    expect(slide).toContain(
      '</div></div><div class="over"><p class="kicker">Lesson 03</p><h1>Momentum</h1><p class="second">a <em>heavy</em> ball: two</p>' +
        '<div class="about"><p>You will learn to <em>roll</em>.</p></div></div></div>',
    );
    expect(html({ layout: "title", headline: "Momentum" })).toContain("<h1>Momentum</h1><div");
  });

  test("is set smaller where its name is long", () => {
    const size = (headline: string) => /<h1[^>]*>/.exec(html({ layout: "title", headline }))![0];
    expect(["Ninechars", "Tencharact", "Nine: ten characters"].map(size)).toEqual([
      "<h1>",
      '<h1 class="long">',
      "<h1>",
    ]);
  });
});

describe("the slide of a question", () => {
  const chosen = questionOf("rolling/where", EXERCISES.get("rolling/where")!);
  const told = questionOf("rolling/how-far", EXERCISES.get("rolling/how-far")!);
  const both = [exhibitOf(figure), exhibitOf(table(2))];
  const asked = (parts: Partial<Slide>): string =>
    html({ layout: "question", question: chosen, headline: "", ...parts });

  test("is named by what it asks, and has its finding with the answer", () => {
    expect(asked({})).toContain(
      'data-title="Where does it stop?" data-minutes="0" data-question="rolling/where">',
    );
    expect(asked({})).toContain('<p class="kicker">Look</p><h2>Where does it stop?</h2><div class="asking">');
    expect(asked({ headline: "It *stops*" })).toContain(
      '<p class="kicker">Look</p><h2 class="open">Where does it stop?</h2><h2 class="answer">It <em>stops</em></h2><div class="asking">',
    );
    expect(asked({})).toContain('</div><span class="fragment reveals"></span></div><aside');
  });

  test("says which answer explorers keep to themselves", () => {
    expect(asked({})).not.toContain("data-hides");
    expect(asked({ question: { ...chosen, hides: true } })).toContain(
      ' data-minutes="0" data-question="rolling/where" data-hides="rolling/where">',
    );
  });

  test("has its words before it, and tells the speaker what there is to say", () => {
    const slide = asked({
      words: [{ source: "Look:", fragment: false }],
      notes: [{ minutes: 0, text: "Ask." }],
    });
    expect(slide).toContain('<div class="lead"><div class="part"><p>Look:</p></div></div>');
    expect(slide).toContain(
      '<aside class="notes"><p>Ask.</p><ul class="points"><li><b>A ✓</b> At the bottom.',
    );
  });

  test("shows a small table with an answer that is told, and below the figure where there are choices", () => {
    const tabled = '<div class="exhibit table">';
    const small = asked({ question: told, exhibits: both });
    expect(small.indexOf(tabled)).toBeLessThan(small.indexOf('<div class="answer evidence">'));
    expect(small).toContain('data-width="540" data-height="480"');
    const below = asked({ exhibits: both });
    expect(below.indexOf(tabled)).toBeGreaterThan(below.indexOf('<div class="answer evidence">'));
    expect(below).toContain('data-width="540" data-height="300"');
    const alone = asked({ question: told, exhibits: [exhibitOf(table(2))] });
    expect(alone).toContain(`<div class="answer evidence">${tabled}`);
  });
});

test("an idea is its formula, with its parts named", () => {
  const slide = html({ layout: "idea", headline: "Keep it", idea: "momentum" });
  expect(slide).toContain('<p class="kicker">Look</p><h2>Keep it</h2><div class="idea-formula">');
});
