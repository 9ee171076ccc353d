import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/pages/course-map.ts";
import { readCourse } from "../../src/pages/course.ts";
import { lessons, projectDir } from "../lessons/lessons.ts";

const course = readCourse(join(projectDir, "notebooks"));

describe("readCourse(folder)", () => {
  test("knows of every lesson its title, its time, what it is about and what it builds on", () => {
    expect(course.map(({ name, title }) => [name, title])).toEqual(
      lessons.map(({ name, about }) => [name, about.title]),
    );
    for (const { minutes, learn, short } of course) {
      expect(minutes).toBeGreaterThan(9);
      expect(learn).toMatch(/^[a-z][^]*\.$/);
      expect(short.length).toBeLessThan(21);
    }
    expect(course[4]!.needs).toEqual(["03-momentum"]);
    expect(course[3]).toMatchObject({ slides: "6", short: "Momentum", minutes: 45 });
  });

  test("a lesson builds on lessons before it only", () => {
    for (const { name, needs } of course) expect(needs.filter((need) => need >= name)).toEqual([]);
  });
});

describe("layOut(lessons)", () => {
  const node = (name: string, ...needs: string[]): { name: string; needs: string[] } => ({ name, needs });

  test("puts each lesson below all that it builds on, boxes of a layer side by side", () => {
    const { places, layers } = layOut(course);
    for (const { name, needs } of course) {
      for (const need of needs) expect(places.get(need)!.layer).toBeLessThan(places.get(name)!.layer);
    }
    const all = [...places.values()];
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        if (a.layer === b.layer) expect(Math.abs(a.across - b.across)).toBeGreaterThan(0.99);
      }
    }
    expect(Math.max(...all.map(({ layer }) => layer))).toBe(layers - 1);
  });

  test("draws no arrow that others make plain", () => {
    const { arrows } = layOut([node("a"), node("b", "a"), node("c", "a", "b")]);
    expect(arrows.map(({ from, to }) => `${from}${to}`)).toEqual(["ab", "bc"]);
  });

  test("leads a long arrow past the boxes between", () => {
    const { arrows, places } = layOut([
      node("a"),
      node("b", "a"),
      node("c", "b"),
      node("d", "a"),
      node("e", "c", "d"),
    ]);
    const long = arrows.find(({ from, to }) => from === "d" && to === "e")!;
    expect(long.via).toHaveLength(1);
    expect(long.via[0]!.across).not.toBe(places.get("c")!.across);
  });
});
