import { describe, expect, test } from "vitest";
import type { Message, Transport } from "../../../src/kernel/core/protocol/message.ts";
import { Queue } from "../../../src/kernel/core/protocol/queue.ts";

/** What goes over the wire, as the messaging specification of Jupyter has it, and what the session is handed. */
function listen(): {
  queue: Queue;
  said: string[];
  ask: (type: string, id: string, content?: object) => void;
} {
  const said: string[] = [];
  const transport = {
    publish: (_type: string, { msg_id }: { msg_id: string }, content: { execution_state: string }) =>
      said.push(`${content.execution_state} ${msg_id}`),
    reply: (_channel: string, { header }: Message, type: string, content: { status: string }) =>
      said.push(`${type} ${header.msg_id}: ${content.status}`),
  } as unknown as Transport;
  const queue = new Queue(transport, {
    answer: ({ header }) => said.push(`answered ${header.msg_id}`),
    hand: (id, { header }) => said.push(`handed ${header.msg_id} as ${id}`),
    refuse: ({ header }) => said.push(`refused ${header.msg_id}`),
    aborted: () => ({ status: "aborted" }),
  });
  const ask = (msg_type: string, msg_id: string, content: object = {}): void =>
    queue.add({ header: { msg_type, msg_id }, content } as unknown as Message);
  return { queue, said, ask };
}

const ok = { status: "ok" };

describe("the queue of the shell", () => {
  test("refuses what needs a session where none will come, the first cell for all that wait, and answers the rest", () => {
    const { queue, said, ask } = listen();
    ask("execute_request", "a");
    ask("execute_request", "b");
    ask("kernel_info_request", "c");
    queue.close();
    expect(said).toEqual([
      ...["busy a", "refused a", "idle a", "busy b", "execute_reply b: aborted", "idle b"],
      ...["busy c", "answered c", "idle c"],
    ]);
    ask("complete_request", "d");
    expect(said.slice(9)).toEqual(["busy d", "refused d", "idle d"]);
  });

  test("answers one request of the session after another, each between busy and idle", () => {
    const { queue, said, ask } = listen();
    ask("execute_request", "a");
    ask("kernel_info_request", "b");
    expect(said).toEqual([]);
    queue.open();
    expect(said).toEqual(["busy a", "handed a as 1"]);
    queue.finish(7, "ok", ok);
    expect([queue.activeId, queue.active?.header.msg_id, queue.current?.msg_id]).toEqual([1, "a", "a"]);
    queue.finish(1, "ok", ok);
    expect(said.slice(2)).toEqual(["execute_reply a: ok", "idle a", "busy b", "answered b", "idle b"]);
    expect([queue.activeId, queue.current?.msg_id]).toEqual([0, "a"]);
  });

  test("answers what needs no session before there is one, and sends no reply to what is told by a comm", () => {
    const { queue, said, ask } = listen();
    ask("kernel_info_request", "a");
    ask("comm_msg", "b");
    expect(said).toEqual(["busy a", "answered a", "idle a"]);
    queue.open();
    queue.finish(1, "ok", ok);
    expect(said.slice(3)).toEqual(["busy b", "handed b as 1", "idle b"]);
    expect(queue.current).toBeUndefined();
  });

  test("hands nothing on from an interruption until the session has heard of it: it is not meant for what comes after", () => {
    const { queue, said, ask } = listen();
    queue.open();
    queue.hold();
    ask("execute_request", "a");
    expect(said).toEqual([]);
    queue.release();
    expect(said).toEqual(["busy a", "handed a as 1"]);
  });

  test.each([
    ["error", {}, ["busy b", "execute_reply b: aborted", "idle b", "busy c", "handed c as 2"]],
    ["error", { stop_on_error: false }, ["busy b", "handed b as 2"]],
    ["ok", {}, ["busy b", "handed b as 2"]],
  ])(
    "does not run the cells that wait behind an error, where they are to stop: %s %j",
    (status, content, then) => {
      const { queue, said, ask } = listen();
      queue.open();
      ask("execute_request", "a", content);
      ask("execute_request", "b");
      ask("complete_request", "c");
      queue.finish(1, status, { status });
      expect(said).toEqual(["busy a", "handed a as 1", `execute_reply a: ${status}`, "idle a", ...then]);
    },
  );

  test.each(
    [
      ["execute", "complete", "inspect", "is_complete", "comm_info"].map((name) => `${name}_request`),
      ["comm_open", "comm_msg", "comm_close"],
    ].flat(),
  )("waits for the session with %s", (type) => {
    const { queue, said, ask } = listen();
    ask(type, "a");
    expect(said).toEqual([]);
    queue.open();
    expect(said).toEqual(["busy a", "handed a as 1"]);
  });

  test("runs the cells behind a request that fails and is no cell", () => {
    const { queue, said, ask } = listen();
    queue.open();
    ask("inspect_request", "a");
    ask("execute_request", "b");
    queue.finish(1, "error", { status: "error" });
    expect(said.slice(2)).toEqual(["inspect_reply a: error", "idle a", "busy b", "handed b as 2"]);
  });

  test("gives a text that nobody claims to what runs, else to the latest cell", () => {
    const { queue, ask } = listen();
    queue.open();
    for (const [type, id] of [
      ["execute_request", "a"],
      ["inspect_request", "b"],
    ] as const)
      ask(type, id);
    const current = [];
    for (const id of [1, 2]) {
      current.push(queue.current?.msg_id);
      queue.finish(id, "ok", ok);
    }
    expect([...current, queue.current?.msg_id]).toEqual(["a", "b", "a"]);
  });

  test("gives up what is active when there will be no answer", () => {
    const { queue, said, ask } = listen();
    queue.giveUp({ status: "error" });
    queue.open();
    ask("inspect_request", "a");
    queue.giveUp({ status: "error" });
    expect(said.slice(2)).toEqual(["inspect_reply a: error", "idle a"]);
    expect(queue.activeId).toBe(0);
  });
});
