import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { markOf, newSecret } from "../../src/room/keys.ts";
import { DECK_MESSAGE, type DeckMessage, PHONE_MESSAGE, type PhoneMessage } from "../../src/room/protocol.ts";
import { Room } from "../../src/room/room.ts";
import type { ServedRoom } from "../../src/room/served.ts";
import { serveRoom } from "../../src/room/server.ts";
import { ALONE, behind } from "../../src/room/site.ts";
import { parsed } from "../../src/schema.ts";
import { ask, Events, post } from "./client.ts";
import { pictures, questions } from "./questions.ts";

const KEY = "the teacher's key";
const BEARER = { Authorization: `Bearer ${KEY}` };
const CODE = "BCDFGH";

let running: Awaited<ReturnType<typeof serveRoom>>;
let base: URL;
let opened: { close: () => void }[] = [];

async function serve(parts: Partial<ServedRoom> = {}): Promise<void> {
  const served: ServedRoom = {
    room: new Room({ questions, most: 5, newSeat: newSecret }),
    site: ALONE,
    seats: 5,
    code: CODE,
    keys: [markOf(KEY)],
    decks: new Map([
      ["03-momentum", { title: "Momentum", html: (key) => `<title>deck with ${key}</title>` }],
    ]),
    lessons: new Map([["03-momentum.html", import.meta.filename]]),
    phone: { html: "<title>phone</title>", policy: "default-src 'none'" },
    pictures,
    changed: () => undefined,
    ...parts,
  };
  running = await serveRoom(served, 0, "127.0.0.1");
  base = new URL(`http://127.0.0.1:${running.port}/`);
}

beforeEach(() => serve());
afterEach(async () => {
  for (const one of opened) one.close();
  opened = [];
  await running.close();
});

const at = (path: string): URL => new URL(path, base);
const teach = (request: object, headers: Record<string, string> = BEARER) =>
  post(at("teacher/request"), request, headers);
const openVote = (question: string, vote = 1) => teach({ request: "open", question, vote });
const vote = (cookie: string, body: object) => post(at(`${CODE}/vote`), body, { Cookie: cookie });
const YES = { question: "choose", vote: 1, answer: { kind: "choose", option: "yes" } };

async function join(cookie?: string): Promise<Events<PhoneMessage>> {
  const events = new Events<PhoneMessage>();
  opened.push(events);
  return events.open(at(`${CODE}/events`), cookie === undefined ? {} : { Cookie: cookie });
}

async function follow(): Promise<Events<DeckMessage>> {
  const events = new Events<DeckMessage>();
  opened.push(events);
  return events.open(at("teacher/events"), BEARER);
}

describe("a room over HTTP", () => {
  test("asks, counts, reveals and ends, and says all of it as the protocol says", async () => {
    const deck = await follow();
    const [phone, other] = [await join(), await join()];
    expect(await phone.until(({ state }) => state === "waiting")).toEqual({ state: "waiting" });
    expect(await openVote("choose")).toMatchObject({ status: 200 });
    await phone.until(({ state }) => state === "open");
    const { status, body } = await vote(phone.cookie, YES);
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      { state: "open", answered: 1, yours: YES.answer },
    ]);
    await other.until((one) => one.state === "counted" && one.answered === 1 && one.seats === 2);
    const counts = (one: DeckMessage): boolean => one.is === "tally" && one.options!["yes"] === 1;
    expect(await deck.until(counts)).toMatchObject({ question: "choose", vote: 1, answered: 1, seats: 2 });
    await teach({ request: "reveal", question: "choose" });
    expect(await other.until(({ state }) => state === "revealed")).toMatchObject({ why: "It does." });
    const again = await follow();
    expect(await again.until(counts)).toMatchObject({ answered: 1 });
    await teach({ request: "end" });
    await phone.until(({ state }) => state === "ended");
    for (const one of [...phone.all, ...other.all])
      expect(parsed(PHONE_MESSAGE, one, "a message")).toEqual(one);
    for (const one of deck.all) expect(parsed(DECK_MESSAGE, one, "a message")).toEqual(one);
  });

  test("knows a phone that comes back by its cookie alone, which no script reads and no other site sends", async () => {
    await openVote("choose");
    const phone = await join();
    await vote(phone.cookie, YES);
    phone.close();
    const back = await join(phone.cookie);
    expect(await back.until(({ state }) => state === "open")).toMatchObject({
      answered: 1,
      yours: YES.answer,
    });
    const state = await ask(at(`${CODE}/state`));
    expect(JSON.parse(state.body)).not.toHaveProperty("yours");
    expect(state.headers["set-cookie"]).toEqual([
      expect.stringMatching(/^seat=[\w-]{22}; Path=\/BCDFGH\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  test("tells proxies to hold no event back", async () => {
    const { headers } = await fetch(at(`${CODE}/events`), { signal: AbortSignal.timeout(60_000) });
    expect(headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store, no-transform");
    expect(headers.get("x-accel-buffering")).toBe("no");
  });

  test("leads to the phone's page from a code in any letters, and says where there is none", async () => {
    const places = ["bcdfgh", "BCDFGH", "join?code=bcd-fgh", "bcdfgh/"];
    const leads = await Promise.all(places.map((one) => ask(at(one))));
    expect(leads.map(({ status, headers }) => [status, headers.location])).toEqual(
      places.map(() => [302, "/BCDFGH/"]),
    );
    expect((await ask(at("BCDFGH/"))).body).toBe("<title>phone</title>");
    const wrong = await ask(at("BCDFGX/"), { headers: { Accept: "text/html" } });
    expect([wrong.status, wrong.body]).toMatchObject([
      404,
      expect.stringContaining("look at the screen again"),
    ]);
    const page = await ask(base, { headers: { Accept: "text/html" } });
    expect(page.body).toContain("Which room?");
    expect(page.body).not.toContain(CODE);
  });

  test("gives the deck for the key, sent as a form from a file too, and to nobody else", async () => {
    const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: "null" };
    const right = await ask(base, { method: "POST", headers: form }, `key=${encodeURIComponent(KEY)}`);
    expect([right.status, right.body]).toEqual([200, `<title>deck with ${KEY}</title>`]);
    expect(right.headers["cache-control"]).toBe("no-store");
    const wrong = await ask(base, { method: "POST", headers: form }, "key=guess");
    expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([401, { refused: "key" }]);
  });

  test("lies under a path of a proxy, which may leave the path or take it away", async () => {
    await running.close();
    await serve({ site: behind("https://hub.example.org/services/room") });
    const host = { host: "hub.example.org" };
    const away = await ask(at("bcdfgh"), { headers: host });
    expect(away.headers.location).toBe("/services/room/BCDFGH/");
    const left = await ask(at("services/room/BCDFGH/state"), { headers: host });
    expect(left.headers["set-cookie"]![0]).toMatch(
      /; Path=\/services\/room\/BCDFGH\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test("serves pictures and lessons by their names, and no file", async () => {
    const [[src, svg]] = [...pictures] as [[string, string]];
    const picture = await ask(at(`${CODE}/${src}`));
    expect([picture.headers["content-type"], picture.body]).toEqual(["image/svg+xml", svg]);
    for (const path of [
      `${CODE}/picture/..%2f..%2fpackage.json`,
      "package.json/",
      `${CODE}/lesson/..%2fquestions.ts`,
      "teacher/",
      "x/y/z",
    ])
      expect((await ask(at(path))).status).toBe(404);
    const lesson = await ask(at(`${CODE}/lesson/03-momentum.html`));
    expect(lesson.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(lesson.body).toBe(readFileSync(import.meta.filename, "utf8"));
  });
});

describe("an attacker", () => {
  const refusalOf = async (answer: Promise<{ status: number; body: string }>): Promise<[number, string]> => {
    const { status, body } = await answer;
    return [status, (JSON.parse(body) as { refused: string }).refused];
  };

  test("has no answer counted that is late, foreign, ill-formed or without a seat, and hears why", async () => {
    const { cookie } = await join();
    expect(await refusalOf(vote(cookie, YES))).toEqual([409, "late"]);
    await openVote("choose");
    expect(await refusalOf(vote(cookie, { ...YES, vote: 2 }))).toEqual([409, "late"]);
    expect(await refusalOf(vote("seat=AAAAAAAAAAAAAAAAAAAAAA", YES))).toEqual([401, "no seat"]);
    expect(await refusalOf(vote(cookie, { ...YES, question: "none" }))).toEqual([404, "unknown"]);
    for (const body of [
      { ...YES, more: 1 },
      { ...YES, vote: 3 },
      [],
      "x",
      { ...YES, answer: { kind: "choose", option: {} } },
    ])
      expect(await refusalOf(vote(cookie, body as object))).toEqual([400, "ill-formed"]);
    const form = ask(
      at(`${CODE}/vote`),
      { method: "POST", headers: { Cookie: cookie, "Content-Type": "text/plain" } },
      JSON.stringify(YES),
    );
    expect(await refusalOf(form)).toEqual([400, "ill-formed"]);
    expect(JSON.parse((await ask(at(`${CODE}/state`), { headers: { Cookie: cookie } })).body)).toMatchObject({
      answered: 0,
    });
  });

  test("votes again and again and counts once", async () => {
    await openVote("choose");
    const { cookie } = await join();
    const answers = await Promise.all(Array.from({ length: 30 }, () => vote(cookie, YES)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((one) => one === 200)).toHaveLength(20);
    expect(statuses.filter((one) => one === 429)).toHaveLength(10);
    expect(JSON.parse((await ask(at(`${CODE}/state`))).body)).toMatchObject({ answered: 1 });
  });

  test("gets no more seats than the room has, and is told so in its events", async () => {
    await openVote("choose");
    for (let i = 0; i < 5; i += 1) await join();
    const sixth = await join();
    expect(await sixth.until(() => true)).toEqual({
      state: "refused",
      said: "All 5 seats of this room are taken: tell your instructor.",
    });
  });

  test("neither teaches nor looks on without the key, however often it guesses", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, i) =>
        refusalOf(teach({ request: "end" }, { Authorization: `Bearer ${i}` })),
      ),
    );
    expect(guesses.filter(([status]) => status === 401)).toHaveLength(20);
    expect(guesses.filter(([status]) => status === 429)).toHaveLength(5);
    expect(await refusalOf(ask(at("teacher/events")))).toMatchObject([429, "too many"]);
    expect(await teach({ request: "wait" })).toMatchObject({ status: 200 });
  });

  test("comes neither from another site nor under another name", async () => {
    const { cookie } = await join();
    await openVote("choose");
    const from = (headers: Record<string, string>) =>
      refusalOf(post(at(`${CODE}/vote`), YES, { Cookie: cookie, ...headers }));
    expect(await from({ Origin: "https://evil.example" })).toEqual([403, "foreign"]);
    expect(await from({ Origin: "null" })).toEqual([403, "foreign"]);
    expect(await from({ Origin: "http://127.0.0.1:1" })).toEqual([403, "foreign"]);
    expect(await from({ "Sec-Fetch-Site": "cross-site" })).toEqual([403, "foreign"]);
    expect(await from({ Host: `evil.example:${base.port}` })).toEqual([403, "foreign"]);
    expect(await refusalOf(ask(base, { headers: { Host: "evil.example" } }))).toEqual([403, "foreign"]);
    expect(await vote(cookie, YES)).toMatchObject({ status: 200 });
  });

  test("sends no large body, no large head and no broken line that the room minds", async () => {
    const { cookie } = await join();
    await openVote("choose");
    expect(await refusalOf(vote(cookie, { ...YES, question: "x".repeat(20_000) }))).toEqual([
      400,
      "ill-formed",
    ]);
    const chunked = { "Content-Type": "application/json", "Transfer-Encoding": "chunked" };
    expect(await refusalOf(ask(at(`${CODE}/vote`), { method: "POST", headers: chunked }, "{}"))).toEqual([
      400,
      "ill-formed",
    ]);
    expect((await ask(base, { headers: { "X-Long": "x".repeat(10_000) } })).status).toBe(431);
    const broken = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let got = "";
        const socket = connect(Number(base.port), "127.0.0.1", () => socket.write(text));
        socket
          .on("data", (more) => (got += String(more)))
          .on("close", () => resolve(got))
          .on("error", reject);
      });
    expect(await broken("GARBAGE\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    expect(await broken("GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")).toMatch(
      /^HTTP\/1.1 4/,
    );
    expect(await vote(cookie, YES)).toMatchObject({ status: 200 });
  });
});
