import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;
let errors: string[];

useParts((opened, found) => {
  page = opened;
  errors = found;
});

beforeEach(() =>
  page.evaluate(async () => {
    for (const name of ["fall-line-test", "fall-line-progress"])
      await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
  }),
);

/** What comes of it in the page, or what it fails with. */
const outcome = (act: (store: string) => unknown): Promise<unknown> =>
  page.evaluate(
    `(async () => { try { return await (${act.toString()})("store"); } catch (error) { return String(error); } })()`,
  );

describe("a database of the browser", () => {
  beforeEach(() =>
    page.evaluate(() => {
      const open = (version = 1) =>
        new parts.Database("fall-line-test", version, (fresh) => {
          if (fresh.objectStoreNames.length === 0) fresh.createObjectStore("store", { autoIncrement: true });
        });
      Object.assign(window, { open, database: open() });
    }),
  );

  test("has its stores from the first, and keeps what is written for other tabs", async () => {
    const found = await outcome(async () => {
      const { database, open } = window as never as { database: InstanceType<typeof parts.Database>; open: () => InstanceType<typeof parts.Database> }; // prettier-ignore
      const gave = await database.during(["store"], "readwrite", (store) =>
        parts.done(store("store").add("a")),
      );
      const read = () => open().during(["store"], "readonly", (store) => parts.done(store("store").getAll()));
      return [gave, await read(), await read()];
    });
    expect(found).toEqual([1, ["a"], ["a"]]);
  });

  test("gives nothing before it is kept: what is taken back at the last moment fails", async () => {
    const found = await outcome(() =>
      (window as never as { database: InstanceType<typeof parts.Database> }).database.during(
        ["store"],
        "readwrite",
        async (store) => {
          // prettier-ignore
          const one = store("store");
          await parts.done(one.add("a"));
          one.transaction.abort();
          return "given";
        },
      ),
    );
    expect(found).toBe("Error: the browser's storage refuses: no reason is given");
  });

  test("says why the browser refuses, and passes on what else goes wrong", async () => {
    const during = (work: string, mode = "readwrite") =>
      page.evaluate(
        `database.during(["store"], "${mode}", async (store) => { ${work} }).then(() => "done", String)`,
      );
    expect(await during('await parts.done(store("store").add("a"))', "readonly")).toMatch(/^Error: the browser's storage refuses: \S/); // prettier-ignore
    expect(await during('store("gone")')).toMatch(/^Error: the browser's storage refuses: \S/);
    expect(await during('await parts.done(store("store").add("a", 1)); await parts.done(store("store").add("b", 1))')).toMatch(/^Error: the browser's storage refuses: \S/); // prettier-ignore
    expect(await during('throw new DOMException("", "QuotaExceededError")')).toBe("Error: the browser's storage for this site is full"); // prettier-ignore
    expect(await during('throw new TypeError("mine")')).toBe("TypeError: mine");
    expect(await during('await parts.done(store("store").getAll())')).toBe("done");
  });

  test("writes for good, not only into the memory of the machine", async () => {
    const asked = await outcome(async () => {
      const { transaction } = IDBDatabase.prototype; // oxlint-disable-line typescript/unbound-method
      const given: unknown[] = [];
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...all: never) {
        given.push(all);
        return transaction.apply(this, all);
      } as never;
      await (window as never as { database: InstanceType<typeof parts.Database> }).database.during(["store"], "readonly", () => Promise.resolve()); // prettier-ignore
      IDBDatabase.prototype.transaction = transaction;
      return given;
    });
    expect(asked).toEqual([[["store"], "readonly", { durability: "strict" }]]);
  });

  test("that cannot be opened is told, and tried again; one that is opened stays so", async () => {
    const found = await outcome(async () => {
      const { open } = window as never as { open: () => InstanceType<typeof parts.Database> };
      const own = IDBFactory.prototype.open; // oxlint-disable-line typescript/unbound-method
      let opened = 0;
      let refusal: Error | undefined = new DOMException("forbidden", "SecurityError");
      IDBFactory.prototype.open = function (this: IDBFactory, ...given: Parameters<typeof own>) {
        opened++;
        if (refusal !== undefined) throw refusal;
        return own.apply(this, given);
      };
      const database = open();
      const ask = () =>
        database.during(["store"], "readonly", (store) => parts.done(store("store").count())).catch(String);
      const all = [await ask()];
      refusal = new TypeError("another");
      all.push(await ask());
      refusal = undefined;
      all.push(await ask(), await ask(), opened);
      IDBFactory.prototype.open = own;
      return all;
    });
    expect(found).toEqual(["Error: the browser's storage refuses: forbidden", "TypeError: another", 0, 0, 3]);
  });

  test("gives way to another tab that changes it, and is opened again when it is needed", async () => {
    const found = await outcome(async () => {
      const { database } = window as never as { database: InstanceType<typeof parts.Database> };
      const work = () =>
        database.during(["store"], "readwrite", (store) => parts.done(store("store").add("a")));
      await work();
      await work();
      await new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase("fall-line-test");
        request.onsuccess = done;
        request.onblocked = () => failed(new Error("blocked"));
      });
      return work();
    });
    expect(found).toBe(1);
  });

  test("that the browser has closed is opened again", async () => {
    const found = await outcome(async () => {
      const { database } = window as never as { database: InstanceType<typeof parts.Database> };
      let inner: IDBDatabase | undefined;
      const work = () =>
        database.during(["store"], "readwrite", (store) => {
          inner = store("store").transaction.db;
          return parts.done(store("store").add("a"));
        });
      await work();
      inner!.close();
      inner!.dispatchEvent(new Event("close"));
      return work();
    });
    expect(found).toBe(2);
  });
});

describe("the progress that the browser keeps", () => {
  const LINES = ["one", "two"];

  test("is read in the order in which it was added, under its name", async () => {
    const found = await page.evaluate(async (lines) => {
      const progress = new parts.DatabaseProgress();
      for (const line of lines) await progress.append(line);
      return [await new parts.DatabaseProgress().read(), await new parts.DatabaseProgress("fall-line-test").read()]; // prettier-ignore
    }, LINES);
    expect(found).toEqual([LINES, []]);
  });

  test("is kept when it says so, and says when it is not", async () => {
    const found = await outcome(async () => {
      const { add } = IDBObjectStore.prototype; // oxlint-disable-line typescript/unbound-method
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("", "QuotaExceededError");
      };
      try {
        await new parts.DatabaseProgress().append("line");
        return "kept";
      } finally {
        IDBObjectStore.prototype.add = add;
      }
    });
    expect(found).toBe("Error: the browser's storage for this site is full");
  });
});

describe("the progress of a page", () => {
  /** Does things with the progress of a page that has kept a line before, and gives what was heard. */
  const acted = (act: (desk: Desk) => unknown): Promise<unknown[]> =>
    page.evaluate(`(async () => {
      await new parts.DatabaseProgress().append("before");
      const heard = [];
      const progress = new parts.PageProgress((reason) => heard.push("refused " + reason));
      progress.listen((line) => heard.push("told " + line));
      progress.listen((line) => heard.push("and " + line));
      const other = new BroadcastChannel("fall-line-progress");
      let came;
      const elsewhere = new Promise((done) => (came = done));
      other.onmessage = ({ data }) => data === "end" ? came() : heard.push("elsewhere " + data);
      const end = async () => { new BroadcastChannel("fall-line-progress").postMessage("end"); await elsewhere; };
      try { await (${act.toString()})({ progress, heard, other, end }); } finally { other.close(); }
      return heard;
    })()`);
  interface Desk {
    progress: InstanceType<typeof parts.PageProgress>;
    heard: unknown[];
    other: BroadcastChannel;
    end: () => Promise<void>;
  }

  test("begins with what was kept before, and has what is added after that", async () => {
    const heard = await acted(async ({ progress, heard: all }) => {
      progress.add("early");
      all.push(progress.lines());
      await progress.ready;
      all.push(progress.lines());
      progress.lines().push("of another list");
      await progress.kept();
      all.push(progress.lines(), await new parts.DatabaseProgress().read());
    });
    expect(heard.filter((one) => typeof one === "object")).toEqual([
      ["early"],
      ["before", "early"],
      ["before", "early"],
      ["before", "early"],
    ]);
    expect(heard).toContain("told early");
  });

  test("is told of a card's line when it is kept; other tabs are told of it too", async () => {
    const heard = await acted(async ({ progress, heard: all, end }) => {
      await progress.ready;
      progress.add("mine");
      all.push("added");
      await progress.kept();
      await end();
    });
    expect(heard.slice(0, 3)).toEqual(["added", "told mine", "and mine"]);
    expect(heard.slice(3)).toContain("elsewhere mine");
  });

  test("is read by the kernel when it is known; of the kernel's own line no one is told here", async () => {
    const heard = await acted(async ({ progress, heard: all, end }) => {
      all.push(await progress.ofKernel.read());
      await progress.ofKernel.append("of the kernel");
      all.push(progress.lines());
      await end();
    });
    expect(heard.filter((one) => one !== "told end" && one !== "and end")).toEqual([
      ["before"],
      ["before", "of the kernel"],
      "elsewhere of the kernel",
    ]);
  });

  test("hears of the lines of other tabs", async () => {
    const heard = await acted(async ({ progress, heard: all, other }) => {
      await progress.ready;
      other.postMessage("of another tab");
      while (all.length < 2) await new Promise((done) => setTimeout(done));
      all.push(progress.lines());
    });
    expect(heard).toEqual(["told of another tab", "and of another tab", ["before", "of another tab"]]);
  });

  test("takes back a line that cannot be kept, and says so to who asks; the next is kept all the same", async () => {
    const heard = await acted(async ({ progress, heard: all }) => {
      await progress.ready;
      progress.add("same");
      await progress.kept();
      const { add } = IDBObjectStore.prototype; // oxlint-disable-line typescript/unbound-method
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("", "QuotaExceededError");
      };
      progress.add("lost");
      progress.add("same");
      all.push(progress.lines());
      await progress.kept().catch((error: unknown) => all.push((error as Error).message));
      IDBObjectStore.prototype.add = add;
      all.push(progress.lines());
      progress.add("next");
      await progress.kept();
      all.push(progress.lines());
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("", "QuotaExceededError");
      };
      // Where nobody asks, nobody is told: the page itself breaks down over nothing.
      addEventListener("unhandledrejection", () => all.push("unhandled"), { once: true });
      progress.add("unasked");
      while (progress.lines().includes("unasked")) await new Promise((done) => setTimeout(done));
      for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
      IDBObjectStore.prototype.add = add;
    });
    expect(heard.filter((one) => !String(one).startsWith("elsewhere"))).toEqual([
      ...["told same", "and same", ["before", "same", "lost", "same"]],
      ...["the browser's storage for this site is full", ["before", "same"]],
      ...["told next", "and next", ["before", "same", "next"]],
    ]);
  });

  test("that cannot be read is told", async () => {
    const heard = await page.evaluate(async () => {
      const own = IDBFactory.prototype.open; // oxlint-disable-line typescript/unbound-method
      IDBFactory.prototype.open = () => {
        throw new DOMException("forbidden", "SecurityError");
      };
      const all: unknown[] = [];
      const progress = new parts.PageProgress((reason) => all.push(reason));
      await progress.ready;
      IDBFactory.prototype.open = own;
      return [...all, progress.lines()];
    });
    expect(heard).toEqual(["the browser's storage refuses: forbidden", []]);
  });
});

describe("the kernel of a page", () => {
  const PARTS = { worker: "w()", code: "é".repeat(50_000), types: "t" };
  const CALL = `fallLineKernel(${JSON.stringify(PARTS)})\n`;
  const load = () =>
    page.evaluate(async () => {
      const came: number[] = [];
      try {
        return { loaded: await parts.loadKernel((characters) => came.push(characters)), came };
      } catch (error) {
        return { loaded: (error as Error).message, came };
      }
    });

  test("comes from beside the script, and says how much of it has come, in characters", async () => {
    await page.route("**/kernel.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: CALL }),
    );
    const { loaded, came } = await load();
    expect(loaded).toEqual(PARTS);
    expect(came.at(-1)).toBe(CALL.length);
    expect(came).toEqual([...came].sort((a, b) => a - b));
    await page.unroute("**/kernel.js");
  });

  test("is put together of all that comes, whichever pieces it comes in", async () => {
    const loaded = await page.evaluate(async (call) => {
      const bytes = new TextEncoder().encode(call);
      const own = window.fetch.bind(window);
      // The second piece ends between the two bytes of a letter.
      const cuts = [0, 30, call.indexOf("é") + 3, bytes.length];
      const came: number[] = [];
      const body = new ReadableStream({
        start(controller) {
          for (const [i, end] of cuts.slice(1).entries()) controller.enqueue(bytes.slice(cuts[i], end));
          controller.close();
        },
      });
      window.fetch = () => Promise.resolve(new Response(body));
      const all = await parts.loadKernel((characters) => came.push(characters));
      window.fetch = own;
      return { all, came };
    }, CALL);
    expect(loaded).toEqual({ all: PARTS, came: [30, CALL.indexOf("é") + 1, CALL.length] });
  });

  test("that does not come is told with the answer of the site", async () => {
    await page.route("**/kernel.js", (route) => route.fulfill({ status: 503, body: CALL }));
    expect((await load()).loaded).toBe("the site answers 503");
    errors.length = 0;
    await page.unroute("**/kernel.js");
  });

  test("is taken out of the page, where it lies in it", async () => {
    await page.evaluate(async (call) => {
      const packed = await new Response(new Blob([call]).stream().pipeThrough(new CompressionStream("gzip"))).bytes(); // prettier-ignore
      const element = document.createElement("script");
      Object.assign(element, { type: "application/gzip", id: "fall-line-kernel" });
      element.textContent = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
      document.body.append(element);
    }, CALL);
    expect(await load()).toEqual({ loaded: PARTS, came: [] });
  });
});
