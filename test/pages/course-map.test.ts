import { describe, expect, test } from "vitest";
import { layOut } from "../../src/pages/course-map.ts";
import { courseMapToHtml } from "../../src/pages/course-map-svg.ts";
import { type CourseLesson, linkedLessons } from "../../src/rendering/course.ts";

const node = (name: string, ...needs: string[]): { name: string; needs: string[] } => ({ name, needs });
const lesson = (number: string, ...needs: string[]) =>
  ({
    name: `${number}-x`,
    number,
    short: `<${number}>`,
    needs: needs.map((need) => `${need}-x`),
  }) as never as CourseLesson;

describe("layOut(lessons)", () => {
  test("puts a lesson one layer below the lowest that it builds on, and one that builds on nothing at the top", () => {
    const { places, layers } = layOut([
      node("a"),
      node("b", "a"),
      node("c", "b", "a"),
      node("d"),
      node("e", "gone"),
    ]);
    expect(["a", "b", "c", "d", "e"].map((name) => places.get(name)!.layer)).toEqual([0, 1, 2, 0, 0]);
    expect(layers).toBe(3);
  });

  test("centres each layer, a box from middle to middle", () => {
    const { places } = layOut([node("a"), node("b", "a"), node("c", "a"), node("d", "a")]);
    expect(["a", "b", "c", "d"].map((name) => places.get(name)!.across)).toEqual([0, -1, 0, 1]);
  });

  test("orders a layer as what it hangs on, so that arrows do not cross", () => {
    const { places } = layOut([
      node("a"),
      node("b"),
      node("under-b", "b"),
      node("under-a", "a"),
      node("both", "a", "b"),
    ]);
    const across = (name: string): number => places.get(name)!.across;
    expect([across("under-a"), across("both"), across("under-b")]).toEqual([-1, 0, 1]);
  });

  test("stands below the middle of all that it hangs on", () => {
    const { places } = layOut([
      node("a"),
      node("b"),
      node("c"),
      node("right", "c"),
      node("between", "b", "c"),
    ]);
    expect(places.get("between")!.across).toBeLessThan(places.get("right")!.across);
  });

  test("leaves room of 0.35 of a box for an arrow that passes, and leads it there", () => {
    const { places, arrows } = layOut([node("a"), node("b", "a"), node("d"), node("c", "b", "d")]);
    const long = arrows.find(({ from }) => from === "d")!;
    expect(long.via).toHaveLength(1);
    expect(long.via[0]!.layer).toBe(1);
    expect(places.get("b")!.across).toBeCloseTo(-0.175, 12);
    expect(long.via[0]!.across).toBeCloseTo(0.5, 12);
    expect(arrows.find(({ from }) => from === "a")!.via).toEqual([]);
  });

  test("leads through a passage in each layer between", () => {
    const { arrows } = layOut([node("a"), node("b", "a"), node("c", "b"), node("x"), node("d", "c", "x")]);
    expect(arrows.find(({ from }) => from === "x")!.via.map(({ layer }) => layer)).toEqual([1, 2]);
  });

  test("keeps the passages of an arrow on its side, and the box that it leads to", () => {
    // Two chains of three beside each other, and from each an arrow past the rest of its chain.
    const chain = (name: string) => [
      node(`${name}1`),
      node(`${name}2`, `${name}1`),
      node(`${name}3`, `${name}2`),
      node(`${name}s`),
      node(`${name}4`, `${name}3`, `${name}s`),
    ];
    const { arrows, places } = layOut([...chain("a"), ...chain("b")]);
    const via = (name: string) =>
      arrows.find(({ from }) => from === `${name}s`)!.via.map(({ across }) => across);
    for (const [k, across] of via("a").entries()) expect(across).toBeLessThan(via("b")[k]!);
    expect(places.get("a4")!.across).toBeLessThan(places.get("b4")!.across);
    const top = layOut([
      node("x"),
      node("a"),
      node("b", "a"),
      node("c", "b"),
      node("y", "x", "c"),
      node("z", "c"),
    ]);
    expect(top.places.get("y")!.across).toBeLessThan(top.places.get("z")!.across);
  });

  test("orders passages by the passage above, and a box by the last of those that lead to it", () => {
    // The first passage lies over -1, its lesson over 0, and what the other box hangs on over -0.5.
    const { arrows, places } = layOut([
      ...[node("a"), node("x"), node("y")],
      ...[node("b1", "a"), node("b2", "y"), node("b3", "y"), node("b4", "y")],
      ...[node("c", "b1", "b3"), node("d", "b4"), node("d2", "b4"), node("d3", "b4")],
      ...[node("w", "c", "d"), node("z", "x", "d")],
    ]);
    const { via } = arrows.find(({ from }) => from === "x")!;
    expect(via[0]!.across).toBeCloseTo(-1, 12);
    expect(via[1]!.across).toBeLessThan(places.get("c")!.across);
    expect(places.get("z")!.across).toBeLessThan(places.get("w")!.across);
  });

  test("draws one arrow where another is made plain by two, in whichever order they are named", () => {
    const { arrows } = layOut([node("a"), node("b", "a"), node("c", "b"), node("d", "a", "c", "gone")]);
    expect(arrows.map(({ from, to }) => `${from}${to}`)).toEqual(["ab", "bc", "cd"]);
  });
});

describe("the map as HTML", () => {
  const html = courseMapToHtml([
    lesson("01"),
    lesson("02", "01"),
    lesson("03", "01"),
    lesson("04", "02", "03"),
  ]);

  test("has a box for each lesson at its place, the leftmost at 0, and room for all", () => {
    const boxes = [...html.matchAll(/<a href="(\S+)\.html" style="--u:(\S+);--v:(\S+)">/g)].map(
      ([, ...facts]) => facts,
    );
    expect(boxes).toEqual([
      ["01-x", "0", "0.5"],
      ["02-x", "1", "0"],
      ["03-x", "1", "1"],
      ["04-x", "2", "0.5"],
    ]);
    expect(html).toContain('style="--layers:3;--breadth:1"');
    expect(html).toContain(
      '<small>01<span class="done" data-done-of="01-x" data-short hidden></span></small> &lt;01&gt;</a>',
    );
  });

  test("has its arrows lying and standing, from the far side of a box to two pixels before the next", () => {
    const [lying, standing] = [...html.matchAll(/<svg[^>]*>[^]*?<\/svg>/g)].map(([svg]) => svg);
    expect(lying).toContain('class="lying" width="400" height="132" viewBox="0 0 400 132"');
    expect(standing).toContain('class="standing" width="232" height="234" viewBox="0 0 232 234"');
    const paths = (svg: string) => [...svg.matchAll(/<path d="(M[^"]*C[^"]*)"/g)].map(([, d]) => d);
    expect(paths(lying!)).toEqual([
      "M116 66C129 66 129 29 140 29",
      "M116 66C129 66 129 103 140 103",
      "M258 29C271 29 271 66 282 66",
      "M258 103C271 103 271 66 282 66",
    ]);
    expect(paths(standing!)[0]).toBe("M116 58C116 73 56 73 56 86");
    expect([lying!.includes("url(#tip-right)"), standing!.includes("url(#tip-down)")]).toEqual([true, true]);
  });

  test("leads a long arrow straight through its passage", () => {
    const long = courseMapToHtml([lesson("01"), lesson("02", "01"), lesson("05"), lesson("03", "02", "05")]);
    const [, d] = /class="lying"[^]*?<path d="(M116[^"]*L[^"]*)"/.exec(long) ?? [];
    expect(d).toMatch(/^M116 (\d+)C129 \1 129 (\d+) 142 \2L258 \2C271 \2 271 (\d+) 282 \3$/);
  });
});

test("the map has room for an arrow that passes outside of all boxes", () => {
  const html = courseMapToHtml([
    ...[lesson("01"), lesson("05"), lesson("02", "01"), lesson("03", "01")],
    lesson("04", "02", "03", "05"),
  ]);
  // The middle layer is two boxes and a passage: its outermost middles lie 2 + 0.35 - 0.5 - 0.175 apart.
  expect(Number(/--breadth:([\d.]+)/.exec(html)![1])).toBeCloseTo(1.675, 12);
});

test("the lessons that a text links to are those with two digits, places in them too", () => {
  const text =
    "[a](03-momentum.ipynb) [b](04-adam-w.ipynb#rule) [c](notes.ipynb) [d](https://e.org) 05-x.ipynb";
  expect(linkedLessons(text)).toEqual(["03-momentum", "04-adam-w"]);
});
