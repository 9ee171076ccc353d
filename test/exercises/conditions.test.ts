import { describe, expect, test } from "vitest";
import { conditionsFor } from "../../src/exercises/explain/conditions.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import { name } from "../../src/exercises/search/tree.ts";

// Coordinates of three cases: of three, two and one, in steps 1, 5 and 6.
const column = (...values: number[]): Float64Array => Float64Array.from(values);
const columns = new Columns(
  [0, 3, 5, 6],
  new Map([
    ["t", column(1, 1, 1, 5, 5, 6)],
    ["n", column(3, 3, 3, 2, 2, 1)],
    ["i", column(0, 1, 2, 0, 1, 0)],
    ["g", column(3, -4, 0, 0.5, -0.5, -2)],
    ["d", column(0.1, 0.1, 0.1, 6, 8, 1)],
    ["leastDiagonal", column(0, 0, 0, 1, 1, 2)],
    ["curvature", column(0, -1, 2, 1, 1, 1)],
    ["leastCurvature", column(-1, -1, -1, 1, 1, 0)],
    ["determinant", column(0, 0, 0, 2, 2, -2)],
  ]),
);

/** Where each condition holds, by its words. */
function holding(source: string, vectors: readonly string[] = [], usesH = false): Record<string, string> {
  const found = conditionsFor(source, vectors, usesH, ["the step", name("d")]);
  return Object.fromEntries(
    found.map(({ says, tree }) => [
      says,
      columns
        .compute(tree)
        .map((x) => (x === 0 ? 0 : 1))
        .join(""),
    ]),
  );
}
const added = (source: string, vectors?: readonly string[], usesH?: boolean): Record<string, string> => {
  const always = Object.keys(holding(""));
  return Object.fromEntries(
    Object.entries(holding(source, vectors, usesH)).filter(([says]) => !always.includes(says)),
  );
};

describe("where an answer may do something else", () => {
  test("is the first step, the first or last coordinate, or one number of coordinates, whatever its text", () => {
    expect(holding("")).toEqual({
      "in step 1": "111000",
      "in all steps but the first": "000111",
      "in the first coordinate": "100101",
      "in all coordinates but the first": "011010",
      "in the last coordinate": "001011",
      "in all coordinates but the last": "110100",
      "for 1 coordinate": "000001",
      "for any number of coordinates but 1": "111110",
      "for 2 coordinates": "000110",
      "for any number of coordinates but 2": "111001",
    });
  });

  test.each<[string, Record<string, string>]>([
    ["t > 5", { "after step 5": "000001", "up to step 5": "111110" }],
    ["t <= 5", { "after step 5": "000001", "up to step 5": "111110" }],
    ["t >= 5", { "from step 5 on": "000111", "before step 5": "111000" }],
    ["t < 5", { "from step 5 on": "000111", "before step 5": "111000" }],
    ["t >= 6", { "from step 6 on": "000001", "before step 6": "111110" }],
    ["t === 5", { "in step 5": "000110", "in all steps but step 5": "111001" }],
    ["t == 5", { "in step 5": "000110", "in all steps but step 5": "111001" }],
    ["t !== 5", { "in step 5": "000110", "in all steps but step 5": "111001" }],
    ["t % 5", { "in every 5th step": "000110", "in all steps but every 5th one": "111001" }],
    [
      "(t - 1) % 5",
      {
        "in every 5th step, from the first on": "111001",
        "in all steps but every 5th one, from the first on": "000110",
      },
    ],
    ["at > 5", {}],
  ])("is in the steps of which its text speaks: %s", (source, due) => {
    expect(added(source)).toEqual(due);
  });

  test("is said of every second, third, eleventh and twenty-first step", () => {
    const every = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111].map(
      (n) => Object.keys(added(`t % ${n}`))[0],
    );
    expect(every.map((says) => says!.split(" ")[2])).toEqual(
      ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "101st", "111th"], // prettier-ignore
    );
  });

  test("is a size or a length beyond a number of its text, where it chooses at all", () => {
    const sizes = {
      "where the size of g is above 2": "110000",
      "where the size of g is not above 2": "001111",
      "where the length of g is above 2": "111000",
      "where the length of g is not above 2": "000111",
      "where the largest size in g is above 2": "111000",
      "where the largest size in g is not above 2": "000111",
      "where the smallest size in g is above 2": "000000",
      "where the smallest size in g is not above 2": "111111",
      "where the length of the step is above 2": "000110",
      "where the length of the step is not above 2": "111001",
      "where g is above 2": "100000",
      "where g is not above 2": "011111",
    };
    for (const way of [
      "x ? 2 : y",
      "if (x) 2",
      "x && 2",
      "x || 2",
      "Math.max(x, 2)",
      "Math.min(x, 2)",
      "while (2)",
      "switch (2)",
    ])
      expect([way, added(way)]).toEqual([way, sizes]);
    expect(added("x + 2")).toEqual({});
    expect(added("x > 0 ? -g : 0")).toEqual({});
  });

  test("is where a quantity is above 0, where it chooses", () => {
    expect(added("x ? y : z", ["g", "mOld"])).toMatchObject({
      "where g is above 0": "100100",
      "where g is not above 0": "011011",
      "where (old m) is above 0": "000000",
    });
    expect(added("x - y", ["g"])).toEqual({});
  });

  test("is the size or the sign of one entry, where its text looks at it", () => {
    expect(added("if (Math.abs(g[0]) < 2) x", ["g"])).toMatchObject({
      "where the size of g is above 2": "110000",
      "where the size of g[0] is above 2": "111000",
      "where the size of g[0] is not above 2": "000111",
      "where g[0] is above 0": "111110",
    });
    // There is no second entry in one dimension.
    expect(added("g[1] > 0 ? x : y", ["g"])).toMatchObject({
      "where g[1] is above 0": "000000",
      "where g[1] is not above 0": "111110",
    });
    expect(added("g[g.length - 1] > 0 ? x : y", ["g"])).toMatchObject({
      "where g[n − 1] is above 0": "000000",
      "where g[n − 1] is not above 0": "111111",
    });
    expect(Object.keys(added("x > 2 ? y : z", ["g"])).filter((says) => says.includes("["))).toEqual([]);
  });

  test("is where H has a 0 on its diagonal, and where it bends up, if it chooses", () => {
    const zeros = {
      "where H has a 0 on its diagonal": "111000",
      "where H has no 0 on its diagonal": "000111",
    };
    expect(added("", [], true)).toEqual(zeros);
    expect(added("a ? b : c", [], true)).toEqual({
      ...zeros,
      "where H[i][i] is above 0": "001111",
      "where H[i][i] is not above 0": "110000",
      "where H bends up in all directions": "000110",
      "where H does not bend up in all directions": "111001",
      "where the determinant of H is above 0": "000110",
      "where the determinant of H is not above 0": "111001",
    });
    expect(added("a ? b : c")).toEqual({});
  });

  test("is no length of a step where there is none", () => {
    expect(conditionsFor("x ? 2 : y", [], false).some(({ says }) => says.includes("step is"))).toBe(false);
  });
});
