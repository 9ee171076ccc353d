import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Dealer, Request, Subscriber } from "zeromq";
import type { Channel, Message } from "../../../../src/kernel/core/protocol/message.ts";
import { Sockets } from "../../../../src/kernel/node/protocol/sockets.ts";
import { Wire } from "../../../../src/kernel/node/protocol/wire.ts";
import { PATIENCE } from "../../../patience.ts";

const PORTS = { shell: 1, iopub: 2, stdin: 3, control: 4, hb: 5 };

let folder: string;
let sockets: Sockets;
let heard: [Channel, Message][];
let open: { close(): void }[];
const wire = new Wire("key");

const address = (name: keyof typeof PORTS) => `ipc://${join(folder, "s")}-${PORTS[name]}`;
const text = (frames: readonly Uint8Array[]) => frames.map((frame) => Buffer.from(frame).toString());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fall-line-"));
  const file = join(folder, "connection.json");
  const ports = Object.fromEntries(Object.entries(PORTS).map(([name, port]) => [`${name}_port`, port]));
  writeFileSync(file, JSON.stringify({ transport: "ipc", ip: join(folder, "s"), key: "key", ...ports }));
  [sockets, heard, open] = [new Sockets(file), [], []];
  await sockets.bind();
  const to = (channel: Channel) => (message: Message) => void heard.push([channel, message]);
  sockets.listen({ shell: to("shell"), control: to("control"), stdin: to("stdin") });
});

afterEach(async () => {
  for (const socket of open) socket.close();
  await sockets.close();
  rmSync(folder, { recursive: true, force: true });
});

function connected<T extends Dealer | Subscriber | Request>(socket: T, name: keyof typeof PORTS): T {
  open.push(socket);
  socket.connect(address(name));
  return socket;
}

const hears = (count: number) =>
  vi.waitFor(() => expect(heard).toHaveLength(count), { interval: 5, timeout: PATIENCE });

describe.skipIf(process.platform === "win32")("the sockets of a kernel", () => {
  test.each(["shell", "control", "stdin"] as const)("hear and answer on %s", async (channel) => {
    const client = connected(new Dealer(), channel);
    await client.send(wire.write([], "some_request", undefined, { a: 1 }));
    await hears(1);
    const [where, message] = heard[0]!;
    expect([where, message.header.msg_type, message.content]).toEqual([channel, "some_request", { a: 1 }]);
    sockets.reply(channel, message, "some_reply", { b: 2 }, "mine");
    const answer = wire.read(await client.receive());
    expect(answer).toMatchObject({
      header: { msg_type: "some_reply", msg_id: "mine" },
      parent: message.header,
      metadata: {},
      content: { b: 2 },
      buffers: [],
    });
  });

  test("welcome who listens, and publish in order to all under the name of the kind", async () => {
    const listener = connected(new Subscriber(), "iopub");
    listener.subscribe("");
    const next = async () => {
      const frames = await listener.receive();
      return { topic: text(frames)[0], message: wire.read(frames) };
    };
    const welcome = await next();
    expect(welcome.topic).toBe("");
    expect(welcome.message).toMatchObject({
      header: { msg_type: "iopub_welcome" },
      content: { subscription: "" },
    });
    const parent = welcome.message.header;
    sockets.publish("display_data", parent, '{"x":1}', [Buffer.from("bytes")]);
    sockets.publish("status", undefined, { execution_state: "idle" });
    const [display, status] = [await next(), await next()];
    expect(display.topic).toBe("display_data");
    expect(display.message).toMatchObject({ parent, content: { x: 1 }, metadata: {} });
    expect(text(display.message.buffers)).toEqual(["bytes"]);
    expect(status.topic).toBe("status");
    expect(status.message).toMatchObject({ parent: {}, content: { execution_state: "idle" } });
    listener.unsubscribe("");
    listener.subscribe("stat");
    const again = await next();
    expect([again.topic, again.message.content]).toEqual(["stat", { subscription: "stat" }]);
  });

  test("welcome each listener, and say nothing when one leaves", async () => {
    const [first, second] = [0, 1].map(() => connected(new Subscriber(), "iopub")) as [
      Subscriber,
      Subscriber,
    ];
    const welcomed = async () => wire.read(await first.receive()).content["subscription"];
    first.subscribe("");
    expect(await welcomed()).toBe("");
    second.subscribe("");
    expect(await welcomed()).toBe("");
    second.unsubscribe("");
    second.subscribe("more");
    expect(await welcomed()).toBe("more");
  });

  test("send what was said last before they close", async () => {
    const listener = connected(new Subscriber(), "iopub");
    listener.subscribe("stream");
    await listener.receive();
    const texts = Array.from({ length: 50 }, (_, i) => String(i));
    for (const line of texts) sockets.publish("stream", undefined, { text: line });
    await sockets.close();
    const came: unknown[] = [];
    while (came.length < texts.length) came.push(wire.read(await listener.receive()).content["text"]);
    expect(came).toEqual(texts);
  });

  test("beat", async () => {
    const heart = connected(new Request(), "hb");
    for (const beat of ["one", "two"]) {
      await heart.send(beat);
      expect(text(await heart.receive())).toEqual([beat]);
    }
  });

  test("leave a message that is not signed, say so, and go on", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const client = connected(new Dealer(), "control");
    await client.send(new Wire("another").write([], "bad", undefined, {}));
    await client.send(wire.write([], "good", undefined, {}));
    await hears(1);
    expect(heard[0]![1].header.msg_type).toBe("good");
    expect(said.mock.calls).toEqual([
      ["fall-line: a message on control was ignored: the signature does not fit"],
    ]);
  });

  test("leave nothing in Jupyter's folder where it is removed for Jupyter", () => {
    writeFileSync(join(folder, "another"), "");
    expect(readdirSync(folder)).toHaveLength(7);
    sockets.removeRuntimeFiles();
    expect(readdirSync(folder)).toEqual(["another"]);
  });
});
