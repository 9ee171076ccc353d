import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

type Place = readonly [number, number];

describe("the magnifier", () => {
  type Facts = Awaited<ReturnType<typeof shown>>;
  interface Options {
    rule?: "momentum" | "nesterov" | "adagrad" | "gradientDescent" | "adam";
    t?: number;
    width?: number;
    isMoving?: boolean;
    start?: Place;
    lambda?: number;
    isOff?: boolean;
    isGone?: boolean;
    /** Those of the surface; null where it has none. */
    minima?: Place[] | null;
    /** From x = −8 on 250 pixels for one, and 100 along y, down from 1.6. */
    isWide?: boolean;
  }
  /** The ravine's map has 30 pixels for one along x, 66.7 along y. */
  const shown = (options: Options = {}) =>
    page.evaluate((given) => {
      const {
        rule = "nesterov",
        t = 3,
        width = 600,
        isMoving = false,
        start = [-8, 1.5],
        lambda = 0.3,
      } = given;
      const library = parts.library as never as Record<string, never>;
      const objectiveOf = (minima: readonly Place[] | null = [[0, 0]]) =>
        minima === null
          ? parts.library.objective(parts.library.ravine.expression)
          : { ...parts.library.ravine, minima };
      const trace = parts.library.descend(parts.library.ravine, library[rule]!, { start: [...start], steps: 6, hyper: { [rule === "adam" ? "eta" : "lambda"]: lambda } }); // prettier-ignore
      const magnifier = new parts.Magnifier();
      const map = {
        width,
        height: 400,
        at: ([x, y]: Place): Place =>
          given.isWide ? [(x + 8) * 250, (1.6 - y) * 100] : [(x + 10) * (width / 20), (3 - y) * (400 / 6)],
      };
      const { look } = parts.modelOf(0.1).runs[0]!;
      document.body.append(magnifier.node);
      magnifier.show(map, given.isGone ? undefined : { trace: trace, look, dash: "5 3", objective: objectiveOf(given.minima), t, isMoving }); // prettier-ignore
      if (given.isOff) magnifier.toggle();
      Object.assign(window, { magnifier, trace });
      const { node } = magnifier;
      const numbers = (one: Element | null, ...names: string[]): number[] => names.map((name) => Number(one?.getAttribute(name))); // prettier-ignore
      const texts = (name: string): string[] =>
        [...node.querySelectorAll(name)].map((one) => one.textContent);
      const middleOf = (name: string): number[] => {
        const d = node.querySelector(name)?.getAttribute("d") ?? "";
        const all = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(
          ([, x, y]) => [Number(x), Number(y)] as const,
        );
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
      };
      const heightOf = (name: string): number => {
        const ys = [...(node.querySelector(name)?.getAttribute("d") ?? "").matchAll(/[ML]\S+ (-?[\d.]+)/g)].map(([, y]) => Number(y)); // prettier-ignore
        return Math.max(...ys) - Math.min(...ys);
      };
      const tip = (one: Element): number[] => /M(\S+) ([^L]+)L/.exec(one.querySelector(".m-head")!.getAttribute("d")!)!.slice(1).map(Number); // prettier-ignore
      const from = (one: Element): number[] => /M(\S+) ([^L]+)L/.exec(one.querySelector(".m-shaft")!.getAttribute("d")!)!.slice(1).map(Number); // prettier-ignore
      return {
        view: node.getAttribute("viewBox"),
        children: [...node.children].map((one) => one.getAttribute("class")!),
        place: node.querySelector(".m-glass")?.getAttribute("transform") ?? "",
        label: node.querySelector(".m-glass")?.getAttribute("aria-label") ?? "",
        frame: numbers(node.querySelector(".m-frame"), "x", "y", "width", "height"),
        leads: [...node.querySelectorAll(".m-lead")].map((one) => one.getAttribute("d")!),
        titles: [...texts(".m-title"), ...texts(".m-zoom")],
        names: [...texts(".m-number"), ...texts(".m-name")],
        arrows: [...node.querySelectorAll(".m-arrow")].map((one) => ({ kind: one.getAttribute("class")!, from: from(one), to: tip(one) })), // prettier-ignore
        been: node.querySelector(".m-been")?.getAttribute("d") ?? "",
        hues: [".m-been", ".m-here"].map((one) => node.querySelector(one)?.getAttribute("style")),
        look: `--light:${look.color};--dark:${look.dark}`,
        contours: (node.querySelector(".m-contours")?.getAttribute("d")?.match(/[\d.-]+ [\d.-]+/g) ?? []).map((one) => one.split(" ").map(Number)), // prettier-ignore
        dash: node.querySelector(".m-been")?.getAttribute("stroke-dasharray") ?? "",
        here: middleOf(".m-here"),
        there: middleOf(".m-there"),
        landing: numbers(node.querySelector(".m-landing"), "cx", "cy"),
        rates: numbers(node.querySelector(".m-rates"), "x", "y", "width", "height"),
        ratesName: [...texts(".m-rates-name"), ...numbers(node.querySelector(".m-rates-name"), "x", "y")],
        edge: numbers(node.querySelector(".m-edge"), "width", "height"),
        sizes: [".m-here", ".m-there"].map(heightOf),
        widths: [...node.querySelectorAll(".m-arrow")].map((one) => /--width:(.+)/.exec(one.getAttribute("style")!)![1]), // prettier-ignore
        titlePlaces: [".m-title", ".m-zoom"].map((name) => numbers(node.querySelector(name), "x", "y")),
        badges: [...node.querySelectorAll(".m-label")].map((one) => {
          const [cx, cy, r] = numbers(one.querySelector("circle"), "cx", "cy", "r") as [
            number,
            number,
            number,
          ];
          const [number, name] = [".m-number", ".m-name"].map((part) => numbers(one.querySelector(part), "x", "y")) as [number[], number[]]; // prettier-ignore
          return [r, number[0]! - cx, number[1]! - cy, name[0]! - cx, name[1]! - cy];
        }),
        path: Array.from({ length: Math.min(t, 6) + 1 }, (_, k) => [
          ...(trace.value("w", k) as Float64Array),
        ]),
        rateShares: rule === "adagrad" ? [...trace.effectiveRates(t)] : [],
      };
    }, options);
  /** From the picture in the magnifier back to the surface. */
  const onSurface = ({ frame, edge }: Facts, [x = 0, y = 0]: readonly number[]): number[] => {
    const [left = 0, top = 0, width = 0, height = 0] = frame;
    return [(left + (x / edge[0]!) * width) / 30 - 10, 3 - (top + (y / edge[1]!) * height) / (400 / 6)];
  };
  const expectAt = (facts: Facts, place: readonly number[], point: readonly number[]) => {
    const at = onSurface(facts, place);
    for (const k of [0, 1]) expect(at[k]).toBeCloseTo(point[k]!, 1);
  };

  test("shows the step where it is on the surface: its path, its arrows, where it begins and ends", async () => {
    const facts = await shown({ rule: "momentum" });
    const [, , before, after] = facts.path as never as [Place, Place, Place, Place];
    expect(await page.locator("head #fall-line-magnifier-style").count()).toBe(1);
    expect(facts.view).toBe("0 0 600 400");
    expect(facts.children).toEqual(["m-lead", "m-lead", "m-frame", "m-glass"]);
    expect(facts.edge).toEqual([292, 212]);
    expect(facts.titles).toEqual(["step 3", expect.stringMatching(/^× \d+(\.\d)?$/)]);
    expectAt(facts, facts.here, before);
    expectAt(facts, facts.there, after);
    const whole = facts.arrows.find(({ kind }) => kind.includes("whole"))!;
    expectAt(facts, whole.from, before);
    expectAt(facts, whole.to, after);
    expect(facts.arrows.map(({ kind }) => kind)).toEqual([
      "m-arrow m-dashed",
      "m-arrow m-part",
      "m-arrow m-whole",
    ]);
    expect(facts.widths).toEqual(["3.4", "3.4", "4.6"]);
    // A badge is 17 pixels wide, the name 5 beside it; numbers and names stand a third of their height below its middle.
    for (const badge of facts.badges)
      expect(badge).toEqual([8.5, 0, 4.2, 13.5, 4.4].map((one) => expect.closeTo(one, 6) as number));
    expect(facts.titlePlaces).toEqual([[11, 18], [282, 18]]); // prettier-ignore
    expect(facts.sizes).toEqual([2 * 4.5, 2 * 8]);
    expect(facts.been.match(/[ML]/g)).toHaveLength(3);
    expect([facts.dash, ...facts.hues]).toEqual(["5 3", facts.look, facts.look]);
    const [xs, ys] = [0, 1].map((axis) => facts.contours.map((place) => place[axis]!)) as [
      number[],
      number[],
    ];
    expect([Math.min(...xs) < 20, Math.max(...xs) > 272, Math.min(...ys) < 40, Math.max(...ys) > 172]).toEqual(Array(4).fill(true)); // prettier-ignore
    expect([Math.min(...xs) >= -1, Math.max(...xs) <= 293, Math.min(...ys) >= -1, Math.max(...ys) <= 213]).toEqual(Array(4).fill(true)); // prettier-ignore
    expect(facts.names).toEqual(["1", "2", "3", "jump", "correction", "new velocity"]);
    expect(facts.landing).toEqual(facts.arrows[1]!.from.map((one) => expect.closeTo(one, 0) as number));
    expect(facts.label).toMatch(/^Step 3 of Momentum, magnified\. 1 jump: .+; 2 correction: .+; 3 new velocity: \(.+, .+\)\.$/); // prettier-ignore
    const [, x, y] = /new velocity: \((.+), (.+)\)/.exec(facts.label.replaceAll("−", "-"))!;
    expect([Number(x), Number(y)]).toEqual(
      [0, 1].map((k) => expect.closeTo(after[k]! - before[k]!, 2) as number),
    );
  });

  test("has numbers alone where it is small", async () => {
    const facts = await shown({ rule: "momentum", width: 500 });
    expect([facts.edge, facts.names]).toEqual([
      [204, 180],
      ["1", "2", "3"],
    ]);
  });

  test("names no arrow that is hidden below another, and numbers those that are told", async () => {
    // In the first step of Adam the mean has the slope's direction, and its length.
    expect((await shown({ rule: "adam", t: 1 })).names).toEqual(["2", "3", "mean", "update"]);
    const { label } = await shown();
    expect(label.match(/[^ ]+ [a-z ]+: /g)).toEqual([
      "4 standard: ",
      "1 jump: ",
      "2 correction: ",
      "3 new velocity: ",
    ]);
  });

  test.each([
    // A step of 0.9 fills the 148 pixels between the rooms above and below; on the map √(30 · 66.7) = 44.7 stand for one.
    [1.5, "× 3.7"],
    [1.2, "× 5"],
    [0.01, "× 14"],
  ])("says how many times larger it is than the map: from y = %d", async (y, zoom) => {
    const { titles } = await shown({ rule: "gradientDescent", start: [-2, y], t: 1 });
    expect(titles[1]).toBe(zoom);
  });

  test.each([
    // Steps of 2 and of 7.2 along x fill the 136 pixels between the rooms at the sides.
    [2.5, "× 1.5", ["m-lead", "m-lead", "m-frame", "m-glass"]],
    [9, "× 0.4", ["m-glass"]],
  ])(
    "marks the part that it shows where it is larger than the map: at the rate %d",
    async (lambda, zoom, parts) => {
      const { titles, children } = await shown({ rule: "gradientDescent", start: [-8, 0.1], t: 1, lambda });
      expect([titles[1], children]).toEqual([zoom, parts]);
    },
  );

  test("lies off the words beside the start, the minima and what is to come", async () => {
    const place = async (options: Options) =>
      (await shown({ rule: "gradientDescent", t: 1, ...options })).place;
    const [topRight, bottomRight] = ["translate(298 10)", "translate(298 178)"];
    expect(await place({})).toBe(topRight);
    expect(await place({ minima: [[6, 2]] })).toBe(bottomRight); // prettier-ignore
    expect(await place({ start: [-2, 1.5], minima: null })).toBe(bottomRight);
    expect(await place({ isWide: true, minima: [] })).toBe(bottomRight);
  });

  test("has a box around the start whose sides are as the rates", async () => {
    const { rates, rateShares, here, ratesName } = await shown({ rule: "adagrad", lambda: 1 });
    const [left, top, width, height] = rates as [number, number, number, number];
    expect(width / height).toBeCloseTo(rateShares[0]! / rateShares[1]!, 2);
    expect([left + width / 2, top + height / 2]).toEqual(here.map((one) => expect.closeTo(one, 0) as number));
    const flat = await shown({ rule: "adagrad", lambda: 1, start: [-8, 0.1], t: 1 });
    const [x, y, across, up] = flat.rates as [number, number, number, number];
    // Around it stays the room that names and numbers take.
    expect([x > 77, y > 31, x + across < 292 - 77, y + up < 212 - 31]).toEqual(Array(4).fill(true));
    expect(ratesName).toEqual(["rates", expect.closeTo(left + width + 4, 6), expect.closeTo(top + 11, 6)]);
  });

  test.each<[string, Options]>([
    ["at the start", { t: 0 }],
    ["after the last step", { t: 7 }],
    ["while all moves", { isMoving: true }],
    ["when it is switched off", { isOff: true }],
    ["without a rule", { isGone: true }],
    ["where the step begins off the map", { start: [-10.1, 1], t: 1 }],
    ["where it ends off the map", { rule: "gradientDescent", lambda: 1.5, t: 2 }],
  ])("shows nothing %s", async (_, options) => {
    expect((await shown(options)).children).toEqual([]);
  });

  test("shows the very last step", async () => {
    expect((await shown({ t: 6 })).titles[0]).toBe("step 6");
  });

  test("comes back as it was when it is switched on again, and tells its switch", async () => {
    await shown({ isOff: true });
    const states = await page.evaluate(() => {
      const { magnifier } = window as never as { magnifier: InstanceType<typeof parts.Magnifier> };
      const button = parts.magnifierSwitch(magnifier).querySelector("button")!;
      const look = () => [button.textContent, button.getAttribute("aria-label"), magnifier.isOff, magnifier.node.childElementCount]; // prettier-ignore
      const all = [look()];
      button.click();
      all.push(look());
      magnifier.toggle();
      return [...all, look()];
    });
    const off = ["off", "magnifier off", true, 0];
    expect(states).toEqual([off, ["on", "magnifier on", false, 4], off]);
  });

  test("is held as long as it is pressed, and no text is selected meanwhile", async () => {
    await shown();
    const held = await page.evaluate(() => {
      const glass = document.querySelector<SVGGElement>(".m-glass")!;
      const ids: number[] = [];
      glass.setPointerCapture = (id) => void ids.push(id);
      const event = new PointerEvent("pointerdown", { pointerId: 7, cancelable: true });
      return [glass.dispatchEvent(event), ids];
    });
    expect(held).toEqual([false, [7]]);
  });

  test("lies in the corner in which it was let go, and is led to from the frame by two lines between outer corners", async () => {
    const { frame } = await shown({ rule: "gradientDescent", start: [-2, 1.5], t: 1 });
    const [left, top, width, height] = frame as [number, number, number, number];
    const letGo = (clientX: number, clientY: number) =>
      page.evaluate(
        ([x, y]) => {
          const box = document.querySelector(".fall-line-magnifier")!.getBoundingClientRect();
          document
            .querySelector(".m-glass")!
            .dispatchEvent(new PointerEvent("pointerup", { clientX: box.left + x, clientY: box.top + y }));
          return [
            document.querySelector(".m-glass")!.getAttribute("transform"),
            ...[...document.querySelectorAll(".m-lead")].map((one) => one.getAttribute("d")!).sort(),
          ];
        },
        [clientX, clientY] as const,
      );
    const tenth = (x: number): number => Math.round(10 * x) / 10;
    const line = (from: [number, number], to: [number, number]) => `M${from.map(tenth).join(" ")}L${to.map(tenth).join(" ")}`; // prettier-ignore
    // The frame lies in the middle of the map.
    for (const [x, y, right, below] of [
      [10, 10, false, false],
      [590, 390, true, true],
      [10, 390, false, true],
      [590, 10, true, false],
    ] as const) {
      const [at, up] = [right ? 298 : 10, below ? 178 : 10];
      const corner = (isRight: boolean, isBelow: boolean) =>
        line(
          [left + (isRight ? width : 0), top + (isBelow ? height : 0)],
          [at + (isRight ? 292 : 0), up + (isBelow ? 212 : 0)],
        );
      expect(await letGo(x, y)).toEqual([
        `translate(${at} ${up})`,
        ...(right === below
          ? [corner(false, true), corner(true, false)]
          : [corner(false, false), corner(true, true)]
        ).sort(),
      ]);
    }
  });
});
