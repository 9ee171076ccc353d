import { describe, expect, test } from "vitest";
import { type MimeBundle, RICH } from "../../src/display.ts";
import { exercise, prose } from "fall-line";
import { Card } from "../../src/exercises/card.ts";
import { isCardExercise } from "../../src/exercises/exercise.ts";

const DATA = "application/vnd.fall-line+json";

const pair = exercise.predict({
  title: "Where <to>?",
  prompt: "How far & how fast?",
  fields: {
    far: { label: "how far", answer: 1.25, within: 0.25 },
    fast: { label: "how fast", answer: 3, within: 0 },
  },
  because: "It rolls.",
  hints: ["Roll it.", "Twice."],
});
const single = exercise.predict({
  title: "One",
  prompt: "How far?",
  fields: { x: { label: "x", answer: 2, within: 0.5 } },
  because: "So it is.",
  hints: ["Think."],
});
const options = {
  up: { text: "Up <b>.", reason: "No & no." },
  down: { text: "Down.", reason: "Yes.", right: true },
};
const foresee = exercise.foresee({
  title: "A way",
  prompt: "Where to?",
  options,
  hides: "outcome",
  explanation: prose`It *falls*.`,
  hints: ["Down."],
});
const choose = exercise.choose({ title: "A choice", prompt: "Which?", options, hints: ["Not up."] });
const words = exercise.explain({
  title: "W",
  prompt: "?",
  model: "M.",
  lookFor: { a: "A.", b: "B." },
  hints: ["?"],
});

const bundleOf = async (card: Card): Promise<MimeBundle> => card[RICH]();
const shown = [
  { text: "Up <b>.", reason: "No & no.", right: false, name: "up" },
  { text: "Down.", reason: "Yes.", right: true, name: "down" },
];
const solution = [{ kind: "text", text: "Down. Yes." }];

test("a card is for what is predicted, foreseen and chosen, and for nothing else", () => {
  expect([pair, foresee, choose, words].map(isCardExercise)).toEqual([true, true, true, false]);
});

describe("the data of a card has all that a page needs", () => {
  test("to ask for numbers", () => {
    expect(new Card("mine/pair", pair).specification()).toEqual({
      format: 1,
      kind: "card-predict",
      id: "mine/pair",
      title: "Where <to>?",
      prompt: "How far & how fast?",
      fields: [
        { name: "far", label: "how far", answer: 1.25, within: 0.25 },
        { name: "fast", label: "how fast", answer: 3, within: 0 },
      ],
      because: "It rolls.",
      hints: ["Roll it.", "Twice."],
      solution: [
        { kind: "text", text: "how far: 1.25" },
        { kind: "text", text: "how fast: 3" },
        { kind: "text", text: "It rolls." },
      ],
    });
  });

  test("to ask what will happen, and to keep the outcome and the explanation to itself until then", () => {
    const table = { "text/html": "<table></table>", "text/plain": "a table" };
    expect(new Card("mine/way", foresee).specification([table])).toEqual({
      format: 1,
      kind: "card-predict",
      id: "mine/way",
      title: "A way",
      prompt: "Where to?",
      options: shown,
      hints: ["Down."],
      solution,
      hides: "outcome",
      reveal: [table, { "text/markdown": "It *falls*.", "text/plain": "It falls." }],
    });
  });

  test("to ask for a choice", () => {
    expect(new Card("mine/pick", choose).specification()).toEqual({
      format: 1,
      kind: "card-choose",
      id: "mine/pick",
      title: "A choice",
      prompt: "Which?",
      options: shown,
      hints: ["Not up."],
      solution,
    });
  });

  test("without the still picture of what is drawn live", () => {
    const live = { "application/vnd.plotly.v1+json": {}, "image/svg+xml": "<svg/>", "text/plain": "a path" };
    const still = { "image/svg+xml": "<svg/>", "text/plain": "a drawing" };
    const { reveal } = new Card("mine/pick", choose).specification([live, still]);
    expect(reveal).toEqual([{ "application/vnd.plotly.v1+json": {}, "text/plain": "a path" }, still]);
  });
});

test.each([
  [pair, 'Where <to>?\nHow far & how fast?\nAnswer with check("mine/it", { far: 15, fast: 15 }).'],
  [single, 'One\nHow far?\nAnswer with check("mine/it", 15).'],
  [foresee, 'A way\nWhere to?\n(up) Up <b>.\n(down) Down.\nAnswer with check("mine/it", "up").'],
])("where nothing draws cards it is a question, what may be chosen, and how to answer: %#", (one, text) => {
  expect(new Card("mine/it", one).text).toBe(text);
});

test("as HTML a card is the question, its texts no markup, with what it opens folded away", async () => {
  const { "text/html": html } = await bundleOf(new Card("mine/way", foresee, ["a <secret>"]));
  expect(html).toContain(
    "A way</p><p>Where to?</p>" +
      '<ul style="list-style:none;padding-left:0.5em"><li>(up) Up &lt;b&gt;.</li><li>(down) Down.</li></ul>' +
      "<p>Answer with check(&quot;mine/way&quot;, &quot;up&quot;).</p>" +
      "<details><summary>Show me anyway</summary><pre>a &lt;secret&gt;</pre>" +
      '<p style="margin:0.4em 0">It <em>falls</em>.</p></details>',
  );
  const plain = await bundleOf(new Card("mine/pair", pair));
  expect(plain["text/html"]).toContain("Where &lt;to&gt;?</p><p>How far &amp; how fast?</p><p>Answer with");
  expect(plain["text/html"]).not.toContain("<details>");
});

test("what a card opens may come later: then the card does, with all of it in order", async () => {
  const later = { [RICH]: () => Promise.resolve({ "text/plain": "second" }) };
  const card = new Card("mine/pick", choose, ["first", later, "third"]);
  const bundle = await bundleOf(card);
  expect(String(bundle["text/plain"]).split("\n\n").slice(1)).toEqual(["first", "second", "third"]);
  expect((bundle[DATA] as { reveal: MimeBundle[] }).reveal.map((one) => one["text/plain"])).toEqual([
    "first",
    "second",
    "third",
  ]);
  expect(new Card("mine/pick", choose, ["first"])[RICH]()).not.toBeInstanceOf(Promise);
});
