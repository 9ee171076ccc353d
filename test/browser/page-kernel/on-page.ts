/** In the test's page: a kernel, as a page makes one, and what tests ask of it. */
import type { Content } from "../../../src/kernel/core/channel.ts";
import type { FormerNames } from "../../../src/exercises/progress.ts";
import { PageKernel } from "../../../src/kernel/browser/page/page-kernel.ts";
import { DatabaseProgress } from "../../../src/kernel/browser/page/progress-store.ts";
import type { Parts } from "../../../src/kernel/browser/page/worker-session.ts";

/** What came of a cell: its outputs as notebooks keep them. */
export interface Ran {
  readonly status: string;
  readonly outputs: readonly Content[];
}

/** What a page on the disk has in it. */
declare const parts: { worker: string; library: string; types: string } | undefined;

const read = async (name: string): Promise<string> => (await fetch(name)).text();

/** What a page makes its kernel of: served in files, or all in the page itself. */
async function partsOfPage(): Promise<Pick<Parts, "worker" | "library">> {
  if (typeof parts === "object") {
    const script = new Blob([parts.worker], { type: "text/javascript" });
    return {
      worker: () => new Worker(URL.createObjectURL(script)),
      library: { code: parts.library, types: parts.types, formerNames: {} },
    };
  }
  const [code, types, names] = await Promise.all(
    ["library.js", "library.d.ts", "former-names.json"].map(read),
  );
  const formerNames = JSON.parse(names!) as FormerNames;
  return { worker: () => new Worker("page-kernel.js"), library: { code: code!, types: types!, formerNames } };
}

async function start(): Promise<PageKernel> {
  const served = await partsOfPage();
  return new PageKernel(
    { ...served, progress: new DatabaseProgress() },
    { restarted: (reason) => reasons.push(reason) },
  );
}

const reasons: (string | undefined)[] = [];
const started = start();

async function run(code: string): Promise<Ran> {
  const outputs: Content[] = [];
  const { status } = await (await started).execute(code, ({ type, content }) => take(outputs, type, content));
  return { status: String(status), outputs };
}

const kinds = ["stream", "display_data", "execute_result", "error"];

function take(outputs: Content[], type: string, content: Content): void {
  const last = outputs.at(-1);
  if (type === "stream" && last?.["output_type"] === "stream" && last["name"] === content["name"])
    last["text"] = `${String(last["text"])}${String(content["text"])}`;
  else if (kinds.includes(type)) outputs.push({ output_type: type, ...content });
}

const bench = {
  run,
  /** Runs a cell and presses Stop when it has printed something, or after a while. */
  async stop(code: string): Promise<Ran> {
    const kernel = await started;
    const outputs: Content[] = [];
    const done = kernel.execute(code, ({ type, content }) => {
      take(outputs, type, content);
      if (type === "stream" && String(content["text"]).includes("begun")) kernel.interrupt();
    });
    return { status: String((await done)["status"]), outputs };
  },
  async complete(code: string, position: number) {
    return (await started).complete(code, position);
  },
  async inspect(code: string, position: number) {
    return (await started).inspect(code, position);
  },
  async comm(message: unknown): Promise<unknown> {
    const comm = (await started).createComm("fall-line.exercises");
    return new Promise((resolve) => {
      comm.onMsg = ({ content }) => {
        resolve(content.data);
        comm.close();
      };
      comm.onClose = () => resolve("closed");
      comm.open(message);
    });
  },
  async restart(): Promise<void> {
    (await started).restart();
  },
  progress: () => new DatabaseProgress().read(),
  reasons: () => reasons,
};

export type Bench = typeof bench;

Object.assign(window, { bench });
