/** What the room has counted, by its questions. */
import type { DeckMessage, Round, Tally } from "../../../room/protocol.ts";
import { remembered } from "../../../remembered.ts";

export class Votes {
  /** How many are in the room. */
  seats = 0;
  readonly #tallies = new Map<string, Map<Round, Tally>>();
  readonly #second = new Set<string>();

  hear(message: DeckMessage): void {
    this.seats = message.seats;
    if (message.is === "room") return;
    const { question, vote } = message;
    if (vote === 2) this.#second.add(question);
    remembered(this.#tallies, question, () => new Map<Round, Tally>()).set(vote, message);
  }

  /** The votes on a question, the first first. */
  of(question: string): Tally[] {
    return [...(this.#tallies.get(question)?.values() ?? [])].sort((a, b) => a.vote - b.vote);
  }

  /** The vote that is open, or was. */
  now(question: string): Tally | undefined {
    return this.#tallies.get(question)?.get(this.round(question));
  }

  /** Which vote is open, or would be. */
  round(question: string): Round {
    return this.#second.has(question) ? 2 : 1;
  }

  /** The second vote begins. */
  again(question: string): void {
    this.#second.add(question);
  }

  /** Whether anything was answered. */
  any(question: string): boolean {
    return this.of(question).some(
      ({ answered, hands = {} }) => answered > 0 || Object.values(hands).some((count) => count > 0),
    );
  }
}
