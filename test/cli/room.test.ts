import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { openRoom } from "../../src/cli/room.ts";
import { roomDecks } from "../../src/cli/room-decks.ts";
import { SPECIFICATION } from "../../src/mime.ts";
import { ROOM_DATA } from "../../src/room/protocol.ts";
import { parsed } from "../../src/schema.ts";
import { ask, Events, post } from "../room/client.ts";
import { typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());
beforeAll(() => {
  const file = join(project.projectDir, "notebooks", "11-waves.ipynb");
  const lesson = JSON.parse(readFileSync(file, "utf8")) as { cells: { outputs?: object[] }[] };
  const card = { format: 1, kind: "card-choose", id: "waves/crest" };
  lesson.cells.at(-1)!.outputs = [
    { output_type: "display_data", data: { [SPECIFICATION]: card }, metadata: {} },
  ];
  writeFileSync(file, JSON.stringify(lesson));
});

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function opened(...line: string[]) {
  const command: Command = async (invocation, session) => {
    const room = await openRoom(invocation, session, ({ options, ...own }, asked, into) =>
      roomDecks({ ...own, options: { ...options, into } }, asked),
    );
    if ("code" in room) return room.code;
    ({ close } = room);
    return 0;
  };
  const { said, stop } = await typedIn(project, command, "room", ...line);
  const text = said.join("\n");
  const [, base = "", code = ""] = /open \*(http:\S+\/)([A-Z]{6})\*/.exec(text) ?? [];
  return { text, stop, base, code, key: /teacher's key: \*(\S+)\*/.exec(text)?.[1] ?? "" };
}

const at = (file: string): string => join(project.callerDir, file);
const deckOf = (base: string, key: string, more = "") =>
  ask(
    new URL(base),
    { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
    `key=${key}${more}`,
  );
const teach = (base: string, key: string, request: object) =>
  post(new URL("teacher/request", base), request, { Authorization: `Bearer ${key}` });
const CREST = { question: "waves/crest", vote: 1 };

test("room serves the deck for the key and a page for phones, keeps counts, and goes on with them", async () => {
  const first = await opened("waves", "--no-browser", "--keep", "kept/week3.json");
  expect(first.stop).toEqual({ code: 0, farewell: "The room has ended." });
  expect(first.text).toContain("No phone can reach this room: it is on this machine alone.");
  const { body } = await deckOf(first.base, first.key);
  const held = /<script[^>]*id="fall-line-room"[^>]*>([^]*?)<\/script>/.exec(body)![1]!;
  const data = parsed(ROOM_DATA, JSON.parse(held), "what a deck knows");
  expect(data).toMatchObject({ code: first.code, key: first.key });
  expect(data).not.toHaveProperty("address");
  expect(data.questions["waves/crest"]).toMatchObject({
    asked: { kind: "choose", lesson: "Waves", options: [{ name: "top" }, { name: "side" }] },
    right: [{ kind: "choose", option: "top" }],
  });
  const page = await ask(new URL(`${first.code}/`, first.base));
  expect(page.body).toContain("<title>Waves (fall-line room)</title>");
  const lesson = await ask(new URL(`${first.code}/${data.questions["waves/crest"]!.asked.page}`, first.base));
  expect(lesson.body).toContain(`<h1 id="Waves">Waves`);

  await teach(first.base, first.key, { request: "open", ...CREST });
  const phone = await new Events().open(new URL(`${first.code}/events`, first.base));
  const answer = { kind: "choose", option: "top" };
  await post(new URL(`${first.code}/vote`, first.base), { ...CREST, answer }, { Cookie: phone.cookie });
  await teach(first.base, first.key, { request: "close" });
  await teach(first.base, first.key, { request: "open", question: "waves/crest", vote: 2 });
  phone.close();
  await close!();
  const kept = JSON.parse(readFileSync(at("kept/week3.json"), "utf8")) as { votes: object[] };
  expect(kept).toMatchObject({ code: first.code, open: { question: "waves/crest", vote: 2 } });
  expect(kept.votes).toMatchObject([{ ...CREST, answered: 1, options: { top: 1, side: 0 } }]);
  expect(JSON.stringify(kept)).not.toContain(first.key);

  const again = await opened("waves", "--no-browser", "--resume", "kept/week3.json");
  expect([again.base, again.code]).toEqual([first.base, first.code]);
  const state = JSON.parse((await ask(new URL(`${again.code}/state`, again.base))).body) as object;
  expect(state).toMatchObject({ state: "open", vote: 2, answered: 0 });
  expect(await teach(again.base, first.key, { request: "open", ...CREST })).toMatchObject({ status: 409 });
});

test("room opens the browser at a file that only its owner reads, and that is gone with the room, as what killed rooms have left", async () => {
  const folder = join(project.projectDir, ".fall-line", "room");
  mkdirSync(join(folder, "999999999"), { recursive: true });
  const { text, key } = await opened("--all");
  expect(key).toBe("");
  const door = join(folder, String(process.pid), "open-the-deck.html");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files).toHaveLength(6);
  for (const { parentPath, name } of files) expect(statSync(join(parentPath, name)).mode & 0o777).toBe(0o600);
  expect(text).toContain(door);
  const [, own = ""] = /name="key" value="([^"]+)"/.exec(readFileSync(door, "utf8")) ?? [];
  const base = /open \*(http:\S+\/)[A-Z]{6}\*/.exec(text)![1]!;
  const decks = await deckOf(base, own);
  expect(decks.body).toContain('<button name="deck" value="12-tides">Tides</button>');
  const tides = (await deckOf(base, own, "&deck=12-tides")).body;
  expect(tides).toContain("<title>Tides (fall-line deck)</title>");
  expect(tides).toContain(`"key":"${own}"`);
  await close!();
  close = undefined;
  expect(readdirSync(folder)).toEqual([]);
});

test("room says before the long work what can't be done, with the cure", async () => {
  writeFileSync(at("there.json"), "{}");
  const cases: [string[], string][] = [
    [["--seats", "many"], "--seats must be a whole number from 1 to 5000, got many"],
    [
      ["--url", "room.example.org"],
      "--url must be the address at which phones reach this room, got room.example.org",
    ],
    [["--url", "ftp://room.example.org"], "--url must be the address at which phones reach this room"],
    [["--keep", "there.json"], `${at("there.json")} is there already, and is left as it is`],
    [["--resume", "there.json"], `${at("there.json")} was not kept by a room`],
    [["--resume", "none.json"], `There is no file ${at("none.json")}`],
    [["--port", "0"], "--port must be a whole number from 1 to 65535, got 0"],
  ];
  for (const [line, what] of cases) await expect(opened("waves", ...line)).rejects.toThrow(what);
});
