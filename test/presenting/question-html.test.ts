import { describe, expect, test } from "vitest";
import { mistakesToHtml, questionToHtml, talkingPoints } from "../../src/presenting/question-html.ts";
import { type Question, questionOf } from "../../src/presenting/question.ts";
import { EXERCISES } from "./outline.ts";

const chosen = questionOf("rolling/where", EXERCISES.get("rolling/where")!);
const told = questionOf("rolling/how-far", EXERCISES.get("rolling/how-far")!);

/** What is in the parts of a question's HTML: what leads to it, what is shown with the answer, and the evidence. */
function partsOf(question: Question, lead: string, evidence: string, small: string) {
  const html = questionToHtml(question, lead, evidence, small).replaceAll("\n", "");
  const part = (pattern: RegExp): string | undefined => pattern.exec(html)?.[1];
  return {
    classes: part(/^<div class="([^"]*)">/),
    lead: part(/<div class="lead">(.*?)<\/div>/),
    told: part(
      /<div class="answer told">(.*?)<\/div>(?:<\/div><div class="answer evidence">|<\/div><\/div>$)/,
    ),
    evidence: part(/<div class="answer evidence">(.*)<\/div><\/div>$/),
  };
}

const ANSWER = "<p>x: 1.5</p><p>It rolls past.</p>";

describe("a question with answers to choose from", () => {
  test("has each with its letter, its reason and its hands, and marks the right one", () => {
    const choice = (right: string, letter: string, text: string, reason: string): string =>
      `<li class="choice${right}"><button type="button" class="hand" aria-label="a hand for ${letter}">${letter}</button>` +
      `<div><div class="text">${text}</div><p class="reason answer">${reason}</p></div>` +
      '<div class="hands"><span class="bar"></span><output>0</output></div></li>';
    expect(questionToHtml(chosen, "", "", "")).toBe(
      '<div class="asking"><div class="asked"><p class="prompt">Choose one.</p><ol class="choices">' +
        choice(" right", "A", "At the bottom.", "It has lost its speed.") +
        choice("", "B", "On the slope.", "It would roll on.") +
        "</ol></div></div>",
    );
  });

  test.each([
    ["", "", "", { classes: "asking" }],
    ["L", "", "", { classes: "asking led", lead: "L" }],
    ["", "V", "", { classes: "asking shown", evidence: "V" }],
    ["", "", "Because.", { classes: "asking shown", evidence: "<p>Because.</p>" }],
    ["L", "V", "Because.", { classes: "asking led shown", lead: "L", evidence: "V<p>Because.</p>" }],
  ])("that has before it, beside it and to explain it: %j, %j, %j", (lead, evidence, explanation, parts) => {
    expect(partsOf({ ...chosen, explanation }, lead, evidence, "")).toEqual({
      lead: undefined,
      told: undefined,
      evidence: undefined,
      ...parts,
    });
  });

  test("shows a choice of several lines as such, and all of it as text", () => {
    const choices = [{ text: "m = <1>\nw = 2", reason: "a & b", right: true }];
    const html = questionToHtml({ ...chosen, choices, prompt: "a < b" }, "", "", "");
    expect(html).toContain(
      '<div class="text">m = &lt;1&gt;<br>w = 2</div><p class="reason answer">a &amp; b</p>',
    );
    expect(html).toContain('<p class="prompt">a &lt; b</p>');
  });
});

describe("a question with nothing to choose from", () => {
  test.each([
    ["", "", "", { classes: "asking", told: ANSWER }],
    ["", "", "S", { classes: "asking", told: `${ANSWER}S` }],
    ["", "V", "S", { classes: "asking shown", told: `${ANSWER}S`, evidence: "V" }],
    ["Because.", "", "S", { classes: "asking shown", told: `${ANSWER}S`, evidence: "<p>Because.</p>" }],
    ["Because.", "V", "S", { classes: "asking shown", told: `${ANSWER}S<p>Because.</p>`, evidence: "V" }],
  ])("that has to explain it, beside it and with it: %j, %j, %j", (explanation, evidence, small, parts) => {
    expect(partsOf({ ...told, explanation }, "", evidence, small)).toEqual({
      lead: undefined,
      evidence: undefined,
      ...parts,
    });
  });

  test("asks who is ready, shows the code that is looked at, and the usual mistakes with the answer", () => {
    const html = questionToHtml({ ...told, given: "a < b", mistakes: ["the slope is old"] }, "", "", "");
    expect(html).toContain(
      '<div class="given"><pre class="code" tabindex="0"><code>a &lt; b</code></pre></div>',
    );
    expect(html).toContain('<ol class="choices ready">');
    expect(html).not.toContain("reason");
    expect(html).toContain(
      '<p>It rolls past.</p><div class="mistakes"><p class="label">Usual mistakes</p><ul><li>The slope is old.</li></ul></div>',
    );
  });
});

test("the speaker is told what there is to say of each choice, or else the mistakes and the answer", () => {
  const choices = [{ text: "m = 1\nw < 2", reason: "No.", right: false }, ...chosen.choices];
  expect(talkingPoints({ ...chosen, choices, mistakes: ["never"], answer: told.answer })).toBe(
    '<ul class="points"><li><b>A</b> m = 1; w &lt; 2 No.</li>' +
      "<li><b>B ✓</b> At the bottom. It has lost its speed.</li>" +
      "<li><b>C</b> On the slope. It would roll on.</li></ul>",
  );
  expect(talkingPoints(told)).toBe(ANSWER);
  expect(talkingPoints({ ...told, mistakes: ["w < 0", "b"] })).toBe(
    `<ul class="points"><li>Usual mistake: w &lt; 0</li><li>Usual mistake: b</li></ul>${ANSWER}`,
  );
});

test("mistakes are sentences, and nothing where there is none", () => {
  expect(mistakesToHtml([])).toBe("");
  expect(mistakesToHtml(["a < b", "Why?"])).toContain("<ul><li>A &lt; b.</li><li>Why?</li></ul>");
});
