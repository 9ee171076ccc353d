/** A line between phones and a room that breaks: at random, by a seed. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export class Breaker {
  readonly #lines = new Set<readonly [Socket, Socket]>();
  readonly #server;
  #chance: number;

  /** @param port the room's @param seed decides which connections break */
  constructor(port: number, seed: number) {
    this.#chance = seed;
    this.#server = createServer((phone) => {
      const room = connect(port, "127.0.0.1");
      const line = [phone, room] as const;
      this.#lines.add(line);
      for (const [end, other] of [line, [room, phone] as const])
        end
          .on("error", () => undefined)
          .on("close", () => {
            other.destroy();
            this.#lines.delete(line);
          })
          .pipe(other);
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Breaks about so large a share of all connections. @returns how many broke */
  breakSome(share: number): number {
    const broken = [...this.#lines].filter(() => this.#next() < share);
    for (const [phone] of broken) phone.destroy();
    return broken.length;
  }

  close(): void {
    this.breakSome(1);
    this.#server.close();
  }

  /** Evenly from 0 to 1 (Lehmer's generator with the multiplier 48271). */
  #next(): number {
    this.#chance = (this.#chance * 48_271) % 2_147_483_647;
    return this.#chance / 2_147_483_647;
  }
}
