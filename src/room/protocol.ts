/**
 * What room, phones and deck say to one another. All of it is JSON, and all addresses below are relative to the page that asks:
 *
 * | address                 | who        | what                                                                                    |
 * | ----------------------- | ---------- | --------------------------------------------------------------------------------------- |
 * | `CODE/`                 | a phone    | the page; `CODE` is redirected there, in whatever letters                               |
 * | `CODE/events`           | a phone    | GET, server-sent events: a `PHONE_MESSAGE` each, the state of now first; gives the seat |
 * | `CODE/state`            | a phone    | GET, the state of now alone: for where a proxy holds events back                        |
 * | `CODE/seat`             | a notebook | POST `{}`; the answer is its seat, `{ seat }`: in a browser the phone's                 |
 * | `CODE/vote`             | a phone    | POST a `VOTE`; the answer is the state of now, or a `REFUSAL`                           |
 * | `CODE/lesson/NAME.html` | anyone     | GET, the page of a lesson, to read and to work in                                       |
 * | `` (the base)           | teacher    | GET asks for the teacher's key; POST of it in a form gives the deck                     |
 * | `teacher/events`        | a deck     | GET, server-sent events: a `DECK_MESSAGE` each, first all votes, then the room of now   |
 * | `teacher/request`       | a deck     | POST a `TEACHER_REQUEST`; the answer is the room of now (`ROOM`), or a `REFUSAL`        |
 *
 * A seat is an HttpOnly cookie of the room's path, given with the first events. A notebook, which keeps no cookies, sends its own as
 * `Authorization: Seat SEAT` with `CODE/state` and `CODE/vote`. A deck sends its key as `Authorization: Bearer KEY`,
 * and so reads its events by `fetch`; it knows the key from its page alone (`ROOM_DATA`), and the key stands in no address.
 * A refusal has the status 4xx; lines that begin with a colon keep a connection open. A picture's address is relative too.
 */
import * as v from "valibot";
import { FINITE, INTERVAL, listUpTo, recordOf, textUpTo, wholeFrom } from "../schema.ts";

/** So long is the name of an option, a field, a line, a mistake. */
const NAME = textUpTo(200);
const NUMBERS = v.pipe(
  recordOf(FINITE),
  v.maxEntries(20, "a record of up to 20 numbers"),
  v.minEntries(1, "a record of at least one number"),
);
const COUNT = wholeFrom(0);

/** An answer, by how it is given. */
export const ANSWER = v.variant("kind", [
  v.strictObject({ kind: v.literal("choose"), option: NAME }),
  /** A number for each field. */
  v.strictObject({ kind: v.literal("number"), numbers: NUMBERS }),
  /** A number for each coordinate that is asked for. */
  v.strictObject({ kind: v.literal("place"), point: NUMBERS }),
  /** Names of lines: those that were put, in the order in which they were put. */
  v.strictObject({ kind: v.literal("order"), lines: listUpTo(40, NAME) }),
  /** What a notebook found of code: never the code. Taken for each question whose exercise is answered by code. */
  v.strictObject({ kind: v.literal("code"), right: v.boolean(), mistakes: listUpTo(20, NAME) }),
  v.strictObject({
    kind: v.literal("text"),
    text: v.pipe(textUpTo(280), v.minLength(1, "a text of a letter or more")),
  }),
]);
export type Answer = v.InferOutput<typeof ANSWER>;

/** The first vote on a question, or the second, after a discussion. */
export const ROUND = v.picklist([1, 2], "1 or 2");
export type Round = v.InferOutput<typeof ROUND>;

/** Which vote of which question: `momentum/turn`, 2. */
export const POLL = { question: NAME, vote: ROUND };

export const VOTE = v.strictObject({ ...POLL, answer: ANSWER });
export type Vote = v.InferOutput<typeof VOTE>;

const PICTURE = v.object({
  src: v.string(),
  alt: v.string(),
  /** Of the SVG, in its own pixels. */
  width: v.number(),
  height: v.number(),
});

/** A picture that is a plane from edge to edge: each axis by the name of its coordinate; the first runs to the right, the second up. */
const AXIS = v.object({ name: v.string(), range: INTERVAL });
const MAP = v.object({ ...PICTURE.entries, axes: v.tuple([AXIS, AXIS]) });
export type RoomMap = v.InferOutput<typeof MAP>;

const NAMED_TEXT = v.object({ name: v.string(), text: v.string() });

const ABOUT = {
  id: v.string(),
  /** The title of its lesson: "Momentum". */
  lesson: v.string(),
  /** Where the lesson itself is to be read and worked in, if the room has it. */
  page: v.exactOptional(v.string()),
  title: v.string(),
  prompt: v.string(),
  /** Code or lines that are looked at. */
  given: v.exactOptional(v.string()),
  /** A picture that is looked at. */
  picture: v.exactOptional(PICTURE),
};

/** What a phone asks. */
export const ASKED = v.variant("kind", [
  v.object({ kind: v.literal("choose"), ...ABOUT, options: v.array(NAMED_TEXT) }),
  v.object({
    kind: v.literal("number"),
    ...ABOUT,
    fields: v.array(v.object({ name: v.string(), label: v.string() })),
  }),
  v.object({ kind: v.literal("place"), ...ABOUT, asks: v.array(v.string()), map: MAP }),
  v.object({ kind: v.literal("order"), ...ABOUT, lines: v.array(NAMED_TEXT) }),
  /** Answered in a notebook alone: a phone says so. */
  v.object({ kind: v.literal("code"), ...ABOUT }),
  v.object({ kind: v.literal("text"), ...ABOUT }),
]);
export type Asked = v.InferOutput<typeof ASKED>;

const OWN = { yours: v.exactOptional(ANSWER), first: v.exactOptional(ANSWER) };

/** How many have answered the vote, and how many are in the room; of the others a phone is told no more. */
const ANSWERED = { answered: COUNT, seats: COUNT };

const ON_PHONE = { asked: ASKED, vote: ROUND, ...ANSWERED, ...OWN };

export const TRUTH = {
  /** The right answers; none of code and text, which may be right in many ways. */
  right: v.array(ANSWER),
  /** Why, as plain text. */
  why: v.string(),
  /** What happened. */
  shows: v.exactOptional(PICTURE),
};

/** What a phone shows. Each but `counted` is all that there is to show, and takes the place of what was there. */
export const PHONE_MESSAGE = v.variant("state", [
  /** Nothing is asked. */
  v.object({ state: v.literal("waiting") }),
  /** `first`, in the second vote, is what the seat said in the first; `yours` is its answer in this vote. */
  v.object({ state: v.literal("open"), ...ON_PHONE }),
  v.object({ state: v.literal("closed"), ...ON_PHONE }),
  v.object({ state: v.literal("revealed"), ...ON_PHONE, ...TRUTH }),
  /** Only the numbers of what is shown have changed. */
  v.object({ state: v.literal("counted"), ...ANSWERED }),
  /** The room has ended: nothing more comes. */
  v.object({ state: v.literal("ended") }),
  /** There is no seat here, and why, as a sentence; nothing more comes. */
  v.object({ state: v.literal("refused"), said: v.string() }),
]);
export type PhoneMessage = v.InferOutput<typeof PHONE_MESSAGE>;

/** Why something was refused. */
export const REFUSAL = v.object({
  refused: v.picklist([
    /** The vote is closed, or another is open. */
    "late",
    /** No such question, option, field or line. */
    "unknown",
    /** Not what the protocol says. */
    "ill-formed",
    /** The seat is not known: it is asked for again with the next events. */
    "no seat",
    /** All seats are taken. */
    "full",
    /** Too many requests: again a little later. */
    "too many",
    /** Not the teacher's key. */
    "key",
    /** From another site, or under another name than the room's. */
    "foreign",
  ]),
  /** A sentence to show. */
  said: v.string(),
});
export type Refusal = v.InferOutput<typeof REFUSAL>;

/** What a deck asks of the room. */
export const TEACHER_REQUEST = v.variant("request", [
  /** Opens a vote; one that was closed goes on with what it has. */
  v.strictObject({ request: v.literal("open"), ...POLL }),
  v.strictObject({ request: v.literal("close") }),
  /** Closes, and shows phones what is right. */
  v.strictObject({ request: v.literal("reveal"), question: NAME }),
  /** Nothing is asked any more: phones wait. */
  v.strictObject({ request: v.literal("wait") }),
  /** Hands that were counted besides, by options: they take the place of those entered before. */
  v.strictObject({ request: v.literal("hands"), ...POLL, hands: recordOf(wholeFrom(0, 10_000)) }),
  /** A text may be shown in the hall. */
  v.strictObject({ request: v.literal("let through"), question: NAME, text: NAME }),
  /** The room ends. */
  v.strictObject({ request: v.literal("end") }),
]);
export type TeacherRequest = v.InferOutput<typeof TEACHER_REQUEST>;

/** What is on the phones now. */
const ROOM = v.object({
  is: v.literal("room"),
  state: v.picklist(["waiting", "open", "closed", "revealed", "ended"]),
  /** Which question and vote, unless it is waiting or ended. */
  poll: v.exactOptional(v.object(POLL)),
  /** The questions of which phones have been shown what is right, and that were not opened again since. */
  revealed: v.array(v.string()),
  /** How many are in the room. */
  seats: COUNT,
});
export type RoomNow = v.InferOutput<typeof ROOM>;

const COUNTS = recordOf(COUNT);

/** What was answered in one vote. The lists have an entry a seat, in no order that tells whose it is. */
export const TALLY = v.object({
  is: v.literal("tally"),
  ...POLL,
  ...ANSWERED,
  /** By option: hands that were entered are not among them. */
  options: v.exactOptional(COUNTS),
  hands: v.exactOptional(COUNTS),
  /** By field or coordinate. */
  numbers: v.exactOptional(v.array(recordOf(v.number()))),
  points: v.exactOptional(v.array(recordOf(v.number()))),
  /** The different orders, the most frequent first. */
  orders: v.exactOptional(
    v.array(v.object({ lines: v.array(v.string()), count: COUNT, right: v.boolean() })),
  ),
  /** Of code: how many were right, and how many show each mistake; those that the exercise does not name are all "other". */
  code: v.exactOptional(
    v.object({
      right: COUNT,
      answered: COUNT,
      mistakes: v.array(v.object({ id: v.string(), count: COUNT, what: v.exactOptional(v.string()) })),
    }),
  ),
  /** Only those that were let through may be shown in the hall. */
  texts: v.exactOptional(v.array(v.object({ id: v.string(), text: v.string(), isLetThrough: v.boolean() }))),
});
export type Tally = v.InferOutput<typeof TALLY>;

export const DECK_MESSAGE = v.variant("is", [ROOM, TALLY]);
export type DeckMessage = v.InferOutput<typeof DECK_MESSAGE>;

/** Below the room's page are its lessons, as pages: `lesson/03-momentum.html`. */
export const LESSONS = "lesson";

/** By this id a deck's page holds its `ROOM_DATA`, as JSON; a deck without a room holds none. */
export const ROOM_DATA_ID = "fall-line-room";

/** By this name a tab keeps, as JSON, with which fields the deck in it is asked for again: until the tab is closed. */
export const DECK_KEPT = "fall-line-deck";

export const ROOM_DATA = v.object({
  /** The name of the deck. */
  deck: v.string(),
  /** Where phones go, as it is read out; nothing where they can't reach the room: hands are entered then. */
  address: v.exactOptional(v.string()),
  code: v.string(),
  /** The same as a picture to be scanned: an SVG. */
  qr: v.exactOptional(v.string()),
  key: v.string(),
  /** The questions of the deck that the room knows, by their ids: as phones are asked, and what is true. */
  questions: recordOf(v.object({ asked: ASKED, ...TRUTH })),
});
export type RoomData = v.InferOutput<typeof ROOM_DATA>;
