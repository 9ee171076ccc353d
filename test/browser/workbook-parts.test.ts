import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

describe("the outputs of a cell", () => {
  /** What they show after each thing that the kernel says: classes and texts; `-` lies between. */
  const shown = (...said: (readonly [type: string, content: object] | "begin" | "end")[]) =>
    page.evaluate((all) => {
      const node = document.createElement("div");
      document.body.append(node);
      const ended: number[] = [];
      const life = {
        place: (format: string, data: unknown) => parts.html("div", {}, `${format} ${JSON.stringify(data)}`),
        end: (root: ParentNode) => void ended.push(root.childElementCount),
      };
      const outputs = new parts.Outputs(node, life, (id) => document.querySelectorAll<HTMLElement>(`[data-display="${id}"]`)); // prettier-ignore
      const states = all.map((one) => {
        if (one === "begin") outputs.begin();
        else if (one === "end") outputs.end();
        else outputs.take({ type: one[0], content: one[1] } as never);
        return [...node.children]
          .map(({ className, textContent }) => `${className}: ${textContent}`)
          .join(" - ");
      });
      return { states, ended, alerts: node.querySelectorAll("[role=alert]").length };
    }, said);
  const print = (text: string, name = "stdout") => ["stream", { name, text }] as const;
  const display = (text: string, id?: string) =>
    ["display_data", { data: { "text/plain": text }, ...(id && { transient: { display_id: id } }) }] as const;

  test("joins what is printed to one stream, and keeps the other apart", async () => {
    const { states } = await shown(print("a"), print("b"), print("!", "stderr"), print("c"));
    expect(states.at(-1)).toBe(
      "terminal stream stdout: ab - terminal stream stderr: ! - terminal stream stdout: c",
    );
  });

  test("stand until the next run shows something, or has come to its end", async () => {
    const first = await shown(print("old"), "begin", print("new"));
    expect(first.states.slice(1)).toEqual(["terminal stream stdout: old", "terminal stream stdout: new"]);
    expect(first.ended).toEqual([1]);
    expect((await shown(print("old"), "begin", "end")).states).toEqual([
      "terminal stream stdout: old",
      "terminal stream stdout: old",
      "",
    ]);
    expect((await shown(print("old"), "begin", print("new"), "end")).states.at(-1)).toBe(
      "terminal stream stdout: new",
    );
  });

  test("are cleared at once, or with the next where the kernel says so", async () => {
    expect((await shown(print("a"), ["clear_output", { wait: false }])).states.at(-1)).toBe("");
    const waits = await shown(print("a"), ["clear_output", { wait: true }], print("b"));
    expect(waits.states.slice(1)).toEqual(["terminal stream stdout: a", "terminal stream stdout: b"]);
  });

  test("change where a display is updated, wherever it stands, and nowhere else", async () => {
    const { states } = await shown(display("a", "x"), display("b", "y"), [
      "update_display_data",
      { data: { "text/plain": "c" }, transient: { display_id: "x" } },
    ]);
    expect(states.at(-1)).toBe("terminal result: c - terminal result: b");
    const twice = { data: { "text/plain": "d" }, transient: { display_id: "x" } };
    expect((await shown(display("a", "x"), ["update_display_data", twice], ["update_display_data", { ...twice, data: { "text/plain": "e" } }])).states.at(-1)).toBe("terminal result: e"); // prettier-ignore
  });

  test("tell an error to those who listen; one of several lines is set as it stands", async () => {
    const { states, alerts } = await shown(
      ["error", { traceback: ["a", "b"] }],
      ["error", { traceback: ["one"] }],
    );
    expect([states.at(-1), alerts]).toEqual(["terminal error: a\nb - terminal error sentence: one", 2]);
  });

  test("are the best format that a page knows; of one that it does not know they name it", async () => {
    const formats = await page.evaluate(() => {
      const life = {
        place: (format: string) => parts.html("div", {}, `live ${format}`),
        end: () => undefined,
      };
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>';
      const all = {
        "text/plain": "plain",
        "text/latex": "$x < y$",
        "text/markdown": "*m*",
        "text/html": '<b onclick="alert(1)">h</b><script>1</script><style>a{}</style><form></form>',
        "image/jpeg": " AAAA ",
        "image/png": " AAAA ",
        "image/svg+xml": svg,
        "application/vnd.plotly.v1+json": { data: [] },
        "application/vnd.fall-line+json": { kind: "landscape" },
      };
      const names = Object.keys(all) as (keyof typeof all)[];
      return names.map((_, k) => {
        const bundle = Object.fromEntries(names.slice(0, k + 1).map((name) => [name, all[name]]));
        const node = parts.showBundle(bundle, life);
        return [parts.formatOf(bundle), node.tagName, node.className, node.getAttribute("alt") ?? node.innerHTML.slice(0, 60), node.getAttribute("src")?.slice(0, 24) ?? ""]; // prettier-ignore
      });
    });
    expect(formats.map(([format]) => format)).toEqual([
      "text/plain",
      "text/latex",
      "text/markdown",
      "text/html",
      "image/jpeg",
      "image/png",
      "image/svg+xml",
      "application/vnd.plotly.v1+json",
      "application/vnd.fall-line+json",
    ]);
    expect(formats[0]).toEqual(["text/plain", "PRE", "terminal result", "plain", ""]);
    expect(formats[1]![3]).toContain("katex");
    expect(formats[2]!.slice(2, 4)).toEqual(["prose", "<p><em>m</em></p>\n"]);
    expect(formats[3]!.slice(2, 4)).toEqual(["wide", "<b>h</b>"]);
    expect(formats[4]!.slice(1)).toEqual(["IMG", "figure", "plain", "data:image/jpeg;base64,A"]);
    expect(formats[5]!.slice(1)).toEqual(["IMG", "figure", "plain", "data:image/png;base64,AA"]);
    expect(formats[6]!.slice(1)).toEqual(["IMG", "figure", "plain", "data:image/svg+xml,%3Csv"]);
    expect(formats[7]![3]).toBe("live application/vnd.plotly.v1+json");
    expect(formats[8]![3]).toBe("live application/vnd.fall-line+json");
    const unknown = await page.evaluate(() => {
      const life = { place: () => parts.html("div"), end: () => undefined };
      const json = parts.showBundle({ "text/plain": { a: 1 } }, life).textContent;
      return [json, parts.showBundle({ "a/b": 1, "c/d": 2 }, life).textContent];
    });
    expect(unknown).toEqual(['{"a":1}', "An output that a page cannot show: a/b, c/d"]);
  });

  test("have their marks of a terminal as bold and pale, and no other", async () => {
    const html = await page.evaluate(() => {
      const node = document.createElement("pre");
      parts.print(node, "a\u001b[1mb\u001b[0mc\u001b[2md\u001b[0m<i>\u001b[31me\u001b[m");
      return node.innerHTML;
    });
    expect(html).toBe("a<b>b</b>c<i>d</i>&lt;i&gt;e");
  });
});

describe("the bar at the foot", () => {
  const told = (...stages: object[]) =>
    page.evaluate((all) => {
      const shown: unknown[] = [];
      const actions = {
        stop: () => undefined,
        restart: () => undefined,
        show: (cell: unknown) => void shown.push(cell),
      };
      const bar = new parts.Bar(actions);
      return all.map((stage) => {
        bar.tell(stage as never);
        const [stop, restart] = [...document.querySelectorAll<HTMLButtonElement>(".work-buttons button")];
        const meter = document.querySelector("progress")!;
        document.querySelector<HTMLButtonElement>(".work-link")?.click();
        return [
          document.querySelector(".work-said")!.textContent,
          stop!.disabled ? "" : "stop",
          restart!.disabled ? "" : "restart",
          meter.hidden ? "" : meter.hasAttribute("value") ? meter.value : "busy",
          shown.splice(0).join(),
        ];
      });
    }, stages);

  test.each([
    [{ kind: "none" }, ["", "", "", "", ""]],
    [{ kind: "loading", share: 0.256 }, ["Getting the kernel: 26 %", "", "", 0.256, ""]],
    [{ kind: "starting" }, ["Starting the compiler", "", "", "busy", ""]],
    [{ kind: "running", first: 0 }, ["Running", "stop", "restart", "", ""]],
    [{ kind: "running", first: 2 }, ["Running; 2 to go", "stop", "restart", "", ""]],
    [{ kind: "ready" }, ["Ready", "", "restart", "", ""]],
    [{ kind: "told", sentence: "A." }, ["A.", "", "restart", "", ""]],
    [{ kind: "told", sentence: "A.", at: "cell" }, ["A. Show it", "", "restart", "", "cell"]],
  ])("says %j, and offers what can be done", async (stage, words) => {
    expect(await told(stage)).toEqual([words]);
  });

  test("warns of one thing once, and of each", async () => {
    const warnings = await page.evaluate(() => {
      const bar = new parts.Bar({ stop: () => undefined, restart: () => undefined, show: () => undefined });
      for (const words of ["full", "full", "forbidden"]) bar.warn(words);
      bar.tellKept("Kept");
      return [...document.querySelectorAll(".work-warnings p, .work-kept")].map(
        ({ textContent }) => textContent,
      );
    });
    expect(warnings).toEqual(["full", "forbidden", "Kept"]);
  });
});

describe("what a browser keeps of a lesson", () => {
  const draft = { lesson: "01-a", cell: "one", original: "o", text: "mine", time: "2026-01-01T00:00:00Z" };

  /** Does things with fresh storage, and says what lies in it then. */
  const kept = (...acts: [name: string, ...given: unknown[]][]) =>
    page.evaluate(async (all) => {
      await new Promise((done) => (indexedDB.deleteDatabase("fall-line-work").onsuccess = done));
      const drafts = new parts.Drafts();
      const other = new BroadcastChannel("fall-line-work");
      const heard: unknown[] = [];
      const last = new Promise((done) => {
        other.onmessage = ({ data }) => (data === "end" ? done(null) : heard.push(data));
      });
      for (const [name, ...given] of all)
        await (drafts as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>)[name]!(
          ...given,
        );
      new BroadcastChannel("fall-line-work").postMessage("end");
      await last;
      const found = await drafts.all();
      const close = (drafts as unknown as { close?: () => void }).close;
      close?.();
      return { ...found, heard, downloaded: await drafts.downloaded() };
    }, acts);
  const texts = (list: { text: string }[]) => list.map(({ text }) => text);

  test("is a draft for each text of a cell, told to other tabs; the original again is none", async () => {
    const { drafts, heard } = await kept(
      ["save", draft],
      ["save", { ...draft, text: "second" }, "mine"],
      ["save", { ...draft, original: "of before" }],
      ["save", { ...draft, cell: "two", text: "o" }],
    );
    expect(texts(drafts).sort()).toEqual(["mine", "second"]);
    expect(heard).toEqual(["01-a", "01-a", "01-a", "01-a"]);
    expect((await kept(["save", draft], ["save", { ...draft, text: "o" }, "mine"])).drafts).toEqual([]);
  });

  test("puts aside what another tab has written, and nothing that this one knew", async () => {
    const { drafts, earlier } = await kept(["save", draft], ["save", { ...draft, text: "here" }, "older"]);
    expect([texts(drafts), earlier]).toEqual([
      ["here"],
      [
        {
          id: 1,
          lesson: "01-a",
          cell: "one",
          text: "mine",
          why: "what was written in another tab",
          time: draft.time,
        },
      ],
    ]);
    expect((await kept(["save", draft], ["save", { ...draft, text: "here" }, "mine"])).earlier).toEqual([]);
    expect((await kept(["save", draft], ["save", draft, undefined])).earlier).toEqual([]);
    expect(texts((await kept(["save", draft], ["save", { ...draft, text: "here" }])).earlier)).toEqual([
      "mine",
    ]);
  });

  test("keeps a copy of the lesson with a draft, the latest", async () => {
    const copy = { lesson: "01-a", title: "A", notebook: { cells: [] } };
    const { lessons } = await kept(
      ["save", draft, undefined, copy],
      ["save", draft, "mine", { ...copy, title: "B" }],
    );
    expect(lessons).toEqual([{ ...copy, title: "B" }]);
  });

  test("is put aside by a reset, and thrown away for good", async () => {
    const reset = await kept(["save", draft], ["reset", draft], ["reset", draft]);
    expect([reset.drafts, reset.earlier.map(({ text, why }) => `${text}, ${why}`)]).toEqual([
      [],
      ["mine, a reset"],
    ]);
    expect(
      (await kept(["save", draft], ["reset", draft], ["discard", { id: 1, lesson: "01-a" }])).earlier,
    ).toEqual([]);
    const gone = await kept(["save", draft], ["save", { ...draft, cell: "two" }], ["discardDraft", draft]);
    expect([gone.drafts.map(({ cell }) => cell), gone.earlier]).toEqual([["two"], []]);
  });

  test("comes back from a file: what it takes the place of is put aside, and what is the same counts once", async () => {
    const aside = { lesson: "01-a", cell: "two", text: "old", why: "a reset", time: "t" };
    const copy = { lesson: "01-a", title: "A", notebook: { cells: [] } };
    const { drafts, earlier, lessons, heard } = await kept(
      ["save", draft, undefined, copy],
      ["restore", [{ ...draft, text: "of the file" }], [aside, aside], [{ ...copy, title: "of the file" }]],
      ["restore", [{ ...draft, text: "of the file" }], [aside], []],
    );
    expect(texts(drafts)).toEqual(["of the file"]);
    expect(earlier.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      "mine: what was restored from a file",
      "old: a reset",
      "old: a reset",
    ]);
    expect(lessons.map(({ title }) => title)).toEqual(["A"]);
    expect(new Set(heard)).toEqual(new Set(["01-a"]));
  });

  test("is found by its lesson, and says when it was downloaded", async () => {
    const of = await page.evaluate(async (one) => {
      await new Promise((done) => (indexedDB.deleteDatabase("fall-line-work").onsuccess = done));
      const drafts = new parts.Drafts();
      await drafts.save(one, undefined);
      await drafts.save({ ...one, lesson: "02-b" }, undefined);
      await drafts.reset({ ...one, lesson: "02-b" });
      const before = await drafts.downloaded();
      await drafts.noteDownload();
      const found = [await drafts.of("01-a"), await drafts.of("02-b")];
      return [before ?? "never", typeof (await drafts.downloaded()), found.map(({ drafts: d, earlier: e }) => [d.length, e.length])]; // prettier-ignore
    }, draft);
    expect(of).toEqual(["never", "string", [[1, 0], [0, 1]]]); // prettier-ignore
  });
});

describe("what a page notes when it goes", () => {
  test("are the drafts that were not kept, given once", async () => {
    const notes = await page.evaluate(() => {
      localStorage.clear();
      const of = { lesson: "l", cell: "c", original: "o", time: "t" };
      const late = (text: string) => ({ draft: { ...of, text }, seen: "s" });
      parts.noteLate([]);
      const isUntouched = localStorage.length === 0;
      parts.noteLate([late("a")]);
      parts.noteLate([late("b"), late("c")]);
      const taken = parts.takeLate().map(({ draft }) => draft.text);
      const again = parts.takeLate();
      const damaged = ["{", JSON.stringify([{ draft: { text: "a" } }, late("d")])].map((text) => {
        localStorage.setItem("fall-line-late", text);
        return parts.takeLate().map(({ draft }) => draft.text);
      });
      return [isUntouched, taken, again, localStorage.length, damaged];
    });
    expect(notes).toEqual([true, ["a", "b", "c"], [], 0, [[], ["d"]]]);
  });

  test("is which cell ran, of this page and in this tab, unless it went as it should", async () => {
    const notes = await page.evaluate(() => {
      sessionStorage.clear();
      const taken = [parts.takeBroken() ?? "none"];
      parts.noteRunning("one");
      taken.push(parts.takeBroken() ?? "none", parts.takeBroken() ?? "none");
      parts.noteRunning("one");
      parts.noteRunning(undefined);
      taken.push(parts.takeBroken() ?? "none");
      parts.noteRunning("two");
      dispatchEvent(new Event("pagehide"));
      taken.push(parts.takeBroken() ?? "none");
      sessionStorage.setItem("fall-line-running", JSON.stringify(["/another.html", "one"]));
      taken.push(parts.takeBroken() ?? "none");
      return taken;
    });
    expect(notes).toEqual(["none", "one", "none", "none", "none", "none"]);
  });
});

describe("a text that stands beside a cell", () => {
  test.each([
    ["put aside", "besideEarlier", true, "Your earlier text of this cell, before a reset ("],
    [
      "of a text that is no more",
      "besideDraft",
      true,
      "Your earlier text of this cell, from before the lesson was changed (",
    ],
    [
      "of a cell that is no more",
      "besideDraft",
      false,
      "Your text of a cell that this lesson no longer has, from before",
    ],
  ] as const)(
    "%s is shown with its moment, to be put back or thrown away",
    async (_, kind, hasCell, words) => {
      const shown = await page.evaluate(
        ([how, hasPlace]) => {
          const one = { id: 7, lesson: "l", cell: "c", original: "o", text: "<b>", why: "a reset", time: "2026-01-02T03:04:05Z" }; // prettier-ignore
          const done: unknown[] = [];
          const beside = parts[how](one, (gone: { text: string }) => void done.push(gone.text));
          const node = parts.showBeside(beside, hasPlace ? () => void done.push("back") : undefined);
          for (const button of node.querySelectorAll("button")) button.click();
          return [node.querySelector("summary")!.textContent, node.querySelector("code")!.textContent, done];
        },
        [kind, hasCell] as const,
      );
      expect(shown).toEqual([expect.stringContaining(words), "<b>", hasCell ? ["back", "<b>"] : ["<b>"]]);
      expect(shown[0]).toContain("2026");
    },
  );
});
