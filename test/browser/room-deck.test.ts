import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DECK_KEPT, type RoomData } from "../../src/room/protocol.ts";
import { faultsOf } from "./harness/axe.ts";
import { openPage } from "./harness/browser.ts";
import { choices, filesOfSlides, press, slide } from "./harness/deck-page.ts";
import { onPaper, printDeck } from "./harness/paper.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { StandInRoom } from "./harness/stand-in-room.ts";

const about = { lesson: "Rolling", prompt: "Where does it stop?" };
const names = ["here", "there", "nowhere"];
const map = { src: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", alt: "a map", width: 300, height: 200 }; // prettier-ignore
const QUESTIONS: RoomData["questions"] = {
  "a/where": {
    asked: { ...about, kind: "choose", id: "a/where", title: "Where", options: names.map((name) => ({ name, text: `It stops ${name}.` })) }, // prettier-ignore
    ...{ right: [{ kind: "choose", option: "there" }], why: "It has lost its speed." },
  },
  "a/far": {
    asked: { ...about, kind: "number", id: "a/far", title: "How far", fields: [{ name: "x", label: "x" }] },
    ...{ right: [{ kind: "number", numbers: { x: 3 } }], why: "" },
  },
  "a/map": {
    asked: { ...about, kind: "place", id: "a/map", title: "On the map", asks: ["x"], map: { ...map, axes: [{ name: "x", range: [0, 10] }, { name: "y", range: [0, 5] }] } }, // prettier-ignore
    ...{ right: [{ kind: "place", point: { x: 5 } }], why: "" },
  },
  "a/say": { asked: { ...about, kind: "text", id: "a/say", title: "In words" }, right: [], why: "" },
  "a/counted": {
    asked: { ...about, kind: "choose", id: "a/counted", title: "Counted", options: names.map((name) => ({ name, text: name })) }, // prettier-ignore
    ...{ right: [{ kind: "choose", option: "there" }], why: "" },
  },
};
const STACKS = [
  [slide("Rolling", { layout: "title" })],
  ...Object.entries(QUESTIONS).map(([question, { asked }]) => [
    slide(asked.title, { layout: "question", question, body: choices(...names) }),
  ]),
  [slide("It stops")],
];
const DATA: RoomData = { deck: "01-rolling", address: "10.0.4.17:8900/", code: "K3M9PX", qr: "<svg/>", key: "secret", questions: QUESTIONS }; // prettier-ignore

const room = new StandInRoom({});
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await sharedBrowser();
  ({ page } = await openPage(browser, { viewport: { width: 1280, height: 720 } }));
  Object.assign(room.files, await filesOfSlides(STACKS, "", DATA));
  room.answer = () => [200, { is: "room", state: "ended", revealed: [], seats: 18 }];
  room.report({ is: "room", state: "waiting", revealed: [], seats: 18 });
  await page.goto(await room.open());
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
});
afterAll(async () => {
  await browser.close();
  room.close();
});

const present = () => page.locator("section.slide.present");
const foot = () => expect.poll(() => page.locator(".room-foot").textContent());
const asked = () => expect.poll(() => room.heard);
const tally = (question: string, vote: number, answered: number, more: object): void =>
  room.report({ is: "tally", question, vote, answered, seats: 18, ...more });
const bars = () =>
  present()
    .locator(".answer-row")
    .evaluateAll((all) => all.map((one) => [...one.querySelectorAll("p")].map((bar) => bar.textContent)));

test("the title says how one comes in, and who has", async () => {
  await foot().toBe("18 in the room");
  expect(await present().locator(".invite").innerText()).toBe("Vote by phone\n10.0.4.17:8900/\nK3M9PX");
  const lefts = await present().locator(".body, .invite").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left)); // prettier-ignore
  expect(lefts[1]).toBe(lefts[0]);
  const kept = await page.evaluate((name) => sessionStorage.getItem(name)!, DECK_KEPT);
  expect(JSON.parse(kept)).toEqual({ key: "secret", deck: "01-rolling" });
  await press(page, "q");
  await page.locator("dialog .invite .code").waitFor();
  await press(page, "Escape");
});

test("a question opens with its slide; what is answered is counted, and kept until a key shows it", async () => {
  await press(page, "PageDown");
  await asked().toEqual([{ request: "open", question: "a/where", vote: 1 }]);
  tally("a/where", 1, 12, { options: { here: 6, there: 3, nowhere: 3 } });
  await foot().toBe("12 of 18 voted · 10.0.4.17:8900/K3M9PX");
  expect(await present().locator(".board").count()).toBe(0);
  expect(await present().locator(".invite").innerText()).toBe("Vote by phone\n10.0.4.17:8900/\nK3M9PX");
  await press(page, "v");
  expect(await present().locator(".invite").count()).toBe(0);
  expect(await bars()).toEqual([["6 50 %"], ["3 25 %"], ["3 25 %"]]);
  expect(await present().locator(".right").count()).toBe(0);
  await printDeck(page);
  expect((await onPaper(page, ".paper")).read).toContain("nowhere");
  for (const ofRoom of [".invite", ".room-foot", ".board"])
    expect((await onPaper(page, ofRoom)).read, ofRoom).toBe("");
  await press(page, "v");
  expect(await present().locator(".board").count()).toBe(0);
});

test("after a discussion they vote a second time; then both stand side by side, with what is right", async () => {
  room.heard.length = 0;
  await press(page, "r");
  await asked().toEqual([{ request: "open", question: "a/where", vote: 2 }]);
  tally("a/where", 2, 12, { options: { here: 2, there: 10, nowhere: 0 } });
  await foot().toContain("12 of 18");
  await press(page, "Space");
  await asked().toContainEqual({ request: "reveal", question: "a/where" });
  expect(await bars()).toEqual([
    ["6 50 %", "2 17 %"],
    ["3 25 %", "10 83 %"],
    ["3 25 %", "0 0 %"],
  ]);
  expect(await present().locator(".answer-row.right").innerText()).toContain("✓ right");
  expect(await present().locator(".board-asked").innerText()).toContain("3 of 12 were right at first, 10 of 12 after talking."); // prettier-ignore
  expect(await faultsOf(page, "section.slide.present .board")).toEqual([]);
});

test("the next key brings the answer, with a count at each choice, and asks nothing anew", async () => {
  await press(page, "Space");
  await expect.poll(() => present().evaluate((one) => one.classList.contains("answered"))).toBe(true);
  expect(await present().locator(".board").count()).toBe(0);
  expect(await present().locator(".votes").allTextContents()).toEqual(["2", "10", "0"]);
  expect(room.heard).toHaveLength(2);
});

test("hands that are counted by digits go to the room as well", async () => {
  await press(page, "g", "2", "Enter", "a");
  await press(page, "r");
  room.heard.length = 0;
  await press(page, "1", "1", "3");
  await asked().toContainEqual({ request: "hands", question: "a/where", vote: 2, hands: { here: 2, there: 0, nowhere: 1 } }); // prettier-ignore
});

test("numbers are a histogram with what is true, and guesses on a map are all there", async () => {
  await press(page, "g", "3", "Enter");
  tally("a/far", 1, 4, { numbers: [{ x: 1 }, { x: 2 }, { x: 2 }, { x: 4 }] });
  await foot().toContain("4 of 18");
  await press(page, "Space");
  const columns = await present()
    .locator(".histogram rect")
    .evaluateAll((all) => all.filter((one) => one.getAttribute("height") !== "0").length);
  expect(columns).toBe(3);
  expect(await present().locator(".histogram").textContent()).toContain("✓ 3");
  await press(page, "g", "4", "Enter");
  tally("a/map", 1, 3, { points: [{ x: 1 }, { x: 5 }, { x: 9 }] });
  await foot().toContain("3 of 18");
  await press(page, "Space");
  expect(await present().locator(".plane .second").evaluateAll((all) => all.map((one) => one.getAttribute("x1")))).toEqual(["10%", "50%", "90%"]); // prettier-ignore
  expect(await present().locator(".plane .true").count()).toBe(1);
});

test("a slide is fitted anew when counts come to stand beside its choices", async () => {
  await press(page, "g", "6", "Enter", "Space");
  const fit = () => present().evaluate((one) => one.style.getPropertyValue("--fit-answer"));
  await present().evaluate((one) => one.style.removeProperty("--fit-answer"));
  tally("a/counted", 1, 12, { options: { here: 2, there: 10, nowhere: 0 } });
  await expect.poll(() => present().locator(".votes").allTextContents()).toEqual(["2", "10", "0"]);
  expect(await fit()).not.toBe("");
  await present().evaluate((one) => one.style.removeProperty("--fit-answer"));
  tally("a/counted", 1, 13, { options: { here: 2, there: 11, nowhere: 0 } });
  await expect.poll(() => present().locator(".votes").allTextContents()).toEqual(["2", "11", "0"]);
  expect(await fit()).toBe("");
});

test("the speaker sees how many are missing, and lets texts through before the hall does", async () => {
  await press(page, "g", "5", "Enter");
  const texts = (isLetThrough: boolean) => ({
    texts: [{ id: "1", text: "It keeps <its> speed.", isLetThrough }],
  });
  tally("a/say", 1, 1, texts(false));
  await foot().toContain("1 of 18");
  const opening = page.waitForEvent("popup");
  await press(page, "s");
  const speaker = await opening;
  expect(await speaker.locator("[data-part=room]").innerText()).toContain(
    "1 of 18 have voted; 17 are missing.",
  );
  await press(page, "v");
  expect(await present().locator(".board blockquote").count()).toBe(0);
  await speaker.getByRole("button", { name: "Show it" }).click();
  await asked().toContainEqual({ request: "let through", question: "a/say", text: "1" });
  tally("a/say", 1, 1, texts(true));
  expect(await present().locator(".board blockquote").innerText()).toBe("It keeps <its> speed.");
  await speaker.close();
});

test("deck and room come apart and find each other again: phones then show what the slide asks", async () => {
  room.away(true);
  await foot().toBe("the room can't be reached: hands count by digits");
  await press(page, "g", "7", "Enter");
  room.heard.length = 0;
  room.known = [{ is: "room", state: "open", poll: { question: "a/say", vote: 1 }, revealed: [], seats: 17 }];
  room.away(false);
  await asked().toContainEqual({ request: "wait" });
  await foot().toBe("");
});

test("a deck that is loaded again takes over how the room is, and opens no question anew that was revealed", async () => {
  const tallies = { is: "tally", question: "a/where", answered: 12, seats: 18, options: { here: 2, there: 10, nowhere: 0 } }; // prettier-ignore
  const now = { is: "room", state: "revealed", poll: { question: "a/where", vote: 2 }, revealed: ["a/where", "a/far"], seats: 18 }; // prettier-ignore
  room.known = [{ ...tallies, vote: 1 }, { ...tallies, vote: 2 }, now];
  await press(page, "g", "2", "Enter");
  room.heard.length = 0;
  // The address follows a moment later, and says where the deck is opened again.
  await expect.poll(() => page.url()).toMatch(/#\/1$/);
  await page.reload();
  await foot().toBe("12 of 18 voted");
  await expect.poll(() => present().locator(".votes").allTextContents()).toEqual(["2", "10", "0"]);
  await press(page, "g", "3", "Enter");
  await asked().toEqual([{ request: "reveal", question: "a/far" }]);
  expect(await present().getAttribute("class")).toContain("answered");
});

test("what the room will not do is told in its words", async () => {
  room.answer = () => [409, { refused: "late", said: "Vote 1 was closed before." }];
  await press(page, "g", "4", "Enter");
  await foot().toBe("Vote 1 was closed before.");
});

test("a deck without a room has nothing of it", async () => {
  const files = await filesOfSlides(STACKS);
  expect(files).not.toHaveProperty("deck-room.js");
  expect(files["deck.js"]).not.toContain("teacher/events");
  expect(files[""]).not.toContain("fall-line-room");
});
