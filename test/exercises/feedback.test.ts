import { describe, expect, test } from "vitest";
import { RICH } from "../../src/display.ts";
import { exercise, momentum, ravine } from "fall-line";
import {
  blocksToHtml,
  blocksToText,
  figureBlock,
  htmlElement,
  plainBlocks,
} from "../../src/exercises/blocks.ts";
import { Feedback, LOOKS } from "../../src/exercises/feedback.ts";
import type { Outcome } from "../../src/exercises/outcome.ts";
import { FeedbackCard } from "../../src/exercises/feedback-card.ts";
import { landscape } from "../../src/figures/landscape.ts";
import { descend } from "../../src/trace/descend.ts";

const figure = landscape(descend(ravine, momentum, { start: [-8, 1.5], steps: 3 }));
const name = { headline: "The sign <of> g is flipped.", blocks: [{ kind: "text", text: "w & g" }] } as const;
const mistakes = [{ id: "w: sign", what: "the sign is flipped" }];
const parts = { id: "mine/it", outcome: "almost", headline: "Almost <there>.", mistakes, name } as const;

test.each<[Outcome, isAttempt: boolean, right: boolean | undefined]>([
  ["right", true, true],
  ["almost", true, false],
  ["not yet", true, false],
  ["crashed", true, false],
  ["took too long", true, false],
  ["otherwise", true, false],
  ["kept", true, undefined],
  ["not written", false, undefined],
  ["note", false, undefined],
])("feedback of %s: whether it is an attempt, and right", (outcome, isAttempt, right) => {
  const feedback = new Feedback({ id: "mine/it", outcome, headline: "So." });
  expect([feedback.isAttempt, feedback.right]).toEqual([isAttempt, right]);
  expect(feedback.text).toBe(`${LOOKS[outcome].sign} So.`);
  expect(feedback.html).toContain(`${LOOKS[outcome].sign}</span> So.</p></div>`);
  expect(feedback.html).toContain(`border-left:4px solid ${LOOKS[outcome].colour}`);
});

describe("the name of a mistake", () => {
  const feedback = new Feedback(parts);

  test("is offered as long as it is not said", () => {
    expect(feedback.text).toBe('≈ Almost <there>.\n\nhint("mine/it") names the mistake.');
    expect(feedback.html).toContain(
      "<details><summary>Name my mistake</summary>" +
        '<p style="margin:0.4em 0;font-weight:600">The sign &lt;of&gt; g is flipped.</p>' +
        '<p style="margin:0.4em 0">w &amp; g</p></details>',
    );
    expect(feedback.html).toContain("Almost &lt;there&gt;.");
  });

  test("is said with it, and not offered again", () => {
    const named = feedback.named();
    expect(named.text).toBe("≈ Almost <there>.\n\nThe sign <of> g is flipped.\n\nw & g");
    expect(named.html).not.toContain("<details>");
    expect(named.html).toContain("The sign &lt;of&gt; g is flipped.");
    expect([feedback.isNamed, named.isNamed, named.on({ [RICH]: () => ({}) }).isNamed]).toEqual([
      false,
      true,
      true,
    ]);
    expect(named.names).toEqual(["the sign is flipped"]);
  });
});

test("an explanation is compared with what to look for, in text and in HTML", () => {
  const lookFor = { cause: "It names <it>.", effect: "It says so.", end: "It ends." };
  const { text, html } = new Feedback({ id: "mine/why", outcome: "kept", headline: "Kept.", lookFor });
  expect(text).toBe(
    "◇ Kept.\n\nWhich of these are in yours?\n\ncause: It names <it>.\n\neffect: It says so.\n\nend: It ends.\n\n" +
      'Say it like this: check("mine/why", ["cause", "effect"]).',
  );
  expect(html).toContain("Which of these are in yours?");
  expect(html).toContain("cause: It names &lt;it&gt;.");
});

test("a figure is drawn in HTML, and its words are left out of the text", () => {
  const drawn = new Feedback({
    id: "mine/it",
    outcome: "right",
    headline: "Right.",
    blocks: [figureBlock(() => figure), { kind: "text", text: "So it goes." }],
  });
  expect(drawn.text).toBe("✓ Right.\n\nSo it goes.");
  expect(drawn.html).toContain(`<div style="max-width:36em;margin:0.6em 0">${figure.svg}</div>`);
});

test("a figure is made when it is first looked at, and once", () => {
  let made = 0;
  const block = figureBlock(() => {
    made += 1;
    return figure;
  });
  expect(made).toBe(0);
  expect([blocksToText([block]), plainBlocks([block])]).toEqual([
    figure.alt,
    [
      {
        kind: "figure",
        bundle: { "application/vnd.fall-line+json": figure.specification, "text/plain": figure.alt },
      },
    ],
  ]);
  expect(made).toBe(1);
});

test("blocks read as text, one below another", () => {
  expect(
    blocksToText([
      { kind: "equations", groups: [{ title: "It behaves like", lines: ["m = 1", "w = 2"] }, { title: "b", lines: ["c"] }] }, // prettier-ignore
      { kind: "table", cells: { head: ["", "yours"], rows: [["w", "1.5"]] } },
      { kind: "code", code: "w - g" },
      { kind: "said", said: ["1", "2"], is: ["3", "4"] },
      { kind: "prose", source: "It *is*." },
    ]),
  ).toBe(
    "It behaves like:\n  m = 1\n  w = 2\nb:\n  c\n\n   yours\nw    1.5\n\nw - g\n\nYou said: 1, 2\nIt is: 3, 4\n\nIt is.",
  );
});

test("an element of markup has its attributes and its text as text, and other elements as they are", () => {
  expect(htmlElement(["p", { title: 'a"b<c', lang: "en" }], "1 < 2")).toBe(
    '<p title="a&quot;b&lt;c" lang="en">1 &lt; 2</p>',
  );
  expect(htmlElement(["div"], ["<p>1</p>", "<p>2</p>"])).toBe("<div><p>1</p><p>2</p></div>");
});

test("blocks are HTML in which every text is text", () => {
  const said = blocksToHtml([{ kind: "said", said: ["<1>"], is: ["2"] }]);
  const bare = (html: string): string => html.replaceAll(/ style="[^"]*"/g, "");
  expect(bare(said)).toBe(
    "<div><div><div>You said</div><div>&lt;1&gt;</div></div><div><div>It is</div><div>2</div></div></div>",
  );
  const equations = blocksToHtml([{ kind: "equations", groups: [{ title: "a<b", lines: ["w = g & m"] }] }]);
  expect(bare(equations)).toBe("<div><div><div>a&lt;b</div><div>w = g &amp; m</div></div></div>");
  expect(
    bare(
      blocksToHtml([
        { kind: "code", code: "a < b" },
        { kind: "prose", source: "*a*" },
      ]),
    ),
  ).toBe("<pre>a &lt; b</pre><p><em>a</em></p>");
});

describe("a feedback on a card", () => {
  const words = exercise.explain({
    title: "Words",
    prompt: "Why?",
    model: "Because.",
    lookFor: { cause: "It names the cause.", effect: "It names the effect." },
    hints: ["Think."],
  });
  const dataOf = (feedback: Feedback): Record<string, unknown> =>
    new FeedbackCard(feedback, words)[RICH]()["application/vnd.fall-line+json"] as Record<string, unknown>;

  test("has the mistakes, and their name with whether it is said", () => {
    const named = { headline: name.headline, blocks: name.blocks };
    const first = dataOf(new Feedback(parts));
    expect(first).toMatchObject({ mistakes, name: named, isNamed: false, hints: ["Think."] });
    expect(dataOf(new Feedback(parts).named())).toMatchObject({ name: named, isNamed: true });
    expect(dataOf(new Feedback({ id: "mine/it", outcome: "right", headline: "Right." }))).toEqual({
      format: 1,
      kind: "card-feedback",
      id: "mine/it",
      title: "Words",
      outcome: "right",
      headline: "Right.",
      blocks: [],
      hints: ["Think."],
      solution: [{ kind: "text", text: "Because." }],
    });
  });

  test("has an explanation as it was written, and what to look for", () => {
    const { lookFor } = words;
    const kept = new Feedback({ id: "a/b", outcome: "kept", headline: "Kept.", lookFor, picked: "It <is>." });
    expect(dataOf(kept)).toMatchObject({
      yours: "It <is>.",
      lookFor: [
        { name: "cause", text: "It names the cause." },
        { name: "effect", text: "It names the effect." },
      ],
    });
  });
});
