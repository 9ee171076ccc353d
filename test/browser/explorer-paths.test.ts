import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

type Place = readonly [number, number];
const box = { left: 0, right: 100, top: 0, bottom: 50 };

describe("a path on the map", () => {
  /** What each part of it draws for places, one a step, at a step. */
  const drawn = (places: readonly Place[], t: number) =>
    page.evaluate(
      ([all, step, edge]) => {
        const run = parts.modelOf(0.1, { steps: all.length - 1 }).runs[1]!;
        const view = new parts.PathView(run);
        view.show(run, all, step, edge);
        const markers = (d: string): number[][] =>
          [...d.matchAll(/M[^z]*z/g)].map(([one]) => {
            const corners = [...one.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(
              ([, x, y]) => [Number(x), Number(y)] as const,
            );
            const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
            return [
              (Math.min(...xs) + Math.max(...xs)) / 2,
              Math.max(...xs) - Math.min(...xs),
              Math.max(...ys),
            ];
          });
        const of = (name: string, attribute = "d"): string =>
          view.node.querySelector(`[class="${name}"]`)!.getAttribute(attribute) ?? "none";
        return {
          been: [of("casing"), of("line")],
          toCome: of("to-come"),
          crossing: of("crossing"),
          steps: markers(of("steps")).length,
          here: markers(of(`marker ${run.look.symbol.endsWith("open") ? "open" : ""}`)).length,
          exit: [of("casing exit"), of("line exit"), of("line exit", "transform")],
          dashes: ["casing", "line", "to-come"].map((name) => of(name, "stroke-dasharray")),
          dash: run.look.dash,
        };
      },
      [places, t, box] as const,
    );
  const inside: Place[] = [[10, 10], [20, 20], [30, 10], [40, 20]]; // prettier-ignore

  test("is what has been, faintly what will come, a marker for each step and one where it stands", async () => {
    const { dash, dashes, ...now } = await drawn(inside, 1);
    expect(now).toEqual({
      been: Array(2).fill("M10 10L20 20"),
      toCome: "M20 20L30 10L40 20",
      crossing: "",
      steps: 2,
      here: 1,
      exit: ["", "", ""],
    });
    expect([dash === "solid", dashes[0], dashes[1] === dashes[2]]).toEqual([
      dashes[1] === "none",
      "none",
      true,
    ]);
    expect(await drawn(inside, 9)).toMatchObject({
      been: Array(2).fill("M10 10L20 20L30 10L40 20"),
      toCome: "",
      steps: 4,
    });
    expect(await drawn(inside, 0)).toMatchObject({
      been: ["", ""],
      toCome: "M10 10L20 20L30 10L40 20",
      steps: 1,
    });
  });

  test.each<[string, Place, string]>([
    ["at the top", [50, -75], "translate(50.0 0.0) rotate(0)"],
    ["to the right", [150, 25], "translate(100.0 25.0) rotate(90)"],
    ["at the bottom", [50, 125], "translate(50.0 50.0) rotate(180)"],
    ["to the left", [-50, 25], "translate(0.0 25.0) rotate(270)"],
  ])("that leaves it %s has a chevron outwards there, and no marker", async (_, out, transform) => {
    const { exit, here, steps } = await drawn([[50, 25], out], 1);
    expect(exit).toEqual(["M-9 11L0 2L9 11", "M-9 11L0 2L9 11", transform]);
    expect([here, steps]).toEqual([0, 1]);
  });

  test("is only crossing where it passes through without a step on it", async () => {
    expect(await drawn([[50, 25], [50, 1e9], [50, -1e9]], 2)).toMatchObject({ been: ["M50 25L50 74", "M50 25L50 74"], crossing: "M50 74L50 -24" }); // prettier-ignore
    const target = await page.evaluate((edge) => {
      const places = [[50, 25], [50, 1e9], [50, -1e9]] as const; // prettier-ignore
      const { attributes } = parts.pathTarget(places, edge);
      return [
        attributes.getNamedItem("class")!.value,
        attributes.getNamedItem("d")!.value,
        attributes.getNamedItem("stroke-width")!.value,
      ];
    }, box);
    expect(target).toEqual(["target", "M50 25L50 74M50 74L50 -24", "16"]);
  });

  test("has no markers of its steps where they would be one blot, beyond 120", async () => {
    const many = (count: number): Place[] => Array.from({ length: count + 1 }, (_, k) => [k / 2, 25]);
    expect((await drawn(many(121), 120)).steps).toBe(121);
    expect(await drawn(many(121), 121)).toMatchObject({ steps: 0, here: 1 });
  });
});

describe("the words where a path left the map", () => {
  /** For so many paths through the same places, of which something is told at some steps. */
  const words = (
    places: readonly Place[],
    t: number,
    told: Record<number, string> = { 1: "left" },
    count = 1,
  ) =>
    page.evaluate(
      ([all, step, events, many, edge]) => {
        const story = { events: Object.entries(events).map(([at, kind]) => ({ kind, step: Number(at) })) };
        const run = { ...parts.modelOf(0.1).runs[0]!, story } as never;
        return parts
          .exitWords(Array(many).fill({ run, places: all }), step, edge)
          .map((one) => [one.className, one.textContent, one.style.transform]);
      },
      [places, t, told, count, { left: 0, right: 600, top: 0, bottom: 400 }] as const,
    );
  const leaving = (x: number): Place[] => [[x, 100], [x, 300], [x, -100]]; // prettier-ignore
  const said = "Gradient descent left at step 1";

  test("say whose it is and when, towards the middle", async () => {
    expect(await words(leaving(100), 2)).toEqual([["exit right", said, "translate(116px, 6px)"]]);
    expect(await words(leaving(300), 2)).toEqual([["exit right", said, "translate(316px, 6px)"]]);
    expect(await words(leaving(301), 2)).toEqual([["exit left", said, "translate(285px, 6px)"]]);
  });

  test("of several paths say how many, once, whatever their number", async () => {
    const several = (count: number) => words(leaving(100), 2, { 1: "left" }, count);
    expect(await several(2)).toEqual([["exit right", "2 rules left the map", "translate(116px, 6px)"]]);
    expect(await several(6)).toEqual([["exit right", "6 rules left the map", "translate(116px, 6px)"]]);
  });

  test("name the last time of several, up to the step shown", async () => {
    const twice: Place[] = [[9, 9], [9, -9], [9, 9], [9, -9]]; // prettier-ignore
    const events = { 1: "left", 2: "returned", 3: "left" };
    const steps = async (t: number) => (await words(twice, t, events)).map(([, text]) => text!.slice(-6));
    expect([await steps(0), await steps(1), await steps(2), await steps(3)]).toEqual([
      [],
      ["step 1"],
      [],
      ["step 3"],
    ]);
  });

  test("are not there while it is in the picture, and where nothing is told of leaving", async () => {
    expect(await words(leaving(100), 1)).toEqual([]);
    expect(await words(leaving(100), 2, {})).toEqual([]);
  });
});
