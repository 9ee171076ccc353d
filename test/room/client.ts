/** A phone without a page: it holds a seat, reads events and votes, as the protocol says. */
import { Agent, type IncomingMessage, request, type RequestOptions } from "node:http";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Asks for something, and reads the whole answer. */
export function ask(url: URL, options: RequestOptions = {}, body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, ...options }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (more: string) => (text += more));
      answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
      answer.on("error", reject);
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // The server has closed a connection that was idle at the same moment: browsers ask again too.
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve(ask(url, options, body));
      else reject(error);
    });
    asked.end(body);
  });
}

export function post(url: URL, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  return ask(
    url,
    { method: "POST", headers: { "Content-Type": "application/json", ...headers } },
    JSON.stringify(body),
  );
}

/** Events as they come, the last of them, and a wait for one that is as one expects. */
export class Events<Message extends object> {
  readonly all: Message[] = [];
  cookie = "";
  #left = "";
  #answer: IncomingMessage | undefined;
  #heard: (() => void)[] = [];
  heard: (message: Message) => void = () => undefined;

  /** @param headers a cookie, or a key */
  async open(url: URL, headers: Record<string, string> = {}): Promise<this> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { headers, agent: false }, resolve).on("error", reject).end();
    });
    this.#answer = answer;
    this.cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? headers["Cookie"] ?? "";
    answer.setEncoding("utf8");
    answer.on("data", (more: string) => this.#read(more));
    answer.on("error", () => undefined);
    return this;
  }

  /** The first message, of those to come and those that came, that is as expected. */
  async until(isExpected: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.all.find(isExpected);
      if (found !== undefined) return found;
      await new Promise<void>((heard) => this.#heard.push(heard));
    }
  }

  close(): void {
    this.#answer?.destroy();
  }

  #read(more: string): void {
    const frames = (this.#left + more).split("\n\n");
    this.#left = frames.pop()!;
    for (const frame of frames) {
      if (!frame.startsWith("data: ")) continue;
      const message = JSON.parse(frame.slice("data: ".length)) as Message;
      this.all.push(message);
      this.heard(message);
    }
    for (const heard of this.#heard.splice(0)) heard();
  }
}
