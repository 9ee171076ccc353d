import { basename } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markOf } from "../../src/room/keys.ts";
import { type Asked, DECK_KEPT } from "../../src/room/protocol.ts";
import { type BareRoom, openBareRoom } from "../room/bare.ts";
import { openPage } from "./harness/browser.ts";
import { sharedBrowser } from "./harness/shared.ts";
import { Desk } from "./workbook/desk.ts";
import { NAME, SmallSite } from "./workbook/small.ts";

const about = { lesson: "Small", title: "Title", prompt: "Prompt." };
const options = ["a", "b", "c", "d"].map((name) => ({ name, text: name }));
const ASKED: readonly Asked[] = [
  { ...about, kind: "choose", id: "momentum/truth", options },
  { ...about, kind: "number", id: "momentum/bears", fields: [{ name: "limit", label: "limit" }] },
  { ...about, kind: "code", id: "momentum/rule" },
];

const decks = new Map(
  ["one", "other"].map((name) => [
    name,
    { title: name, html: (key: string) => `<title>${name}, ${key}</title>` },
  ]),
);
const site = new SmallSite();
let bare: BareRoom;
let browser: Browser;

beforeAll(async () => {
  const file = site.makeOneFile();
  const lessons = new Map([[basename(file), file]]);
  [browser, bare] = await Promise.all([
    sharedBrowser(),
    openBareRoom(ASKED, { lessons, decks, keys: [markOf("key")] }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await bare.close();
  site.remove();
});

test("in a lesson's page that the room serves, cards and checks count, on the seat that the browser has", async () => {
  const { room, place } = bare;
  const { page, errors } = await openPage(browser);
  const desk = new Desk(page);
  const now = () => expect.poll(() => room.tally());
  const code = "({ w, m, g }: any, { lambda, alpha }: any) => ({ w, m })";

  await page.goto(`http://${place}/`);
  await page.evaluate("fetch('state')");
  await page.goto(`http://${place}/lesson/${NAME}.html`);
  await desk.run("mine", `import { room } from "fall-line"; room("${place}")`);
  await desk.cell("mine").getByText("You have joined the room.").waitFor();

  await desk.run("mine", 'display(ask("momentum/truth")); display(ask("momentum/bears"));');
  room.obey({ request: "open", question: "momentum/truth", vote: 1 });
  await desk.cell("mine").locator("[data-option=b]").click();
  await now().toMatchObject({ answered: 1, seats: 1, options: { b: 1 } });
  room.obey({ request: "open", question: "momentum/bears", vote: 1 });
  await desk.cell("mine").locator("input[name=limit]").fill("0.4");
  await page.keyboard.press("Enter");
  await now().toMatchObject({ numbers: [{ limit: 0.4 }] });
  room.obey({ request: "open", question: "momentum/rule", vote: 1 });
  await desk.run("mine", `check("momentum/rule", ${code})`);
  await now().toMatchObject({ code: { right: 0, answered: 1 } });
  expect(errors).toEqual([]);
});

test("a tab that has had a deck has it again at its slide when it is loaded anew, and sends a key that is refused once", async () => {
  const { page } = await openPage(browser);
  const reloaded = async (key: string): Promise<void> => {
    await page.evaluate(
      ([name, kept, hash]) => {
        sessionStorage.setItem(name, kept);
        history.replaceState(null, "", hash);
      },
      [DECK_KEPT, JSON.stringify({ key, deck: "other" }), `#/${key}`] as const,
    );
    await page.reload();
  };
  await page.goto(`http://${bare.place}/../..`);
  await reloaded("key");
  await expect.poll(() => page.title()).toBe("other, key");
  expect(new URL(page.url()).hash).toBe("#/key");
  await reloaded("guessed");
  await page.getByText("This is not the teacher's key").waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
