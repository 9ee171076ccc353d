import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { place as placed } from "../../src/exercises/kinds/place.ts";
import { planeOf } from "../../src/exercises/place/plane.ts";
import { objective } from "../../src/objectives/objective.ts";
import { phonePage } from "../../src/room/phone-html.ts";
import type { Asked } from "../../src/room/protocol.ts";
import { momentum } from "../../src/rules/momentum.ts";
import { svgAddress } from "../../src/svg-address.ts";
import { faultsOf } from "./harness/axe.ts";
import { openPage, type Watched } from "./harness/browser.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { StandInRoom } from "./harness/stand-in-room.ts";

const about = {
  lesson: "Momentum",
  page: "lesson/03-momentum.html",
  title: "Five runners",
  prompt: "Whose loss is the lowest after 50 steps?",
};
const names = ["one", "two", "three", "four", "five"];
const CHOOSE = {
  ...about,
  kind: "choose",
  id: "m/winner",
  options: names.map((name) => ({ name, text: name })),
};
const { svg, x, y, ...map } = planeOf(
  placed({
    ...{ title: "t", prompt: "p", hints: ["h"], within: 1, right: "r", because: "b", asks: "x" },
    on: objective("0.05*x^2 + y^2"),
    view: [
      [-9, 3],
      [-2, 2],
    ],
    ball: { rule: momentum, start: [-8, 1.5], steps: 20, hyper: { lambda: 0.1, alpha: 0.9 }, name: "ball" },
  }),
);
const axes = [
  { name: "x", range: x },
  { name: "y", range: y },
];
const PLACE = {
  ...about,
  kind: "place",
  id: "m/reach",
  asks: ["x"],
  map: { ...map, src: svgAddress(svg), axes },
};
const NUMBER = { ...about, kind: "number", id: "m/bowl", fields: [{ name: "a", label: "the slope" }] };
const LINES = { ...about, kind: "order", id: "m/lines", lines: names.map((name) => ({ name, text: name })) };
const TEXT = { ...about, kind: "text", id: "m/friend" };
const CODE = { ...about, kind: "code", id: "m/rule" };

const { html } = phonePage(resolve(import.meta.dirname, "../.."), "Momentum");
const room = new StandInRoom({ "K3M9PX/": html });
const option = (name: string) => ({ kind: "choose", option: name });
const asks = (asked: object, more: object = {}) => ({
  state: "open",
  asked,
  vote: 1,
  answered: 14,
  seats: 18,
  ...more,
});

let browser: Browser;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  browser = await sharedBrowser();
  watched = await openPage(browser, { viewport: { width: 320, height: 568 } });
  ({ page } = watched);
  await page.goto(`${await room.open()}K3M9PX/`);
});
afterAll(async () => {
  await browser.close();
  room.close();
});
beforeEach(() => {
  room.heard.length = 0;
});

/** Asks, and waits until it is on the phone. */
async function ask(message: ReturnType<typeof asks>): Promise<void> {
  room.tell(message);
  await page.locator(".phase", { hasText: message.vote === 1 ? "first" : "second" }).waitFor();
}
const press = (name: string) => page.locator(".option", { hasText: name }).click();
const tags = () => page.locator(".option .tag").allTextContents();
const heard = () => expect.poll(() => room.heard);
const told = () => expect.poll(() => page.locator("[role=status]").textContent());

test("the page with a question on a map is at most 60 KB on the line, and asks nothing of any other place", () => {
  expect(gzipSync(html + JSON.stringify(asks(PLACE))).length).toBeLessThanOrEqual(60_000);
  expect(watched.abroad).toEqual([]);
});

test("a phone waits, is asked, votes by one press and changes it by another", async () => {
  await page.getByText("Look at the screen.").waitFor();
  await ask(asks(CHOOSE));
  expect(await page.locator("footer").innerText()).toBe("14 of 18 have voted");
  await press("three");
  await press("two");
  await heard().toEqual([
    { question: "m/winner", vote: 1, answer: option("three") },
    { question: "m/winner", vote: 1, answer: option("two") },
  ]);
  // A room tells it again with each vote: what answers this one has the count before, and may come later.
  const count = (): Promise<string> => {
    room.tell({ state: "counted", answered: 15, seats: 18 });
    return page.locator("footer").innerText();
  };
  await expect.poll(count).toBe("15 of 18 have voted");
});

test("the second vote tells the first, with each option where it was; then what is right, and why", async () => {
  await ask(asks(CHOOSE, { yours: option("two") }));
  await expect.poll(tags).toEqual(["", "your vote", "", "", ""]);
  const boxes = () =>
    page.locator(".option").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  const before = await boxes();
  expect(Math.min(...before.map(({ height }) => height))).toBeGreaterThanOrEqual(60);
  await ask(asks(CHOOSE, { vote: 2, first: option("two") }));
  await expect.poll(tags).toEqual(["", "your first", "", "", ""]);
  expect(await boxes()).toEqual(before);
  room.tell({ ...asks(CHOOSE, { vote: 2, first: option("two"), yours: option("five") }), state: "revealed", right: [option("five")], why: "It comes down the sides." }); // prettier-ignore
  await page.getByText("It comes down the sides.").waitFor();
  expect(await page.getByRole("link").getAttribute("href")).toBe("lesson/03-momentum.html");
  expect(await page.locator(".option:visible").allInnerTexts()).toEqual([
    "2\ntwo\nyour first",
    "5\nfive\nyour second, right ✓",
  ]);
});

test("without a line the vote is kept and said so, and sent when the room is there again", async () => {
  await ask(asks(CHOOSE));
  room.away(true);
  await press("four");
  await told().toBe("not connected, your vote is kept");
  expect(room.heard).toEqual([]);
  room.away(false);
  await heard().toEqual([{ question: "m/winner", vote: 1, answer: option("four") }]);
  await told().toBe("");
});

test("a vote that was not read in time is sent again and said so, and sent by the page that is loaded again", async () => {
  const { answer } = room;
  room.answer = () => undefined;
  await press("one");
  await heard().not.toEqual([]);
  await told().toBe("your vote did not arrive, sending it again");
  await page.reload();
  await expect.poll(tags).toEqual(["your vote", "", "", "", ""]);
  room.answer = answer;
  room.heard.length = 0;
  await heard().toEqual([{ question: "m/winner", vote: 1, answer: option("one") }]);
});

test("what the room refuses is told in its words, and not sent again", async () => {
  const { answer } = room;
  room.answer = () => [409, { refused: "late", said: "This vote is closed." }];
  await press("five");
  await told().toBe("This vote is closed.");
  room.answer = answer;
  await press("four");
  await heard().toHaveLength(2);
});

test("a number is read as it is written, and asked for where it is missing", async () => {
  await ask(asks(NUMBER));
  await page.getByLabel("the slope").fill("much");
  await page.keyboard.press("Enter");
  expect(await page.locator("[role=alert]").innerText()).toMatch(/^Write a number/);
  await page.getByLabel("the slope").fill("−1/4");
  await page.keyboard.press("Enter");
  await heard().toMatchObject([{ answer: { kind: "number", numbers: { a: -0.25 } } }]);
});

test("what the room says of a vote takes nothing from a question that came meanwhile", async () => {
  await ask(asks(NUMBER));
  const { answer } = room;
  room.answer = () => {
    room.tell(asks(LINES));
    return [200, asks(NUMBER)];
  };
  await page.getByLabel("the slope").fill("1");
  await page.keyboard.press("Enter");
  await page.locator(".option", { hasText: "two" }).waitFor();
  await heard().toHaveLength(1);
  room.answer = answer;
});

test("lines are pressed in their order, by keys too", async () => {
  await ask(asks(LINES));
  for (const name of ["two", "one", "four", "one"]) await press(name);
  await page.getByRole("button", { name: "three" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Send" }).click();
  await heard().toMatchObject([{ answer: { kind: "order", lines: ["two", "four", "three"] } }]);
});

test("a place is pressed on the map, or set by keys", async () => {
  await ask(asks(PLACE));
  await page.locator(".plane").click({ position: { x: 72, y: 30 } });
  await page.keyboard.press("Shift+ArrowLeft");
  await page.getByRole("button", { name: "Send" }).click();
  await heard().toHaveLength(1);
  // The map is 288 wide, from -9 to 3.
  const { answer } = room.heard[0] as { answer: { point: { x: number } } };
  expect(answer).toEqual({
    kind: "place",
    point: { x: expect.closeTo(-9 + ((72 - 30) / 288) * 12, 1) as number },
  });
});

test("free text says what becomes of it; code is answered in the notebook", async () => {
  await ask(asks(TEXT));
  await page.getByLabel("Your answer").fill("It keeps its speed.");
  await page.getByRole("button", { name: "Send" }).click();
  await heard().toMatchObject([{ answer: { kind: "text", text: "It keeps its speed." } }]);
  expect(await page.locator(".hint").innerText()).toContain("only if your teacher lets it through");
  await ask(asks(CODE));
  await page.getByText("answered in the notebook").waitFor();
});

test.each([CHOOSE, PLACE, NUMBER, LINES, TEXT] as unknown as readonly Asked[])(
  "axe-core finds no fault with $kind, and nothing is wider than the phone",
  async (asked) => {
    // prettier-ignore
    await ask(asks(asked));
    await page.locator(`[data-kind=${asked.kind}]`).waitFor();
    expect(await faultsOf(page, "html")).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);

test("the end is told, and why there is no seat", async () => {
  room.tell({ state: "ended" });
  await page.getByText("The room is closed.").waitFor();
  room.tell({ state: "refused", said: "All 18 seats are taken." });
  await page.reload();
  await page.getByText("All 18 seats are taken.").waitFor();
});
