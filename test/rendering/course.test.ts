import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { layOut } from "../../src/pages/course-map.ts";
import { readCourse } from "../../src/rendering/course.ts";
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

describe("readCourse(folder) of a folder of notebooks", () => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-course-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const notebook = (about?: object): string =>
    JSON.stringify({ cells: [], metadata: about && { "fall-line": { about } } });
  const names = ["00-a", "01-b", "02-none", "03-c", "04-none", "12-d", "13-e"];
  const needs = { "03-c": "[b](01-b.ipynb) and [a](00-a.ipynb#x)", "13-e": "[c](03-c.ipynb)" } as Readonly<
    Record<string, string>
  >;
  for (const name of [...names].reverse()) {
    const about = { title: `T ${name}`, ...(name in needs && { need: needs[name] }) };
    writeFileSync(join(folder, `${name}.ipynb`), notebook(name.endsWith("none") ? undefined : about));
  }
  writeFileSync(join(folder, "README.md"), "not JSON");

  test("has them in the order of their names, each after the one before it unless it names others", () => {
    const passedOver: string[] = [];
    const read = readCourse(folder, ({ message }) => void passedOver.push(message));
    expect(read).toEqual([
      { name: "00-a", number: "00", title: "T 00-a", needs: [] },
      { name: "01-b", number: "01", title: "T 01-b", needs: ["00-a"] },
      { name: "03-c", number: "03", title: "T 03-c", need: needs["03-c"], needs: ["01-b", "00-a"] },
      { name: "12-d", number: "12", title: "T 12-d", needs: ["03-c"] },
      { name: "13-e", number: "13", title: "T 13-e", need: needs["13-e"], needs: ["03-c"] },
    ]);
    const said = "it does not say what it is about; build it with npx fall-line notebooks";
    expect(passedOver).toEqual(["02", "04"].map((number) => `${join(folder, number)}-none.ipynb: ${said}`));
    expect(() => readCourse(folder)).toThrow(said);
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
