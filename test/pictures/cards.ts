/** Pictures of the states of a card, to be laid beside the drawn ones. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { check, defineExercises, exercise, prose, type StepOf, table } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { documentToHtml, ownAssets } from "../../src/pages/document.ts";
import { outputToHtml } from "../../src/rendering/output.ts";

const projectDir = resolve(import.meta.dirname, "../..");

/** The card that is drawn. */
const drawn = defineExercises("drawn", {
  longer: exercise.foresee({
    title: "How long is step 2?",
    prompt:
      "The slope hardly changes, from 10 to 9.8. How long is step 2 of slide 14's rule, compared with step 1?",
    options: {
      same: { text: "About as long", reason: "The slope is nearly the same; m and κ are not." },
      shorter: { text: "Shorter", reason: "m nearly doubles, and the root of κ does not." },
      longer: {
        text: "Longer",
        reason: "1.35 times: m goes from 1 to 1.88, the root of κ only from 1 to 1.40.",
        right: true,
      },
    },
    explanation: prose`
      Both averages start at 0 and so are too small at first: $m$ by the factor $1 - 0.9$, $\sqrt{\kappa}$ by
      $\sqrt{1 - 0.99}$. In step 1 the two faults cancel.
    `,
    hints: ["What is new in m, and what in κ?", "Put the numbers in."],
  }),
  far: exercise.predict({
    title: "How far does it get?",
    prompt: "The heavy ball starts at x = −8, and the bottom is at x = 0. How far to the right does it get?",
    fields: { x: { label: "x", answer: 1.225, within: 0.4 } },
    because: "It rolls past the bottom: there the slope is 0, and the speed is not.",
    hints: ["Does it stop where the slope is 0?"],
  }),
});

const forgetful: StepOf<"m" | "v", "eta" | "beta1" | "beta2" | "epsilon"> = (
  { w, m, v, g },
  { eta, beta1, beta2, epsilon },
) => {
  const m2 = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]!);
  const v2 = v.map((old, i) => beta2 * old + (1 - beta2) * g[i]! ** 2);
  return { w: w.map((x, i) => x - (eta * m2[i]!) / (Math.sqrt(v2[i]!) + epsilon)), m: m2, v: v2 };
};

/** What is done on a card to bring about a state. */
type Act = (card: Locator) => Promise<void>;

const choose =
  (name: string): Act =>
  (card) =>
    card.locator(`[data-option="${name}"]`).click();

const ask = (): unknown => drawn.ask("drawn/longer", table({ step1: 0.1, step2: 0.135 }));
/** Checked once: the same mistake a second time is named at once. */
const checked = check("adam/rule", forgetful);
const code = (): unknown => checked;

/** The states, each from its card and what is done on it. */
export const CARD_STATES: Readonly<Record<string, { readonly card: () => unknown; readonly act?: Act }>> = {
  "1-asked": { card: ask },
  "2-otherwise": { card: ask, act: choose("same") },
  "3-right": { card: ask, act: choose("longer") },
  "4-code": { card: code },
  "4-code-named": {
    card: code,
    act: async (card) => {
      await card.getByRole("button", { name: "Name my mistake" }).click();
      await card.locator(".fall-line-chart .main-svg").first().waitFor();
    },
  },
  "5-number-asked": { card: () => drawn.ask("drawn/far") },
  "5-number-otherwise": {
    card: () => drawn.ask("drawn/far"),
    act: async (card) => {
      await card.locator("input").fill("0");
      await card.locator("input").press("Enter");
    },
  },
};

/** Opens a page with a card in each of these states, in sections by their names, and brings the states about. */
export async function openStates(
  browser: Browser,
  folder: string,
  states: readonly string[],
  { width = 640, dark = false }: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<Page> {
  const sections = await Promise.all(
    states.map(async (state) => {
      const data = JSON.parse(JSON.stringify(await bundleOf(CARD_STATES[state]!.card()))) as object;
      return `<section id="state-${state}">${outputToHtml({ output_type: "display_data", data: { ...data } })}</section>`;
    }),
  );
  const body = `<main id="main" style="padding:12px">${sections.join("")}</main>`;
  const parts = { title: states.join(", "), description: "A card", bar: "", body, live: true };
  const file = join(folder, "states.html");
  writeFileSync(file, documentToHtml(parts, ownAssets(projectDir)));
  const context = await browser.newContext({
    viewport: { width, height: 600 },
    colorScheme: dark ? "dark" : "light",
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  for (const state of states) {
    const card = page.locator(`#state-${state} .fall-line-card`);
    await page.locator(`#state-${state}`).scrollIntoViewIfNeeded();
    await card.waitFor();
    await CARD_STATES[state]!.act?.(card);
  }
  return page;
}
