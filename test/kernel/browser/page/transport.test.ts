import { describe, expect, test } from "vitest";
import type { Channel, Message } from "../../../../src/kernel/core/protocol/message.ts";
import {
  newHeader,
  PageTransport,
  type KernelMessage,
} from "../../../../src/kernel/browser/page/transport.ts";
import { settled } from "./fake-worker.ts";

function opened() {
  const said: KernelMessage[] = [];
  const heard: [Channel, Message][] = [];
  const transport = new PageTransport((one) => said.push(one));
  const to = (channel: Channel) => (message: Message) => void heard.push([channel, message]);
  const listen = () => transport.listen({ shell: to("shell"), control: to("control"), stdin: to("stdin") });
  return { transport, said, heard, listen };
}

const header = newHeader("execute_request", "page");

describe("messages within a page", () => {
  test("have a header as Jupyter's have, with an id of its own", () => {
    expect(header).toEqual({
      msg_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      msg_type: "execute_request",
      session: "page",
      username: "student",
      date: new Date(header.date).toISOString(),
      version: "5.4",
    });
    expect(newHeader("execute_request", "page").msg_id).not.toBe(header.msg_id);
  });

  test("wait until the kernel listens, and come on the channel on which they were asked", async () => {
    const { transport, heard, listen } = opened();
    const asked = transport.ask("control", "interrupt_request", { a: 1 });
    transport.ask("shell", "execute_request", {});
    await settled();
    expect(heard).toEqual([]);
    listen();
    await settled();
    expect(heard.map(([channel]) => channel)).toEqual(["control", "shell"]);
    expect(asked).toMatchObject({ msg_type: "interrupt_request", session: "page" });
    expect(heard[0]![1]).toEqual({
      identities: [],
      header: asked,
      parent: {},
      metadata: {},
      content: { a: 1 },
      buffers: [],
    });
  });

  test("that are published carry what they were given, read where it is JSON already", () => {
    const { transport, said } = opened();
    const buffers = [Uint8Array.of(1)];
    transport.publish("display_data", header, '{"data":1}', buffers);
    transport.publish("status", undefined, { execution_state: "idle" });
    const channel = "iopub";
    expect(said).toEqual([
      { channel, type: "display_data", parent: header, content: { data: 1 }, buffers },
      {
        channel,
        type: "status",
        parent: undefined,
        content: { execution_state: "idle" },
        buffers: [],
      },
    ]);
  });

  test("that answer go back on their channel, to what was asked", () => {
    const { transport, said } = opened();
    transport.reply("control", { header } as Message, "interrupt_reply", '{"status":"ok"}');
    expect(said).toEqual([
      {
        channel: "control",
        type: "interrupt_reply",
        parent: header,
        content: { status: "ok" },
        buffers: [],
      },
    ]);
  });
});
