import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RICH } from "../../src/display.ts";
import { fresh, record } from "../../src/exercises/progress.ts";
import type { NewEvent } from "../../src/exercises/progress-event.ts";
import { room as join } from "../../src/exercises/room/seat.ts";
import { markOf, newSecret } from "../../src/room/keys.ts";
import type { Tally } from "../../src/room/protocol.ts";
import { Room } from "../../src/room/room.ts";
import { serveRoom } from "../../src/room/server.ts";
import { ALONE } from "../../src/room/site.ts";
import { pictures, questions } from "./questions.ts";

const CODE = "BCDFGH";
let room: Room;
let running: Awaited<ReturnType<typeof serveRoom>>;
const counted: (() => void)[] = [];

beforeEach(async () => {
  room = new Room({ questions, most: 2, newSeat: newSecret });
  const phone = { html: "", policy: "" };
  const about = {
    seats: 2,
    code: CODE,
    keys: [markOf("key")],
    decks: new Map(),
    lessons: new Map(),
    phone,
    pictures,
  };
  const changed = (): void => counted.splice(0).forEach((tell) => tell());
  running = await serveRoom({ room, site: ALONE, ...about, changed }, 0, "127.0.0.1");
});
afterEach(async () => {
  await running.close();
  // What was joined is a room no more, and is left with the next answer.
  Reflect.deleteProperty(globalThis, Symbol.for("fall-line.room"));
  vi.restoreAllMocks();
});

const place = (): string => `127.0.0.1:${running.port}/${CODE}`;
const said = async (address: string): Promise<unknown> => (await join(address)[RICH]())["text/plain"];
const attempt = (id: string, more: Partial<NewEvent>): void =>
  record({ id, event: "attempt", ...more }, fresh(id));

/** What the vote of now counts when one has answered it. */
async function counts(act: () => void): Promise<Tally> {
  act();
  for (;;) {
    const tally = room.tally()!;
    if (tally.answered === 1) return tally;
    await new Promise<void>((tell) => counted.push(tell));
  }
}

/** The next warning. */
function warning(): Promise<string> {
  return new Promise((tell) => vi.spyOn(console, "warn").mockImplementation(tell));
}

test("an answer in a notebook that has joined counts while it is asked, by the names of options and mistakes alone", async () => {
  expect(await said(place().toLowerCase())).toMatch(/^You have joined the room\. .*Neither code nor texts/s);
  room.obey({ request: "open", question: "choose", vote: 2 });
  const choose = await counts(() => attempt("choose", { outcome: "otherwise", right: false, picked: "no" }));
  expect(choose).toMatchObject({ vote: 2, answered: 1, options: { yes: 0, no: 1 } });
  room.obey({ request: "open", question: "code", vote: 1 });
  const [[id, what]] = Object.entries(questions.get("code")!.mistakes) as [[string, string]];
  const sent = vi.spyOn(globalThis, "fetch");
  const code = await counts(() => attempt("code", { right: false, mistakes: [{ id, what }] }));
  expect(code.code).toEqual({ answered: 1, right: 0, mistakes: [{ id, count: 1, what }] });
  const bodies = sent.mock.calls.flatMap(([, { body } = {}]) => (body === undefined ? [] : [body as string]));
  expect(bodies.map((body) => JSON.parse(body) as object)).toEqual([
    { question: "code", vote: 1, answer: { kind: "code", right: false, mistakes: [id] } },
  ]);
  room.obey({ request: "open", question: "number", vote: 1 });
  const number = await counts(() => attempt("number", { right: true, picked: { x: 1.5, n: 3 } }));
  expect(number.numbers).toEqual([{ n: 3, x: 1.5 }]);
});

test("a text, and what is not asked now, is sent nowhere", async () => {
  await said(place());
  room.obey({ request: "open", question: "text", vote: 1 });
  const sent = vi.spyOn(globalThis, "fetch");
  attempt("text", { outcome: "kept", picked: "Since it rolls." });
  attempt("choose", { right: true, picked: "yes" });
  record({ id: "text", event: "hint" }, fresh("text"));
  room.obey({ request: "open", question: "place", vote: 1 });
  const { points } = await counts(() => attempt("place", { right: false, picked: { x: 1 } }));
  expect(points).toEqual([{ x: 1 }]);
  expect(sent.mock.calls.filter(([, options]) => options?.method === "POST")).toHaveLength(1);
});

test("a seat that was given up is taken anew, and the end of the room is told once", async () => {
  await said(place());
  const others = [room.sit(), room.sit()];
  for (const one of others) room.arrive(one);
  room.obey({ request: "open", question: "choose", vote: 1 });
  const full = warning();
  attempt("choose", { right: true, picked: "yes" });
  expect(await full).toBe("fall-line: not counted in the room: All 2 seats of this room are taken: tell your instructor."); // prettier-ignore
  for (const one of others) room.leave(one);
  const { answered } = await counts(() => attempt("choose", { right: true, picked: "yes" }));
  expect(answered).toBe(1);
  room.obey({ request: "end" });
  const ended = warning();
  attempt("choose", { right: true, picked: "yes" });
  expect(await ended).toBe(
    "fall-line: not counted in the room: it has ended. Nothing is sent there any more.",
  );
  const sent = vi.spyOn(globalThis, "fetch");
  attempt("choose", { right: true, picked: "yes" });
  expect(sent).not.toHaveBeenCalled();
});

test.each([
  ["a wrong code", () => place().replace(CODE, "BCDFGX"), "There is no room of this code here"],
  ["no address of a room", () => "127.0.0.1:1/BCDFGH", "nothing answers at http://127.0.0.1:1/."],
])("%s is told as a sentence, and nothing is joined", async (_, address, why) => {
  expect(await said(address())).toMatch(`Not joined: ${why}`);
  expect(globalThis).not.toHaveProperty([Symbol.for("fall-line.room") as unknown as string]);
});

test.each([
  "",
  5 as unknown as string,
  "BCDFGH",
  "room.example.org",
  "room.example.org/",
  "ftp://room.example.org/BCDFGH",
  "x/ABC",
])("%j is no address with a code", (address) => {
  expect(() => join(address)).toThrow("a room is joined by its address and its code");
});
