import { describe, expect, test } from "vitest";
import { RICH } from "../../src/display.ts";
import { gradientDescent } from "../../src/rules/gradient-descent.ts";
import { descend } from "../../src/trace/descend.ts";
import { revealedData, revealedHtml, withPictures } from "../../src/exercises/revealed.ts";

const DATA = "application/vnd.fall-line+json";
const PLOTLY = "application/vnd.plotly.v1+json";
const SVG = "image/svg+xml";
const words = "a <path> & more";
const step = descend("x^2", gradientDescent, { start: [3], steps: 1 }).worked(1);
const worked = step[RICH]();
const svg = '<svg viewBox="0 0 1 1"><title>ä "b"</title></svg>';

describe("an output as data is stored without what can be drawn from the rest", () => {
  const all = { "text/plain": words, [PLOTLY]: { data: [] }, [SVG]: svg };

  test.each<[string, object, object]>([
    [
      "a figure with a recipe",
      { ...all, [DATA]: { format: 1 } },
      { "text/plain": words, [DATA]: { format: 1 } },
    ],
    ["a worked step", worked, { "text/plain": worked["text/plain"], [DATA]: worked[DATA] }],
    ["a live figure", all, { "text/plain": words, [PLOTLY]: { data: [] } }],
    ["a still picture", { "text/plain": words, [SVG]: svg }, { "text/plain": words, [SVG]: svg }],
    [
      "a table",
      { "text/plain": words, "text/html": "<table>" },
      { "text/plain": words, "text/html": "<table>" },
    ],
  ])("%s", (_, output, stored) => {
    expect(revealedData(output as never)).toStrictEqual(stored);
  });
});

describe("outputs as HTML", () => {
  test("are nothing where there are none", () => {
    expect(revealedHtml([], undefined)).toBe("");
  });

  test("are folded away, the explanation last, and their words are no markup", () => {
    const html = revealedHtml(
      [{ "text/plain": words }, { "text/html": "<b>1</b>", "text/plain": "1" }],
      "It *falls*.",
    );
    expect(html).toBe(
      "<details><summary>Show me anyway</summary><pre>a &lt;path&gt; &amp; more</pre><b>1</b>" +
        '<p style="margin:0.4em 0">It <em>falls</em>.</p></details>',
    );
    expect(revealedHtml([], "Why.")).toContain("Why.");
  });

  test("show a picture in the place of a figure, with its words", () => {
    const html = revealedHtml([{ "text/plain": words, [SVG]: svg, "text/html": "<i>" }], undefined);
    expect(html).toMatch(
      /<img alt="a &lt;path&gt; &amp; more" src="data:image\/svg\+xml[^"]*" data-reveal="0"/,
    );
    expect(html).not.toContain("<i>");
  });
});

describe("a stored card", () => {
  const outputs = [{ "text/plain": "first" }, { "text/plain": words, [SVG]: svg, [PLOTLY]: {} }];
  const card = { format: 1, reveal: outputs.map((one) => revealedData(one)) };
  const stored = { [DATA]: card, "text/html": revealedHtml(outputs, undefined), "text/plain": "A card" };

  test("has its pictures in the data again, each at its output", () => {
    expect(withPictures(stored)).toEqual({
      ...stored,
      [DATA]: {
        format: 1,
        reveal: [{ "text/plain": "first" }, { "text/plain": words, [PLOTLY]: {}, [SVG]: svg }],
      },
    });
  });

  test("has a worked step as it was", () => {
    const steps = {
      [DATA]: { format: 1, reveal: [revealedData(worked)] },
      "text/html": revealedHtml([worked], undefined),
    };
    expect(withPictures(steps)[DATA]).toEqual({ format: 1, reveal: [worked] });
  });

  test.each([
    ["that opens nothing", { ...stored, [DATA]: { format: 1 } }],
    ["without HTML", { [DATA]: card, "text/plain": "A card" }],
    ["that is none", { "text/html": "<p>", "text/plain": "A paragraph" }],
  ])("%s stays as it is", (_, bundle) => {
    expect(withPictures(bundle)).toEqual(bundle);
  });
});
