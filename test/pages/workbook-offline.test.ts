import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

const listeners = new Map<string, (event: object) => void>();
/** What lies on the shelf, by address. */
const shelf = new Map<string, unknown>();
const asked: unknown[] = [];
let isFull = false;
let network: (address: string) => Promise<unknown>;

class Shelf {
  put(request: { url: string }, answer: unknown): Promise<void> {
    if (isFull) return Promise.reject(new Error("full"));
    shelf.set(request.url, answer);
    return Promise.resolve();
  }
  match(request: { url: string }, how: unknown): Promise<unknown> {
    asked.push(how);
    return Promise.resolve(shelf.get(request.url));
  }
  add(address: string): Promise<void> {
    if (address.endsWith("gone.js")) return Promise.reject(new Error("gone"));
    shelf.set(address, "added");
    return Promise.resolve();
  }
}

const answer = (status: number, body: string) => ({ status, body, clone: () => ({ status, body: `${body}, kept` }) }); // prettier-ignore
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

beforeAll(() => {
  vi.stubGlobal("addEventListener", (type: string, listener: (event: object) => void) => listeners.set(type, listener)); // prettier-ignore
  vi.stubGlobal("location", { origin: "https://e.org", href: "https://e.org/c/01.html", protocol: "https:" });
  vi.stubGlobal("caches", { open: (name: string) => Promise.resolve(name === "fall-line-pages" ? new Shelf() : undefined) }); // prettier-ignore
  vi.stubGlobal("fetch", ({ url }: { url: string }) => network(url));
});
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => {
  shelf.clear();
  asked.length = 0;
  isFull = false;
});

describe("the service worker of a site", () => {
  beforeAll(async () => {
    await import("../../src/pages/workbook/service-worker.ts");
  });

  /** What a page gets that asks for an address; nothing where the browser itself is to see to it. */
  const ask = (url: string, method = "GET"): Promise<unknown> | undefined => {
    let given: Promise<unknown> | undefined;
    const request = { url, method };
    listeners.get("fetch")!({ request, respondWith: (one: Promise<unknown>) => (given = one) });
    return given;
  };

  test("gives what the network gives, and keeps it, if it is whole", async () => {
    for (const status of [200, 206, 404]) {
      const fresh = answer(status, `body ${status}`);
      network = () => Promise.resolve(fresh);
      await expect(ask(`https://e.org/${status}`)).resolves.toBe(fresh);
    }
    await settled();
    expect([...shelf]).toEqual([["https://e.org/200", { status: 200, body: "body 200, kept" }]]);
  });

  test("gives what is kept when there is no network, whatever was asked besides", async () => {
    network = () => Promise.reject(new Error("no network"));
    shelf.set("https://e.org/a", "kept");
    await expect(ask("https://e.org/a")).resolves.toBe("kept");
    expect(asked).toEqual([{ ignoreSearch: true, ignoreVary: true }]);
    await expect(ask("https://e.org/b")).rejects.toThrow("no network");
  });

  test("goes on where there is no room", async () => {
    isFull = true;
    const fresh = answer(200, "body");
    network = () => Promise.resolve(fresh);
    await expect(ask("https://e.org/a")).resolves.toBe(fresh);
    await settled();
  });

  test("leaves alone what is sent, and what is of another site", () => {
    network = () => Promise.resolve(answer(200, "body"));
    expect(ask("https://e.org/a", "POST")).toBeUndefined();
    expect(ask("https://other.org/a")).toBeUndefined();
  });

  test("serves the pages that are open already", async () => {
    const claimed = Promise.resolve();
    vi.stubGlobal("clients", { claim: () => claimed });
    const waited: unknown[] = [];
    listeners.get("activate")!({ waitUntil: (one: unknown) => waited.push(one) });
    expect(waited).toEqual([claimed]);
    await settled();
  });
});

describe("a page that is to open without a network", () => {
  let keepForOffline: () => void;
  const registered: string[] = [];
  let register: (script: string) => Promise<void>;
  beforeAll(async () => {
    ({ keepForOffline } = await import("../../src/pages/workbook/offline.ts"));
    vi.stubGlobal("navigator", { serviceWorker: { register: (script: string) => register(script) } });
    vi.spyOn(performance, "getEntriesByType").mockImplementation((type) =>
      type === "resource"
        ? (["https://e.org/a.js", "https://e.org/gone.js", "https://other.org/b.js", "https://e.org/c.css"].map((name) => ({ name })) as never) // prettier-ignore
        : [],
    );
  });
  beforeEach(() => {
    listeners.delete("load");
    registered.length = 0;
    register = (script) => Promise.resolve(void registered.push(script));
  });

  test("keeps itself and what it has loaded from its site, when it is loaded", async () => {
    keepForOffline();
    expect(registered).toEqual([]);
    listeners.get("load")!({});
    await settled();
    expect(registered).toEqual(["service-worker.js"]);
    expect([...shelf.keys()]).toEqual([
      "https://e.org/c/01.html",
      "https://e.org/a.js",
      "https://e.org/c.css",
    ]);
  });

  test("says why it will not", async () => {
    register = () => Promise.reject(new Error("not allowed here"));
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    keepForOffline();
    listeners.get("load")!({});
    await settled();
    expect(warn.mock.calls).toEqual([["this page will not open without a network: not allowed here"]]);
    expect(shelf.size).toBe(0);
  });

  test("does nothing where it lies on the disk, or the browser has no such thing", () => {
    vi.stubGlobal("location", { origin: "null", href: "file:///a.html", protocol: "file:" });
    keepForOffline();
    vi.stubGlobal("location", { origin: "http://e.org", href: "http://e.org/", protocol: "http:" });
    vi.stubGlobal("navigator", {});
    keepForOffline();
    expect(listeners.has("load")).toBe(false);
    vi.stubGlobal("navigator", { serviceWorker: {} });
    keepForOffline();
    expect(listeners.has("load")).toBe(true);
  });
});
