import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type Answer, PHONE_MESSAGE, type Round, type Tally } from "../../src/room/protocol.ts";
import { Refused } from "../../src/room/refused.ts";
import { Room } from "../../src/room/room.ts";
import { parsed } from "../../src/schema.ts";
import { questions } from "./questions.ts";

let count = 0;
const newSeat = (): string => `seat ${(count += 1)}`;
const roomOf = (most = 30, kept: Tally[] = []): Room => new Room({ questions, most, newSeat, kept });

let room: Room;
beforeEach(() => {
  room = roomOf();
});

const open = (question: string, vote: Round = 1): void => room.obey({ request: "open", question, vote });
const say = (seat: string, question: string, answer: Answer, vote: Round = 1): void =>
  room.vote(seat, { question, vote, answer });
const YES: Answer = { kind: "choose", option: "yes" };
const NO: Answer = { kind: "choose", option: "no" };

describe("a room", () => {
  test("waits until something is asked, and ends", () => {
    const seat = room.sit();
    expect(room.scenes()(seat)).toEqual({ state: "waiting" });
    expect(room.now()).toEqual({ is: "room", state: "waiting", revealed: [], seats: 0 });
    room.obey({ request: "end" });
    expect(room.scenes()(seat)).toEqual({ state: "ended" });
    expect(() => open("choose")).toThrow("The room has ended: start it again to go on.");
  });

  test("tells a phone its own answer, of the first vote too, and of others how many there are", () => {
    const [a, b] = [room.sit(), room.sit()];
    room.arrive(a);
    open("choose");
    say(a, "choose", NO);
    say(b, "choose", YES);
    const { asked } = questions.get("choose")!;
    const shared = { asked, answered: 2, seats: 2 };
    expect(room.scenes()(a)).toEqual({ state: "open", ...shared, vote: 1, yours: NO });
    room.obey({ request: "close" });
    expect(room.scenes()(b)).toEqual({ state: "closed", ...shared, vote: 1, yours: YES });
    open("choose", 2);
    say(a, "choose", YES, 2);
    expect(room.scenes()(a)).toMatchObject({ state: "open", answered: 1, seats: 1, yours: YES, first: NO });
    expect(room.scenes()(b)).not.toHaveProperty("yours");
    room.obey({ request: "reveal", question: "choose" });
    expect(room.scenes()(a)).toMatchObject({ state: "revealed", vote: 2, right: [YES], why: "It does." });
    expect(room.now().revealed).toEqual(["choose"]);
    open("choose", 2);
    expect(room.now().revealed).toEqual([]);
  });

  test("says what is true before the reveal to no phone", () => {
    const seat = room.sit();
    for (const [id, { truth }] of questions) {
      if (id === "code") continue;
      open(id);
      const shown = JSON.stringify(room.scenes()(seat));
      for (const secret of [truth.why, JSON.stringify(truth.right[0]), truth.shows?.src ?? truth.why])
        expect(shown).not.toContain(secret);
      room.obey({ request: "reveal", question: id });
      expect(parsed(PHONE_MESSAGE, room.scenes()(seat), "a message")).toMatchObject({ why: truth.why });
    }
  });

  test("takes no answer that comes late, from nowhere, or to no question", () => {
    const seat = room.sit();
    const late = "This vote is closed: the answer came too late, and does not count.";
    expect(() => say(seat, "choose", YES)).toThrow(late);
    open("choose", 2);
    expect(() => say(seat, "choose", YES, 1)).toThrow(late);
    expect(() => say("seat 0", "choose", YES, 2)).toThrow("This room does not know you yet");
    expect(() => say(seat, "none", YES, 2)).toThrow("There is no question none in this room.");
    expect(() => say(seat, "choose", { kind: "choose", option: "maybe" }, 2)).toThrow("There is no option");
    expect(room.tally()).toMatchObject({ answered: 0, options: { yes: 0, no: 0, never: 0 } });
  });

  test("counts each kind of answer for the deck, in an order that tells nothing of who gave it", () => {
    const [a, b, c] = [room.sit(), room.sit(), room.sit()];
    const tallyOf = (id: string, answers: readonly Answer[]): Tally => {
      open(id);
      answers.forEach((answer, i) => say([a, b, c][i]!, id, answer));
      return room.tally()!;
    };
    const number = (x: number): Answer => ({ kind: "number", numbers: { n: 1, x } });
    expect(tallyOf("number", [number(3), number(1), number(2)]).numbers).toEqual([
      { n: 1, x: 1 },
      { n: 1, x: 2 },
      { n: 1, x: 3 },
    ]);
    expect(tallyOf("place", [{ kind: "place", point: { x: 1 } }]).points).toEqual([{ x: 1 }]);
    const order = (...lines: string[]): Answer => ({ kind: "order", lines });
    expect(tallyOf("order", [order("w"), order("g", "m", "w"), order("w")]).orders).toEqual([
      { lines: ["w"], count: 2, right: false },
      { lines: ["g", "m", "w"], count: 1, right: true },
    ]);
    const code = (right: boolean, ...mistakes: string[]): Answer => ({ kind: "code", right, mistakes });
    const [[known, what]] = Object.entries(questions.get("code")!.mistakes) as [[string, string]];
    expect(
      tallyOf("code", [code(true), code(false, known, "<b>shown?</b>"), code(false, known)]).code,
    ).toEqual({
      answered: 3,
      right: 1,
      mistakes: [
        { id: known, count: 2, what },
        { id: "other", count: 1 },
      ],
    });
  });

  test("lets a text through by its name, and asks again for one that was changed", () => {
    const seat = room.sit();
    open("text");
    say(seat, "text", { kind: "text", text: "Since it rolls." });
    const [text] = room.tally()!.texts!;
    expect(text).toEqual({ id: "1", text: "Since it rolls.", isLetThrough: false });
    room.obey({ request: "let through", question: "text", text: text!.id });
    expect(room.tally()!.texts).toEqual([{ ...text, isLetThrough: true }]);
    say(seat, "text", { kind: "text", text: "Something else." });
    expect(room.tally()!.texts).toMatchObject([{ text: "Something else.", isLetThrough: false }]);
    expect(() => room.obey({ request: "let through", question: "text", text: "1" })).toThrow(
      "is there no more",
    );
  });

  test("takes hands that were counted besides, and counts them apart", () => {
    open("choose");
    room.obey({ request: "hands", question: "choose", vote: 1, hands: { yes: 7 } });
    expect(room.tally()).toMatchObject({ answered: 0, hands: { yes: 7 }, options: { yes: 0 } });
    expect(() => room.obey({ request: "hands", question: "choose", vote: 1, hands: { a: 1 } })).toThrow(
      "choose has no option a.",
    );
  });

  test("has so many seats and no more; one that nobody sits in and that has said nothing is given up", () => {
    room = roomOf(2);
    const [a, b] = [room.sit(), room.sit()];
    room.arrive(a);
    open("choose");
    say(b, "choose", YES);
    expect(() => room.sit()).toThrow("All 2 seats of this room are taken: tell your instructor.");
    room.leave(a);
    room.sit();
    expect([room.has(a), room.has(b)]).toEqual([false, true]);
  });

  test("keeps what was closed before it was started again, and mixes nothing into it", () => {
    open("choose");
    say(room.sit(), "choose", YES);
    room.obey({ request: "close" });
    const before = room.tally()!;
    room = roomOf(30, [before]);
    expect(room.tallies()).toEqual([before]);
    expect(() => open("choose")).toThrow("was closed before the room was started again");
    room.obey({ request: "reveal", question: "choose" });
    expect(room.tally()).toEqual(before);
    open("choose", 2);
    expect(room.tally()).toMatchObject({ vote: 2, answered: 0 });
  });
});

test("whatever happens, the last answer of each seat that came in time counts once", () => {
  const NAMES = ["yes", "no", "never"] as const;
  const happening = fc.oneof(
    fc.record({
      does: fc.constant("vote" as const),
      seat: fc.nat(4),
      vote: fc.constantFrom<Round[]>(1, 2),
      option: fc.constantFrom(...NAMES),
    }),
    fc.record({ does: fc.constant("open" as const), vote: fc.constantFrom<Round[]>(1, 2) }),
    fc.record({ does: fc.constant("close" as const) }),
    fc.record({ does: fc.constant("wait" as const) }),
    fc.record({ does: fc.constant("arrive" as const), seat: fc.nat(4) }),
    fc.record({ does: fc.constant("leave" as const), seat: fc.nat(4) }),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
      room = roomOf();
      const seats = Array.from({ length: 5 }, () => room.sit());
      const model = { 1: new Map<string, string>(), 2: new Map<string, string>() };
      let now: Round | undefined;
      for (const one of all) {
        if (one.does === "open") open("choose", (now = one.vote));
        else if (one.does === "close" || one.does === "wait") {
          now = undefined;
          room.obey({ request: one.does });
        } else if (one.does !== "vote") room[one.does](seats[one.seat]!);
        else {
          const seat = seats[one.seat]!;
          const answer: Answer = { kind: "choose", option: one.option };
          if (now !== one.vote) expect(() => say(seat, "choose", answer, one.vote)).toThrow(Refused);
          else {
            say(seat, "choose", answer, one.vote);
            model[one.vote].set(seat, one.option);
          }
        }
      }
      for (const { vote, answered, options, seats: here } of room.tallies()) {
        const last = [...model[vote].values()];
        expect(answered).toBe(last.length);
        expect(here).toBeGreaterThanOrEqual(answered);
        for (const name of NAMES) expect(options![name]).toBe(last.filter((one) => one === name).length);
      }
    }),
  );
});
