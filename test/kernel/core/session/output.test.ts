import { beforeAll, describe, expect, test } from "vitest";
import type { Header, ToProtocol } from "../../../../src/kernel/core/channel.ts";
import { Output } from "../../../../src/kernel/core/session/output.ts";
import { LatestParents } from "../../../../src/kernel/core/session/parents.ts";
import { runOnNode } from "../../../../src/kernel/node/platform.ts";

beforeAll(() => runOnNode());

const [one, other] = [{ msg_id: "1" } as Header, { msg_id: "2" } as Header];

function listen() {
  const sent: ToProtocol[] = [];
  const parents = new LatestParents();
  const output = new Output((message) => sent.push(message), parents);
  parents.resume(one);
  const printed = (): string[] => sent.flatMap((m) => (m.type === "print" ? [`${m.name}: ${m.text}`] : []));
  return { sent, parents, output, printed };
}

describe("what a cell prints", () => {
  test("is sent at once, for the request whose code prints it, and nothing is not sent", () => {
    const { sent, parents, output } = listen();
    output.print("stdout", "a");
    output.print("stderr", "");
    parents.resume(other);
    output.print("stderr", "b");
    expect(sent).toEqual([
      { type: "print", name: "stdout", text: "a", parent: one },
      { type: "print", name: "stderr", text: "b", parent: other },
    ]);
  });

  test("may have a million characters, and is cut behind them, once", () => {
    const { parents, output, printed } = listen();
    output.print("stdout", "x".repeat(999_999));
    output.print("stdout", "y");
    expect(printed()).toHaveLength(2);
    output.print("stdout", "z");
    output.print("stdout", "z");
    expect(printed()).toHaveLength(3);
    expect(printed()[2]).toMatch(
      /^stderr: \n\[output cut: .* more than 1,000,000 characters; .*appendFileSync/,
    );
    parents.resume(other);
    output.print("stdout", "of another cell");
    expect(printed()[3]).toBe("stdout: of another cell");
  });

  test("is told as far as it fits", () => {
    const { output, printed } = listen();
    output.print("stdout", "x".repeat(999_998));
    output.print("stdout", "abc");
    expect(printed()[1]).toBe("stdout: ab");
    expect(printed()[2]).toContain("output cut");
  });
});

describe("what a cell shows", () => {
  const contents = (sent: ToProtocol[]) =>
    sent.flatMap((m) => (m.type === "publish" ? [[m.messageType, JSON.parse(m.json) as object]] : []));

  test("is a display of its own, or takes the place of the one with its id", () => {
    const { sent, output } = listen();
    output.show({ "text/plain": "a" });
    output.show({ "text/plain": "b" }, { id: "i", metadata: { m: 1 } });
    output.show({ "text/plain": "c" }, { id: "i", update: true });
    expect(contents(sent)).toEqual([
      ["display_data", { data: { "text/plain": "a" }, metadata: {}, transient: {} }],
      ["display_data", { data: { "text/plain": "b" }, metadata: { m: 1 }, transient: { display_id: "i" } }],
      ["update_display_data", { data: { "text/plain": "c" }, metadata: {}, transient: { display_id: "i" } }],
    ]);
  });

  test("are two thousand displays at most, and it is said once when there are more", () => {
    const { sent, output, printed } = listen();
    for (let i = 0; i < 2000; i++) output.show({});
    expect(printed()).toEqual([]);
    for (let i = 0; i < 3; i++) output.show({});
    expect(contents(sent)).toHaveLength(2000);
    expect(printed()).toEqual(["stderr: \n[output cut: this cell has shown more than 2,000 displays]\n"]);
  });
});
