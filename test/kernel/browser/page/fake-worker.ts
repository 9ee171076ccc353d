import type { FromWorker, ToWorker } from "../../../../src/kernel/browser/messages.ts";
import type { ProgressStore } from "../../../../src/kernel/browser/page/progress-store.ts";
import type { Parts } from "../../../../src/kernel/browser/page/worker-session.ts";

/** What stands in a test for the worker of a page. */
export class FakeWorker {
  readonly heard: ToWorker[] = [];
  isTerminated = false;
  onmessage: (event: { data: FromWorker }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage({ data: message });
  }

  /** The requests that it was given. */
  get requests() {
    return this.heard.flatMap((message) => (message.type === "request" ? [message] : []));
  }

  /** Answers the last request. */
  reply(content: object): void {
    const { id } = this.requests.at(-1)!;
    this.say({ type: "reply", id, status: "ok", json: JSON.stringify(content) });
  }

  /** Publishes something of the last request. */
  publish(messageType: string, content: object): void {
    const parent = this.requests.at(-1)!.header;
    this.say({ type: "publish", messageType, parent, json: JSON.stringify(content) });
  }
}

export const LIBRARY = {
  code: "code",
  types: "types",
  formerNames: { lessons: {}, exercises: {} },
} as unknown as Parts["library"];

/** Parts of a kernel, and the workers that it makes of them. */
export function fakeParts(progress: Partial<ProgressStore> = {}): { parts: Parts; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const worker = () => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  };
  const store = { read: () => Promise.resolve(["kept"]), append: () => Promise.resolve(), ...progress };
  return { parts: { worker, library: LIBRARY, progress: store }, workers };
}

/** Lets everything come that is on its way. */
export const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));
