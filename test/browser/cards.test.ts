import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, check, descend, landscape, momentum, ravine, type StepOf, table } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { ours, picture } from "./harness/browser.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import { code, goWithoutKernel, NO_KERNEL, notebook, text } from "./harness/notebook.ts";
import { sharedPage } from "./harness/shared.ts";

const MARKUP = "<img src=x onerror=alert(1)>";

let jupyter: Jupyter;
let page: Page;
let errors: string[];

beforeAll(async () => {
  jupyter = await sharedJupyter();
  const run = descend(ravine, momentum, { steps: 20 });
  const hidden = landscape(run);
  const oldVelocity: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => ({
    w: w.map((x, i) => x + m[i]!),
    m: m.map((old, i) => alpha * old - lambda * g[i]!),
  });
  const damaged = { format: 1, kind: "card-choose", id: "x", title: MARKUP, prompt: 3 };
  const marked = {
    format: 1,
    kind: "card-feedback",
    id: "x",
    title: "Markup",
    outcome: "not yet",
    headline: MARKUP,
    blocks: [
      { kind: "text", text: MARKUP },
      { kind: "code", code: MARKUP },
      { kind: "equations", groups: [{ title: MARKUP, lines: [MARKUP] }] },
      { kind: "table", cells: { head: [MARKUP], rows: [[MARKUP]] } },
    ],
    name: { headline: MARKUP, blocks: [] },
    isNamed: true,
    hints: [MARKUP],
    solution: [],
  };
  const cells = [
    text("# Cards"),
    code('ask("momentum/crossing", figure, ...)', [
      plain(await bundleOf(ask("momentum/crossing", hidden, run.worked(1), table({ steps: 20 })))),
    ]),
    code('ask("momentum/truth")', [plain(await bundleOf(ask("momentum/truth")))]),
    code('check("momentum/rule", ...)', [plain(await bundleOf(check("momentum/rule", oldVelocity)))]),
    code('ask("momentum/flip")', [plain(await bundleOf(ask("momentum/flip")))]),
    code('ask("momentum/winner")', [plain(await bundleOf(ask("momentum/winner")))]),
    code('check("momentum/friend", ...)', [
      plain(await bundleOf(check("momentum/friend", "They add up along the valley."))),
    ]),
    code("// damaged", [{ "application/vnd.fall-line+json": damaged, "text/plain": "a card" }]),
    code("// marked", [{ "application/vnd.fall-line+json": marked, "text/plain": "a card" }]),
  ];
  jupyter.write("still.ipynb", notebook(cells, NO_KERNEL));
  ({ page, errors } = await sharedPage());
  await page.goto(jupyter.url("lab/tree/still.ipynb"));
  await goWithoutKernel(page);
  await cardOf(page, "What is true of momentum?").waitFor();
});

afterAll(() => jupyter.stop());

function plain(bundle: unknown): object {
  return JSON.parse(JSON.stringify(bundle)) as object;
}

const cardOf = (page: Page, title: string): Locator =>
  page.locator(`.fall-line-card[aria-label="${title}"]:visible`);

describe("a card without a kernel", () => {
  test("takes numbers by keyboard, gives its feedback and opens what it hides", async () => {
    const predict = cardOf(page, "When does the ball pass the bottom?");
    expect(await predict.locator(".fall-line-chart").count()).toBe(0);
    await predict.locator("input").first().focus();
    await page.keyboard.type("far");
    await page.keyboard.press("Enter");
    await predict.getByText('Enter a number for "x after step 3"').waitFor();
    await predict.locator("input").first().fill("0,062");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await predict.getByText("Well foreseen.").waitFor();
    await predict.locator(".fall-line-chart .main-svg").first().waitFor();
    // What is revealed looks as the notebook shows it: a worked step is a grid, tables are tables.
    await predict.locator(".fall-line-worked .w-result").first().waitFor();
    await predict.locator(".fall-line-evidence table:not(.fall-line-worked table)").waitFor();
    expect(
      await predict.locator(".fall-line-answer").evaluate((panel) => panel === document.activeElement),
    ).toBe(true);
    expect(await predict.textContent()).not.toContain("recorded");
    await picture(page, "card-predict");
  });

  test("of another guess says what was said beside what it is, with all reasons, the explanation, and no red", async () => {
    const guess = cardOf(page, "A slope that flips");
    expect(await guess.getByRole("button", { name: "Start over" }).isVisible()).toBe(false);
    expect(await guess.textContent()).not.toContain("the signs alternate");
    const other = guess.locator('[data-option="longer"]');
    expect((await other.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    await other.click();
    await guess.getByText("the signs alternate").waitFor();
    expect(await guess.locator(".fall-line-said").textContent()).toBe(
      "You saidIts steps are longerIt isIts steps are shorter",
    );
    expect(await other.textContent()).toContain("your guess");
    expect(await guess.locator(".fall-line-right").textContent()).toContain("what happens");
    expect(await guess.locator(".fall-line-reason").count()).toBe(3);
    // Formulas of the explanation are set.
    await guess.locator("mjx-container").first().waitFor();
    await picture(page, "card-wrong-guess");
    await guess.getByRole("button", { name: "Start over" }).click();
    expect(await guess.locator(".fall-line-right").count()).toBe(0);
    expect(await guess.textContent()).not.toContain("the signs alternate");
    await guess.locator('[data-option="shorter"]').click();
    await guess.getByText("Its steps are shorter, as you said.").waitFor();
    await guess.getByRole("button", { name: "Start over" }).click();
  });

  test("that hides an outcome says so to the page until it is answered or shown anyway", async () => {
    const open = (): Promise<string | null> =>
      page.locator(".jp-NotebookPanel").getAttribute("data-fall-line-open");
    const winner = cardOf(page, "Five runners");
    await winner.waitFor();
    expect(await open()).toBe("1");
    await winner.getByRole("button", { name: "Show me anyway" }).click();
    await winner.getByText("A race is fair when").waitFor();
    expect(await open()).toBeNull();
    await winner.getByRole("button", { name: "Start over" }).click();
    expect(await open()).toBe("1");
    await winner.locator(".fall-line-option").first().click();
    expect(await open()).toBeNull();
  });

  test("of an explanation opens a good one beside it, and asks which of the things to look for it had", async () => {
    const explain = cardOf(page, "Fast along the valley, and not up the walls");
    await explain.getByText("One good answer", { exact: true }).waitFor();
    await explain.getByText("They add up along the valley.").waitFor();
    const boxes = explain.getByRole("checkbox");
    expect(await boxes.count()).toBe(3);
    await boxes.first().focus();
    await page.keyboard.press("Space");
    expect(await boxes.first().isChecked()).toBe(true);
    expect(await explain.textContent()).not.toContain("✓");
    await picture(page, "card-explain");
  });

  test("lets one choose again until it is right, with hints, the solution and a fresh start", async () => {
    const choose = cardOf(page, "What is true of momentum?");
    const options = choose.locator(".fall-line-option");
    await options.first().focus();
    await page.keyboard.press("Enter");
    await choose.getByText("Not this one.").waitFor();
    await choose.getByRole("button", { name: "Hint" }).click();
    await choose.getByText("Hint 1 of 2:").waitFor();
    await choose.getByRole("button", { name: "Solution" }).click();
    await choose.getByText("once more to see it").waitFor();
    await choose.getByRole("button", { name: "Solution" }).click();
    await choose
      .getByText("The overshoot", { exact: false })
      .or(choose.getByText("the overshoot", { exact: false }))
      .waitFor();
    await options.nth(2).click();
    await choose.getByText("Right.").waitFor();
    expect(await options.nth(2).getAttribute("aria-pressed")).toBe("true");
    await picture(page, "card-choose");
    await choose.getByRole("button", { name: "Start over" }).click();
    expect(await choose.getByText("Right.").count()).toBe(0);
    expect(await options.first().isEnabled()).toBe(true);
  });

  test("of a feedback shows the departing step; on asking the name of the mistake and the path; and helps", async () => {
    const feedback = cardOf(page, "Write the momentum update");
    await feedback.getByText("it differs from step 1 on").waitFor();
    expect(await feedback.getByText("the line of w uses the old m").count()).toBe(0);
    await picture(page, "card-feedback-unnamed");
    await feedback.getByRole("button", { name: "Name my mistake" }).focus();
    await page.keyboard.press("Enter");
    await feedback.getByText("the line of w uses the old m").waitFor();
    await feedback.locator(".fall-line-chart .main-svg").first().waitFor();
    await feedback.getByRole("button", { name: "Hint" }).focus();
    await page.keyboard.press("Enter");
    await feedback.getByText("Hint 1 of 3:").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await feedback.getByText("const velocity").waitFor();
    await picture(page, "card-feedback");
  });

  test("shows what it says as text and never as markup", async () => {
    const marked = cardOf(page, "Markup");
    await marked.waitFor();
    // The headline, a text, code, an equation under its title, a table's head and its row, the name of the mistake.
    expect((await marked.textContent())!.split(MARKUP)).toHaveLength(9);
    expect(await marked.locator("img").count()).toBe(0);
  });

  test("that is damaged is told, and puts nothing into the page", async () => {
    await page.getByText("this card is damaged").waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(ours(errors)).toEqual([]);
  });
});
