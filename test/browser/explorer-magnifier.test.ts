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
    start?: Place;
    lambda?: number;
    isOff?: boolean;
    isGone?: boolean;
    /** How wide the place of the magnifier is, in pixels. */
    lens?: number;
  }
  /** The ravine's map has 30 pixels for one along x, 66.7 along y. */
  const shown = (options: Options = {}) =>
    page.evaluate((given) => {
      const { rule = "nesterov", t = 3, width = 600, start = [-8, 1.5], lambda = 0.3 } = given;
      const library = parts.library as never as Record<string, never>;
      const trace = parts.library.descend(parts.library.ravine, library[rule]!, { start: [...start], steps: 6, hyper: { [rule === "adam" ? "eta" : "lambda"]: lambda } }); // prettier-ignore
      const magnifier = new parts.Magnifier();
      const map = {
        width,
        height: 400,
        at: ([x, y]: Place): Place => [(x + 10) * (width / 20), (3 - y) * (400 / 6)],
      };
      const { look } = parts.modelOf(0.1).runs[0]!;
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.append(magnifier.marks);
      const place = parts.html(
        "div",
        { style: `width: ${given.lens ?? 456}px` },
        magnifier.node,
        magnifier.opener,
      );
      document.body.append(parts.html("style", {}, "[hidden] { display: none !important }"), place, svg);
      const subject = { trace, look, dash: "5 3", objective: parts.library.ravine, t };
      const step = magnifier.show(map, given.isGone ? undefined : subject);
      if (given.isOff) magnifier.toggle();
      Object.assign(window, { magnifier, trace, map, subject });
      const { node, marks } = magnifier;
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
        view: node.querySelector("svg")!.getAttribute("viewBox"),
        seen: [...node.children].filter((one) => (one as HTMLElement).checkVisibility()).map((one) => one.getAttribute("class")!), // prettier-ignore
        isStep: step !== undefined,
        canOpen: !magnifier.opener.hidden,
        label: node.querySelector("svg")!.getAttribute("aria-label") ?? "",
        frame: numbers(marks.querySelector(".m-frame"), "x", "y", "width", "height"),
        onMap: [...marks.querySelectorAll(".m-arrow")].map((one) => ({ kind: one.getAttribute("class")!, from: from(one), to: tip(one), width: /--width:(.+)/.exec(one.getAttribute("style")!)![1] })), // prettier-ignore
        titles: texts(".m-zoom"),
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
    expect(facts.view).toBe("0 0 456 190");
    expect(facts.seen).toEqual(["fall-line-magnifier", "close"]);
    expect(facts.edge).toEqual([456, 190]);
    expect(facts.titles).toEqual([expect.stringMatching(/^magnified \d+(\.\d)? times$/)]);
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
    expect(facts.sizes).toEqual([2 * 4.5, 2 * 8]);
    expect(facts.been.match(/[ML]/g)).toHaveLength(3);
    expect([facts.dash, ...facts.hues]).toEqual(["5 3", facts.look, facts.look]);
    const [xs, ys] = [0, 1].map((axis) => facts.contours.map((place) => place[axis]!)) as [
      number[],
      number[],
    ];
    expect([Math.min(...xs) < 20, Math.max(...xs) > 436, Math.min(...ys) < 40, Math.max(...ys) > 150]).toEqual(Array(4).fill(true)); // prettier-ignore
    expect([Math.min(...xs) >= -1, Math.max(...xs) <= 457, Math.min(...ys) >= -1, Math.max(...ys) <= 191]).toEqual(Array(4).fill(true)); // prettier-ignore
    expect(facts.names).toEqual(["1", "2", "3", "jump", "correction", "new velocity"]);
    expect(facts.landing).toEqual(facts.arrows[1]!.from.map((one) => expect.closeTo(one, 0) as number));
    expect(facts.label).toMatch(/^Step 3 of Momentum, magnified\. 1 jump: .+; 2 correction: .+; 3 new velocity: \(.+, .+\)\.$/); // prettier-ignore
    const [, x, y] = /new velocity: \((.+), (.+)\)/.exec(facts.label.replaceAll("−", "-"))!;
    expect([Number(x), Number(y)]).toEqual(
      [0, 1].map((k) => expect.closeTo(after[k]! - before[k]!, 2) as number),
    );
  });

  test("has numbers alone where it is small", async () => {
    const facts = await shown({ rule: "momentum", lens: 229 });
    expect([facts.edge, facts.names]).toEqual([
      [229, 146],
      ["1", "2", "3"],
    ]);
  });

  test("has its arrows on the map too, where they are, and is open at first where they are short there", async () => {
    const { onMap, path, canOpen } = await shown({ rule: "momentum" });
    const [, , before, after] = path as never as [Place, Place, Place, Place];
    const at = ([x, y]: Place): unknown[] => [(x + 10) * 30, (3 - y) * (400 / 6)].map((one) => expect.closeTo(one, 0) as number); // prettier-ignore
    expect(onMap.map(({ width }) => width)).toEqual(Array(3).fill("2.6"));
    expect([onMap[2]!.from, onMap[2]!.to, canOpen]).toEqual([at(before), at(after), false]);
    // A step of 1.5 along y is 100 pixels long.
    const long = await shown({ rule: "gradientDescent", start: [-2, 1.5], t: 1, lambda: 0.5 });
    expect([long.seen, long.onMap.length, long.canOpen, long.frame]).toEqual([
      [],
      1,
      true,
      [NaN, NaN, NaN, NaN],
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
    // A step of 0.9 fills the 126 pixels between the rooms above and below; on the map √(30 · 66.7) = 44.7 stand for one.
    [1.5, "magnified 3.1 times"],
    [1.2, "magnified 3.9 times"],
    [0.01, "magnified 14 times"],
  ])("says how many times larger it is than the map: from y = %d", async (y, words) => {
    const { titles } = await shown({ rule: "gradientDescent", start: [-2, y], t: 1 });
    expect(titles).toEqual([words]);
  });

  test("marks the part that it shows where it is larger than the map, and else says that it is not", async () => {
    // A step of 7.2 along x fills the 300 pixels between the rooms at the sides.
    const facts = async (lambda: number) => {
      const given = { rule: "gradientDescent", start: [-8, 0.1], t: 1, lambda, isOff: lambda > 5 } as const;
      const { titles, frame } = await shown(given);
      return [titles[0], frame[2]! > 0];
    };
    expect(await facts(2.5)).toEqual(["magnified 3.4 times", true]);
    expect(await facts(9)).toEqual(["0.9 times as large as on the map", false]);
  });

  test("has a box around the start whose sides are as the rates", async () => {
    const { rates, rateShares, here, ratesName } = await shown({ rule: "adagrad", lambda: 1 });
    const [left, top, width, height] = rates as [number, number, number, number];
    expect(width / height).toBeCloseTo(rateShares[0]! / rateShares[1]!, 2);
    expect([left + width / 2, top + height / 2]).toEqual(here.map((one) => expect.closeTo(one, 0) as number));
    const flat = await shown({ rule: "adagrad", lambda: 1, start: [-8, 0.1], t: 1 });
    const [x, y, across, up] = flat.rates as [number, number, number, number];
    // Around it stays the room that names and numbers take.
    expect([x > 77, y > 31, x + across < 456 - 77, y + up < 190 - 31]).toEqual(Array(4).fill(true));
    expect(ratesName).toEqual(["rates", expect.closeTo(left + width + 4, 6), expect.closeTo(top + 11, 6)]);
  });

  test.each<[string, Options, string[]]>([
    ["at the start", { t: 0 }, []],
    ["after the last step", { t: 7 }, []],
    ["when it is closed", { isOff: true }, []],
    ["without a rule", { isGone: true }, []],
    ["where the step begins off the map", { start: [-10.1, 1], t: 1 }, ["off-map"]],
    ["where it ends off the map", { rule: "gradientDescent", lambda: 1.5, t: 2 }, ["off-map"]],
  ])("shows nothing %s", async (_, options, said) => {
    const { seen, frame, isStep, onMap, canOpen } = await shown(options);
    expect([seen, frame]).toEqual([said, [NaN, NaN, NaN, NaN]]);
    expect([isStep, onMap.length > 0, canOpen]).toEqual(Array(3).fill(options.isOff === true));
  });

  test("shows the very last step", async () => {
    expect((await shown({ t: 6 })).label).toMatch(/^Step 6 /);
  });

  test("is closed and opened by its buttons, between which the keyboard goes, and stays so for other steps", async () => {
    await shown();
    const look = () =>
      page.evaluate(() => {
        const { magnifier, map, subject } = window as never as { magnifier: InstanceType<typeof parts.Magnifier>; map: never; subject: object }; // prettier-ignore
        magnifier.show(map, { ...subject, t: 4 } as never);
        return [!magnifier.node.hidden, !magnifier.opener.hidden, document.activeElement!.className];
      });
    await page.getByRole("button", { name: "close the magnifier" }).click();
    expect(await look()).toEqual([false, true, "magnify"]);
    await page.getByRole("button", { name: "magnify" }).click();
    expect(await look()).toEqual([true, false, "close"]);
  });
});
