import { afterEach, describe, expect, test } from "vitest";
import { PageKernel } from "../../../../src/kernel/browser/page/page-kernel.ts";
import type { KernelMessage } from "../../../../src/kernel/browser/page/transport.ts";
import { fakeParts, settled } from "./fake-worker.ts";

const begunKernels: PageKernel[] = [];

afterEach(() => begunKernels.splice(0).forEach((kernel) => kernel.close()));

async function begun() {
  const { parts, workers } = fakeParts();
  const told: unknown[][] = [];
  const kernel = new PageKernel(parts, { restarted: (...words) => told.push(words) });
  begunKernels.push(kernel);
  await settled();
  workers[0]!.say({ type: "ready" });
  return { kernel, workers, told, worker: workers[0]! };
}

const asText = ({ type, content }: KernelMessage): string =>
  type === "status" ? String(content["execution_state"]) : type;

describe("a cell in a page", () => {
  test("is handed to the session, and what comes of it to who ran it, also after it has ended", async () => {
    const { kernel, worker } = await begun();
    const seen: string[] = [];
    const ran = kernel.execute("1 + 1", (said) => seen.push(asText(said)));
    await settled();
    expect(worker.requests.map(({ content }) => content)).toEqual([
      { code: "1 + 1", silent: false, store_history: true, allow_stdin: false },
    ]);
    worker.publish("execute_result", { data: {} });
    worker.reply({ status: "ok", execution_count: 1 });
    await expect(ran).resolves.toEqual({ status: "ok", execution_count: 1 });
    worker.publish("display_data", { data: {} });
    expect(seen).toEqual(["busy", "execute_input", "execute_result", "idle", "display_data"]);
  });

  test("runs after those before it", async () => {
    const { kernel, worker } = await begun();
    const [first, second] = [kernel.execute("1"), kernel.execute("2")];
    await settled();
    expect(worker.requests.map(({ content }) => content["code"])).toEqual(["1"]);
    worker.reply({ status: "ok", execution_count: 1 });
    await first;
    await settled();
    expect(worker.requests.map(({ content }) => content["code"])).toEqual(["1", "2"]);
    worker.reply({ status: "ok", execution_count: 2 });
    await expect(second).resolves.toMatchObject({ execution_count: 2 });
  });

  test("is stopped by word to the session while it runs", async () => {
    const { kernel, worker } = await begun();
    void kernel.execute("for (;;);");
    await settled();
    kernel.interrupt();
    await settled();
    expect(worker.heard.at(-1)).toMatchObject({ type: "interrupt" });
    worker.say({ type: "interrupted" });
    kernel.tellProgress("line");
    expect(worker.heard.at(-1)).toEqual({ type: "progress", line: "line" });
  });
});

describe("what is asked of a page's kernel", () => {
  const code = "😀.des";

  test("completions, counted in UTF-16 units here and in characters there", async () => {
    const { kernel, worker } = await begun();
    const asked = kernel.complete(code, 6);
    await settled();
    expect(worker.requests[0]!.content).toEqual({ code, cursor_pos: 5 });
    const kinds = [{ type: "function" }, { type: "keyword" }];
    const metadata = { _jupyter_types_experimental: kinds };
    worker.reply({ matches: ["descend", "design"], cursor_start: 2, cursor_end: 4, metadata });
    await expect(asked).resolves.toEqual({
      matches: ["descend", "design"],
      start: 3,
      end: 5,
      kinds: ["function", "keyword"],
    });
  });

  test("completions that do not come", async () => {
    const { kernel, worker } = await begun();
    const asked = kernel.complete(code, 6);
    await settled();
    worker.reply({ status: "aborted" });
    await expect(asked).resolves.toEqual({ matches: [], start: 6, end: 6, kinds: [] });
  });

  test.each([
    [{ data: { "text/plain": "a function" } }, "a function"],
    [{ data: {} }, undefined],
    [{ status: "aborted" }, undefined],
  ])("what a name is: %o", async (reply, words) => {
    const { kernel, worker } = await begun();
    const asked = kernel.inspect(code, 6);
    await settled();
    expect(worker.requests[0]!.content).toEqual({ code, cursor_pos: 5 });
    worker.reply(reply);
    await expect(asked).resolves.toBe(words);
  });
});

describe("a conversation of a page with its kernel", () => {
  async function opened() {
    const all = await begun();
    const comm = all.kernel.createComm("cards");
    const seen: unknown[] = [];
    comm.onMsg = ({ content }) => seen.push(content.data);
    comm.onClose = () => seen.push("closed");
    const { done } = comm.open({ hello: 1 });
    await settled();
    const { header, content } = all.worker.requests.at(-1)!;
    all.worker.reply({});
    await done;
    return { ...all, comm, seen, header, content, id: content["comm_id"] as string };
  }

  test("is opened, and carries what both say", async () => {
    const { comm, worker, header, content, id, seen } = await opened();
    expect([header.msg_type, content]).toEqual([
      "comm_open",
      { comm_id: id, target_name: "cards", data: { hello: 1 } },
    ]);
    comm.send({ more: 2 });
    await settled();
    const sent = worker.requests.at(-1)!;
    expect([sent.header.msg_type, sent.content]).toEqual(["comm_msg", { comm_id: id, data: { more: 2 } }]);
    worker.publish("comm_msg", { comm_id: id, data: { answer: 3 } });
    worker.publish("comm_msg", { comm_id: "another", data: 4 });
    worker.publish("comm_close", { comm_id: "another", data: {} });
    expect(seen).toEqual([{ answer: 3 }]);
  });

  test("ends when the kernel closes it, once", async () => {
    const { worker, id, seen } = await opened();
    worker.publish("comm_close", { comm_id: id, data: {} });
    worker.publish("comm_close", { comm_id: id, data: {} });
    worker.publish("comm_msg", { comm_id: id, data: 5 });
    expect(seen).toEqual(["closed"]);
  });

  test("ends when the page closes it, which the kernel is told", async () => {
    const { comm, worker, id, seen } = await opened();
    comm.close();
    await settled();
    const sent = worker.requests.at(-1)!;
    expect([sent.header.msg_type, sent.content]).toEqual(["comm_close", { comm_id: id, data: {} }]);
    worker.publish("comm_msg", { comm_id: id, data: 5 });
    expect(seen).toEqual([]);
  });

  test("ends with the session", async () => {
    const { kernel, seen } = await opened();
    kernel.close();
    kernel.close();
    expect(seen).toEqual(["closed"]);
  });
});

describe("the session of a page's kernel", () => {
  test("is begun anew on a restart; what waits is not run", async () => {
    const { kernel, workers, told } = await begun();
    const waiting = [kernel.execute("1"), kernel.execute("2")];
    await settled();
    kernel.restart();
    await expect(Promise.all(waiting)).resolves.toEqual([{ status: "aborted" }, { status: "aborted" }]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(told).toEqual([[undefined, false]]);
    await settled();
    workers[1]!.say({ type: "ready" });
    workers[1]!.onerror({ message: "no" });
    expect(told[1]).toEqual(["the kernel has failed: no; load the page again", false]);
  });

  test("once closed is begun when something is asked", async () => {
    const { kernel, workers } = await begun();
    kernel.close();
    kernel.interrupt();
    kernel.tellProgress("line");
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    const ran = kernel.execute("1");
    await settled();
    expect(workers).toHaveLength(2);
    workers[1]!.say({ type: "ready" });
    workers[1]!.reply({ status: "ok" });
    await expect(ran).resolves.toMatchObject({ status: "ok" });
  });

  test("that is lost tells the cell that runs why, and is begun anew", async () => {
    const { kernel, workers, worker, told } = await begun();
    const seen: KernelMessage[] = [];
    const ran = kernel.execute("1", (said) => seen.push(said));
    const waits = kernel.execute("2");
    await settled();
    worker.onerror({ message: "no" });
    const reason = "the kernel has failed: no; load the page again";
    await expect(ran).resolves.toMatchObject({ status: "error", evalue: reason });
    await expect(waits).resolves.toMatchObject({ status: "aborted" });
    expect(seen.filter(({ type }) => type === "error")).toHaveLength(1);
    expect(workers).toHaveLength(2);
    expect(told).toEqual([[reason, true]]);
    const next: KernelMessage[] = [];
    void kernel.execute("3", (said) => next.push(said));
    await settled();
    workers[1]!.say({ type: "ready" });
    expect(next.length).toBeGreaterThan(0);
    expect(JSON.stringify(next)).not.toContain(reason);
  });

  test("that is lost while nothing runs tells who asks next", async () => {
    const { kernel, workers, worker, told } = await begun();
    const reason = "the kernel has failed: no; load the page again";
    worker.onerror({ message: "no" });
    expect(workers).toHaveLength(2);
    expect(told).toEqual([[reason, false]]);
    const seen: KernelMessage[] = [];
    void kernel.execute("1", (said) => seen.push(said));
    await settled();
    workers[1]!.say({ type: "ready" });
    expect(JSON.stringify(seen)).toContain(reason);
    kernel.restart();
    await settled();
    seen.length = 0;
    workers[2]!.say({ type: "ready" });
    void kernel.execute("1", (said) => seen.push(said));
    await settled();
    expect(seen.length).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).not.toContain(reason);
  });

  test("that never came to its start tells who waits, and begins when it is asked again", async () => {
    const { parts, workers } = fakeParts();
    const told: unknown[][] = [];
    const kernel = new PageKernel(parts, { restarted: (...words) => told.push(words) });
    const seen: KernelMessage[] = [];
    const ran = kernel.execute("1", (said) => seen.push(said));
    await settled();
    workers[0]!.onerror({ message: "" });
    const reason = "the kernel has failed: its script could not be loaded; load the page again";
    await expect(ran).resolves.toEqual({ status: "aborted" });
    expect(seen.filter(({ type }) => type === "error").map(({ content }) => content)).toEqual([
      { ename: "SessionEnded", evalue: reason, traceback: [`SessionEnded: ${reason}`] },
    ]);
    expect([workers.length, told]).toEqual([1, [[reason, true]]]);
    void kernel.execute("2");
    expect(workers).toHaveLength(2);
    kernel.close();
  });
});
