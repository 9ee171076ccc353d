import { describe, expect, test } from "vitest";
import type { Header, ToProtocol } from "../../../../src/kernel/core/channel.ts";
import { type Comm, Comms } from "../../../../src/kernel/core/session/comms.ts";
import { Output } from "../../../../src/kernel/core/session/output.ts";
import { LatestParents } from "../../../../src/kernel/core/session/parents.ts";

interface Known {
  register(target: string, opened: (comm: Comm, data: unknown) => void): void;
  open(target: string, data?: unknown): Comm;
}

const slot = Symbol.for("fall-line.comms");

function installed() {
  const sent: [string, unknown, Uint8Array[]?][] = [];
  const send = (m: ToProtocol) => {
    if (m.type === "publish")
      sent.push([m.messageType, JSON.parse(m.json), ...(m.buffers ? [m.buffers] : [])] as never);
  };
  const comms = new Comms(new Output(send, new LatestParents()));
  const before = Object.getOwnPropertyDescriptor(globalThis, slot);
  comms.install();
  const known = (globalThis as unknown as Record<symbol, Known>)[slot]!;
  if (before) Object.defineProperty(globalThis, slot, before);
  else Reflect.deleteProperty(globalThis, slot);
  const receive = (type: string, content: object, buffers: Uint8Array[] = []) =>
    comms.receive({ msg_type: type } as Header, content as Record<string, unknown>, buffers);
  return { sent, comms, known, receive };
}

describe("a comm", () => {
  test("that the page opens goes to whoever registered its target, and hears what the page says until it closes it", () => {
    const { sent, comms, known, receive } = installed();
    const heard: unknown[] = [];
    known.register("a", (comm, data) => {
      heard.push(data, comm.id, comm.target);
      comm.onMessage = (...said) => heard.push(said);
      comm.onClose = (said) => heard.push(said);
    });
    receive("comm_open", { comm_id: "1", target_name: "a", data: "hello" });
    const buffers = [new Uint8Array([1])];
    receive("comm_msg", { comm_id: "1", data: "more" }, buffers);
    receive("comm_msg", { comm_id: "2", data: "for nobody" });
    expect(comms.info("a")).toEqual({ status: "ok", comms: { "1": { target_name: "a" } } });
    expect(comms.info("b")).toEqual({ status: "ok", comms: {} });
    receive("comm_close", { comm_id: "1", data: "bye" });
    receive("comm_close", { comm_id: "1", data: "again" });
    receive("comm_msg", { comm_id: "1", data: "late" });
    expect(heard).toEqual(["hello", "1", "a", ["more", buffers], "bye"]);
    expect([comms.info(undefined), sent]).toEqual([{ status: "ok", comms: {} }, []]);
  });

  test("for a target that nobody knows is closed at once", () => {
    const { sent, comms, receive } = installed();
    receive("comm_open", { comm_id: "7", target_name: "nobody", data: {} });
    expect(sent).toEqual([["comm_close", { comm_id: "7", data: {} }]]);
    expect(comms.info(undefined)["comms"]).toEqual({});
  });

  test("that a cell opens says so, sends, and is closed once", () => {
    const { sent, comms, known } = installed();
    const comm = known.open("b", { n: 1 });
    const second = known.open("c");
    expect(comm.id).not.toBe(second.id);
    expect(comms.info(undefined)["comms"]).toEqual({
      [comm.id]: { target_name: "b" },
      [second.id]: { target_name: "c" },
    });
    const buffers = [new Uint8Array([2])];
    comm.send("x", buffers);
    comm.close("end");
    comm.close();
    second.close();
    expect(sent).toEqual([
      ["comm_open", { comm_id: comm.id, target_name: "b", data: { n: 1 } }],
      ["comm_open", { comm_id: second.id, target_name: "c", data: {} }],
      ["comm_msg", { comm_id: comm.id, data: "x" }, buffers],
      ["comm_close", { comm_id: comm.id, data: "end" }],
      ["comm_close", { comm_id: second.id, data: {} }],
    ]);
  });
});
