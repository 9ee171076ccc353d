/** The extension that gives JupyterLite the kernel: a container as JupyterLab's page loads them. */
import type { FormerNames } from "../../exercises/progress.ts";
import { type SharedScope, sharedModule } from "../../frontend/jupyter.ts";
import { DatabaseProgress } from "../../kernel/browser/page/progress-store.ts";
import type { Parts } from "../../kernel/browser/page/worker-session.ts";
import { loadedOnce } from "../../loaded-once.ts";
import type { Disposed, KernelClient, KernelOptions, KernelSpecs } from "./jupyterlite.ts";
import { LiteKernel } from "./lite-kernel.ts";

const SPEC = {
  name: "fall-line",
  display_name: "TypeScript (fall-line)",
  language: "typescript",
  argv: [],
  resources: {},
};

const here = (document.currentScript as HTMLScriptElement).src;
const addressOf = (file: string): string => new URL(file, here).href;

let scope: SharedScope = {};

async function textOf(file: string): Promise<string> {
  const answer = await fetch(addressOf(file));
  if (!answer.ok) throw new Error(`${file} could not be read (${answer.status})`);
  return answer.text();
}

async function loadParts(): Promise<Parts> {
  const [code, types, names] = await Promise.all(["index.js", "index.d.ts", "former-names.json"].map(textOf));
  return {
    worker: () => new Worker(addressOf("page-kernel.js")),
    library: { code: code!, types: types!, formerNames: JSON.parse(names!) as FormerNames },
    progress: new DatabaseProgress(),
  };
}

/** For all kernels. */
const partsOnce = loadedOnce(loadParts);

async function plugin(): Promise<object> {
  const services = (await sharedModule(scope, "@jupyterlite/services")) as Record<
    "IKernelSpecs" | "IKernelClient",
    unknown
  >;
  const { Signal } = (await sharedModule(scope, "@lumino/signaling")) as {
    Signal: new (sender: object) => Disposed;
  };
  return {
    id: "fall-line-lite:kernel",
    autoStart: true,
    requires: [services.IKernelSpecs, services.IKernelClient],
    activate(_: unknown, specs: KernelSpecs, client: KernelClient): void {
      const kernels = new Map<string, LiteKernel>();
      specs.register({
        spec: SPEC,
        create: async (options: KernelOptions) => {
          const kernel = new LiteKernel(options, await partsOnce(), new Signal({}));
          kernels.set(options.id, kernel);
          return kernel;
        },
      });
      // Its own stops only what waits, and never what runs.
      const interrupt = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        const kernel = kernels.get(id);
        if (kernel === undefined) await interrupt(id);
        else kernel.interrupt();
      };
    },
  };
}

const container = {
  init(shared: SharedScope): void {
    scope = shared;
  },
  async get(): Promise<() => unknown> {
    const exports = { __esModule: true, default: [await plugin()] };
    return () => exports;
  },
};

const page = window as unknown as { _JUPYTERLAB?: Record<string, unknown> };
(page._JUPYTERLAB ??= {})["fall-line-lite"] = container;
