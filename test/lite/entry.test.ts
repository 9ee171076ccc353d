import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { KernelClient, KernelOptions, KernelSpecs } from "../../src/lite/page/jupyterlite.ts";
import { FakeWorker, settled } from "../kernel/browser/page/fake-worker.ts";

/** What the extension leaves in the page. */
const page: { _JUPYTERLAB?: Record<string, Container> } = {};
interface Container {
  init(scope: object): void;
  get(): Promise<() => { __esModule: boolean; default: Plugin[] }>;
}
interface Plugin {
  readonly id: string;
  readonly autoStart: boolean;
  readonly requires: readonly unknown[];
  activate(app: unknown, specs: KernelSpecs, client: KernelClient): void;
}

const FILES: Readonly<Record<string, string>> = {
  "index.js": "the library",
  "index.d.ts": "its types",
  "former-names.json": '{"old/a":"new/a"}',
};
const HERE = "https://e.org/lite/extensions/fall-line-lite/static/";
const asked: string[] = [];
const workers: { address: string; worker: FakeWorker }[] = [];
let missing: string | undefined;

class Signal {
  readonly heard: unknown[] = [];
  emit(args: unknown): void {
    this.heard.push(args);
  }
}
const tokens = { IKernelSpecs: Symbol("specs"), IKernelClient: Symbol("client") };
const shared = (module: unknown) => ({ "1.0.0": { get: () => Promise.resolve(() => module) } });

let plugin: Plugin;
let exported: { __esModule: boolean; default: Plugin[] };
beforeAll(async () => {
  vi.stubGlobal("document", { currentScript: { src: `${HERE}remoteEntry.js` } });
  vi.stubGlobal("window", page);
  // A storage that does not answer yet: the kernel waits for what was kept.
  vi.stubGlobal("indexedDB", { open: () => ({}) });
  vi.stubGlobal("Worker", function (address: string) {
    const worker = new FakeWorker();
    workers.push({ address, worker });
    return worker;
  });
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    const name = address.slice(HERE.length);
    const ok = name !== missing && name in FILES;
    return Promise.resolve({ ok, status: ok ? 200 : 404, text: () => Promise.resolve(FILES[name]) });
  });
  await import("../../src/lite/page/entry.ts");
  const container = page._JUPYTERLAB!["fall-line-lite"]!;
  container.init({ "@jupyterlite/services": shared(tokens), "@lumino/signaling": shared({ Signal }) });
  exported = (await container.get())();
  plugin = exported.default[0]!;
});
afterAll(() => void vi.unstubAllGlobals());

interface Made {
  readonly id: string;
  readonly disposed: Signal;
  dispose(): void;
}
let create: (options: KernelOptions) => Promise<Made>;
let spec: unknown;
let client: KernelClient;
const stopped: string[] = [];
beforeEach(() => {
  asked.length = workers.length = stopped.length = 0;
  client = {
    interrupt: async (id) => {
      await settled();
      stopped.push(id);
    },
  };
  plugin.activate(undefined, {
    register: (kernel) => {
      spec = kernel.spec;
      create = kernel.create as typeof create;
    },
  }, client); // prettier-ignore
});
const options = (id: string) => ({ id, name: "fall-line", location: "", sendMessage: () => undefined });

describe("the extension of JupyterLite", () => {
  test("is a plugin that starts by itself, and asks for who knows kernels and who stops them", () => {
    expect(exported).toMatchObject({ __esModule: true, default: [{ id: "fall-line-lite:kernel", autoStart: true }] }); // prettier-ignore
    expect(exported.default).toHaveLength(1);
    expect(plugin.requires).toEqual([tokens.IKernelSpecs, tokens.IKernelClient]);
    expect(spec).toEqual({
      name: "fall-line",
      display_name: "TypeScript (fall-line)",
      language: "typescript",
      argv: [],
      resources: {},
    });
  });

  test("tries again to load what a kernel is made of, and says what was missing", async () => {
    missing = "index.d.ts";
    await expect(create(options("k"))).rejects.toThrow("index.d.ts could not be read (404)");
    missing = undefined;
    await expect(create(options("k"))).resolves.toMatchObject({ id: "k" });
    expect(asked.filter((address) => address === `${HERE}index.js`)).toHaveLength(2);
  });

  test("makes each kernel of the files that lie beside it, which are loaded once", async () => {
    const [one, two] = [await create(options("one")), await create(options("two"))];
    expect([one.id, two.id, asked]).toEqual(["one", "two", []]);
    expect(workers.slice(0, 2).map(({ address }) => address)).toEqual([`${HERE}page-kernel.js`, `${HERE}page-kernel.js`]); // prettier-ignore
    one.dispose();
    expect([one.disposed.heard, two.disposed.heard]).toEqual([[undefined], []]);
  });

  test("stops what runs in its own kernels, and leaves others to JupyterLite", async () => {
    await create(options("mine"));
    const { worker } = workers.at(-1)!;
    await client.interrupt("another");
    expect(stopped).toEqual(["another"]);
    await client.interrupt("mine");
    await settled();
    expect(stopped).toEqual(["another"]);
    worker.say({ type: "interrupted" });
    expect(worker.heard.map(({ type }) => type)).toEqual(["interrupt"]);
  });
});
