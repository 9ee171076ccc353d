import { describe, expect, test } from "vitest";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { exhibitOf } from "../../src/presenting/exhibit.ts";
import { proseToHtml } from "../../src/presenting/prose.ts";
import { questionOf } from "../../src/presenting/question.ts";
import { slideToHtml } from "../../src/presenting/slide-html.ts";
import type { Slide } from "../../src/presenting/slide.ts";
import { explorer, figure, step, table } from "./cells.ts";
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
const picturesOf = (parts: Partial<Slide>): string[] =>
  Array.from(
    html(parts).matchAll(
      /<div class="(picture[^"]*)"><div class="[^"]*stage"( data-width="\d+" data-height="\d+")/g,
    ),
    ([, name, size]) => name! + size!,
  );

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
    ["words alone", {}, "words"],
    ["a figure", { layout: "beside", exhibits: [exhibitOf(figure)] }, "beside pictured with-figure"],
    [
      "the figure of the title",
      { layout: "title", exhibits: [exhibitOf(figure)] },
      "title pictured with-figure",
    ],
    [
      "each kind once",
      { exhibits: [table(1), figure, table(2)].map((one) => exhibitOf(one)) },
      "words pictured with-table with-figure",
    ],
    [
      "two short steps",
      { layout: "stacked", exhibits: [exhibitOf(step), exhibitOf(step)] },
      "stacked paired with-worked",
    ],
  ])("say of %s: %s %s", (_, parts, classes) => {
    expect(classesOf(parts)).toBe(classes);
  });
});

test.each<[string, Slide["layout"], object, string[]]>([
  ["a figure", "beside", figure, ['picture data-width="824" data-height="714"']],
  ["the evidence of a question", "question", figure, ['picture answer data-width="824" data-height="714"']],
  ["an explorer", "figure", explorer, ['picture data-width="1280" data-height="714"']],
  ["an explorer on the title", "title", explorer, ['picture data-width="824" data-height="714"']],
  ["a table", "beside", table(2), []],
])("%s has a place of its own beside the words", (_, layout, output, pictures) => {
  const question = questionOf("rolling/where", EXERCISES.get("rolling/where")!);
  const exhibits = [exhibitOf(output as typeof figure)];
  expect(picturesOf({ layout, exhibits, ...(layout === "question" && { question }) })).toEqual(pictures);
});

describe("the title", () => {
  test("has its number and its name, and what one will learn is said", () => {
    const slide = html({ layout: "title", headline: "Momentum: a *heavy* ball: two" });
    expect(slide).toContain(
      '<p class="kicker">Lesson 03</p><h1>Momentum</h1><p class="second">a <em>heavy</em> ball: two</p></div>',
    );
    expect(slide).toContain('<aside class="notes"><p>You will learn to <em>roll</em>.</p></aside>');
    expect(html({ layout: "title", headline: "Momentum" })).toContain("<h1>Momentum</h1></div>");
  });

  test("is set smaller where a word of its name is long", () => {
    const size = (headline: string) => /<h1[^>]*>/.exec(html({ layout: "title", headline }))![0];
    expect(["Momentum", "Nineteens", "Two words each", "Nine: nineteens"].map(size)).toEqual([
      "<h1>",
      '<h1 class="long">',
      "<h1>",
      "<h1>",
    ]);
  });
});

describe("the slide of a question", () => {
  const chosen = questionOf("rolling/where", EXERCISES.get("rolling/where")!);
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

  test("tells the speaker what there is to say", () => {
    expect(asked({ notes: [{ minutes: 0, text: "Ask." }] })).toContain(
      '<aside class="notes"><p>Ask.</p><ul class="points"><li><b>1 ✓</b> At the bottom.',
    );
  });

  test("shows a table with its answer, and is made room for by a figure once it is answered", () => {
    expect(asked({ exhibits: [exhibitOf(table(2))] })).toContain(
      '<div class="answer evidence"><div class="exhibit table">',
    );
    expect(classesOf({ layout: "question", question: chosen, exhibits: [exhibitOf(figure)] })).toBe(
      "question pictured-answer with-figure",
    );
  });

  test("has the picture that is looked at beside it from the first", () => {
    const picture = { svg: "<svg/>", alt: "A map" };
    const slide = asked({ question: { ...chosen, picture, card: { kind: "card-place" } } });
    expect(slide).toMatch(/^<section class="slide question pictured"/);
    expect(slide).toContain('<div class="picture"><div class="stage" data-width="824" data-height="714"');
    expect(slide).toContain('data-fall-line="card-picture"');
  });

  test.each([
    ["Where is it?", true, "It stops"],
    ["Press. Where is it?", false, "It stops"],
    ["Choose the place.", false, "It stops"],
    [`Where is ${"it ".repeat(20)}?`, false, "It stops"],
    ["Where is it?", false, ""],
  ])("beside a picture has %j for its headline: %j, where it has the finding %j", (prompt, is, headline) => {
    const picture = { svg: "<svg/>", alt: "A map" };
    const slide = asked({ headline, question: { ...chosen, prompt, picture } });
    expect(slide).toContain(`>${is ? prompt : chosen.title}</h2>`);
    const [, asks, text] = /<p class="prompt([^"]*)">(.*?)<\/p>/.exec(slide)!;
    expect([asks, text!.replace(/<[^>]*>/g, "")]).toEqual([is ? " answer" : "", prompt]);
    expect(asked({ headline, question: { ...chosen, prompt } })).toContain(`>${chosen.title}</h2>`);
  });
});

test("an idea is its formula, with its parts named", () => {
  const slide = html({ layout: "idea", headline: "Keep it", idea: "momentum" });
  expect(slide).toContain('<p class="kicker">Look</p><h2>Keep it</h2><div class="idea-formula">');
});

test.each([
  ["The idea, and slide 6", "The idea, and the lecture's slide 6"],
  ["Slides 16 and 17.", "The lecture's slides 16 and 17."],
  ["Slide 8's picture", "The lecture's picture"],
  ["Than slide 8's x", "Than the lecture's x"],
  [
    "The slide writes it so, as the slide's code does",
    "The lecture's slide writes it so, as the lecture's code does",
  ],
  ["On this slide; slide to 2; the slides", "On this slide; slide to 2; the slides"],
])("the lecture's slides are told from those of the deck: %j", (words, told) => {
  expect(proseToHtml(words)).toContain(told.replaceAll("'", "&#39;"));
});
