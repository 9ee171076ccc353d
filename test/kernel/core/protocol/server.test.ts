import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Content, Header, ToControl, ToSession } from "../../../../src/kernel/core/channel.ts";
import type { Channel, Message, Transport } from "../../../../src/kernel/core/protocol/message.ts";
import { Server } from "../../../../src/kernel/core/protocol/server.ts";

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(globalThis, { FALL_LINE_VERSION: "9.8.7" });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "FALL_LINE_VERSION");
});

interface Front {
  server: Server;
  /** What goes over the wire: the type, the request it belongs to, and what it holds. */
  said: [type: string, of: string | undefined, content: Content | string, ...rest: unknown[]][];
  sent: ToSession[];
  controlled: ToControl[];
  ends: () => number;
  ask: (type: string, id: string, content?: Content, on?: Channel, parent?: Partial<Header>) => void;
}

async function serve(note?: string): Promise<Front> {
  const said: Front["said"] = [];
  const sent: ToSession[] = [];
  const controlled: ToControl[] = [];
  let ends = 0;
  let receivers: Record<Channel, (message: Message) => void> | undefined;
  const transport: Transport = {
    bind: () => Promise.resolve(),
    listen: (given) => void (receivers = given),
    publish: (type, parent, content, ...rest) => void said.push([type, parent?.msg_id, content, ...rest]),
    reply: (channel, { header }, type, content, id) =>
      void said.push([`${channel} ${type}`, header.msg_id, content, ...(id === undefined ? [] : [id])]),
    close() {
      said.push(["closed", undefined, ""]);
      return Promise.resolve();
    },
  };
  const session = {
    send: (message: ToSession) => void sent.push(message),
    control: (message: ToControl) => void controlled.push(message),
    end() {
      ends++;
    },
  };
  const server = new Server({ transport, session, runtime: "Node 1", note });
  await server.start();
  const ask: Front["ask"] = (msg_type, msg_id, content = {}, on = "shell", parent = {}) =>
    receivers![on]({ header: { msg_type, msg_id }, content, parent, buffers: [] } as unknown as Message);
  return { server, said, sent, controlled, ends: () => ends, ask };
}

const busy = (of: string) => ["status", of, { execution_state: "busy" }];
const idle = (of: string) => ["status", of, { execution_state: "idle" }];

/** A server whose session is ready, and what it said of a cell that it has handed on. */
async function running(code = "1", content: Content = {}): Promise<Front> {
  const front = await serve();
  front.server.hear({ type: "ready" });
  front.ask("execute_request", "a", { code, ...content });
  return front;
}

describe("the server of the protocol", () => {
  test("tells that it starts, and what it is, with its note", async () => {
    const { said, ask } = await serve("an old Node");
    expect(said.splice(0)).toEqual([["status", undefined, { execution_state: "starting" }]]);
    ask("kernel_info_request", "k");
    expect(said[1]).toMatchObject([
      "shell kernel_info_reply",
      "k",
      {
        status: "ok",
        protocol_version: "5.4",
        implementation: "fall-line",
        implementation_version: "9.8.7",
        language_info: { name: "typescript", file_extension: ".ts" },
        banner: expect.stringMatching(/^fall-line 9\.8\.7: TypeScript \S+ on Node 1\nan old Node$/) as string,
      },
    ]);
  });

  test("counts and echoes a cell, hands it on, and gives its answer on", async () => {
    const { server, said, sent, ask } = await running("1 + 1");
    expect(sent).toMatchObject([
      { type: "request", id: 1, header: { msg_id: "a" }, content: { code: "1 + 1" }, count: 1 },
    ]);
    server.hear({
      type: "publish",
      messageType: "execute_result",
      parent: { msg_id: "a" } as Header,
      json: "{}",
      buffers: [],
    });
    server.hear({ type: "reply", id: 1, status: "ok", json: '{"status":"ok"}' });
    expect(said.slice(1)).toEqual([
      busy("a"),
      ["execute_input", "a", { code: "1 + 1", execution_count: 1 }],
      ["execute_result", "a", "{}", []],
      ["shell execute_reply", "a", '{"status":"ok"}'],
      idle("a"),
    ]);
    ask("inspect_request", "b");
    expect(sent[1]).toMatchObject({ id: 2, count: 1 });
  });

  test.each<[content: Content, count: number, echoed: boolean, history: string[]]>([
    [{}, 1, true, ["x"]],
    [{ store_history: true }, 1, true, ["x"]],
    [{ store_history: false }, 0, true, []],
    [{ silent: true }, 0, false, []],
    [{ silent: true, store_history: true }, 0, false, []],
  ])("counts, echoes and keeps a cell as it is asked to: %j", async (content, count, echoed, history) => {
    const { server, said, sent, ask } = await running("x", content);
    expect(sent[0]).toMatchObject({ count });
    expect(said.some(([type]) => type === "execute_input")).toBe(echoed);
    server.hear({ type: "reply", id: 1, status: "ok", json: "" });
    ask("history_request", "h", { hist_access_type: "tail", n: 5 });
    const [, , answer] = said.at(-2)!;
    expect((answer as Content)["history"]).toEqual(history.map((source) => [1, 1, source]));
  });

  test("tells its note before the first cell that is seen, once", async () => {
    const { server, said, ask } = await serve("an old Node");
    server.hear({ type: "ready" });
    ["a", "b", "c"].forEach((id, i) => {
      ask("execute_request", id, { code: "1", silent: i === 0 });
      server.hear({ type: "reply", id: i + 1, status: "ok", json: "" });
    });
    expect(said.filter(([type]) => type === "stream")).toEqual([
      ["stream", "b", { name: "stderr", text: "Before this: an old Node\n" }],
    ]);
    ask("kernel_info_request", "k");
    expect(String((said.at(-2)![2] as Content)["banner"])).not.toContain("\n");
  });

  test("sends what is printed before what comes after it, and bundles it", async () => {
    const { server, said } = await running();
    said.length = 0;
    const print = (name: string, text: string, id = "a") =>
      server.hear({ type: "print", name, text, parent: { msg_id: id } as Header });
    print("stdout", "1");
    print("stdout", "2");
    print("stdout", "3");
    print("stderr", "4");
    print("stderr", "5", "b");
    server.print("stdout", "6");
    server.hear({ type: "publish", messageType: "display_data", parent: undefined, json: "{}" });
    print("stdout", "7");
    vi.advanceTimersByTime(50);
    print("stdout", "8");
    print("stdout", "9");
    server.hear({ type: "reply", id: 1, status: "ok", json: "" });
    const streams = said.map(([type, of, content]) =>
      type === "stream"
        ? `${String(of)} ${(content as Content)["name"] as string} ${(content as Content)["text"] as string}`
        : type,
    );
    expect(streams).toEqual([
      "a stdout 1",
      "a stdout 23",
      "a stderr 4",
      "b stderr 5",
      "a stdout 6",
      "display_data",
      "a stdout 7",
      "a stdout 89",
      "shell execute_reply",
      "status",
    ]);
  });

  test("takes what a program prints later for that of the latest cell", async () => {
    const { server, said } = await running();
    server.hear({ type: "reply", id: 1, status: "ok", json: "" });
    server.print("stderr", "late");
    expect(said.at(-1)).toEqual(["stream", "a", { name: "stderr", text: "late" }]);
  });

  test("sends a long text at once", async () => {
    const { server, said } = await running();
    const print = (text: string) =>
      server.hear({ type: "print", name: "stdout", text, parent: { msg_id: "a" } as Header });
    print("1");
    said.length = 0;
    print("x".repeat(32_767));
    expect(said).toEqual([]);
    print("y");
    expect(said).toMatchObject([["stream", "a", { name: "stdout" }]]);
  });

  test("asks a question of the cell that runs, and hands on its answer alone", async () => {
    const { server, said, controlled, ask } = await running();
    said.length = 0;
    server.print("stdout", "1");
    server.print("stdout", "before");
    server.hear({ type: "input", prompt: "name?", password: true });
    const [, before, [type, of, content, id]] = said as [unknown, unknown, Front["said"][0]];
    expect(before).toEqual(["stream", "a", { name: "stdout", text: "before" }]);
    expect([type, of, content]).toEqual(["stdin input_request", "a", { prompt: "name?", password: true }]);
    ask("comm_msg", "i", { value: "no" }, "stdin");
    ask("input_reply", "i", { value: "late" }, "stdin", { msg_type: "input_request", msg_id: "another" });
    expect(controlled).toEqual([]);
    ask("input_reply", "i", { value: "Ada" }, "stdin", { msg_type: "input_request", msg_id: id as string });
    ask("input_reply", "i", { value: "twice" }, "stdin");
    expect(controlled).toEqual([{ type: "input", value: "Ada" }]);
  });

  test.each<[content: Content, parent: Partial<Header>, value: string]>([
    [{ value: "b" }, {}, "b"],
    [{ value: "b" }, { msg_type: "execute_request", msg_id: "other" }, "b"],
    [{ value: "b" }, { msg_type: "input_request" }, "b"],
    [{ value: 3 }, {}, ""],
  ])("takes the answer %j of a front end that says of it %j", async (content, parent, value) => {
    const { server, controlled, ask } = await running();
    server.hear({ type: "input", prompt: "", password: false });
    ask("input_reply", "i", content, "stdin", parent);
    expect(controlled).toEqual([{ type: "input", value }]);
  });

  test("asks nothing when no cell runs", async () => {
    const { server, said } = await serve();
    said.length = 0;
    server.hear({ type: "input", prompt: "", password: false });
    expect(said).toEqual([]);
  });

  test("interrupts what runs, gives its question up, and hands nothing on until the session has heard", async () => {
    const { server, said, sent, controlled, ask } = await running();
    server.hear({ type: "input", prompt: "", password: false });
    said.length = 0;
    ask("interrupt_request", "i", {}, "control");
    expect(said).toEqual([busy("i"), ["control interrupt_reply", "i", { status: "ok" }], idle("i")]);
    ask("input_reply", "x", { value: "late" }, "stdin");
    expect(controlled).toEqual([{ type: "interrupt", request: 1 }]);
    server.hear({ type: "reply", id: 1, status: "ok", json: "" });
    ask("execute_request", "b", { code: "2" });
    expect(sent).toHaveLength(1);
    server.hear({ type: "interrupted" });
    expect(sent).toHaveLength(2);
  });

  test.each(["control", "shell"] as const)(
    "is interrupted while a cell runs, asked on the %s",
    async (on) => {
      const { said, controlled, ask } = await running();
      said.length = 0;
      ask("interrupt_request", "i", {}, on);
      expect(said).toEqual([busy("i"), [`${on} interrupt_reply`, "i", { status: "ok" }], idle("i")]);
      expect(controlled).toEqual([{ type: "interrupt", request: 1 }]);
    },
  );

  test("hands a request on again that the session has not begun, and no other", async () => {
    const { server, said, sent, ask } = await running();
    const [first] = sent;
    said.length = 0;
    server.hear({ type: "begun", request: 0 });
    expect(sent).toEqual([first, first]);
    server.hear({ type: "begun", request: 1 });
    expect([sent.length, said]).toEqual([2, []]);
    server.hear({ type: "reply", id: 1, status: "ok", json: "" });
    server.hear({ type: "begun", request: 0 });
    expect(sent).toHaveLength(2);
    ask("execute_request", "b", { code: "2" });
    server.hear({ type: "begun", request: 1 });
    expect(sent.slice(2)).toEqual([sent[3], sent[3]]);
    expect(sent[3]).toMatchObject({ id: 2, header: { msg_id: "b" }, count: 2 });
  });

  test.each([true, false])("is shut down, or restarted (%s), once it has said so", async (restart) => {
    const { server, said, ends, ask } = await running();
    said.length = 0;
    ask("shutdown_request", "s", { restart }, "control");
    const told = { status: "ok", restart };
    expect(said).toEqual([
      busy("s"),
      ["control shutdown_reply", "s", told],
      ["shutdown_reply", "s", told],
      idle("s"),
    ]);
    expect(ends()).toBe(0);
    vi.runAllTimers();
    expect(ends()).toBe(1);
    server.sessionEnded("no matter");
    expect(said.slice(4)).toEqual([["closed", undefined, ""]]);
  });

  test("tells the cell that runs why no answer comes any more", async () => {
    const { server, said, ask } = await running();
    ask("execute_request", "b", { code: "2" });
    said.length = 0;
    server.hear({ type: "print", name: "stdout", parent: { msg_id: "a" } as Header, text: "last" });
    expect(server.sessionEnded("out of memory")).toBe(true);
    const report = {
      ename: "SessionEnded",
      evalue: "out of memory",
      traceback: ["SessionEnded: out of memory"],
    };
    expect(said).toEqual([
      ["stream", "a", { name: "stdout", text: "last" }],
      ["error", "a", report],
      ["shell execute_reply", "a", { status: "error", execution_count: 1, ...report }],
      idle("a"),
      busy("b"),
      ["shell execute_reply", "b", { status: "aborted", execution_count: 1 }],
      idle("b"),
      ["closed", undefined, ""],
    ]);
  });

  test("only closes when the session ends and no cell runs", async () => {
    const { server, said, ask } = await serve();
    server.hear({ type: "ready" });
    ask("inspect_request", "b");
    said.length = 0;
    expect(server.sessionEnded("gone")).toBe(false);
    expect(said).toEqual([["closed", undefined, ""]]);
  });

  test("tells what is asked of a session that did not begin why there is none, until it is to end", async () => {
    const { server, said, ask } = await serve();
    ask("execute_request", "a", { code: "1" });
    ask("comm_open", "c");
    server.sessionFailed("its folder is gone");
    const report = {
      ename: "SessionNotBegun",
      evalue: "its folder is gone",
      traceback: ["SessionNotBegun: its folder is gone"],
    };
    const reply = { status: "error", execution_count: 0, ...report };
    ask("complete_request", "b");
    expect(said.slice(1)).toEqual([
      ...[busy("a"), ["error", "a", report], ["shell execute_reply", "a", reply], idle("a")],
      ...[busy("c"), idle("c"), busy("b"), ["shell complete_reply", "b", reply], idle("b")],
    ]);
    server.end();
    expect(said.at(-1)).toEqual(["closed", undefined, ""]);
  });

  test("answers what it does not do, and what a debugger asks in a debugger's way", async () => {
    const { said, ask } = await serve();
    ask("strange_request", "x");
    ask("debug_request", "d", { seq: 7, command: "initialize" }, "control");
    ask("connect_request", "c");
    ask("usage_request", "u", {}, "control");
    expect(said.filter(([type]) => type !== "status").map(([type, , content]) => [type, content])).toEqual([
      ["shell strange_reply", { status: "error", ename: "UnknownRequest", evalue: "this kernel does not answer strange_request", traceback: [] }], // prettier-ignore
      ["control debug_reply", { type: "response", request_seq: 7, success: false, command: "initialize", message: "this kernel does not answer debug_request" }], // prettier-ignore
      ["shell connect_reply", { status: "ok" }],
      ["control usage_reply", {}],
    ]);
  });

  test("says in its log that it knows a message not", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { said, ask } = await serve();
    ask("strange", "x");
    expect(log.mock.calls).toEqual([["fall-line: no such message: strange"]]);
    expect(said.slice(1)).toEqual([busy("x"), idle("x")]);
    log.mockRestore();
  });
});
