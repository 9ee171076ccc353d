import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts(async (opened) => {
  page = opened;
  await page.evaluate(() => {
    const rest = async (): Promise<void> => {
      for (let k = 0; k < 4; k++)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    };
    Object.assign(window, { rest });
  });
});
declare const rest: () => Promise<void>;

const PLOTLY = "application/vnd.plotly.v1+json";
const OURS = "application/vnd.fall-line+json";

describe("the renderers of a notebook", () => {
  const STILL = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300"><g></g></svg>';

  test("are for figures of ours first, then for Plotly's; both are safe", async () => {
    const all = await page.evaluate(() =>
      parts
        .mimeExtensions(parts.FakeWidget, () => Promise.reject(new Error()))
        .map(({ id, rank, dataType, rendererFactory: { safe, mimeTypes } }) => ({
          id,
          rank,
          dataType,
          safe,
          mimeTypes,
        })),
    );
    const common = { dataType: "json", safe: true };
    expect(all).toEqual([
      { ...common, id: "fall-line:plotly", rank: 1, mimeTypes: [PLOTLY] },
      { ...common, id: "fall-line:specification", rank: 0, mimeTypes: [OURS] },
    ]);
  });

  /**
   * What lies in a figure's place after each act. `come` lets what draws come, `fail` lets it be missing; `fails` as data can't be
   * drawn, and `slow` is so when `finish` says; all else is data that the figure is given.
   */
  const shown = (acts: readonly (string | object)[], mimeType = OURS, style = "") =>
    page.evaluate(
      async ([all, type, css]) => {
        let come!: (module: never) => void;
        let fail!: (reason: Error) => void;
        let finish!: (value: unknown) => void;
        const loaded = new Promise<never>((resolve, reject) => ([come, fail] = [resolve, reject]));
        loaded.catch(() => undefined); // It is asked for a picture of the page later.
        const told: string[] = [];
        const module = {
          draw: async (node: HTMLElement, data: string, isSpecification: boolean) => {
            told.push(`draw ${data} ${isSpecification ? "computed" : "given"}`);
            if (data === "fails") throw new Error("no such figure");
            const made = parts.html("b", {}, data);
            node.append(made);
            told.push([...node.children].map((one) => one.tagName).join());
            await new Promise<unknown>(
              data === "slow" ? (resolve) => (finish = resolve) : requestAnimationFrame,
            );
            return { remove: () => void told.push(`remove ${data}`) };
          },
        };
        const factory = parts
          .mimeExtensions(parts.FakeWidget, () => loaded)
          .map(({ rendererFactory }) => rendererFactory)
          .find(({ mimeTypes }) => mimeTypes.includes(type))!;
        const widget = factory.createRenderer({ mimeType: type });
        const { node } = widget;
        node.style.cssText = css;
        const looks: string[] = [];
        for (const act of all) {
          if (act === "come") come(module as never);
          else if (act === "fail") fail(new Error("not there"));
          else if (act === "finish") finish(undefined);
          else if (act === "dispose") widget.dispose();
          else if (act === "show") node.style.display = "block";
          else await widget.renderModel({ data: typeof act === "string" ? { [type]: act } : (act as never) });
          if (["come", "fail", "show", "finish"].includes(act as string)) await rest();
          const within = [...node.children].map((one) =>
            one instanceof HTMLImageElement
              ? [one.tagName, one.alt, decodeURIComponent(one.src).slice(0, 23), one.style.cssText].join(" ")
              : `${one.tagName} ${one.textContent}`,
          );
          looks.push([node.className, node.style.minHeight, ...within].join("; "));
        }
        return { looks, told };
      },
      [acts, mimeType, style] as const,
    );

  test.each([
    [OURS, "computed"],
    [PLOTLY, "given"],
  ])("keep room for what is of %s, and draw it as %s when what draws has come", async (type, how) => {
    const { looks, told } = await shown(["a", "come"], type);
    expect(looks).toEqual(["fall-line-figure; 420px", "fall-line-figure; ; B a"]);
    expect(told).toEqual([`draw a ${how}`, "B"]);
  });

  test("keep the room that the figure says, in the width that it has", async () => {
    const explorer = { [OURS]: { kind: "explorer" } };
    const roomOf = async (style: string) => (await shown([explorer], OURS, style)).looks[0];
    expect(await roomOf("width: 879px")).toBe("fall-line-figure; 1190px");
    expect(await roomOf("width: 880px")).toBe("fall-line-figure; 740px");
  });

  test("show a still picture of ours at once, and take it away when the live figure is drawn behind it", async () => {
    const { looks, told } = await shown([
      { [OURS]: "a", "image/svg+xml": STILL, "text/plain": "A map." },
      "come",
    ]);
    const look = "--pixels: 300; --most: 300px; color-scheme: light;";
    expect(looks).toEqual([
      `fall-line-figure; ; IMG A map. data:image/svg+xml,<svg ${look}`,
      "fall-line-figure; ; B a",
    ]);
    expect(told).toEqual(["draw a computed", "IMG,B"]);
  });

  test("show no still picture of an explorer, nor one of others", async () => {
    const kept = "fall-line-figure; 1190px";
    expect((await shown([{ [OURS]: { kind: "explorer" }, "image/svg+xml": STILL }], OURS, "width: 600px")).looks).toEqual([kept]); // prettier-ignore
    const other = STILL.replace("<g></g>", "<script></script>");
    expect((await shown([{ [OURS]: "a", "image/svg+xml": other }])).looks).toEqual([
      "fall-line-figure; 420px",
    ]);
  });

  test("draw only the latest of what they are given, and take the one before away", async () => {
    const early = await shown(["a", "b", "come"]);
    expect([early.looks.at(-1), early.told]).toEqual(["fall-line-figure; ; B b", ["draw b computed", "B"]]);
    const { looks, told } = await shown([
      "a",
      "come",
      { [OURS]: "b", "image/svg+xml": STILL },
      "come",
      "dispose",
    ]);
    expect(looks.slice(2, 4)).toEqual(["fall-line-figure; ; B a", "fall-line-figure; ; B b"]);
    expect(told).toEqual(["draw a computed", "B", "remove a", "draw b computed", "B", "remove b"]);
  });

  test("draw nothing once they are gone, and not before they are seen", async () => {
    expect((await shown(["a", "dispose", "come"])).told).toEqual([]);
    expect((await shown(["slow", "come", "dispose", "finish"])).told.at(-1)).toBe("remove slow");
    const hidden = await shown(["a", "come", "show"], OURS, "display: none");
    expect([hidden.looks[1], hidden.looks[2]]).toEqual([
      "fall-line-figure; 420px",
      "fall-line-figure; ; B a",
    ]);
  });

  test.each([
    [["a", "fail"], "not there"],
    [["fails", "come"], "no such figure"],
  ])("say in its place why a figure can't be drawn: %j", async (acts, reason) => {
    expect((await shown(acts)).looks.at(-1)).toBe(
      `fall-line-figure; ; DIV This figure can't be drawn: ${reason}`,
    );
  });
});

describe("what is seen", () => {
  test("is waited for until it has a width", async () => {
    const when = await page.evaluate(async () => {
      const node = parts.html("div", { style: "display: none" });
      document.body.append(node);
      const all: string[] = [];
      void parts.whenShown(node).then(() => all.push("hidden"));
      void parts.whenShown(document.body).then(() => all.push("open"));
      await rest();
      all.push("rest");
      node.style.display = "block";
      await rest();
      return all;
    });
    expect(when).toEqual(["open", "rest", "hidden"]);
  });

  test("is on paper while the page is laid out for that", async () => {
    const isOnPaper = () => page.evaluate(() => parts.isOnPaper());
    expect(await isOnPaper()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await isOnPaper()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  test("is told of its size at first and at each change, once a picture, until it is stopped", async () => {
    const counts = await page.evaluate(async () => {
      const node = parts.html("div", { style: "width: 100px" });
      document.body.append(node);
      let count = 0;
      const { stop } = parts.watchSize(node, () => (count += 1));
      const all: number[] = [count];
      await rest();
      all.push(count);
      await rest();
      all.push(count);
      for (const width of [200, 300]) {
        node.style.width = `${width}px`;
        await rest();
        all.push(count);
      }
      node.style.width = "400px";
      stop();
      await rest();
      all.push(count);
      const waiting = parts.watchSize(node, () => (count += 1));
      await new Promise((resolve) => new ResizeObserver(resolve).observe(node));
      waiting.stop();
      await rest();
      return [...all, count];
    });
    expect(counts).toEqual([0, 1, 1, 2, 3, 3, 3]);
  });
});

test("of what goes wrong beside a chart only complaints that can be its own are heard, until it is stopped", async () => {
  const heard = await page.evaluate(() => {
    const told: string[] = [];
    let isMine = true;
    const { stop } = parts.watchUncaught(
      () => isMine,
      (error) => void told.push(error.message),
    );
    const complaint = (what: string) => new parts.InputError({ what });
    const error = (one: unknown) => new ErrorEvent("error", { error: one, cancelable: true });
    const promise = Promise.resolve();
    const rejection = (reason: unknown) => new PromiseRejectionEvent("unhandledrejection", { reason, promise, cancelable: true }); // prettier-ignore
    const passed = (event: Event): boolean => dispatchEvent(event);
    const all = [
      passed(error(complaint("drawn"))),
      passed(rejection(complaint("clicked"))),
      passed(error(new Error("another's"))),
      passed(rejection("another's")),
    ];
    isMine = false;
    all.push(passed(error(complaint("another chart's"))));
    isMine = true;
    stop();
    all.push(passed(error(complaint("later"))), passed(rejection(complaint("later"))));
    return { told, all };
  });
  expect(heard.told).toEqual(["drawn", "clicked"]);
  expect(heard.all).toEqual([false, false, true, true, true, true, true]);
});

test("words are as wide as the page sets them, by their font", async () => {
  const widths = await page.evaluate(() => {
    const span = (words: string, font: string): number => {
      const node = parts.html(
        "span",
        { style: `font: ${font}; position: absolute; white-space: pre` },
        words,
      );
      document.body.append(node);
      return node.getBoundingClientRect().width;
    };
    const all = [["Momentum", "650 13px sans-serif"], ["Momentum", "650 26px sans-serif"], ["Adam", "650 13px sans-serif"], ["Momentum", "650 13px sans-serif"], ["Momentum", "200 13px monospace"]] as const; // prettier-ignore
    return all.map(([words, font]) => parts.widthOf(words, font) - span(words, font));
  });
  for (const difference of widths) expect(Math.abs(difference)).toBeLessThan(0.1);
});
