import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { generateCookie, getCookie } from "hono/cookie";
import * as v from "valibot";
import { InputError } from "../errors.ts";
import { parsed } from "../schema.ts";
import { checkLength, checkOrigin } from "./gate.ts";
import { hasMark } from "./keys.ts";
import { Limits } from "./limits.ts";
import { LESSONS, type PhoneMessage, type Refusal, TEACHER_REQUEST, VOTE } from "./protocol.ts";
import { Refused } from "./refused.ts";
import type { ServedRoom } from "./served.ts";
import { EVENTS, type Streams, tell } from "./streams.ts";
import { decksPage, doorPage, WELCOME_POLICY } from "./welcome.ts";

type Env = { Bindings: HttpBindings };

/** So long a phone counts as here that asks for the state of now instead of events, in milliseconds. */
const POLLED = 10_000;

/** So long a page may wait for a browser that does not read it, in milliseconds. */
const UNREAD = 60_000;

const STATUS = {
  late: 409,
  unknown: 404,
  "ill-formed": 400,
  "no seat": 401,
  full: 403,
  "too many": 429,
  key: 401,
  foreign: 403,
} as const satisfies Record<Refusal["refused"], number>;
type Status = (typeof STATUS)[Refusal["refused"]];

/** What is answered at each address of the room. */
export function routesOf(served: ServedRoom, phones: Streams, decks: Streams): Hono<Env> {
  const { room, site, code, pictures, phone } = served;
  const limits = new Limits(served.seats);
  const app = new Hono<Env>({ getPath: (request) => within(site.base, new URL(request.url).pathname) });

  app.onError((error, c) => refusedIn(c, error, site.base));
  app.notFound((c) => refusedIn(c, new Refused("unknown", "There is no such page in this room."), site.base));
  app.use(async (c, next) => {
    const { incoming } = c.env;
    const isOpened = c.req.method === "GET" && incoming.headers["sec-fetch-mode"] === "navigate";
    const isDoor = c.req.method === "POST" && c.req.path === "/";
    checkOrigin(incoming, site, isOpened || isDoor);
    for (const [name, value] of SAFE) c.env.outgoing.setHeader(name, value);
    checkLength(incoming);
    await limits.request(addressOf(c));
    await next();
  });
  for (const path of ["/", "/:code/", "/:code/picture/*"]) app.use(path, compress());

  app.get("/", (c) => page(c, doorPage(site.base), WELCOME_POLICY));
  app.post("/", async (c) => {
    const { key, deck } = await c.req.parseBody();
    await checkKey(c, typeof key === "string" ? key : "");
    const [only] = served.decks.size === 1 ? served.decks.keys() : [];
    const chosen = served.decks.get(only ?? (typeof deck === "string" ? deck : ""));
    if (chosen !== undefined) return c.body(chosen.html(key as string), 200, HTML);
    const titles = new Map(Array.from(served.decks, ([name, { title }]) => [name, title]));
    return page(c, decksPage(site.base, key as string, titles), WELCOME_POLICY);
  });
  app.get("/teacher/events", async (c) => {
    await checkKey(c);
    if (c.req.method === "HEAD") return c.body(null);
    const { outgoing } = c.env;
    decks.open("teacher", outgoing, {}, () => undefined);
    for (const tally of room.tallies()) tell(outgoing, tally);
    tell(outgoing, room.now());
    return RESPONSE_ALREADY_SENT;
  });
  app.post("/teacher/request", async (c) => {
    await checkKey(c);
    room.obey(parsed(TEACHER_REQUEST, await jsonOf(c), "a request"));
    return c.json(room.now());
  });

  app.get("/join", (c) => c.redirect(`${site.base}${encodeURIComponent(plainCode(c.req.query("code")))}/`));
  app.get("/:code", (c) => c.redirect(`${site.base}${encodeURIComponent(plainCode(c.req.param("code")))}/`));
  app.use("/:code/*", async (c, next) => {
    if (plainCode(c.req.param("code")) !== code)
      throw new Refused("unknown", "There is no room of this code here: look at the screen again.");
    await next();
  });
  app.get("/:code/", (c) =>
    c.req.param("code") === code ? page(c, phone.html, phone.policy) : c.redirect(`${site.base}${code}/`),
  );
  app.get("/:code/events", (c) => {
    if (c.req.method === "HEAD") return c.body(null);
    const { outgoing } = c.env;
    try {
      const { seat, headers } = seated(c);
      phones.open(seat, outgoing, headers, () => room.leave(seat));
      room.arrive(seat);
      tell(outgoing, room.scenes()(seat));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // A browser reads no other answer to what it asks as events.
      outgoing.writeHead(200, EVENTS);
      tell(outgoing, { state: "refused", said: error.message } satisfies PhoneMessage);
      outgoing.end();
    }
    return RESPONSE_ALREADY_SENT;
  });
  app.post("/:code/seat", async (c) => {
    parsed(v.strictObject({}), await jsonOf(c), "what a notebook sits down with");
    const own = getCookie(c, "seat");
    return c.json({ seat: room.has(own) ? own : room.sit() }, 200, NOT_KEPT);
  });
  app.get("/:code/state", (c) => {
    const { seat, headers } = seated(c);
    room.arrive(seat);
    setTimeout(() => room.leave(seat), POLLED).unref();
    return c.json(room.scenes()(seat), 200, { ...headers, ...NOT_KEPT });
  });
  app.post("/:code/vote", async (c) => {
    const vote = parsed(VOTE, await jsonOf(c), "a vote");
    const seat = seatIn(c);
    if (room.has(seat)) await limits.vote(seat);
    room.vote(seat, vote);
    return answered(c, room.scenes()(seat!));
  });
  app.get("/:code/picture/:name", (c) => {
    const svg = pictures.get(`picture/${c.req.param("name")}`);
    if (svg === undefined) throw new Refused("unknown", "There is no such picture in this room.");
    return c.body(svg, 200, {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "private, max-age=86400, immutable",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    });
  });
  app.get(`/:code/${LESSONS}/:name`, (c) => {
    const file = served.lessons.get(c.req.param("name"));
    if (file === undefined) throw new Refused("unknown", "There is no such lesson in this room.");
    const { outgoing } = c.env;
    outgoing.writeHead(200, HTML);
    // Who asks for it and does not read it holds no connection for ever.
    outgoing.setTimeout(UNREAD, () => outgoing.destroy());
    if (c.req.method === "HEAD") outgoing.end();
    else pipeline(createReadStream(file), outgoing, () => undefined);
    return RESPONSE_ALREADY_SENT;
  });
  return app;

  /** The seat of a phone; a new one where it has none. @throws Refused where a notebook's is not known */
  function seated(c: Context<Env>): { seat: string; headers: Record<string, string> } {
    const known = seatIn(c);
    if (room.has(known)) return { seat: known, headers: {} };
    if (authorized(c, "Seat") !== undefined)
      throw new Refused("no seat", "This room does not know this seat: take a new one.");
    const seat = room.sit();
    const cookie = generateCookie("seat", seat, {
      path: `${site.base}${code}/`,
      httpOnly: true,
      sameSite: "Strict",
      secure: site.url?.protocol === "https:",
    });
    return { seat, headers: { "Set-Cookie": cookie } };
  }

  async function checkKey(c: Context<Env>, key = authorized(c, "Bearer") ?? ""): Promise<void> {
    if (hasMark(key, served.keys)) return;
    await limits.wrongKey(addressOf(c));
    throw new Refused("key", "This is not the teacher's key: it is the one that the terminal says.");
  }
}

/** Answers without a `Response`, which costs more than a vote does: a whole class votes within a second. */
function answered({ env: { outgoing } }: Context<Env>, message: PhoneMessage): Response {
  outgoing.writeHead(200, { "Content-Type": "application/json", ...NOT_KEPT });
  outgoing.end(JSON.stringify(message));
  return RESPONSE_ALREADY_SENT;
}

/** What is sent as a key of this kind. */
function authorized(c: Context<Env>, kind: "Bearer" | "Seat"): string | undefined {
  const [, sent, value] = /^(\w+) (.+)$/.exec(c.req.header("Authorization") ?? "") ?? [];
  return sent === kind ? value : undefined;
}

/** The seat that is sent: by a notebook in a header, by a phone in its cookie. */
function seatIn(c: Context<Env>): string | undefined {
  return authorized(c, "Seat") ?? getCookie(c, "seat");
}

const NOT_KEPT = { "Cache-Control": "no-store" };
const HTML = { "Content-Type": "text/html; charset=utf-8", ...NOT_KEPT };

/** What every answer of the room says to browsers. */
const SAFE = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
] as const;

function page(c: Context<Env>, html: string, policy: string, status: 200 | Status = 200): Response {
  return c.body(html, status, { ...HTML, "Content-Security-Policy": policy });
}

/** A refusal in words: to a person as a page, to a program as the protocol says. What is no refusal is a fault of ours. */
function refusedIn(c: Context<Env>, error: Error, base: string): Response {
  const { destroyed, complete } = c.env.incoming;
  const refused = destroyed && !complete ? BROKEN_OFF : asRefused(error);
  if (refused === undefined) {
    process.stderr.write(`fall-line: the room could not answer: ${error.stack ?? error.message}\n`);
    return c.text("The room has a fault, and could not answer.", 500);
  }
  const { refusal } = refused;
  const status = STATUS[refusal.refused];
  const isRead = /\btext\/html\b/.test(c.req.header("Accept") ?? "");
  return isRead ? page(c, doorPage(base, refusal.said), WELCOME_POLICY, status) : c.json(refusal, status);
}

/** Nobody reads it any more. */
const BROKEN_OFF = new Refused("ill-formed", "The request broke off.");

function asRefused(error: Error): Refused | undefined {
  if (error instanceof Refused) return error;
  return error instanceof InputError ? new Refused("ill-formed", `${error.fault}.`) : undefined;
}

/** The body as JSON, which no form of another site sends. */
async function jsonOf(c: Context<Env>): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header("Content-Type") ?? ""))
    throw new Refused("ill-formed", "What is sent here is JSON.");
  const text = await c.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused("ill-formed", "This is not JSON.");
  }
}

/** A path as it is inside of the room: a proxy may leave its own part in front, or take it away. */
function within(base: string, path: string): string {
  return path.startsWith(base) ? `/${path.slice(base.length)}` : path;
}

/** A code as it is typed. */
function plainCode(typed = ""): string {
  return typed.replaceAll(/[\s-]/g, "").toUpperCase();
}

function addressOf(c: Context<Env>): string {
  return c.env.incoming.socket.remoteAddress ?? "";
}
