import { type KernelManager, SessionManager, type Kernel, type KernelMessage } from "@jupyterlab/services";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientOf } from "./harness/client.ts";
import { startJupyter, type Jupyter } from "./harness/jupyter.ts";

/**
 * The kernel as VS Code's Jupyter extension drives it: by JupyterLab's own client library, with the options and the metadata
 * that the extension gives.
 */
let jupyter: Jupyter;
let sessions: SessionManager;
let kernels: KernelManager;
let kernel: Kernel.IKernelConnection;

beforeAll(async () => {
  jupyter = await startJupyter();
  const client = clientOf(jupyter);
  ({ kernels } = client);
  sessions = new SessionManager({ serverSettings: client.serverSettings, kernelManager: kernels });
  const session = await sessions.startNew({
    name: "cells.ipynb",
    path: "cells.ipynb",
    type: "notebook",
    kernel: { name: "fall-line" },
  });
  kernel = session.kernel!;
});

afterAll(async () => {
  await sessions.shutdownAll();
  sessions.dispose();
  kernels.dispose();
  await jupyter.stop();
});

/** Runs a cell and gives its reply and what it showed. */
async function run(code: string, answer?: string) {
  const shown: KernelMessage.IIOPubMessage[] = [];
  const future = kernel.requestExecute(
    { code, silent: false, stop_on_error: false, allow_stdin: true, store_history: true },
    true,
    { cellId: "vscode-notebook-cell:/cells.ipynb#W0sZmlsZQ==" },
  );
  future.onIOPub = (message) => void shown.push(message);
  future.onStdin = (message) => {
    if (message.header.msg_type === "input_request")
      kernel.sendInputReply({ status: "ok", value: answer ?? "" }, message.parent_header as never);
  };
  const { content } = await future.done;
  const of = (type: string) =>
    shown
      .filter((message) => message.header.msg_type === type)
      .map((message) => message.content as Record<string, unknown>);
  return { content, of };
}

it("says what it is, and what the notebook's language is", async () => {
  const info = await kernel.info;
  expect(info.status).toBe("ok");
  expect(info.language_info).toMatchObject({ name: "typescript", file_extension: ".ts" });
  const spec = await kernel.spec;
  expect(spec).toMatchObject({ name: "fall-line", language: "typescript" });
});

it("runs cells, shows values and streams, and tells errors", async () => {
  const good = await run("const a = 20; console.log(a); a * 2 + 2");
  expect(good.content).toMatchObject({ status: "ok" });
  expect(good.of("stream")).toEqual([{ name: "stdout", text: "20\n" }]);
  expect(good.of("execute_result")[0]).toMatchObject({ data: { "text/plain": "42" } });
  const bad = await run("const b: number = 'text'");
  expect(bad.content).toMatchObject({ status: "error", ename: "TypeScriptError" });
  expect(bad.of("error")).toHaveLength(1);
});

it("asks, and takes the answer", async () => {
  const { of } = await run('await prompt("who?")', "me");
  expect(JSON.stringify(of("execute_result"))).toContain("me");
});

it("completes, explains, and knows whole cells from parts", async () => {
  const completed = await kernel.requestComplete({ code: "a.toFi", cursor_pos: 6 });
  expect(completed.content).toMatchObject({ status: "ok", matches: ["toFixed"] });
  const inspected = await kernel.requestInspect({ code: "a", cursor_pos: 1, detail_level: 0 });
  expect(inspected.content).toMatchObject({ status: "ok", found: true });
  expect((await kernel.requestIsComplete({ code: "for (;;) {" })).content.status).toBe("incomplete");
  const comms = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  expect(comms.content).toMatchObject({ status: "ok", comms: {} });
  const history = await kernel.requestHistory({
    hist_access_type: "tail",
    n: 1,
    output: false,
    raw: true,
  } as never);
  expect(JSON.stringify(history.content)).toContain("prompt");
});

it("is interrupted and restarted", async () => {
  const begun = new Promise<void>((resolve) =>
    kernel.iopubMessage.connect((_, message) => {
      if (message.header.msg_type === "stream") resolve();
    }),
  );
  const endless = run("console.log('begun'); while (true) {}");
  await begun;
  await kernel.interrupt();
  expect((await endless).content.status).toBe("error");
  expect((await run("a")).of("execute_result")).toHaveLength(1);
  await kernel.restart();
  expect((await run("a")).content).toMatchObject({ status: "error" });
  expect((await run("1 + 1")).of("execute_result")[0]).toMatchObject({ data: { "text/plain": "2" } });
});
