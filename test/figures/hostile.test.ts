import { describe, expect, test } from "vitest";
import {
  adam,
  curves,
  descend,
  type Figure,
  gradientDescent,
  InputError,
  landscape,
  momentum,
  nesterovPicture,
  objective,
  rateMap,
  ravine,
  stepPicture,
  surface,
} from "fall-line";
import { bundleOf, figureFromSpecification } from "fall-line/tools";
import { isLong } from "../long.ts";

const heavy = descend(ravine, momentum, { steps: 5, hyper: { lambda: 0.1 } });

/** Every number of a figure that JSON can't hold would become null without a word. */
function nonFinite(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? 0 : 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + nonFinite(inner), 0);
}

async function sizes(figure: Figure): Promise<Record<string, number>> {
  const bundle = await bundleOf(figure);
  return Object.fromEntries(
    Object.entries(bundle).map(([type, content]) => [
      type,
      Buffer.byteLength(typeof content === "string" ? content : JSON.stringify(content)),
    ]),
  );
}

/** Well-formed enough: every element that opens closes, and no attribute breaks out. */
function checkSvg(svg: string): void {
  const open: string[] = [];
  for (const [, slash, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[a-zA-Z-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (slash === "/") expect(open.pop()).toBe(name);
    else if (self !== "/") open.push(name!);
  }
  expect(open).toEqual([]);
  expect(svg.replaceAll(/<(\/?)([a-zA-Z]+)(?:\s[a-zA-Z-]+="[^"<]*")*\s*(\/?)>/g, "")).not.toContain("<");
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
}

describe("figures of hostile data", () => {
  test("with a surface that is not finite everywhere are figures with gaps", () => {
    const cliff = objective("log(x) + y^2", { name: "a cliff" });
    const trace = descend(cliff, gradientDescent, { start: [1, 1], steps: 200, hyper: { lambda: 0.05 } });
    for (const figure of [landscape(trace), surface(trace), curves(trace), stepPicture(trace, 1)]) {
      expect(nonFinite(figure.data)).toBe(0);
      checkSvg(figure.svg);
    }
  });

  test("with a surface that is finite nowhere else are still figures", () => {
    const point = {
      name: "a point",
      dimension: 2,
      value: (w: Float64Array) => (w[0] === 1 ? 0 : NaN),
      gradient: (_: Float64Array, out: Float64Array) => void out.fill(0),
    };
    const trace = descend(point, gradientDescent, { start: [1, 1], steps: 2 });
    for (const figure of [landscape(trace), surface(trace)]) {
      expect(nonFinite(figure.data)).toBe(0);
      checkSvg(figure.svg);
    }
  });

  test("with losses up to the largest numbers are figures", () => {
    const wild = descend(ravine, gradientDescent, { steps: 3000, hyper: { lambda: 1.4 } });
    expect(wild.losses.at(-1)).toBeGreaterThan(1e200);
    for (const figure of [
      landscape(wild),
      surface(wild),
      curves(wild),
      curves(wild, { of: "g" }),
      stepPicture(wild, -1),
    ]) {
      expect(nonFinite(figure.data)).toBe(0);
      checkSvg(figure.svg);
    }
    expect(landscape(wild).data.map(({ name }) => name)).toContain("Gradient descent left");
  });

  test("with a constant surface are figures", () => {
    const flat = descend("0*x + 0*y", momentum, { start: [1, 1], steps: 3 });
    for (const figure of [landscape(flat), surface(flat), curves(flat), stepPicture(flat, 2)]) {
      expect(nonFinite([figure.data, figure.layout])).toBe(0);
      checkSvg(figure.svg);
    }
  });

  test("with markup in names and titles keep it text", () => {
    const name = '</script><script>alert("1")</script>&\u0000';
    const named = objective("x^2 + y^2", { name });
    const trace = descend(named, momentum, { start: [1, 1], steps: 3 });
    for (const figure of [
      landscape(trace, { title: name }),
      curves(trace, { title: name }),
      stepPicture(trace, 2, { title: name }),
    ]) {
      checkSvg(figure.svg);
      expect(figure.svg).not.toContain("<script");
      expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
    }
  });

  test("with 100,000 steps stay small", async () => {
    const long = descend(ravine, adam, { steps: 100_000, record: "path" });
    for (const figure of [landscape(long), curves(long)]) {
      const bytes = await sizes(figure);
      expect(bytes["application/vnd.plotly.v1+json"]).toBeLessThan(60_000);
      expect(bytes["image/svg+xml"]).toBeLessThan(24_000);
    }
    const { x, customdata } = landscape(long).data[1] as unknown as {
      x: number[];
      customdata: [number, number][];
    };
    expect(x.length).toBeLessThanOrEqual(601);
    expect(customdata.at(-1)![1]).toBe(100_000);
  });

  test("without anything to draw are typed errors with a cure", () => {
    expect(() => landscape([])).toThrow(InputError);
    expect(() => curves([])).toThrow(/needs a trace, or a list of them, got \[\]; make one/);
    expect(() => curves("ravine" as never)).toThrow(InputError);
    const bare = descend(ravine, momentum, { steps: 5, record: "none" });
    for (const draw of [landscape, curves, surface])
      expect(() => draw(bare)).toThrow(/recorded nothing to draw/);
    expect(() => nesterovPicture(bare)).toThrow(InputError);
  });

  test("without a step are figures of the start", () => {
    const still = descend(ravine, momentum, { steps: 0 });
    for (const figure of [landscape(still), surface(still), curves(still)]) checkSvg(figure.svg);
  });

  test("with senseless options are typed errors", () => {
    for (const options of [{ height: -1 }, { height: NaN }, { height: 1e9 }, { title: {} as string }]) {
      for (const draw of [landscape, curves, surface]) expect(() => draw(heavy, options)).toThrow(InputError);
    }
    for (const view of [[[1, 0]], [[0, Infinity]], [["a", "b"]], [[NaN, 1]]]) {
      expect(() => landscape(heavy, { view: view as never })).toThrow(InputError);
    }
  });
});

describe("figureFromSpecification(hostile)", () => {
  const good = landscape(heavy).specification!;

  test("refuses what is no recipe", () => {
    const bad = [
      null,
      7,
      [],
      {},
      { ...good, kind: "constructor" },
      { ...good, runs: 3 },
      { ...good, options: 3 },
    ];
    const worse = [
      { ...good, objective: undefined },
      { ...good, objective: { ...good.objective, expression: "x.constructor" } },
      { ...good, objective: { ...good.objective, variables: ["__proto__"] } },
      { ...good, runs: [{ ...good.runs[0], rule: "none" }] },
      { ...good, runs: [{ ...good.runs[0], rule: { format: 1 } }] },
      { ...good, runs: [{ ...good.runs[0], start: ["a"] }] },
      { ...good, runs: [{ ...good.runs[0], steps: -1 }] },
      { ...good, runs: [{ ...good.runs[0], hyper: { lambda: "x" } }] },
      { ...good, runs: Array.from({ length: 1000 }, () => good.runs[0]) },
      { ...good, kind: "curves", runs: [] },
      { ...good, kind: "curves", runs: [null] },
      { ...good, kind: "step-picture", runs: [] },
      { ...good, kind: "nesterov-picture", options: { t: "1" } },
      { ...good, kind: "rate-sensitivity", options: { budget: 1e12 } },
      { ...good, kind: "rate-map", runs: [], options: {} },
      { ...good, kind: "rate-map", options: { curvatures: "x" } },
      { ...good, kind: "rate-sensitivity", runs: [], options: {} },
      { ...good, kind: "rate-sensitivity", options: { budget: 5, rates: [1, "x"] } },
    ];
    for (const recipe of [...bad, ...worse]) {
      expect(() => figureFromSpecification(recipe), JSON.stringify(recipe).slice(0, 300)).toThrow(InputError);
    }
  });

  test("keeps the work that a recipe can ask for within bounds", () => {
    const once = { ...good.runs[0]!, steps: 20_000 };
    const long = { ...good, runs: [{ ...once, steps: 20_001 }] };
    expect(() => figureFromSpecification(long)).toThrow(
      /steps of a stored run must be a whole number from 0 to 20000, got 20001/,
    );
    const many = { ...good, kind: "rate-sensitivity", runs: [once, once], options: { budget: 1e6 } };
    expect(() => figureFromSpecification(many)).toThrow(
      /takes more computing than a page should .* take fewer steps, rates or rules, or a shorter formula/,
    );
    const wide = { ...good, kind: "rate-map", options: { curvatures: Array.from({ length: 51 }, () => 1) } };
    expect(() => figureFromSpecification(wide)).toThrow(/curvatures must be a list of up to 50, got/);
  });

  test("asks no page for more than it computes: a longer descent is stored as it was drawn", () => {
    const long = descend(ravine, adam, { steps: 20_001, record: "path" });
    expect(landscape(long).specification).toBeUndefined();
  });

  if (isLong)
    test("asks no page for a map of more curvatures than it computes", () => {
      expect(rateMap(Array.from({ length: 51 }, (_, k) => k + 1)).specification).toBeUndefined();
    });
});

describe("the size of a figure in a notebook", () => {
  test("is at most 25 KB for a landscape of five rules, and 22 KB for its still picture", async () => {
    const five = landscape(
      [0.1, 0.2, 0.3, 0.4, 0.5].map((lambda) => descend(ravine, momentum, { steps: 50, hyper: { lambda } })),
    );
    const bytes = await sizes(five);
    expect(bytes["application/vnd.plotly.v1+json"]).toBeLessThan(25_000);
    expect(bytes["image/svg+xml"]).toBeLessThan(23_000);
    expect(bytes["application/vnd.fall-line+json"]).toBeLessThan(1500);
  });
});
