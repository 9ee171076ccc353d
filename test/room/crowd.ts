/** A class of phones without pages, and a deck, before a room that is served somewhere. */
import type { DeckMessage, PhoneMessage } from "../../src/room/protocol.ts";
import { type Answered, Events, post } from "./client.ts";

export interface Place {
  /** Where the room is, with a slash at its end. */
  readonly base: URL;
  readonly code: string;
  readonly key: string;
}

export class Crowd {
  private constructor(
    readonly place: Place,
    readonly phones: readonly Events<PhoneMessage>[],
    readonly deck: Events<DeckMessage>,
  ) {}

  /** So many phones take their seats, some at a time. */
  static async of(size: number, place: Place): Promise<Crowd> {
    const deck = await new Events<DeckMessage>().open(new URL("teacher/events", place.base), bearer(place));
    const phones: Events<PhoneMessage>[] = [];
    while (phones.length < size) {
      const next = Math.min(50, size - phones.length);
      phones.push(...(await Promise.all(Array.from({ length: next }, () => seated(place)))));
    }
    return new Crowd(place, phones, deck);
  }

  teach(request: object): Promise<Answered> {
    return post(new URL("teacher/request", this.place.base), request, bearer(this.place));
  }

  /** Votes, and again where a busy machine has not come to read it in time: an answer counts once however often it comes. */
  async vote(phone: Events<PhoneMessage>, body: object): Promise<Answered> {
    const url = new URL(`${this.place.code}/vote`, this.place.base);
    const answered = await post(url, body, { Cookie: phone.cookie });
    return answered.status === 408 ? this.vote(phone, body) : answered;
  }

  /** Votes until the vote has been taken, over however many connections that break. */
  async voteAnyhow(phone: Events<PhoneMessage>, body: object): Promise<void> {
    for (;;) {
      const answered = await this.vote(phone, body).catch(() => undefined);
      if (answered?.status === 200) return;
      if (answered !== undefined && answered.status < 500) throw new Error(answered.body);
    }
  }

  /** The connection of a phone breaks, and it comes back to its seat. */
  async breakOff(phone: Events<PhoneMessage>): Promise<void> {
    phone.close();
    await phone.open(new URL(`${this.place.code}/events`, this.place.base), { Cookie: phone.cookie });
  }

  close(): void {
    for (const one of [...this.phones, this.deck]) one.close();
  }
}

function seated({ base, code }: Place): Promise<Events<PhoneMessage>> {
  return new Events<PhoneMessage>().open(new URL(`${code}/events`, base));
}

function bearer({ key }: Place): Record<string, string> {
  return { Authorization: `Bearer ${key}` };
}
