import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Refused } from "./refused.ts";

/** How much is taken from one seat, from one address, and of wrong keys. */
export class Limits {
  readonly #seat = new RateLimiterMemory({ points: 20, duration: 10 });
  readonly #address: RateLimiterMemory;
  readonly #wrongKeys = new RateLimiterMemory({ points: 20, duration: 60 });

  /** @param seats a whole class may share an address: each of its seats may ask for so much from there */
  constructor(seats: number) {
    this.#address = new RateLimiterMemory({ points: 200 + 6 * seats, duration: 10 });
  }

  /** @throws Refused where a seat changes its answer too often */
  async vote(seat: string): Promise<void> {
    await within(this.#seat, seat, "You have changed your answer very often: wait a few seconds.");
  }

  /** @throws Refused where an address asks for more than a class does */
  async request(address: string): Promise<void> {
    await within(this.#address, address, "Too much is asked for from your network: wait a few seconds.");
  }

  /** @throws Refused where keys are tried out */
  async wrongKey(address: string): Promise<void> {
    await within(this.#wrongKeys, address, "Too many wrong keys came from your network: wait a minute.");
  }
}

async function within(limiter: RateLimiterMemory, key: string, said: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if ((error as Partial<RateLimiterRes>).msBeforeNext === undefined) throw error;
    throw new Refused("too many", said);
  }
}
