import { strToU8, unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
/** What the page was asked and told, in order. */
declare const heard: unknown[];

let page: Page;

useParts((opened) => (page = opened));

beforeEach(() =>
  page.evaluate(() => {
    document.body.innerHTML = "<main></main>";
    localStorage.clear();
    Object.assign(window, { heard: [] });
  }),
);

const said = (): Promise<unknown[]> => page.evaluate(() => heard.splice(0));

describe("a cell that is worked in", () => {
  const CODE = '<pre class="code"><code>a</code></pre>';
  const FOLDED = `<details><summary>The code</summary>${CODE}</details>`;

  /** Lays a cell, does things with it, and gives how it looks after each. */
  const looks = (html: string, ...acts: string[]) =>
    page.evaluate(
      async ([inside, all]) => {
        document.querySelector("main")!.innerHTML = `<section data-cell="one">${inside}</section>`;
        const section = document.querySelector("section")!;
        const tell = (what: string) => (cell: { id: string }, more?: unknown) => heard.push(`${what} ${cell.id} ${String(more)}`); // prettier-ignore
        const cell = new parts.WorkCell(
          section,
          { title: "The first", original: "a" },
          { place: () => document.createElement("div"), end: () => undefined },
          { changed: tell("changed"), run: tell("run"), reset: tell("reset"), complete: tell("complete") as never, inspect: tell("inspect") as never }, // prettier-ignore
        );
        /** Runs it: prints, or fails. */
        const run = (quietly: boolean, status = "ok", count?: number) =>
          cell.run((code, said) => {
            heard.push(`execute ${code} ${section.dataset["work"]} ${note().textContent}`);
            said({ type: "stream", content: { name: "stdout", text: `printed ${code}` } } as never);
            if (status === "error") said({ type: "error", content: { traceback: ["failed"] } } as never);
            return Promise.resolve({ status, ...(count !== undefined && { execution_count: count }) });
          }, quietly);
        const note = () => section.querySelector('[role="status"]')!;
        const buttons = () => [...section.querySelectorAll<HTMLButtonElement>(".work-row button")];
        const acted: Record<string, () => unknown> = {
          start: () => undefined,
          run: () => run(false, "ok", 3),
          fail: () => run(false, "error", 4),
          quietly: () => run(true),
          "fail quietly": () => run(true, "error"),
          change: () => void (cell.text = "b"),
          back: () => void (cell.text = "a"),
          wait: () => void (cell.state = "waiting"),
          rest: () => void (cell.state = "idle"),
          close: () => void (section.querySelector("details")!.open = false),
        };
        const seen = [];
        for (const act of all) {
          const gave = await acted[act]!();
          seen.push([
            section.dataset["work"],
            note().textContent,
            buttons().map(({ hidden, textContent }) => (hidden ? "" : textContent)).join(),
            note().previousElementSibling!.textContent,
            section.querySelector(".outputs")!.textContent + (section.querySelector("[data-old]") === null ? "" : " (old)"), // prettier-ignore
            [cell.showsBuilt, section.querySelector("details")?.open, typeof gave === "boolean" ? gave : undefined].filter((one) => one !== undefined).join(), // prettier-ignore
          ].join(" | ")); // prettier-ignore
        }
        Object.assign(window, { cell });
        return seen;
      },
      [html, acts] as const,
    );
  const BUILT = `${CODE}<div class="outputs"><p>built</p></div>`;
  const OLD = "changed since; what is shown is of the text before";

  test("says when what stands below is of another text, and can be reset then", async () => {
    expect(await looks(BUILT, "start", "change", "back")).toEqual([
      "idle |  | Run, |  | built | true",
      `idle | ${OLD} | Run,Reset this cell |  | built (old) | false`,
      "idle |  | Run, |  | built | true",
    ]);
    expect(await looks(CODE, "start", "change")).toEqual([
      "idle |  | Run, |  |  | true",
      "idle |  | Run,Reset this cell |  |  | false",
    ]);
  });

  test("shows what comes of its text, under the number of its run", async () => {
    expect(await looks(BUILT, "change", "run", "back", "run")).toEqual([
      `idle | ${OLD} | Run,Reset this cell |  | built (old) | false`,
      "idle |  | Run,Reset this cell | cell 3 | printed b | false,true",
      `idle | ${OLD} | Run, | cell 3 | printed b (old) | false`,
      "idle |  | Run, | cell 3 | printed a | false,true",
    ]);
    expect(await said()).toEqual(["execute b running running", "execute a running running"]);
  });

  test("run for its variables shows nothing but an error", async () => {
    expect(await looks(BUILT, "quietly", "fail quietly", "quietly")).toEqual([
      "idle |  | Run, |  | built | true,true",
      "idle |  | Run, |  | failed | false,false",
      "idle |  | Run, |  | failed | false,true",
    ]);
  });

  test("is unfolded when it has failed or was changed, and not else", async () => {
    const acts = ["start", "run", "change", "close", "back", "fail"];
    const folds = (await looks(FOLDED, ...acts)).map((one) => one.split(" | ").at(-1));
    expect(folds).toEqual(["true,false", "false,false,true", "false,true", "false,false", "false,false", "false,true,false"]); // prettier-ignore
    expect((await looks(FOLDED, "fail quietly")).at(-1)).toMatch(/failed \| false,true,false$/);
  });

  test("says that it waits, and then nothing of its text until it rests", async () => {
    const notes = (await looks(BUILT, "wait", "change", "rest")).map((one) => one.split(" | ").slice(0, 2));
    expect(notes).toEqual([["waiting", "waits for its turn"], ["waiting", "waits for its turn"], ["idle", OLD]]); // prettier-ignore
  });

  test("says each second how long it has run, and no more when it has ended", async () => {
    await looks(CODE, "start");
    const notes = await page.evaluate(() => {
      const { cell } = window as unknown as { cell: InstanceType<typeof parts.WorkCell> };
      const [set, clear, now] = [setInterval, clearInterval, Date.now];
      const ticking = new Map<number, () => void>();
      const periods: unknown[] = [];
      let time = 1000;
      Object.assign(window, {
        setInterval: (tick: () => void, period: number) => {
          periods.push(period);
          ticking.set(7, tick);
          return 7;
        },
        clearInterval: (one: number) => ticking.delete(one),
      });
      Date.now = () => time;
      const note = document.querySelector('[role="status"]')!;
      cell.state = "running";
      const all: unknown[] = [note.textContent];
      for (const at of [2000, 62_400]) {
        time = at;
        ticking.get(7)!();
        all.push(note.textContent);
      }
      cell.state = "idle";
      all.push(note.textContent, ticking.size, periods);
      Object.assign(window, { setInterval: set, clearInterval: clear });
      Date.now = now;
      return all;
    });
    expect(notes).toEqual(["running", "running, 1 s", "running, 61 s", "", 0, [1000]]);
  });

  test("has buttons, and keys where it is folded; nothing else runs it", async () => {
    await looks(FOLDED, "change");
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByRole("button", { name: "Reset this cell" }).click();
    const prevented = await page.evaluate(() =>
      [{ key: "Enter", shiftKey: true }, { key: "Enter" }, { key: "a", shiftKey: true }].map(
        (how) => !document.querySelector("summary")!.dispatchEvent(new KeyboardEvent("keydown", { ...how, cancelable: true })), // prettier-ignore
      ),
    );
    expect(prevented).toEqual([true, false, false]);
    await page.locator("pre.code").press("Control+Enter");
    expect(await said()).toEqual(["run one false", "reset one undefined", "run one true", "run one false"]);
    expect(await page.locator("pre.code").getAttribute("aria-label")).toMatch(/^Code: The first\. /);
    expect(await page.getByRole("button", { name: "Run" }).getAttribute("title")).toBe("Shift+Enter runs the cell and goes on to the next"); // prettier-ignore
  });

  test("has the keyboard on its code, or on what it is folded in", async () => {
    const focused = () =>
      page.evaluate(() => {
        const { cell } = window as unknown as { cell: InstanceType<typeof parts.WorkCell> };
        cell.section.scrollIntoView = (how) => heard.push((how as ScrollIntoViewOptions).block);
        cell.focus();
        return document.activeElement!.tagName;
      });
    await looks(FOLDED, "start");
    expect(await focused()).toBe("SUMMARY");
    await looks(FOLDED, "change");
    expect(await focused()).toBe("PRE");
    await looks(CODE, "start");
    expect(await focused()).toBe("PRE");
    expect(await said()).toEqual(["nearest", "nearest", "nearest"]);
  });

  test("has its row below its code, and one place for outputs, at its end", async () => {
    for (const html of [CODE, BUILT, FOLDED]) {
      await looks(html, "run");
      expect(await page.locator("pre.code + .work-row").count()).toBe(1);
      expect(await page.locator("section > .outputs:last-child").count()).toBe(1);
    }
  });
});

describe("what is written in a page", () => {
  beforeEach(() =>
    page.evaluate(() => {
      // What one of before does later is none of this one's.
      const told = heard;
      const cellOf = (id: string) => {
        const section = document.createElement("section");
        section.innerHTML = '<div class="work-row"></div>';
        document.querySelector("main")!.append(section);
        return { id, original: `${id} as built`, text: `${id} as built`, kept: undefined, section };
      };
      const cells = ["one", "two"].map(cellOf);
      const state = {
        cells,
        drafts: [] as object[],
        earlier: [] as object[],
        fails: undefined as string | undefined,
        during: () => undefined as unknown,
        delays: [] as unknown[],
        elsewhere: (() => undefined) as (lesson: string) => unknown,
      };
      const call =
        (name: string) =>
        async (...given: unknown[]): Promise<void> => {
          told.push([name, ...given]);
          state.during();
          await Promise.resolve();
          if (state.fails !== undefined) throw new Error(state.fails);
        };
      const drafts = {
        listen: (told: (lesson: string) => void) => (state.elsewhere = told),
        of: async (name: string) => {
          await call("of")(name);
          return { drafts: state.drafts, earlier: state.earlier };
        },
        save: call("save"),
        reset: call("reset"),
        discard: call("discard"),
        discardDraft: call("discardDraft"),
      };
      const keeping = new parts.Keeping(
        cells as never,
        { lesson: "01-a", title: "A", notebook: { cells: [] }, formerNames: {}, kernelSize: 1 },
        drafts as never,
        { say: (words) => told.push(`say ${words}`), refused: (reason) => told.push(`refused ${reason}`) },
      );
      Object.assign(window, { state, keeping });
    }),
  );

  interface Desk {
    state: {
      cells: { id: string; text: string; kept?: string; original: string }[];
      drafts: object[];
      earlier: object[];
      fails?: string | undefined;
      during: () => unknown;
      elsewhere: (lesson: string) => unknown;
    };
    keeping: InstanceType<typeof parts.Keeping>;
  }
  /** Does something in the page, and gives what came of it; moments are left out. */
  const acts = async (act: (desk: Desk) => unknown): Promise<unknown[]> => {
    await page.evaluate(`(${act.toString()})(window)`);
    return JSON.parse(
      JSON.stringify(await said()).replaceAll(/"time":"20\d\d-\d\d-\d\dT[\d:.]*Z"/g, '"time":"now"'),
    ) as unknown[];
  };
  const texts = () =>
    page.evaluate(() =>
      (window as unknown as Desk).state.cells.map(({ text, kept }) => `${text} (${String(kept)})`),
    );
  const draft = (text: string, id = "one") => ({ lesson: "01-a", cell: id, original: `${id} as built`, text, time: "now" }); // prettier-ignore
  const COPY = { lesson: "01-a", title: "A", notebook: { cells: [] } };

  test("is kept a moment after the last letter, with the lesson as it is, and the page says so", async () => {
    const came = await acts(async ({ state, keeping }) => {
      const later = setTimeout;
      const waiting: ((() => void) | undefined)[] = [];
      window.setTimeout = ((act: () => void, delay: number) => {
        heard.push(`in ${delay}`);
        return waiting.push(act);
      }) as never;
      const clear = clearTimeout;
      window.clearTimeout = ((one = 0) => {
        waiting[one - 1] = undefined;
      }) as never;
      for (const text of ["m", "mi"]) {
        state.cells[0]!.text = text;
        keeping.changed(state.cells[0] as never);
      }
      Object.assign(window, { setTimeout: later, clearTimeout: clear });
      for (const act of waiting) act?.();
      await new Promise((done) => later(done));
    });
    expect(came).toEqual(["say ", "in 400", "say ", "in 400", ["save", draft("mi"), null, COPY], "say Kept in this browser"]); // prettier-ignore
    expect(await texts()).toEqual(["mi (mi)", "two as built (undefined)"]);
  });

  test("is kept with the text that the page knew before; the text of the lesson is none", async () => {
    await acts(async ({ state, keeping }) => {
      for (const text of ["mine", "more", "one as built", "again"]) {
        state.cells[0]!.text = text;
        keeping.changed(state.cells[0] as never);
        await keeping.keepNow();
        heard.push(state.cells[0]!.kept ?? "none");
      }
    }).then((came) => {
      const seen = came.flatMap((one) => (Array.isArray(one) ? [`from ${String(one[2])}`] : String(one).startsWith("say") ? [] : [one])); // prettier-ignore
      expect(seen).toEqual([
        "from null",
        "mine",
        "from mine",
        "more",
        "from more",
        "none",
        "from null",
        "again",
      ]);
    });
  });

  test("of which more was written meanwhile is not yet kept", async () => {
    const came = await acts(async ({ state, keeping }) => {
      const [one, two] = state.cells;
      state.during = () => (one!.text = "longer");
      for (const cell of [one, two]) keeping.changed(cell as never);
      one!.text = "long";
      await keeping.keepNow();
      heard.push("and again");
      await keeping.keepNow();
    });
    expect(came.map((one) => (Array.isArray(one) ? (one[1] as { text: string }).text : one))).toEqual([
      ...["say ", "say ", "long", "two as built", "and again", "longer", "say Kept in this browser"],
    ]);
  });

  test("is kept when the page is hidden, and noted when it goes", async () => {
    const came = await acts(async ({ state, keeping }) => {
      const [one] = state.cells;
      dispatchEvent(new Event("pagehide"));
      heard.push(localStorage.length);
      Object.assign(one!, { text: "mine", kept: "seen" });
      keeping.changed(one as never);
      dispatchEvent(new Event("pagehide"));
      heard.push(parts.takeLate());
      document.dispatchEvent(new Event("visibilitychange"));
      await new Promise((done) => setTimeout(done));
    });
    const late = { draft: draft("mine"), seen: "seen" };
    expect(came).toEqual([0, "say ", [late], ["save", late.draft, "seen", COPY], "say Kept in this browser"]);
  });

  test("that cannot be kept stays in the page, is tried again, and holds the page back", async () => {
    const came = await acts(async ({ state, keeping }) => {
      const leave = () => heard.push(`held back ${!dispatchEvent(new Event("beforeunload", { cancelable: true }))}`); // prettier-ignore
      const [one, two] = state.cells;
      keeping.changed(one as never);
      keeping.changed(two as never);
      leave();
      state.fails = "full";
      await keeping.keepNow();
      leave();
      delete state.fails;
      await keeping.keepNow();
      leave();
    });
    expect(came.map((one) => (Array.isArray(one) ? String(one[0]) : one))).toEqual([
      ...["say ", "say ", "held back false"],
      ...["save", "say Not kept", "refused full", "save", "say Not kept", "refused full", "held back true"],
      ...["save", "save", "say Kept in this browser", "held back false"],
    ]);
    expect(await texts()).toEqual(["one as built (undefined)", "two as built (undefined)"]);
  });

  test("comes back where the lesson has the text that it was made of, and not into what is just written", async () => {
    const came = await acts(async ({ state, keeping }) => {
      state.drafts = [
        { cell: "two", original: "another text", text: "of before", lesson: "01-a", time: "2026-01-01" },
        { cell: "one", original: "one as built", text: "kept", lesson: "01-a", time: "2026-01-01" },
      ];
      await keeping.show();
    });
    expect(came).toEqual([["of", "01-a"]]);
    expect(await texts()).toEqual(["kept (kept)", "two as built (undefined)"]);
    const tell = (lesson: string) =>
      page.evaluate(async (name) => {
        const { state } = window as unknown as Desk;
        state.drafts = [];
        state.elsewhere(name);
        await new Promise((done) => setTimeout(done));
      }, lesson);
    await tell("02-b");
    expect(await texts()).toEqual(["kept (kept)", "two as built (undefined)"]);
    await tell("01-a");
    expect(await texts()).toEqual(["one as built (undefined)", "two as built (undefined)"]);
    await acts(async ({ state, keeping }) => {
      const drafts = ["one", "two"].map((id) => ({ cell: id, original: `${id} as built`, text: "of another tab" })); // prettier-ignore
      state.drafts = drafts;
      state.cells[0]!.text = "just written";
      keeping.changed(state.cells[1] as never);
      await keeping.show();
    });
    expect(await texts()).toEqual(["just written (undefined)", "two as built (undefined)"]);
  });

  describe("and was noted when its page went", () => {
    const NOTED = ["01-a", "02-b"].map((lesson) => ({ ...draft("mine"), lesson }));
    const SAVED = [["save", NOTED[0], "s", COPY], ["save", NOTED[1], "s", null], ["of", "01-a"]]; // prettier-ignore
    beforeEach(() =>
      page.evaluate((drafts) => {
        parts.noteLate(drafts.map((one) => ({ draft: { ...one, time: "2026-01-02T03:04:05Z" }, seen: "s" })));
      }, NOTED),
    );

    test("is kept first, with the lesson only where it is this one", async () => {
      const came = await acts(async ({ keeping }) => {
        await keeping.show();
        await keeping.show();
      });
      expect(came).toEqual([...SAVED, ["of", "01-a"]]);
    });

    test("is kept later where nothing can be kept now", async () => {
      const came = await acts(async ({ state, keeping }) => {
        state.fails = "full";
        await keeping.show();
        delete state.fails;
        await keeping.show();
      });
      expect(came).toEqual([SAVED[0], "refused full", ...SAVED]);
    });
  });

  test("and cannot be read is told", async () => {
    const came = await acts(async ({ state, keeping }) => {
      state.fails = "forbidden";
      await keeping.show();
    });
    expect(came).toEqual([["of", "01-a"], "refused forbidden"]);
  });

  test("is reset where it is another text, after it was kept", async () => {
    const came = await acts(async ({ state, keeping }) => {
      state.cells[1]!.text = "mine";
      keeping.changed(state.cells[1] as never);
      await keeping.reset();
    });
    const key = { lesson: "01-a", cell: "two", original: "two as built" };
    expect(came).toEqual(["say ", ["save", draft("mine", "two"), null, COPY], "say Kept in this browser", ["reset", key], ["of", "01-a"]]); // prettier-ignore
    expect(await texts()).toEqual(["one as built (undefined)", "two as built (undefined)"]);
    expect(await acts(async ({ state, keeping }) => {
      for (const cell of state.cells) cell.text = cell.kept = "mine";
      await keeping.reset([state.cells[0] as never]);
    })).toMatchObject([["reset", { cell: "one" }], ["of", "01-a"]]); // prettier-ignore
  });

  describe("and stands beside its cell", () => {
    const BESIDE = { lesson: "01-a", time: "2026-01-02T03:04:05Z" };
    beforeEach(() =>
      page.evaluate((common) => {
        const { state } = window as unknown as Desk;
        state.drafts = [
          { ...common, cell: "one", original: "another text", text: "draft of one" },
          { ...common, cell: "gone", original: "o", text: "draft of gone" },
          { ...common, cell: "two", original: "two as built", text: "as it is" },
        ];
        state.earlier = [
          { ...common, id: 1, cell: "one", text: "aside of one", why: "a reset" },
          { ...common, id: 2, cell: "gone", text: "aside of gone", why: "a reset" },
        ];
      }, BESIDE),
    );
    const shown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".work-besides")].map((group) => {
          const place = group.previousElementSibling?.className || group.parentElement!.tagName;
          return `${place}: ${[...group.querySelectorAll("code")].map(({ textContent }) => textContent).join()}`;
        }),
      );

    test("below its code, or at the end of the lesson where the cell is gone, once", async () => {
      for (let k = 0; k < 2; k++) {
        await acts(({ keeping }) => keeping.show());
        expect(await shown()).toEqual([
          "work-row: draft of one,aside of one",
          "MAIN: draft of gone,aside of gone",
        ]);
      }
      expect(await page.locator("main > .work-besides:last-child").count()).toBe(1);
    });

    test("until it is thrown away", async () => {
      await acts(({ keeping }) => keeping.show());
      await page.evaluate(() => {
        const buttons = [...document.querySelectorAll("button")];
        for (const one of buttons.filter(({ textContent }) => textContent === "Throw it away")) one.click();
      });
      await page.waitForFunction(() => heard.length === 8);
      expect((await said()).slice(0, 4)).toMatchObject([
        ["discardDraft", { text: "draft of one" }],
        ["discard", { id: 1 }],
        ["discardDraft", { text: "draft of gone" }],
        ["discard", { id: 2 }],
      ]);
    });

    test("to be put back: what is there now is put aside first", async () => {
      await acts(async ({ state, keeping }) => {
        await keeping.show();
        state.cells[0]!.text = "now";
        keeping.changed(state.cells[0] as never);
        state.earlier = [];
      });
      expect(await page.getByText("Put it back").count()).toBe(2);
      await page
        .getByText("Put it back")
        .nth(1)
        .evaluate((one: HTMLElement) => one.click());
      await page.waitForFunction(() => heard.length === 9);
      const came = (await said()).map((one) => (Array.isArray(one) ? [one[0], (one[1] as { text?: string }).text] : one)); // prettier-ignore
      expect(came).toEqual([
        ...[["save", "now"], "say Kept in this browser", ["reset", undefined], ["of", undefined]],
        ...["say ", ["save", "aside of one"], "say Kept in this browser", ["discard", "aside of one"]],
        ["of", undefined],
      ]); // prettier-ignore
    });
  });
});

describe("one's work as a whole", () => {
  const open = (more: { reset?: boolean; time?: string; fails?: string; lines?: string[] } = {}) =>
    page.evaluate((how) => {
      const draft = { lesson: "01-a", cell: "c", original: "o", text: "mine", time: "t" };
      const state = { time: how.time, lines: how.lines ?? ["kept"] };
      const drafts = {
        downloaded: () => (how.fails === "reading" ? Promise.reject(new Error("no")) : Promise.resolve(state.time)), // prettier-ignore
        all: () => Promise.resolve({ drafts: [draft], earlier: [], lessons: [] }),
        noteDownload: async () => {
          await Promise.resolve();
          state.time = "2026-05-06T07:08:09Z";
          heard.push("noted");
        },
        restore: (...given: unknown[]) => {
          heard.push(["restore", ...given.map((list) => (list as object[]).length)]);
          return how.fails === "restoring" ? Promise.reject(new Error("full")) : Promise.resolve();
        },
      };
      const progress = {
        ready: Promise.resolve(),
        lines: () => state.lines,
        add: (line: string) => heard.push(`add ${line}`),
        kept: () => {
          heard.push("kept");
          return how.fails === "keeping" ? Promise.reject(new Error("no room")) : Promise.resolve();
        },
      };
      const slowly = (what: string) => async (): Promise<void> => {
        await new Promise((done) => setTimeout(done));
        heard.push(what);
      };
      const panel = new parts.WorkPanel(drafts as never, progress as never, {
        before: slowly("before"),
        changed: slowly("changed"),
        ...(how.reset && {
          reset: () => (how.fails === undefined ? slowly("reset")() : Promise.reject(new Error("not now"))),
        }),
      });
      document.body.append(panel.node);
    }, more);
  const words = () => page.locator("[role=status] p").allTextContents();
  const press = (button: string) => page.getByRole("button", { name: button, exact: true }).click();
  const zipOf = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const line = (time: string) => JSON.stringify({ v: 2, time, lesson: "momentum", exercise: "zero", event: "attempt" }); // prettier-ignore

  test("says when it was last downloaded", async () => {
    const date = () => page.locator(".work-date").textContent();
    await open();
    await expect.poll(date).toBe("Last download: never");
    await page.evaluate(() => document.body.replaceChildren());
    await open({ time: "2026-03-04T10:00:00Z" });
    await expect.poll(date).toMatch(/^Last download: .*2026/);
    await page.evaluate(() => document.body.replaceChildren());
    await open({ fails: "reading" });
    await expect.poll(date).toBe("Last download: never");
  });

  test("is downloaded as it is when all is kept, under the name of the day, and the moment is noted", async () => {
    await open();
    const coming = page.waitForEvent("download");
    await press("Download my work");
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`fall-line-work-${new Date().toISOString().slice(0, 10)}.zip`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const files = unzipSync(Buffer.concat(chunks));
    expect(Buffer.from(files["fall-line-progress.jsonl"]!).toString()).toBe("kept\n");
    expect(Buffer.from(files["fall-line-work.json"]!).toString()).toContain('"text":"mine"');
    await expect
      .poll(words)
      .toEqual(["Downloaded: your notebooks, which open in Jupyter, and your answers, in one zip file."]);
    expect(await said()).toEqual(["before", "noted"]);
    expect(await page.locator(".work-date").textContent()).toContain("2026");
  });

  const restore = async (content: Uint8Array, name = "work.zip") => {
    const choosing = page.waitForEvent("filechooser");
    await press("Restore");
    await (await choosing).setFiles({ name, mimeType: "application/zip", buffer: Buffer.from(content) });
    await expect.poll(words).not.toEqual([]);
  };
  const ASIDE = JSON.stringify({
    format: 1,
    lessons: [],
    drafts: ["a", "b", "b"].map((lesson, k) => ({
      lesson,
      cell: `${k}`,
      original: "o",
      text: "t",
      time: "t",
    })),
    earlier: [],
  });

  test("is restored from a file: answers that are there count once, and what is damaged is named", async () => {
    await open({ lines: [line("t1")] });
    const zip = zipOf({
      "fall-line-work.json": ASIDE,
      "fall-line-progress.jsonl": ["t1", "t2", "t3"].map((time) => `${line(time)}\n`).join("") + "{",
    });
    await restore(zip);
    expect(await words()).toEqual([
      "Restored: 3 cells in 2 lessons, 2 answers. Nothing was run.",
      "fall-line-progress.jsonl: 1 of its 4 lines cannot be read; the rest was taken.",
    ]);
    expect(await said()).toEqual(["before", ["restore", 3, 0, 0], `add ${line("t2")}`, `add ${line("t3")}`, "kept", "changed"]); // prettier-ignore
    // The same file can be chosen again.
    expect(await page.locator("input[type=file]").inputValue()).toBe("");
  });

  test.each([
    ["restoring", "work.zip: full", ["before", ["restore", 3, 0, 0]]],
    ["keeping", "work.zip: no room", ["before", ["restore", 3, 0, 0], "kept"]],
  ])("says what went wrong in %s it, with the name of the file", async (fails, sentence, came) => {
    await open({ fails });
    await restore(zipOf({ "fall-line-work.json": ASIDE, "fall-line-progress.jsonl": "" }));
    expect([await words(), await said()]).toEqual([[sentence], came]);
  });

  test("is not restored from another file, or from none", async () => {
    await open();
    await restore(Buffer.from("no zip"), "a.txt");
    expect((await words()).join()).toMatch(/^a\.txt: this is no zip file/);
    await page.locator("input[type=file]").dispatchEvent("change");
    expect(await said()).toEqual(["before"]);
    expect(await words()).toHaveLength(1);
  });

  test("is reset where there is a lesson, and says where it stands then", async () => {
    await open();
    expect(await page.getByRole("button").allTextContents()).toEqual(["Download my work", "Restore"]);
    await page.evaluate(() => document.body.replaceChildren());
    await open({ reset: true });
    await press("Reset this lesson");
    await expect
      .poll(words)
      .toEqual([
        "All cells are as the lesson has them. What you had written stands below each, to be put back or thrown away.",
      ]);
    expect(await said()).toEqual(["reset"]);
    await page.evaluate(() => document.body.replaceChildren());
    await open({ reset: true, fails: "resetting" });
    await press("Reset this lesson");
    await expect.poll(words).toEqual(["not now"]);
  });

  test("is a dialog of a lesson, up to date when it opens, and closed again", async () => {
    const opened = await page.evaluate(async () => {
      const last: { time?: string } = {};
      const drafts = { downloaded: () => Promise.resolve(last.time) };
      const dialog = new parts.WorkDialog(drafts as never, {} as never, { changed: () => undefined });
      const node = document.querySelector("dialog")!;
      await Promise.resolve();
      const before = node.open;
      last.time = "2026-03-04T10:00:00Z";
      await dialog.open();
      return [before, node.matches(":modal"), node.querySelector(".work-date")!.textContent, node.querySelector("h2")!.textContent]; // prettier-ignore
    });
    expect(opened).toEqual([false, true, expect.stringContaining("2026"), "My work"]);
    await press("Close");
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });
});
