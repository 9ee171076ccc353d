import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { acted, NEW, question } from "./harness/card-acts.ts";
import { useParts } from "./harness/parts.ts";

let page: Page;

useParts((opened) => (page = opened));

describe("a question with numbers", () => {
  test("asks for the first that is missing, and then says how it is", async () => {
    const { looks, records, left } = await acted(
      page,
      question("predict"),
      ["That is my guess", "x=0,25", "key a", "key Enter", "y=far", "key Enter", "y= 5 ", "key Enter"],
      NEW,
    );
    expect(looks[0]).toMatchObject({ answer: "", evidence: "", notes: [], open: "1", fields: 2 });
    expect(looks[0]!.buttons).toEqual(["That is my guess", "Hint 1 of 2", "Show me anyway"]);
    expect(looks[1]).toMatchObject({
      answer: 'Enter a number for "x after", as in 0.25 or 1/4.',
      focus: "x",
    });
    expect(looks[3]!.answer).toBe(looks[1]!.answer);
    expect(looks[4]).toMatchObject({
      answer: 'Enter a number for "y after", as in 0.25 or 1/4.',
      focus: "y",
    });
    expect(looks[6]).toMatchObject({ answer: looks[4]!.answer, fields: 2 });
    expect(looks[8]).toMatchObject({
      answer: expect.stringMatching(/^You saidx after: 0.25y after: 5It isx after: 0.25 \(± 0.01\)y after: 4so it is/) as string, // prettier-ignore
      buttons: ["Start over"],
      evidence: "shown text/plain",
      notes: ["Recorded."],
      fields: 0,
      focus: "fall-line-answer",
      open: "",
    });
    expect(records).toEqual([
      expect.objectContaining({ id: "l/q", event: "attempt", outcome: "otherwise", picked: { x: 0.25, y: 5 } }), // prettier-ignore
    ]);
    expect(left).toEqual([0, 0, 0]);
  });

  test("that was answered before is so again, with what was typed, until it is started over", async () => {
    const { looks, checked } = await acted(page, question("predict"), [], {
      ...NEW,
      picked: { x: 0.25, y: 4 },
    });
    expect(looks[0]).toMatchObject({ buttons: ["Start over"], open: "", fields: 0, notes: [] });
    expect(looks[0]!.answer).toMatch(/^Well foreseen/);
    expect(checked).toEqual(["0.25", "4"]);
    const fresh = await acted(page, question("predict"), ["Start over"], {
      ...NEW,
      picked: { x: 0.25, y: 4 },
    });
    expect(fresh.looks[1]).toMatchObject({ answer: "", evidence: "", fields: 2, focus: "x", open: "1" });
    expect(fresh.checked).toEqual(["", ""]);
  });
});

describe("a question with options", () => {
  test("that all begin with their numbers has these in place of letters", async () => {
    const options = [
      { name: "a", text: "1: slow.", reason: "r" },
      { name: "b", text: "2: fast.", reason: "r", right: true },
    ];
    const { looks } = await acted(page, question("foresee", { options }), [], NEW);
    expect(looks[0]!.options).toEqual(["1slow.", "2fast."]);
  });

  test("that is foreseen is answered once, with all reasons, the guess and what happens", async () => {
    const { looks, records } = await acted(page, question("foresee"), ["a", "Start over", "b"], NEW);
    expect(looks[0]).toMatchObject({
      asks: "P?",
      options: ["AUp.", "BDown.", "CAway."],
      buttons: ["Hint 1 of 2", "Show me anyway"],
      notes: ["one press is your guess"],
    });
    expect(looks[1]).toMatchObject({
      answer: "You saidUpIt isDown",
      options: [
        "AUp.not upyour guess, pressed, disabled",
        "Down.downwhat happens, disabled, right",
        "CAway.not away, disabled",
      ],
      buttons: ["Start over"],
      evidence: "shown text/plain",
      notes: ["Recorded."],
      open: "",
    });
    expect(looks[2]).toMatchObject({
      ...{ answer: "", options: looks[0]!.options, buttons: looks[0]!.buttons, evidence: "", open: "1" },
      focus: "fall-line-option",
    });
    expect(looks[2]!.notes).toContain("one press is your guess");
    expect(looks[3]).toMatchObject({
      answer: "Down, as you said.",
      evidence: "shown text/plain",
      options: [
        "AUp.not up, disabled",
        "Down.downyour guess, pressed, disabled, right",
        "CAway.not away, disabled",
      ],
    });
    expect(records.map(({ event, picked }: { event?: string; picked?: string }) => [event, picked])).toEqual([
      ["attempt", "a"],
      ["reset", undefined],
      ["attempt", "b"],
    ]);
  });

  test("that is chosen may be answered until it is right, and keeps what it hides until then", async () => {
    const { looks, records } = await acted(page, question("choose"), ["a", "c", "Hint", "b"], NEW);
    expect(records.map(({ event, picked }: { event?: string; picked?: string }) => [event, picked])).toEqual([
      ["attempt", "a"],
      ["attempt", "c"],
      ["hint", undefined],
      ["attempt", "b"],
    ]);
    expect((await acted(page, question("choose"), ["a"], NEW)).left).toEqual([0, 0, 0]);
    expect(looks[1]).toMatchObject({
      answer: "Not this one.",
      focus: "",
      options: ["AUp.not upyour guess, pressed", "BDown.", "CAway."],
      buttons: ["Hint 1 of 2", "Solution", "Start over"],
      evidence: "",
      open: "1",
    });
    expect(looks[2]!.options).toEqual(["AUp.", "BDown.", "CAway.not awayyour guess, pressed"]);
    expect(looks[4]).toMatchObject({ answer: "Right.", buttons: ["Start over"], open: "" });
    expect(looks[4]!.said).not.toContain("one");
    expect(looks[4]!.options[1]).toBe("Down.downyour guess, pressed, disabled, right");
  });

  test("opens what it hides when it is to be shown anyway, and closes it again", async () => {
    const { looks, records } = await acted(page, question("foresee"), ["Show me anyway", "Start over"], NEW);
    expect(looks[1]).toMatchObject({
      evidence: "shown text/plain",
      said: ["the solution"],
      buttons: ["Hint 1 of 2", "Show me anyway", "Start over"],
      focus: "fall-line-evidence",
      open: "",
    });
    expect(looks[2]).toMatchObject({ evidence: "", said: [], open: "1" });
    expect(records).toEqual([
      { id: "l/q", event: "solution" },
      { id: "l/q", event: "reset" },
    ]);
  });

  test("that hides nothing of others leaves the place around it alone", async () => {
    const { looks } = await acted(page, { ...question("choose"), hides: false }, ["b", "Start over"]);
    expect(looks.map(({ open }) => open)).toEqual(["", "", ""]);
  });
});

describe("the help of a card", () => {
  test("gives a hint after another, the solution on the second press, and begins anew", async () => {
    const acts = ["Hint", "Hint", "Hint", "Solution", "Solution", "Start over", "Solution", "Hint"];
    const { looks, records } = await acted(page, question("choose"), acts, NEW);
    const hint = (look: number): string | undefined => looks[look]!.buttons[0];
    expect([0, 1, 2, 3, 6].map(hint)).toEqual(["Hint 1 of 2", "Hint 2 of 2", "Hint 2 of 2", "Hint 2 of 2", "Hint 1 of 2"]); // prettier-ignore
    expect(looks.map(({ said }) => said)).toEqual([
      [],
      ["Hint 1 of 2:", "one"],
      ["Hint 2 of 2:", "one", "two"],
      ["Hint 2 of 2:", "one", "two"],
      ["Would a hint do? Press Solution once more to see it."],
      ["the solution"],
      [],
      ["Would a hint do? Press Solution once more to see it."],
      ["Hint 1 of 2:", "one"],
    ]);
    expect(records.map(({ event }: { event?: string }) => event)).toEqual([
      ...["hint", "hint", "solution", "solution", "reset", "solution", "hint"],
    ]);
  });

  test.each([
    [[], "Solution"],
    [["one"], "Hint"],
    [["one", "two"], "Hint 1 of 2"],
  ])("with the hints %j begins with the button %s", async (hints, first) => {
    expect((await acted(page, question("choose", { hints }), [])).looks[0]!.buttons[0]).toBe(first);
  });

  test.each(["Hint", "Solution"])("can be started over once there was a %s", async (act) => {
    const { looks } = await acted(page, question("foresee", { hints: ["one"] }), [act === "Hint" ? act : "Show me"]); // prettier-ignore
    expect(looks.map(({ buttons, notes }) => [buttons.length, notes])).toEqual([[2, ["one press is your guess"]], [3, []]]); // prettier-ignore
    const finding = await acted(page, question("choose"), [act]);
    expect(finding.looks[1]!.buttons.at(-1)).toBe("Start over");
  });

  test("goes on where one was", async () => {
    const { looks } = await acted(page, question("choose"), ["Hint", "Solution"], { ...NEW, hints: 1, solutionSeen: true }); // prettier-ignore
    expect(looks.map(({ buttons: [hint], said }) => [hint, ...said])).toEqual([
      ["Hint 2 of 2"],
      ["Hint 2 of 2", "Hint 2 of 2:", "one", "two"],
      ["Hint 2 of 2", "the solution"],
    ]);
    const many = await acted(page, question("choose"), ["Hint"], { ...NEW, hints: 9 });
    expect(many.looks[1]!.said).toEqual(["Hint 2 of 2:", "one", "two"]);
  });
});

const finding = (outcome: string, more: object = {}) => ({
  ...{ format: 1, kind: "card-feedback", id: "l/q", title: "T", outcome, headline: "Well" },
  ...{ blocks: [{ kind: "text", text: "block" }], mistakes: [], isNamed: false, lookFor: [], hints: ["one"] },
  solution: [{ kind: "text", text: "the solution" }],
  ...more,
});

describe("what was found about an answer", () => {
  test.each([
    ["note", ["Hint", "Solution"], "Would a hint do? Press Solution once more to see it."],
    ["not written", ["Hint", "Solution"], "Would a hint do? Press Solution once more to see it."],
    ["not yet", ["Hint", "Solution", "Start over"], "Would a hint do? Press Solution once more to see it."],
    ["right", ["Hint", "Solution", "Start over"], "the solution"],
    ["kept", ["Hint", "Solution", "Start over"], "the solution"],
  ])("of the outcome %s offers %j, and on Solution says %j", async (outcome, buttons, said) => {
    const { looks } = await acted(page, finding(outcome), ["Solution"]);
    expect([looks[0]!.answer, looks[0]!.buttons, looks[1]!.said]).toEqual(["Wellblock", buttons, [said]]);
  });

  test.each([
    ["otherwise", "You saidaIt isb"],
    ["right", "WellYou saidaIt isb"],
  ])("needs no headline beside what was said, unless it is right: %s", async (outcome, answer) => {
    const blocks = [{ kind: "said", said: ["a"], is: ["b"] }];
    expect((await acted(page, finding(outcome, { blocks }), [])).looks[0]!.answer).toBe(answer);
  });

  test("is started over in the cell", async () => {
    const { looks, records } = await acted(page, finding("not yet"), ["Start over"], NEW);
    expect(looks[1]).toMatchObject({
      said: ["Started over. Your answer in the cell stays; run it to have it checked anew."],
      buttons: ["Hint", "Solution"],
    });
    expect(records).toEqual([{ id: "l/q", event: "reset" }]);
  });

  const named = {
    mistakes: [{ id: "one" }, { id: "two" }],
    name: { headline: "This is momentum in which a is b", blocks: [{ kind: "text", text: "evidence" }] },
  };
  test("has a name that is said on asking, and recorded", async () => {
    const { looks, records } = await acted(page, finding("not yet", named), ["Name my mistake"], NEW);
    expect(looks[0]!.buttons[0]).toBe("Name my mistake");
    expect(looks[1]).toMatchObject({ evidence: "evidence", focus: "fall-line-named" });
    expect(looks[1]!.answer).toBe("WellblockThis is momentum in whicha is bevidence");
    expect(records).toEqual([{ id: "l/q", event: "name", mistakes: [{ id: "one" }, { id: "two" }] }]);
  });

  test.each([
    [
      "it was named before, for the same mistakes",
      { ...NEW, named: true, mistakes: [{ id: "one" }, { id: "two" }] },
      {},
      true,
    ],
    ["it was named for others", { ...NEW, named: true, mistakes: [{ id: "one" }] }, {}, false],
    ["it was not named", { ...NEW, named: false, mistakes: [{ id: "one" }, { id: "two" }] }, {}, false],
    ["it is named at once", undefined, { isNamed: true }, true],
  ])("says the name when %s", async (_, status, more, isSaid) => {
    const { looks } = await acted(page, finding("not yet", { ...named, ...more }), [], status);
    expect([looks[0]!.evidence, looks[0]!.focus]).toEqual([isSaid ? "evidence" : "", ""]);
  });

  const compared = { yours: "<mine>", lookFor: ["a", "b", "c"].map((name) => ({ name, text: name })) };
  test("of an explanation stands beside a good one, and what both have is recorded and kept", async () => {
    const { looks, records, checked } = await acted(page, finding("kept", compared), ["a=", "c=", "a="], {
      ...NEW,
      found: ["b"],
    });
    expect(looks[0]!.answer).toBe("WellYours<mine>One good answerblockWhich of these are in yours?abc");
    expect(records).toEqual(
      [
        ["a", "b"],
        ["a", "b", "c"],
        ["b", "c"],
      ].map((picked) => ({ id: "l/q", event: "compare", picked })),
    );
    expect(checked).toEqual(["on", true, true]);
  });
});

describe("what a card has drawn", () => {
  const figure = { kind: "figure", bundle: { "text/plain": "f" } };
  const blocks = [figure, figure];
  const solution = [figure];
  test.each<[string, object, string[], number[]]>([
    ["what a prediction hides", question("predict"), ["x=1", "y=1", "That is my", "Start over"], [0, 0, 0, 1, 0]], // prettier-ignore
    ["what is foreseen", question("foresee"), ["a", "Start over", "Show me anyway", "b"], [0, 1, 0, 1, 1]],
    ["a choice's solution", { ...question("choose"), solution }, ["Solution", "Solution", "Solution", "Hint", "Solution", "b"], [0, 0, 1, 1, 0, 1, 1]], // prettier-ignore
    ["a finding's solution", finding("right", { solution }), ["Solution", "Start over", "Solution", "Solution"], [0, 1, 0, 0, 1]], // prettier-ignore
    ["a finding", finding("note", { blocks }), [], [2]],
    ["a name", finding("note", { name: { headline: "a in which b", blocks } }), ["Name my mistake"], [0, 2]],
    ["a good answer", finding("kept", { blocks, yours: "mine" }), [], [2]],
  ])("is taken away when other words come, and when the card goes: %s", async (_, card, acts, drawn) => {
    const { looks, left } = await acted(page, card, acts, NEW);
    expect([looks.map((look) => look.drawn), left]).toEqual([drawn, [0, 0, 0]]);
  });
});

describe("another kernel", () => {
  test("changes no answer that is given, and forgets nothing that was asked for", async () => {
    const { looks } = await acted(page, question("choose"), ["Solution", 'kernel {"hints":1}', "Solution", "a", 'kernel {"hints":2,"picked":"c"}'], NEW); // prettier-ignore
    expect(looks[2]!.buttons[0]).toBe("Hint 2 of 2");
    expect(looks[3]!.said).toEqual(["the solution"]);
    expect(looks[5]!.options).toEqual(["AUp.not upyour guess, pressed", "BDown.", "CAway."]);
    expect(looks[5]!.buttons[0]).toBe("Hint 2 of 2");
  });

  test("adds to what was found, and names a mistake once", async () => {
    const lookFor = ["a", "b", "c"].map((name) => ({ name, text: name }));
    const found = await acted(page, finding("kept", { yours: "mine", lookFor }), ["a=", 'kernel {"found":["b"]}'], NEW); // prettier-ignore
    expect(found.checked).toEqual([true, true, "on"]);
    const blocks = [{ kind: "figure", bundle: {} }];
    const again = 'kernel {"named":true,"mistakes":[{"id":"one"}]}';
    const named = await acted(page, finding("not yet", { mistakes: [{ id: "one" }], name: { headline: "a in which b in which c", blocks } }), [again, again], NEW); // prettier-ignore
    expect(named.looks.map(({ drawn }) => drawn)).toEqual([0, 1, 1]);
  });
});

test.each([
  ["This is Adam", ["This is Adam"]],
  ["This is Adam in which b in which c", ["This is Adam in which", "b in which c"]],
])("the mistake %s is named in parts: %j", async (headline, parts) => {
  const { looks } = await acted(page, finding("not yet", { isNamed: true, name: { headline, blocks: [] } }), []); // prettier-ignore
  expect(looks[0]!.answer).toBe(["Wellblock", ...parts].join(""));
});
