import { describe, expect, test } from "vitest";
import { questionToHtml, talkingPoints } from "../../src/presenting/question-html.ts";
import { type Question, questionOf } from "../../src/presenting/question.ts";
import { EXERCISES } from "./outline.ts";

const chosen = questionOf("rolling/where", EXERCISES.get("rolling/where")!);
const told = questionOf("rolling/how-far", EXERCISES.get("rolling/how-far")!);

const ANSWER = "<p>x: 1.5</p><p>It rolls past.</p>";
const htmlOf = (question: Question, evidence = ""): string =>
  questionToHtml(question, evidence).replaceAll("\n", "");

describe("a question with answers to choose from", () => {
  test("has each with the digit that one presses, its reason and its hands, and marks the right one by a word", () => {
    const choice = (right: string, digit: number, text: string, reason: string): string =>
      `<li class="choice${right}"><button type="button" class="hand" aria-label="a hand for ${digit}">${digit}</button>` +
      `<div><div class="text">${text}</div><p class="reason answer">${reason}</p></div>` +
      '<div class="hands"><span class="bar"></span><output>0</output></div></li>';
    expect(htmlOf(chosen)).toBe(
      '<div class="asking"><div class="asked"><p class="prompt">Choose one.</p><ol class="choices">' +
        choice(" right", 1, 'At the bottom. <b class="verdict">✓ right</b>', "It has lost its speed.") +
        choice("", 2, "On the slope.", "It would roll on.") +
        "</ol></div></div>",
    );
  });

  test("has what explains it below, and its evidence beside it", () => {
    expect(htmlOf({ ...chosen, explanation: "Because." })).toContain(
      '</ol><div class="answer told"><p>Because.</p></div></div></div>',
    );
    expect(htmlOf(chosen, "V")).toMatch(
      /^<div class="asking shown">.*<div class="answer evidence">V<\/div><\/div>$/,
    );
  });

  test("shows a choice of several lines as such, all of it as text; what belongs together does not break", () => {
    const choices = [{ text: "m = <1>\nw = 2", reason: "a & b", right: false }];
    const html = htmlOf({ ...chosen, choices, prompt: "a < b (t − 1) (which is said again)" });
    expect(html).toContain(
      '<div class="text">m\u00a0=\u00a0&lt;1&gt;<br>w\u00a0=\u00a02</div><p class="reason answer">a &amp; b</p>',
    );
    expect(html).toContain(
      '<p class="prompt">a\u00a0&lt;\u00a0b (t\u00a0−\u00a01) (which is said again)</p>',
    );
  });
});

describe("where there is no room for all that is asked, a question keeps", () => {
  const asked = (prompt: string): string =>
    /<p class="prompt">(.*?)<\/p>/.exec(htmlOf({ ...chosen, prompt }))![1]!;

  test.each([
    [
      "its last sentence",
      "It rolls. It rests. Where?",
      '<span class="led">It rolls. It rests. </span>Where?',
    ],
    [
      "all from its first number on",
      "It rolls. It starts at 3. It rests. Where?",
      '<span class="led">It rolls. </span>It starts at 3. It rests. Where?',
    ],
    ["all of it, where it begins with a number", "It starts at 3. Where?", "It starts at 3. Where?"],
    [
      "nothing of what is to be chosen",
      "It starts at 3. Where? Choose one place.",
      'It starts at 3. Where? <span class="press">Choose one place.</span>',
    ],
  ])("%s", (_, prompt, html) => {
    expect(asked(prompt)).toBe(html);
  });
});

test("a question with nothing to choose from has no hands; it shows the code that is looked at; the usual mistakes are said", () => {
  const html = htmlOf({
    ...told,
    task: { given: { lines: ["a < b", "c"], size: 28 }, solved: { lines: ["a < c", "c"], size: 28 } },
    mistakes: ["the slope is old"],
    explanation: "Because.",
  });
  const line = (text: string, lit = ""): string =>
    `<span class="line${lit}" style="--indent:2ch">${text}</span>`;
  expect(html).toContain(
    `<div class="task written"><div class="handed" style="--letters:28px"><pre class="code" tabindex="0"><code>${line("a &lt; b")}${line("c")}</code></pre></div>` +
      `<div class="answer solved" style="--letters:28px"><pre class="code" tabindex="0"><code>${line("a &lt; c", " lit")}${line("c")}</code></pre></div></div>`,
  );
  expect(html).not.toContain("choices");
  expect(html).toContain(`<div class="answer told">${ANSWER}<p>Because.</p></div>`);
});

test("the speaker is told what there is to say of each choice, or else the mistakes and the answer", () => {
  const choices = [{ text: "m = 1\nw < 2", reason: "No.", right: false }, ...chosen.choices];
  expect(talkingPoints({ ...chosen, choices, mistakes: ["never"], answer: told.answer })).toBe(
    '<ul class="points"><li><b>1</b> m\u00a0=\u00a01; w\u00a0&lt;\u00a02 No.</li>' +
      "<li><b>2 ✓</b> At the bottom. It has lost its speed.</li>" +
      "<li><b>3</b> On the slope. It would roll on.</li></ul>",
  );
  expect(talkingPoints(told)).toBe(ANSWER);
  expect(talkingPoints({ ...told, mistakes: ["w < 0", "b"] })).toBe(
    `<ul class="points"><li>Usual mistake: w &lt; 0</li><li>Usual mistake: b</li></ul>${ANSWER}`,
  );
});
