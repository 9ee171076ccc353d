import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { NEW, question } from "./harness/card-acts.ts";
import { useParts, useTimedParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

describe("the way to the kernel", () => {
  /** What is noted when a hint is asked for, by what the kernel answers; it may answer nothing. */
  const pressed = (on: Page, answer: unknown, hasKernel = true) =>
    on.evaluate(
      ([said, has, card]) => {
        const notebook = new parts.FakeNotebook();
        notebook.hasKernel = has;
        const node = document.createElement("div");
        notebook.node.append(node);
        new parts.QuestionCard(node, card as never, () => new Promise(() => undefined));
        notebook.answer = () => said ?? undefined;
        node.querySelector<HTMLElement>(".fall-line-row .fall-line-quiet")!.click();
      },
      [answer ?? null, hasKernel, question("choose")] as const,
    );
  const note = (on: Page) => on.locator("span.fall-line-note[role=status]").textContent();

  test.each([
    ["is kept", { type: "status", status: NEW }, "Recorded."],
    ["is answered with what no kernel of lessons says", { type: "status", status: { hints: 3 } }, ""],
    ["could not be kept", { type: "failed", message: "the disk is full" }, "Not recorded: the disk is full"],
    ["is told to a kernel that knows no cards", "gone", ""],
    ["is refused", "refused", ""],
  ])("says when something %s", async (_, answer, words) => {
    await pressed(page, answer);
    expect(await note(page)).toBe(words);
  });

  test("says nothing more once the kernel knows no cards", async () => {
    const notes = await page.evaluate(
      async ([card, kept]) => {
        const notebook = new parts.FakeNotebook();
        const node = document.createElement("div");
        notebook.node.append(node);
        new parts.QuestionCard(node, card as never, () => new Promise(() => undefined));
        const all = [];
        for (const answer of [kept, "gone"]) {
          notebook.answer = () => answer;
          node.querySelector<HTMLElement>(".fall-line-row .fall-line-quiet")!.click();
          await new Promise((resolve) => setTimeout(resolve));
          all.push(node.querySelector("span.fall-line-note[role=status]")!.textContent);
        }
        return all;
      },
      [question("choose"), { type: "status", status: NEW }] as const,
    );
    expect(notes).toEqual(["Recorded.", ""]);
  });

  describe("as time goes on", () => {
    let timed: Page;
    useTimedParts((opened) => (timed = opened));

    test.each([
      [true, undefined, "Not recorded yet: the kernel is busy."],
      [true, { type: "status", status: NEW }, "Recorded."],
      [false, undefined, ""],
    ])("with a kernel: %s, that answers %j, says after three seconds: %s", async (has, answer, words) => {
      await pressed(timed, answer, has);
      await timed.clock.runFor(2999);
      expect(await note(timed)).toBe(answer === undefined ? "" : words);
      await timed.clock.runFor(1);
      expect(await note(timed)).toBe(words);
    });
  });

  test("is made anew where the server has stopped the kernel before the page knows it, and nothing is lost", async () => {
    const said = await page.evaluate(
      async ([card, kept]) => {
        const notebook = new parts.FakeNotebook();
        const node = document.createElement("div");
        notebook.node.append(node);
        new parts.QuestionCard(node, card as never, () => new Promise(() => undefined));
        notebook.isStopped = true;
        notebook.answer = ({ type }) => (type === "record" && notebook.hasKernel ? kept : "gone");
        node.querySelector<HTMLElement>(".fall-line-row .fall-line-quiet")!.click();
        await new Promise((resolve) => setTimeout(resolve));
        const types = notebook.said.map((message) => (message as { type: string }).type);
        notebook.close();
        return [...types, node.querySelector("span.fall-line-note")!.textContent];
      },
      [question("choose"), { type: "status", status: NEW }] as const,
    );
    expect(said).toEqual(["status", "record", "status", "record", "Recorded."]);
  });

  test("takes up what another kernel knows, as long as the card is there", async () => {
    const looks = await page.evaluate(
      async ([card, status]) => {
        const notebook = new parts.FakeNotebook();
        const node = document.createElement("div");
        notebook.node.append(node);
        notebook.hasKernel = false;
        const shown = new parts.QuestionCard(node, card as never, async () => Promise.resolve({ remove: () => undefined })); // prettier-ignore
        const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
        const hint = (): string => node.querySelector(".fall-line-row button")?.textContent ?? "gone";
        const all: unknown[] = [];
        const changed = async (hints: number): Promise<void> => {
          notebook.answer = () => ({ type: "status", status: { ...status, hints } });
          notebook.change();
          await rest();
          all.push(hint(), notebook.said.length);
        };
        await changed(1);
        notebook.hasKernel = true;
        await changed(1);
        await changed(0);
        all.push(notebook.slots.size);
        shown.remove();
        all.push(notebook.slots.size, hint());
        notebook.close();
        return all;
      },
      [question("choose"), NEW] as const,
    );
    expect(looks).toEqual(["Hint 1 of 2", 0, "Hint 2 of 2", 1, "Hint 1 of 2", 2, 1, 0, "gone"]);
  });
});

test("stored questions that hide an outcome are open until the kernel or their card says otherwise", async () => {
  const counts = await page.evaluate(async (known) => {
    const notebook = new parts.FakeNotebook();
    notebook.outputs = [
      { id: "a", hides: "outcome" },
      { id: "b", hides: "outcome" },
      { id: "c" },
      { id: 7, hides: "outcome" },
    ];
    const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
    const all: string[] = [];
    const note = async (): Promise<void> => {
      await rest();
      all.push(notebook.node.dataset["fallLineOpen"] ?? "none");
    };
    const states: Record<string, string> = { a: "tried", b: "tried" };
    notebook.answer = (message) => ({ type: "status", status: { ...known, state: states[(message as unknown as { id: string }).id] } }); // prettier-ignore
    parts.askStored(notebook.node);
    await note();
    states["a"] = "answered";
    notebook.change();
    await note();
    parts.askStored(notebook.node);
    await note();
    parts.cardIsDrawn(notebook.node, "b");
    states["b"] = "done";
    notebook.change();
    await note();
    all.push(String(notebook.slots.size), String(notebook.said.length));
    notebook.close();
    return all;
  }, NEW);
  expect(counts).toEqual(["2", "1", "1", "1", "1", "5"]);
});

test("a stored question is watched by its card alone, once that is drawn", async () => {
  const watching = await page.evaluate((card) => {
    const notebook = new parts.FakeNotebook();
    notebook.outputs = [{ id: "l/q", hides: "outcome" }];
    parts.askStored(notebook.node);
    const node = document.createElement("div");
    notebook.node.append(node);
    const shown = new parts.QuestionCard(node, card as never, () => new Promise(() => undefined));
    const during = notebook.slots.size;
    shown.remove();
    notebook.close();
    return [during, notebook.slots.size];
  }, question("choose"));
  expect(watching).toEqual([1, 0]);
});

test("what a card reveals is live where it can be, else a picture, else text, and never markup", async () => {
  const shown = await page.evaluate(async () => {
    const drawn: unknown[] = [];
    const reveal = parts.revealWith(async (_, data, isSpecification) => {
      drawn.push([data, isSpecification]);
      return Promise.resolve({ remove: () => undefined });
    });
    const plain = { "text/plain": "<b>words</b>", "text/html": "<b>bold</b>" };
    const picture = { ...plain, "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"/>' };
    const plotly = { ...picture, "application/vnd.plotly.v1+json": "chart" };
    const all = [
      plain,
      { ...picture, "text/markdown": "m" },
      picture,
      plotly,
      { ...plotly, "application/vnd.fall-line+json": "specification" },
      { "text/plain": 7 },
    ];
    const nodes = [];
    for (const bundle of all) {
      const node = document.createElement("div");
      const output = await reveal(node, bundle);
      const [child] = node.children;
      nodes.push(child && [child.tagName, child.getAttribute("alt") ?? child.textContent, child.getAttribute("src")?.slice(0, 18) ?? ""]); // prettier-ignore
      output.remove();
      nodes.push(node.childElementCount);
    }
    return { nodes, drawn };
  });
  expect(shown.nodes).toEqual([
    ["PRE", "<b>words</b>", ""],
    0,
    ["P", "<b>words</b>", ""],
    0,
    ["IMG", "<b>words</b>", "data:image/svg+xml"],
    0,
    undefined,
    0,
    undefined,
    0,
    ["PRE", "", ""],
    0,
  ]);
  expect(shown.drawn).toEqual([
    ["chart", false],
    ["specification", true],
  ]);
});

test("in a notebook what a card reveals is drawn as one draws what it does not trust, until it is taken away", async () => {
  const shown = await page.evaluate(async () => {
    const notebook = new parts.FakeNotebook();
    const node = document.createElement("div");
    notebook.node.append(node, document.createElement("div"));
    const told: unknown[] = [];
    notebook.rendermime = {
      preferredMimeType: (bundle: object) => Object.keys(bundle).find((type) => type === "text/latex"),
      createModel: (options: object) => options,
      createRenderer: (mimeType: string) => {
        const own = document.createElement("b");
        return {
          node: own,
          processMessage: ({ type }: { type: string }) => void told.push([type, own.isConnected]),
          renderModel: async (model: object) => Promise.resolve(void told.push([mimeType, model])),
          dispose: () => void told.push("disposed"),
        };
      },
    };
    const reveal = parts.revealWith(() => Promise.reject(new Error("not by us")));
    node.append("before");
    const output = await reveal(node, { "text/latex": "$x$", "text/plain": "x" });
    const looks = [node.innerHTML];
    output.remove();
    await reveal(node, { "text/plain": "no such kind" });
    looks.push(node.textContent);
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    await reveal(elsewhere, { "text/latex": "$x$", "text/plain": "x" });
    looks.push(elsewhere.textContent);
    notebook.close();
    return { told, looks };
  });
  expect(shown.told).toEqual([
    ["after-attach", true],
    ["text/latex", { data: { "text/latex": "$x$", "text/plain": "x" }, trusted: false }],
    "disposed",
  ]);
  expect(shown.looks).toEqual(["<b></b>", "no such kind", "x"]);
});

test("a card that is gone takes nothing up that the kernel says later", async () => {
  const left = await page.evaluate(
    async ([card, status]) => {
      const notebook = new parts.FakeNotebook();
      const node = document.createElement("div");
      notebook.node.append(node);
      notebook.answer = () => ({ type: "status", status: { ...status, picked: "b" } });
      let drawn = 0;
      const reveal = async () => {
        drawn += 1;
        return Promise.resolve({ remove: () => undefined });
      };
      new parts.QuestionCard(node, card as never, reveal).remove();
      await new Promise((resolve) => setTimeout(resolve));
      const open = notebook.node.dataset["fallLineOpen"] ?? "none";
      notebook.close();
      return [node.childElementCount, open, notebook.closed, drawn];
    },
    [question("choose"), NEW] as const,
  );
  expect(left).toEqual([0, "none", 1, 0]);
});

describe("the parts of a feedback", () => {
  const figure = (text: string) => ({ kind: "figure", bundle: { "text/plain": text } }) as const;

  test("are drawn one after another, each text as text", async () => {
    const html = await page.evaluate(() => {
      const node = document.createElement("div");
      const blocks = [
        { kind: "text", text: "<i>a</i>" },
        { kind: "code", code: "let a;" },
        { kind: "table", cells: { head: ["", "t"], rows: [["x", "1"], undefined, ["y", ""]] } },
        { kind: "said", said: ["a"], is: ["b"] },
      ];
      parts.showBlocks(node, blocks as never, () => Promise.reject(new Error()));
      return node.innerHTML;
    });
    expect(html).toBe(
      '<p class="fall-line-lines">&lt;i&gt;a&lt;/i&gt;</p><pre>let a;</pre>' +
        "<table><tr><td></td><th>t</th></tr><tr><td>x</td><td>1</td></tr><tr><td>...</td></tr><tr><td>y</td><td></td></tr></table>" +
        '<div class="fall-line-said"><div><strong>You said</strong><div>a</div></div><div><strong>It is</strong><div>b</div></div></div>',
    );
  });

  test("are taken away with what was drawn, and with what is drawn later", async () => {
    const shown = await page.evaluate(
      async ([early, prose, late, fails]) => {
        const removed: string[] = [];
        const node = document.createElement("div");
        node.append("kept");
        let come = (): void => undefined;
        const reveal = async (place: HTMLElement, bundle: object) => {
          const [text] = Object.values(bundle) as [string];
          if (text === "fails") throw new Error("no such figure");
          if (text === "late") await new Promise<void>((resolve) => (come = resolve));
          place.append(`[${Object.keys(bundle).join()}: ${text}]`);
          return { remove: () => void removed.push(text) };
        };
        const rest = () => new Promise((resolve) => setTimeout(resolve));
        const drawn = parts.showBlocks(node, [early, prose, late, fails] as never, reveal);
        await rest();
        const looks = [node.textContent];
        drawn.remove();
        looks.push(node.textContent);
        const before = [...removed];
        come();
        await rest();
        return { looks, before, removed };
      },
      [figure("early"), { kind: "prose", source: "*words*" }, figure("late"), figure("fails")] as const,
    );
    expect(shown.looks).toEqual([expect.stringMatching(/^kept\[text\/plain: early\]\[text\/markdown.*\*words\*\]This figure can't be drawn: no such figure$/), "kept"]); // prettier-ignore
    expect(shown.before).toHaveLength(2);
    expect(shown.removed.filter((one) => !shown.before.includes(one))).toEqual(["late"]);
  });
});
