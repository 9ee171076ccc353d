/** The vote of a seat: kept until the room has it, whatever becomes of the line or the page. */
import * as v from "valibot";
import { parsed } from "../../schema.ts";
import { PHONE_MESSAGE, type PhoneMessage, REFUSAL, type Vote, VOTE } from "../protocol.ts";

/** Refusals after which the same vote is sent again. */
const PASSING: readonly string[] = ["no seat", "too many"];

/** Milliseconds until it is sent again: at first, then each time twice as long, and no longer than that. */
const RETRY = { first: 1000, most: 15_000 };

interface Listener {
  /** The room has the vote, and said then what there was. */
  readonly taken: (message: PhoneMessage, vote: Vote) => void;
  /** The room does not want the vote. @param said why, as a sentence */
  readonly refused: (said: string) => void;
  /** The vote is kept, or no longer; or it has to be sent again. */
  readonly changed: () => void;
}

export class Ballot {
  readonly #key = `fall-line vote ${location.pathname}`;
  #kept: Vote | undefined;
  #isSending = false;
  /** How often it was sent without coming to the room. */
  #tries = 0;

  constructor(private readonly listener: Listener) {
    const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), VOTE), sessionStorage.getItem(this.#key));
    if (stored.success) this.#kept = stored.output;
  }

  /** The vote that the room does not have yet. */
  get kept(): Vote | undefined {
    return this.#kept;
  }

  /** Whether what is kept was sent, and has not come to the room. */
  get isSentAgain(): boolean {
    return this.#tries > 0;
  }

  give(vote: Vote): void {
    this.#keep(vote);
    void this.send();
  }

  /** Sends what is kept, and goes on until it has arrived. */
  async send(): Promise<void> {
    const vote = this.#kept;
    if (vote === undefined || this.#isSending) return;
    this.#isSending = true;
    const answer = await answerTo(vote);
    this.#isSending = false;
    if (answer === undefined) this.#later();
    else if (vote === this.#kept) {
      this.#keep(undefined);
      if ("refused" in answer) this.listener.refused(answer.said);
      else this.listener.taken(answer, vote);
    } else void this.send();
  }

  #later(): void {
    const wait = Math.min(RETRY.most, RETRY.first * 2 ** this.#tries);
    this.#tries += 1;
    setTimeout(() => void this.send(), wait);
    this.listener.changed();
  }

  #keep(vote: Vote | undefined): void {
    this.#kept = vote;
    this.#tries = 0;
    if (vote === undefined) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify(vote));
    this.listener.changed();
  }
}

/** What the room answers; nothing where it can't be reached now. */
async function answerTo(vote: Vote): Promise<PhoneMessage | v.InferOutput<typeof REFUSAL> | undefined> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("vote", { method: "POST", headers, body: JSON.stringify(vote) }).catch(
    () => undefined,
  );
  // What is between may answer for a room that is away.
  if (answer === undefined || answer.status >= 500) return undefined;
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return parsed(PHONE_MESSAGE, said, "what the room says");
  const refusal = v.safeParse(REFUSAL, said);
  return refusal.success && !PASSING.includes(refusal.output.refused) ? refusal.output : undefined;
}
