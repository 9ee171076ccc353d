import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "./harness/browser.ts";
import { openParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  ({ page, errors } = await openParts(browser));
});
afterAll(() => browser.close());
beforeEach(() => page.evaluate(() => document.body.replaceChildren()));
afterEach(() => expect(errors.splice(0)).toEqual([]));

const about = { title: "T", prompt: "P?", hints: ["one", "two"] };
const options = {
  a: { text: "Up.", reason: "not up" },
  b: { text: "Down.", reason: "down", right: true },
  c: { text: "Away.", reason: "not away" },
};
const fields = {
  x: { label: "x after", answer: 0.25, within: 0.01 },
  y: { label: "y after", answer: 4, within: 0 },
};
const KINDS = {
  choose: { kind: "choose", ...about, options },
  foresee: { kind: "foresee", ...about, options },
  predict: { kind: "predict", ...about, fields, because: "so it is" },
};

/**
 * What a card shows after each act: a press on a button or an option by its words, `name=text` into a field, and Enter in
 * one. `standing` is what the kernel knows of it; without it there is no notebook.
 */
function acted(card: object, acts: readonly string[], standing?: object) {
  return page.evaluate(
    async ([given, all, known]) => {
      const notebook = known && new parts.FakeNotebook();
      const node = document.createElement("div");
      if (notebook)
        notebook.answer = ({ type }) =>
          type === "standing" ? { type: "standing", standing: known } : { type: "recorded" };
      (notebook?.node ?? document.body).append(node);
      const reveal = async (place: HTMLElement, bundle: object) => {
        place.textContent = `shown ${Object.keys(bundle).join()}`;
        return Promise.resolve({ remove: () => place.replaceChildren() });
      };
      const Kind = "exercise" in given ? parts.QuestionCard : parts.FeedbackCard;
      const shown = new Kind(node, given as never, reveal);
      const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
      const texts = (selector: string): string[] =>
        [...node.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent); // prettier-ignore
      const look = () => ({
        answer: texts("section > [role=status]:first-of-type, .fall-line-answer")[0] ?? "",
        buttons: texts(".fall-line-row button, .fall-line-name button"),
        options: [...node.querySelectorAll<HTMLButtonElement>("[data-option]")].map((one) =>
          [
            one.textContent,
            one.getAttribute("aria-pressed") === "true" ? "pressed" : "",
            one.disabled ? "disabled" : "",
            one.classList.contains("fall-line-right") ? "right" : "",
          ]
            .filter(Boolean)
            .join(", "),
        ),
        said: texts(".fall-line-row")[0] === undefined ? [] : [...node.querySelector(".fall-line-row:last-of-type")!.parentElement!.querySelectorAll<HTMLElement>(":scope > [role=status] p, :scope > [role=status] li, :scope > [role=status] pre")].map((one) => one.textContent), // prettier-ignore
        evidence: texts(".fall-line-evidence")[0] ?? "",
        notes: texts(".fall-line-note").filter(Boolean),
        fields: texts("label").length,
        focus: document.activeElement?.getAttribute("name") ?? document.activeElement?.className ?? "",
        open: (notebook?.node ?? document.documentElement).dataset["fallLineOpen"] ?? "",
      });
      await rest();
      const looks = [look()];
      for (const act of all) {
        const [name = "", text] = act.split("=");
        const input = node.querySelector<HTMLInputElement>(`input[name="${name}"]`);
        const key = (one: string): unknown => document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: one, bubbles: true })); // prettier-ignore
        if (act.startsWith("key ")) key(act.slice(4));
        else if (input?.type === "checkbox") input.click();
        else if (input) {
          input.focus();
          input.value = text!;
        } else [...node.querySelectorAll<HTMLElement>("button")].find((one) => one.dataset["option"] === act || one.textContent.startsWith(act))!.click(); // prettier-ignore
        await rest();
        looks.push(look());
      }
      const checked = [...node.querySelectorAll("input")].map((one) => one.checked || one.value);
      shown.remove();
      const left = [node.childElementCount, document.querySelectorAll("[data-fall-line-open]").length];
      const told = notebook?.said as { type: string; event?: object }[] | undefined;
      notebook?.close();
      return { looks, checked, left, records: told?.flatMap(({ event }) => event ?? []) ?? [] };
    },
    [card, acts, standing] as const,
  );
}
const question = (kind: keyof typeof KINDS, more: object = {}) => ({
  id: "l/q",
  exercise: { ...KINDS[kind], ...more },
  solution: [{ kind: "text", text: "the solution" }],
  reveal: [{ "text/plain": "hidden" }],
  hides: true,
});
const NEW = { hints: 0, solutionSeen: false, picked: undefined, mistakes: [], named: false, found: [] };

describe("a question with numbers", () => {
  test("asks for the first that is missing, and then says how it is", async () => {
    const { looks, records, left } = await acted(
      question("predict"),
      ["That is my guess", "x=0,25", "key Enter", "y=far", "key a", "key Enter", "y= 5 ", "key Enter"],
      NEW,
    );
    expect(looks[0]).toMatchObject({ answer: "", evidence: "", notes: [], open: "1", fields: 2 });
    expect(looks[0]!.buttons).toEqual(["That is my guess", "Hint 1 of 2", "Show me anyway"]);
    expect(looks[1]).toMatchObject({ answer: 'Enter a number for "x after", as in 0.25.', focus: "x" });
    expect(looks[3]).toMatchObject({ answer: 'Enter a number for "y after", as in 0.25.', focus: "y" });
    expect(looks[5]).toMatchObject({ answer: looks[3]!.answer, fields: 2 });
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
    expect(left).toEqual([0, 0]);
  });

  test("that was answered before is so again, with what was typed, until it is started over", async () => {
    const { looks, checked } = await acted(question("predict"), [], { ...NEW, picked: { x: 0.25, y: 4 } });
    expect(looks[0]).toMatchObject({ buttons: ["Start over"], open: "", fields: 0, notes: [] });
    expect(looks[0]!.answer).toMatch(/^Well foreseen/);
    expect(checked).toEqual(["0.25", "4"]);
    const fresh = await acted(question("predict"), ["Start over"], { ...NEW, picked: { x: 0.25, y: 4 } });
    expect(fresh.looks[1]).toMatchObject({ answer: "", evidence: "", fields: 2, focus: "x", open: "1" });
    expect(fresh.checked).toEqual(["", ""]);
  });
});

describe("a question with options", () => {
  test("that is foreseen is answered once, with all reasons, the guess and what happens", async () => {
    const { looks, records } = await acted(question("foresee"), ["a", "Start over", "b"], NEW);
    expect(looks[0]).toMatchObject({
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
    const { looks } = await acted(question("choose"), ["a", "c", "b"], NEW);
    expect(looks[1]).toMatchObject({
      answer: "Not this one.",
      options: ["AUp.not upyour guess, pressed", "BDown.", "CAway."],
      buttons: ["Hint 1 of 2", "Solution", "Start over"],
      evidence: "",
      open: "1",
    });
    expect(looks[2]!.options).toEqual(["AUp.", "BDown.", "CAway.not awayyour guess, pressed"]);
    expect(looks[3]).toMatchObject({ answer: "Right.", buttons: ["Start over"], open: "" });
    expect(looks[3]!.options[1]).toBe("Down.downyour guess, pressed, disabled, right");
  });

  test("opens what it hides when it is to be shown anyway, and closes it again", async () => {
    const { looks, records } = await acted(question("foresee"), ["Show me anyway", "Start over"], NEW);
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
    const { looks } = await acted({ ...question("choose"), hides: false }, ["b", "Start over"]);
    expect(looks.map(({ open }) => open)).toEqual(["", "", ""]);
  });
});

describe("the help of a card", () => {
  test("gives a hint after another, the solution on the second press, and begins anew", async () => {
    const acts = ["Hint", "Hint", "Hint", "Solution", "Solution", "Start over", "Solution", "Hint"];
    const { looks, records } = await acted(question("choose"), acts, NEW);
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
    expect((await acted(question("choose", { hints }), [])).looks[0]!.buttons[0]).toBe(first);
  });

  test("goes on where one was", async () => {
    const { looks } = await acted(question("choose"), ["Hint", "Solution"], { ...NEW, hints: 1, solutionSeen: true }); // prettier-ignore
    expect(looks.map(({ buttons: [hint], said }) => [hint, ...said])).toEqual([
      ["Hint 2 of 2"],
      ["Hint 2 of 2", "Hint 2 of 2:", "one", "two"],
      ["Hint 2 of 2", "the solution"],
    ]);
    const many = await acted(question("choose"), ["Hint"], { ...NEW, hints: 9 });
    expect(many.looks[1]!.said).toEqual(["Hint 2 of 2:", "one", "two"]);
  });
});
