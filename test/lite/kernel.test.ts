import { beforeEach, describe, expect, test } from "vitest";
import type { LiteMessage } from "../../src/lite/page/jupyterlite.ts";
import { LiteKernel } from "../../src/lite/page/lite-kernel.ts";
import { newHeader } from "../../src/kernel/browser/page/transport.ts";
import { type FakeWorker, fakeParts, settled } from "../kernel/browser/page/fake-worker.ts";

let workers: FakeWorker[];
let sent: LiteMessage[];
let disposed: unknown[];
let kernel: LiteKernel;

beforeEach(async () => {
  const made = fakeParts();
  [workers, sent, disposed] = [made.workers, [], []];
  const options = { id: "k1", name: "fall-line", location: "folder" };
  kernel = new LiteKernel({ ...options, sendMessage: (message) => sent.push(message) }, made.parts, {
    emit: (args) => disposed.push(args),
  });
  await settled();
  workers[0]!.say({ type: "ready" });
});

async function ask(type: string, content = {}, more: Partial<LiteMessage> = {}, session = "lab") {
  const header = newHeader(type, session);
  const message = { channel: "shell", header, parent_header: {}, metadata: {}, content, ...more } as const;
  await kernel.handleMessage(message);
  await settled();
  return header;
}

const kinds = () => sent.map(({ header, content }) => content["execution_state"] ?? header.msg_type);

describe("a kernel of JupyterLite", () => {
  test("says what it is, and is ready", async () => {
    expect([kernel.id, kernel.name, kernel.location, kernel.isDisposed]).toEqual([
      "k1",
      "fall-line",
      "folder",
      false,
    ]);
    await expect(kernel.ready).resolves.toBeUndefined();
  });

  test("runs cells, and sends what comes of them to who asked", async () => {
    const header = await ask("execute_request", { code: "1 + 1" });
    workers[0]!.publish("execute_result", { data: 2 });
    workers[0]!.reply({ status: "ok", execution_count: 1 });
    await settled();
    expect(kinds()).toEqual(["busy", "execute_input", "execute_result", "execute_reply", "idle"]);
    for (const message of sent) {
      expect(message.parent_header).toEqual(header);
      expect(message.header.session).toBe("lab");
    }
    expect(sent.map(({ channel }) => channel)).toEqual(["iopub", "iopub", "iopub", "shell", "iopub"]);
  });

  test("sends them there also when another has asked since", async () => {
    await ask("execute_request", { code: "1 + 1" });
    await ask("history_request", {}, { channel: "control" }, "other");
    sent.length = 0;
    workers[0]!.publish("execute_result", { data: 2 });
    expect(sent.map(({ header }) => header.session)).toEqual(["lab"]);
  });

  test("carries buffers out", async () => {
    const parent = await ask("execute_request", { code: "1" });
    const buffers = [Uint8Array.of(1)];
    const more = { buffers };
    workers[0]!.say({ type: "publish", messageType: "display_data", parent, json: "{}", ...more });
    expect(sent.at(-1)).toMatchObject(more);
  });

  test("takes buffers of every kind as bytes", async () => {
    const bytes = Uint8Array.of(1, 2, 3, 4);
    const buffers = [bytes.buffer, bytes.subarray(1, 3), new DataView(bytes.buffer, 2, 1)];
    await ask("comm_open", { comm_id: "c", target_name: "t", data: {} }, { buffers });
    expect(workers[0]!.requests.at(-1)!.buffers.map((buffer) => [...buffer])).toEqual([
      [1, 2, 3, 4],
      [2, 3],
      [3],
    ]);
    await ask("comm_msg", { comm_id: "c", data: {} });
    expect(workers[0]!.heard).toHaveLength(2);
  });

  test("leaves what others publish alone", async () => {
    await ask("execute_request", { code: "1" }, { channel: "iopub" });
    expect([workers[0]!.requests, sent]).toEqual([[], []]);
  });

  test("sends what answers nobody to the one that asked last", async () => {
    const json = "{}";
    const nobody = { type: "publish", messageType: "display_data", parent: undefined, json } as const;
    workers[0]!.say(nobody);
    expect(sent).toEqual([]);
    await ask("history_request", {}, {}, "first");
    await ask("history_request", {}, { channel: "control" }, "second");
    sent.length = 0;
    workers[0]!.say(nobody);
    expect(sent).toMatchObject([{ header: { session: "second" }, parent_header: {} }]);
  });

  test("stops the cell that runs", async () => {
    await ask("execute_request", { code: "for (;;);" });
    kernel.interrupt();
    await settled();
    expect(workers[0]!.heard.at(-1)).toMatchObject({ type: "interrupt" });
    workers[0]!.say({ type: "interrupted" });
  });

  test("begins anew when its session is lost, and tells the cell that ran why", async () => {
    await ask("execute_request", { code: "1" });
    workers[0]!.onerror({ message: "no" });
    expect(workers).toHaveLength(2);
    const reason = "the kernel has failed: no; load the page again";
    expect(sent.find(({ header }) => header.msg_type === "error")?.content).toMatchObject({ evalue: reason });
    sent.length = 0;
    await settled();
    workers[1]!.say({ type: "ready" });
    await ask("execute_request", { code: "2" });
    expect(workers[1]!.requests).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain(reason);
  });

  test("that cannot come to its start tries it again when something is asked, and not before", async () => {
    let reads = 0;
    const read = () => (++reads > 1 ? Promise.resolve([]) : Promise.reject(new Error("forbidden")));
    const made = fakeParts({ read });
    const options = { id: "k2", name: "fall-line", location: "" };
    kernel = new LiteKernel({ ...options, sendMessage: (message) => sent.push(message) }, made.parts, {
      emit: () => undefined,
    });
    for (let turn = 0; turn < 5; turn++) await settled();
    expect([reads, made.workers.map(({ isTerminated }) => isTerminated)]).toEqual([1, [true]]);
    kernel.interrupt();
    await settled();
    expect(reads).toBe(1);
    await ask("execute_request", { code: "1" });
    expect(reads).toBe(2);
    made.workers[1]!.say({ type: "ready" });
    await settled();
    expect(made.workers[1]!.requests).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain("your progress cannot be read: forbidden");
  });

  test("ends once", () => {
    kernel.dispose();
    kernel.dispose();
    expect([workers[0]!.isTerminated, disposed, kernel.isDisposed]).toEqual([true, [undefined], true]);
    workers[0]!.onerror({ message: "no" });
    expect(workers).toHaveLength(1);
  });
});
