import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
declare const model: InstanceType<typeof parts.Model>;
declare const map: InstanceType<typeof parts.MapView>;

let page: Page;

useParts((opened) => (page = opened));

let views: readonly (readonly [number, number])[];

/** A map of the ravine, 600 pixels by 400. */
const put = async (lambda = 0.1, t = 20, more: object = {}, style = "") => {
  views = await page.evaluate(
    ([rate, step, options, css]) => {
      const model = parts.modelOf(rate, options);
      model.goTo(step);
      const marks = document.createElementNS("http://www.w3.org/2000/svg", "g");
      const map = new parts.MapView(model, marks);
      map.node.style.cssText = `position: absolute; left: 0; top: 0; width: 600px; height: 400px; ${css}`;
      document.body.append(map.node);
      map.layOut();
      Object.assign(window, { model, map });
      return model.ground.views;
    },
    [lambda, t, more, style] as const,
  );
};
/** Where a point lies on the map: its share of the way from edge to edge. */
const place = (x: number, y: number): [number, number] => {
  const [[left, right], [low, high]] = views as [[number, number], [number, number]];
  return [(600 * (x - left)) / (right - left), (400 * (high - y)) / (high - low)];
};
const near = (...numbers: number[]) => numbers.map((one) => expect.closeTo(one, 1) as number);
const act = (what: () => unknown) => page.evaluate(`void (${what.toString()})()`);
const lines = () =>
  page.locator(".path .line:not(.exit)").evaluateAll((all) => all.map((one) => one.getAttribute("d")!));
const path = (d: string): number[][] =>
  [...d.matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe("the map", () => {
  test("has the whole surface in its box, x to the right and y upwards", async () => {
    await put();
    const places = await page.evaluate(() => {
      const [[left, right], [low, high]] = model.ground.views;
      return [map.at([left, high]), map.at([right, low]), map.at([-8, 1.5]), map.box];
    });
    expect(places).toEqual([
      [0, 0],
      [600, 400],
      near(...place(-8, 1.5)),
      { left: 0, right: 600, top: 0, bottom: 400 },
    ]);
    const picture = page.locator(".map > svg[role=img]");
    expect(await picture.getAttribute("viewBox")).toBe("0 0 600 400");
    expect(await picture.evaluate((one) => getComputedStyle(one).overflow)).toBe("hidden");
  });

  test("waits until it has a size", async () => {
    for (const css of ["width: 0", "height: 0"]) {
      await put(0.1, 20, {}, css);
      await act(() => model.change({ steps: 5 }));
      expect(await page.evaluate(() => [map.box.right, document.querySelectorAll(".path").length])).toEqual([
        0, 0,
      ]);
      await page.evaluate(() => document.body.replaceChildren());
    }
  });

  test("has numbers along its edges, none in its corners, and the names of its axes", async () => {
    await put();
    const marks = await page
      .locator(".axes text:not(.name)")
      .evaluateAll((all) =>
        all.map((one) => [one.textContent, Number(one.getAttribute("x")), Number(one.getAttribute("y"))]),
      );
    // From −9.44 to 1.44, and from −1.52 to 1.96: about every 95 pixels one.
    expect(marks).toEqual([
      ...[-8, -6, -4, -2, 0].map((x) => [String(x).replace("-", "−"), ...near(place(x, 0)[0], 390)]),
      ...[-1, 0, 1].map((y) => [String(y).replace("-", "−"), ...near(10, place(0, y)[1] + 4)]),
    ]);
    const ticks = await page
      .locator(".axes path:not(.minimum)")
      .evaluateAll((all) => all.map((one) => one.getAttribute("d")));
    const [x, y] = place(0, 0).map((one) => one.toFixed(1));
    expect([ticks.length, ticks[4], ticks[6]]).toEqual([8, `M${x} 400v-6`, `M0 ${y}h6`]);
    const names = await page
      .locator(".axes .name")
      .evaluateAll((all) =>
        all.map((one) => [one.textContent, one.getAttribute("x"), one.getAttribute("y")]),
      );
    expect(names).toEqual([
      ["x", "590", "391"],
      ["y", "9", "18"],
    ]);
  });

  test.each([
    // −8 lies at 0.132 of the width, 0 at 0.868; no number stands within 44 pixels of the left edge, 34 of the right.
    [330, 1.5, ["−6", "−4", "−2", "0"], ["−1", "−0.5", "0", "0.5", "1", "1.5"]],
    [340, 1.5, ["−8", "−6", "−4", "−2", "0"], ["−1", "−0.5", "0", "0.5", "1", "1.5"]],
    [250, 1.5, ["−5"], ["−1", "−0.5", "0", "0.5", "1", "1.5"]],
    [260, 1.5, ["−5", "0"], ["−1", "−0.5", "0", "0.5", "1", "1.5"]],
    // From −1.96 to 1.52 the other end is near an edge.
    [340, -1.5, ["−8", "−6", "−4", "−2", "0"], ["−1.5", "−1", "−0.5", "0", "0.5", "1"]],
  ])("has none in its corners: %d pixels wide, from y = %d", async (width, y, across, up) => {
    await put(0.1, 0, { start: [-8, y] }, `width: ${width}px; height: 500px`);
    expect(await page.locator(".axes text[text-anchor=middle]").allTextContents()).toEqual(across);
    expect(await page.locator(".axes text:not(.name, [text-anchor=middle])").allTextContents()).toEqual(up);
  });

  test("has a star at each minimum, and the handle at the start", async () => {
    await put();
    const star = await page.locator(".minimum").getAttribute("d");
    // The first of its corners is the top one, 1.3 times 7.5 pixels above the middle.
    expect([await page.locator(".minimum").count(), star!.split("L")[0]]).toEqual([
      1,
      `M${place(0, 0)[0].toFixed(1)} ${(place(0, 0)[1] - 1.3 * 7.5).toFixed(1)}`,
    ]);
    const start = async () => {
      const shift = await page.locator(".start").evaluate((one: HTMLElement) => one.style.transform);
      return /\((.*)px, (.*)px\)/.exec(shift)!.slice(1).map(Number);
    };
    expect(await start()).toEqual(near(...place(-8, 1.5)));
    await act(() => model.change({ start: [-4, 0] }));
    expect(await start()).toEqual(near(...place(-4, 0)));
  });

  test("shows paths up to the step, the chosen one in front, and tells of all in words", async () => {
    await put(0.1, 1);
    // Gradient descent goes from (−8, 1.5) by 0.1 times (0.8, −3), momentum as far in its first step.
    const first = [near(...place(-8, 1.5)), near(...place(-7.92, 1.2))];
    expect((await lines()).map(path)).toEqual([first, first]);
    expect(await page.locator(".map > svg").getAttribute("aria-label")).toMatch(
      /^Map of ravine, step 1\. Gradient descent: .+\. Momentum: .+\.$/,
    );
    await act(() => model.goTo(0));
    expect((await lines()).map(path)).toEqual([[], []]);
    const hue = (at: number) => page.locator(".path").nth(at).getAttribute("style");
    const [behind, front] = [await hue(0), await hue(1)];
    await act(() => model.choose(1));
    expect([await hue(0), await hue(1)]).toEqual([front, behind]);
  });

  test("keeps the elements of its paths while the rules are the same", async () => {
    await put();
    const isKept = (what: () => unknown) =>
      page.evaluate(`(() => {
        const before = document.querySelector(".path");
        (${what.toString()})();
        return before.isConnected;
      })()`);
    expect(await isKept(() => model.goTo(3))).toBe(true);
    expect(await isKept(() => model.change({ start: [-4, 1] }))).toBe(true);
    expect(await isKept(() => model.choose(1))).toBe(false);
    expect(await isKept(() => model.change({ runners: [{ rule: parts.library.adam, hyper: { eta: 0.1 }, on: true }, model.settings.runners[1]!] }))).toBe(false); // prettier-ignore
    expect(await isKept(() => model.changeRunner(0, { on: false }))).toBe(false);
    expect(await lines()).toHaveLength(1);
  });

  test("lets a path be chosen by a press on what of it is seen, and not while something moves", async () => {
    await put();
    const target = (at: number) => page.locator(".targets .target").nth(at);
    expect(await target(0).getAttribute("stroke-width")).toBe("16");
    const chosen = () => page.evaluate(() => model.chosen?.runner.rule.title);
    expect(await chosen()).toBe("Gradient descent");
    await target(0).dispatchEvent("click");
    expect(await chosen()).toBe("Momentum");
    await act(() => {
      model.add(parts.library.adam);
      model.changeRunner(0, { on: false });
    });
    for (const title of ["Momentum", "Adam"]) {
      await target(0).dispatchEvent("click");
      expect(await chosen()).toBe(title);
    }
    await act(() => model.goTo(1));
    expect(path((await target(0).getAttribute("d"))!)).toHaveLength(2);
    await act(() => {
      model.move("steps", true);
      model.goTo(9);
    });
    expect(path((await target(0).getAttribute("d"))!)).toHaveLength(2);
    expect(await page.locator(".map > svg").getAttribute("aria-label")).toContain("step 1.");
    await act(() => model.move("steps", false));
    expect(path((await target(0).getAttribute("d"))!)).toHaveLength(10);
    expect(await page.locator(".map > svg").getAttribute("aria-label")).toContain("step 9.");
  });

  test("goes to a step that is pressed on its path, and looks at it", async () => {
    await put();
    const press = async (x: number, y: number) => {
      const [clientX, clientY] = place(x, y);
      await page.locator(".targets .target").first().dispatchEvent("click", { clientX, clientY });
      return page.evaluate(() => [model.chosen!.runner.rule.title, model.t, model.isSingle]);
    };
    // The first step of momentum ends at (−7.92, 1.2): 23 pixels below the start.
    expect(await press(-7.92, 1.2)).toEqual(["Momentum", 1, true]);
    await act(() => model.goTo(20, false));
    expect(await press(-3, -1.2)).toEqual(["Gradient descent", 20, false]);
  });

  test("says whose path left it, and at which step", async () => {
    // Along y each step is multiplied by −2: from 1.5 to −3, beyond the edge.
    await put(1.5, 20);
    expect(await page.locator(".exit .who").allTextContents()).toEqual(["Gradient descent "]);
    expect(await page.locator("div.exit").textContent()).toBe("Gradient descent left at step 1");
    await act(() => model.goTo(0));
    expect(await page.locator("div.exit").count()).toBe(0);
  });

  test("pales while it shows the last good one", async () => {
    await put();
    const look = (isStale: boolean) => page.evaluate((stale) => (map.stale(stale), map.node.className), isStale); // prettier-ignore
    expect([await look(true), await look(false)]).toEqual(["map stale", "map"]);
  });

  test("has another relief when the surface, its size or the theme changes, until it is stopped", async () => {
    await put();
    const relief = () =>
      page.locator("canvas").evaluate((one: HTMLCanvasElement) => {
        const { data } = parts.penOn(one).getImageData(0, 100, one.width, 1);
        return [one.width, one.height, data.reduce((sum, part) => sum + part)].join();
      });
    const all = [await relief()];
    await act(() => model.goTo(3));
    expect(await relief()).toBe(all[0]);
    await act(() => model.change({ objective: parts.library.beale }));
    all.push(await relief());
    await page.evaluate(() => (map.node.style.width = "500px"));
    await expect.poll(relief).toMatch(/^500,/);
    all.push(await relief());
    await page.evaluate(() => (document.body.dataset["jpThemeLight"] = "false"));
    await expect.poll(relief).not.toBe(all[2]);
    all.push(await relief());
    await page.evaluate(() => {
      map.stop();
      document.body.dataset["jpThemeLight"] = "true";
      map.node.style.width = "400px";
    });
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await relief()).toBe(all[3]);
    expect(new Set(all).size).toBe(4);
  });
});

describe("the relief under the map", () => {
  /** What is drawn over x and y from 0 to 4, 200 pixels by 100: how bright its corners are, and its two kinds of contours. */
  const drawn = (expression: string, isDark: boolean, more: [top: number, isLight: boolean][] = []) =>
    page.evaluate(
      ([text, dark, again]) => {
        document.body.dataset["jpThemeLight"] = dark ? "false" : "true";
        const strokes: [number, number, string][] = [];
        const paths: string[] = [];
        const pens = OffscreenCanvasRenderingContext2D.prototype;
        const fields: [number, number][] = [];
        const Image = ImageData;
        window.ImageData = class extends Image {
          constructor(...all: [Uint8ClampedArray<ArrayBuffer>, number, number]) {
            super(...all);
            fields.push([this.width, this.height]);
          }
        } as never;
        const stroke = Object.getOwnPropertyDescriptor(pens, "stroke")!;
        const Path = Path2D;
        const noted = function (this: OffscreenCanvasRenderingContext2D, one: Path2D): void {
          strokes.push([
            Math.round(100 * this.lineWidth) / 100,
            Math.round(100 * this.globalAlpha) / 100,
            this.strokeStyle as string,
          ]);
          (stroke.value as typeof noted).call(this, one);
        };
        Object.defineProperty(pens, "stroke", { ...stroke, value: noted });
        window.Path2D = class extends Path {
          constructor(d: string) {
            super(d);
            paths.push(d);
          }
        } as never;
        const ratio = Object.getOwnPropertyDescriptor(window, "devicePixelRatio")!;
        Object.defineProperty(window, "devicePixelRatio", { value: 2, configurable: true });
        const canvas = new parts.ReliefCanvas();
        const views = [[0, 4], [0, 4]] as const; // prettier-ignore
        const on = parts.library.objective(text) as never;
        canvas.draw(on, { views, minima: [] }, 200, 100);
        const { width, height } = canvas.node;
        const pen = parts.penOn(canvas.node);
        const brightness = (x: number, y: number): number =>
          pen.getImageData(x, y, 40, 40).data.reduce((a, b) => a + b);
        const corners = [[0, 160], [360, 160], [0, 0], [360, 0]].map(([x, y]) => brightness(x!, y!)); // prettier-ignore
        const counts = [strokes.length];
        for (const [top, isLight] of again) {
          document.body.dataset["jpThemeLight"] = String(isLight);
          canvas.draw(on, { views: [views[0], [0, top]], minima: [] }, 200, 100);
          counts.push(strokes.length);
        }
        document.body.dataset["jpThemeLight"] = "true";
        Object.defineProperty(pens, "stroke", stroke);
        window.ImageData = Image;
        window.Path2D = Path;
        Object.defineProperty(window, "devicePixelRatio", ratio);
        return { size: [width, height], field: fields[0], corners, strokes: strokes.slice(0, 2), paths: paths.slice(0, 2), counts }; // prettier-ignore
      },
      [expression, isDark, more] as const,
    );

  test("is darker where the surface is higher, at all pixels that the page has, and dark on a dark page", async () => {
    const { size, field, corners, strokes } = await drawn("x + 10*y", false);
    // A height at each second pixel, and one at the very end.
    expect([size, field]).toEqual([[400, 200], [101, 51]]); // prettier-ignore
    const [lowLeft, lowRight, highLeft, highRight] = corners as [number, number, number, number];
    expect([lowLeft > lowRight, lowRight > highLeft, highLeft > highRight]).toEqual([true, true, true]);
    const dark = await drawn("x + 10*y", true);
    expect(Math.max(...dark.corners)).toBeLessThan(Math.min(...corners));
    expect([strokes, dark.strokes]).toEqual([
      [[0.7, 0.3, "#5b6672"], [1.1, 0.5, "#5b6672"]],
      [[0.7, 0.3, "#93a3b3"], [1.1, 0.5, "#93a3b3"]],
    ]); // prettier-ignore
  });

  test("has contours where the heights are, fewer strong than thin, and is drawn again only for something new", async () => {
    const { paths, counts } = await drawn("y^2 + 0*x", false, [[4, true], [5, true], [5, false]]); // prettier-ignore
    const [thin, strong] = paths.map((d) => [...new Set([...d.matchAll(/M\S+ ([\d.]+)/g)].map(([, y]) => Number(y)))]); // prettier-ignore
    expect(thin!.length).toBeGreaterThan(2 * strong!.length);
    expect(strong!.length).toBeGreaterThan(0);
    // It is steeper at the top.
    const upper = thin!.filter((y) => y < 50);
    expect(upper.length).toBeGreaterThan(thin!.length - upper.length);
    expect(counts).toEqual([2, 2, 4, 6]);
  });
});

describe("a double press on the map", () => {
  /** Where the start is after two presses so far apart, in milliseconds and pixels. */
  const start = (time: number, way: number) =>
    page.evaluate(
      ([later, aside]) => {
        for (const [timeStamp, clientX] of [
          [1000, 315 - aside],
          [1000 + later, 315],
        ] as const) {
          const event = new MouseEvent("click", { clientX, clientY: 200, bubbles: true });
          Object.defineProperty(event, "timeStamp", { value: timeStamp });
          document.querySelector(".map > svg")!.dispatchEvent(event);
        }
        return model.settings.start;
      },
      [time, way] as const,
    );

  // A pixel is worth 0.018 along x, and half of that along y. The press is at 0.525 of the width, 0.5 of the height.
  const there = [-3.728, 0.218];
  test.each([
    [449, 0, there],
    [450, 0, [-8, 1.5]],
    [100, 23, there],
    [100, 24, [-8, 1.5]],
  ])("after %d milliseconds and %d pixels away sets the start to %j", async (time, way, to) => {
    await put();
    expect(await start(time, way)).toEqual(to);
  });

  test("sets it where the press was on a map that is shown larger", async () => {
    await put(0.1, 20, {}, "transform: scale(2); transform-origin: 0 0");
    expect(await start(100, 0)).toEqual([-6.584, 1.09]);
  });

  test("has fewer digits along an axis that is longer", async () => {
    await put();
    await act(() => model.change({ objective: parts.library.ravine, start: [-800, 1.5] })); // prettier-ignore
    const exact = await page.evaluate(() =>
      model.ground.views.map(([low, high], k) => (k === 0 ? low + 0.525 * (high - low) : (low + high) / 2)),
    );
    const moved = (await start(100, 0)) as [number, number];
    expect([Math.abs(moved[0] - exact[0]!) < 0.06, Math.abs(moved[1] - exact[1]!) < 0.0006]).toEqual([
      true,
      true,
    ]);
    expect(String(moved[0])).toMatch(/^-?\d+(\.\d)?$/);
  });

  test("has as many digits on another surface as a pixel is worth there", async () => {
    await put();
    await act(() => model.change({ objective: parts.library.rosenbrock }));
    const [[low, high]] = await page.evaluate(() => model.ground.views);
    const exact = low + 0.525 * (high - low);
    const [x] = (await start(100, 0)) as [number, number];
    expect(Math.abs(x - exact)).toBeLessThan((high - low) / 2000);
    expect(String(x).length).toBeLessThan(7);
  });
});
