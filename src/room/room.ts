/** The room: who sits in it, what is asked, what was answered. It is in memory alone, and knows neither names nor addresses. */
import { defined } from "../defined.ts";
import { remembered } from "../remembered.ts";
import { misfit } from "./fits.ts";
import { Poll } from "./poll.ts";
import type { PhoneMessage, RoomNow, Round, Tally, TeacherRequest, Vote } from "./protocol.ts";
import type { KnownQuestion, Questions } from "./known.ts";
import { Refused } from "./refused.ts";

export interface RoomParts {
  readonly questions: Questions;
  /** How many may sit in it. */
  readonly most: number;
  /** A name for a seat that nobody guesses. */
  readonly newSeat: () => string;
  /** What is known of votes that were closed before: they stay as they are. */
  readonly kept?: readonly Tally[] | undefined;
}

/** What has changed: what phones show, or only the numbers in it. */
export type Change = "scene" | "counts";

type Now =
  | { readonly state: "waiting" | "ended" }
  | { readonly state: "open" | "closed" | "revealed"; readonly poll: Poll };

export class Room {
  /** The connections of each seat. */
  readonly #seats = new Map<string, number>();
  readonly #polls = new Map<string, Poll>();
  readonly #kept: ReadonlyMap<string, Tally>;
  readonly #revealed = new Set<string>();
  #now: Now = { state: "waiting" };
  /** Is told each change. */
  changed: (change: Change) => void = () => undefined;

  constructor(private readonly parts: RoomParts) {
    this.#kept = new Map((parts.kept ?? []).map((tally) => [keyOf(tally.question, tally.vote), tally]));
  }

  /** A new seat. @throws Refused where all are taken */
  sit(): string {
    if (this.#seats.size >= this.parts.most) this.#clearOne();
    const seat = this.parts.newSeat();
    this.#seats.set(seat, 0);
    return seat;
  }

  has(seat: string | undefined): seat is string {
    return seat !== undefined && this.#seats.has(seat);
  }

  /** A connection of a seat begins. */
  arrive(seat: string): void {
    this.#connect(seat, 1);
  }

  /** A connection of a seat ends. */
  leave(seat: string): void {
    this.#connect(seat, -1);
  }

  /** @throws Refused where the answer does not count, with the reason */
  vote(seat: string | undefined, { question: id, vote, answer }: Vote): void {
    const question = this.#question(id);
    if (!this.has(seat))
      throw new Refused("no seat", "This room does not know you yet: load the page again.");
    const now = this.#now;
    if (now.state === "ended") throw new Refused("late", "The room has ended: this answer does not count.");
    if (now.state !== "open" || now.poll.id !== id || now.poll.vote !== vote)
      throw new Refused("late", "This vote is closed: the answer came too late, and does not count.");
    const fault = misfit(question, answer);
    if (fault !== undefined) throw new Refused("unknown", fault);
    now.poll.take(seat, answer);
    this.changed("counts");
  }

  /** Does what the teacher asks. @throws Refused where it can't be done */
  obey(asked: TeacherRequest): void {
    if (this.#now.state === "ended")
      throw new Refused("late", "The room has ended: start it again to go on.");
    switch (asked.request) {
      case "open": {
        const poll = this.#poll(asked.question, asked.vote);
        this.#revealed.delete(asked.question);
        this.#show({ state: "open", poll });
        break;
      }
      case "close":
        if (this.#now.state === "open") this.#show({ ...this.#now, state: "closed" });
        break;
      case "reveal": {
        const poll = this.#latest(asked.question);
        this.#revealed.add(asked.question);
        this.#show({ state: "revealed", poll });
        break;
      }
      case "wait":
        this.#show({ state: "waiting" });
        break;
      case "end":
        this.#show({ state: "ended" });
        break;
      case "hands":
        this.#countHands(asked);
        break;
      case "let through": {
        const polls = ([1, 2] as const).map((vote) => this.#polls.get(keyOf(asked.question, vote)));
        if (!polls.some((poll) => poll?.letThrough(asked.text) === true))
          throw new Refused("unknown", "This text is there no more: its author has changed it.");
        this.changed("counts");
      }
    }
  }

  now(): RoomNow {
    const now = this.#now;
    const poll = "poll" in now ? { question: now.poll.id, vote: now.poll.vote } : undefined;
    const revealed = [...this.#revealed];
    return { is: "room", state: now.state, ...defined({ poll }), revealed, seats: this.#here() };
  }

  /** What the phone of a seat shows now. All that phones share is found once. */
  scenes(): (seat: string) => PhoneMessage {
    const now = this.#now;
    if (!("poll" in now)) return () => ({ state: now.state });
    const { state, poll } = now;
    const { asked, truth } = poll.question;
    const first = poll.vote === 2 ? this.#polls.get(keyOf(poll.id, 1)) : undefined;
    const shared = { asked, vote: poll.vote, ...this.#answered(poll) };
    return (seat) => {
      const own = defined({ yours: poll.answerOf(seat), first: first?.answerOf(seat) });
      return state === "revealed"
        ? { state, ...shared, ...own, ...truth }
        : ({ state, ...shared, ...own } as const);
    };
  }

  /** The numbers in what phones show; nothing where there are none. */
  counted(): PhoneMessage | undefined {
    return "poll" in this.#now ? { state: "counted", ...this.#answered(this.#now.poll) } : undefined;
  }

  /** What was answered in each vote so far, those of before first. */
  tallies(): Tally[] {
    const here = this.#here();
    return [...this.#kept.values(), ...[...this.#polls.values()].map((poll) => poll.tally(here))];
  }

  /** What is answered in the vote of now. */
  tally(): Tally | undefined {
    if (!("poll" in this.#now)) return undefined;
    const { poll } = this.#now;
    return this.#kept.get(keyOf(poll.id, poll.vote)) ?? poll.tally(this.#here());
  }

  #countHands({ question: id, vote, hands }: Extract<TeacherRequest, { request: "hands" }>): void {
    const { hands: known } = this.#question(id);
    const strange = Object.keys(hands).find((name) => !known.includes(name));
    if (strange !== undefined) throw new Refused("unknown", `${id} has no option ${strange}.`);
    this.#poll(id, vote).count(hands);
    this.changed("counts");
  }

  #show(now: Now): void {
    this.#now = now;
    this.changed("scene");
  }

  #question(id: string): KnownQuestion {
    const question = this.parts.questions.get(id);
    if (question !== undefined) return question;
    throw new Refused("unknown", `There is no question ${id} in this room.`);
  }

  #poll(id: string, vote: Round): Poll {
    const key = keyOf(id, vote);
    const question = this.#question(id);
    if (this.#kept.has(key))
      throw new Refused(
        "late",
        `Vote ${vote} on ${id} was closed before the room was started again, and its counts stay as they are.`,
      );
    return remembered(this.#polls, key, () => new Poll(question, vote));
  }

  /** The last vote on a question; where it was not asked, one without answers. */
  #latest(id: string): Poll {
    const question = this.#question(id);
    return this.#polls.get(keyOf(id, 2)) ?? this.#polls.get(keyOf(id, 1)) ?? new Poll(question, 1);
  }

  #answered(poll: Poll): { answered: number; seats: number } {
    const { answered } = poll;
    return { answered, seats: Math.max(answered, this.#here()) };
  }

  /** Who is connected, or has answered what is asked: a phone that has and then goes dark is not missing. */
  #here(): number {
    const poll = "poll" in this.#now ? this.#now.poll : undefined;
    let count = 0;
    for (const [seat, connections] of this.#seats)
      if (connections > 0 || poll?.answerOf(seat) !== undefined) count += 1;
    return count;
  }

  #connect(seat: string, more: 1 | -1): void {
    const connections = this.#seats.get(seat);
    if (connections === undefined) return;
    this.#seats.set(seat, connections + more);
    this.changed("counts");
  }

  /** Makes room: a seat that nobody sits in and that has answered nothing is given up. */
  #clearOne(): void {
    const polls = [...this.#polls.values()];
    for (const [seat, connections] of this.#seats)
      if (connections === 0 && !polls.some((poll) => poll.answerOf(seat) !== undefined)) {
        this.#seats.delete(seat);
        return;
      }
    throw new Refused("full", `All ${this.parts.most} seats of this room are taken: tell your instructor.`);
  }
}

function keyOf(question: string, vote: Round): string {
  return `${vote} ${question}`;
}
