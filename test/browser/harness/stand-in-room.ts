import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the room answers to a vote: what a phone shows now, or a refusal. */
type Answer = readonly [status: number, body: object];

/** A room that says what a test makes it say: to phones, and to a deck. */
export class StandInRoom {
  /** What was sent to it: votes, and what a deck asks. */
  readonly heard: object[] = [];
  /** What it answers; none at all while it is away. */
  answer: () => Answer | undefined = () => [200, this.#state];
  isAway = false;
  #state: object = { state: "waiting" };
  /** What a deck is told when it comes. */
  known: object[] = [];
  readonly #lines = new Map<"phone" | "deck", Set<ServerResponse>>([
    ["phone", new Set()],
    ["deck", new Set()],
  ]);
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** @param files pages by their addresses, "K3M9PX/", and scripts by their names */
  constructor(readonly files: Readonly<Record<string, string>>) {}

  /** Its address, which ends with a slash. */
  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Tells phones what there is to show. */
  tell(message: object): void {
    if (!("state" in message) || message.state !== "counted") this.#state = message;
    this.#send("phone", message);
  }

  /** Tells the deck what it counts. */
  report(message: object): void {
    this.known.push(message);
    this.#send("deck", message);
  }

  /** Goes away, with all lines, or comes back. */
  away(isAway: boolean): void {
    this.isAway = isAway;
    if (isAway) this.#server.closeAllConnections();
  }

  #send(to: "phone" | "deck", message: object): void {
    for (const line of this.#lines.get(to)!) line.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, path] = /^\/([^?]*)/.exec(request.url!)!;
    if (this.isAway) request.socket.destroy();
    else if (path!.endsWith("events")) this.#listen(path === "teacher/events" ? "deck" : "phone", response);
    else if (request.method === "POST") {
      this.heard.push(JSON.parse(await text(request)) as object);
      const answer = this.answer();
      if (answer === undefined) request.socket.destroy();
      else
        response.writeHead(answer[0], { "Content-Type": "application/json" }).end(JSON.stringify(answer[1]));
    } else if (Object.hasOwn(this.files, path!))
      response
        .setHeader("Content-Type", path!.endsWith(".js") ? "text/javascript" : "text/html")
        .end(this.files[path!]);
    else response.writeHead(404).end();
  }

  #listen(who: "phone" | "deck", response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const lines = this.#lines.get(who)!;
    lines.add(response);
    response.on("close", () => lines.delete(response));
    for (const message of who === "phone" ? [this.#state] : this.known)
      response.write(`data: ${JSON.stringify(message)}\n\n`);
  }
}
