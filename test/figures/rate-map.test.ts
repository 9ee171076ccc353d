import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  nesterovRewritten,
  quadratic,
  rateMap,
  objective,
  qhm,
  rateSensitivity,
  ravine,
} from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import { spectralRadius, stepMap } from "../../src/figures/linear-map.ts";
import { THEORIES } from "../../src/figures/rate-theory.ts";
import { partNamed } from "./parts.ts";

describe("spectralRadius(stepMap(rule)(hyper, h))", () => {
  const radius = (rule: Parameters<typeof stepMap>[0], hyper: Record<string, number>, h: number): number =>
    spectralRadius(stepMap(rule)(hyper, h));

  test("is |1 - λh| for gradient descent", () => {
    expect(radius(gradientDescent, { lambda: 0.3 }, 2)).toBeCloseTo(0.4, 12);
    expect(radius(gradientDescent, { lambda: 1.2 }, 2)).toBeCloseTo(1.4, 12);
  });

  test("is √α for momentum with complex roots, and reaches 1 at λh = 2 + 2α (Goh 2017)", () => {
    expect(radius(momentum, { lambda: 0.5, alpha: 0.81 }, 1)).toBeCloseTo(0.9, 12);
    expect(radius(momentum, { lambda: 3.8, alpha: 0.9 }, 1)).toBeCloseTo(1, 12);
  });

  test("reaches 1 for Nesterov at λh = (2 + 2α)/(1 + 2α), 1.357 at α = 0.9, in both its forms", () => {
    const limit = 3.8 / 2.8;
    for (const rule of [nesterov, nesterovRewritten]) {
      expect(radius(rule, { lambda: limit - 0.01, alpha: 0.9 }, 1)).toBeLessThan(1);
      expect(radius(rule, { lambda: limit + 0.01, alpha: 0.9 }, 1)).toBeGreaterThan(1);
    }
  });

  test("is what a long descent shows at its tail", () => {
    const hyper = { lambda: 0.05, alpha: 0.5 };
    const { losses } = descend("x^2/2", momentum, { start: [1], steps: 120, hyper });
    const perStep = (losses[110]! / losses[100]!) ** (1 / 20);
    expect(perStep).toBeCloseTo(radius(momentum, hyper, 1), 6);
  });

  test("refuses rules whose step is not linear", () => {
    expect(() => stepMap(adam)).toThrow(/not a linear map/);
  });
});

describe("rateMap(curvatures)", () => {
  const figure = rateMap([0.1, 2]);

  test("puts theory's best point for Q = 20 where Goh has it: rate 0.6345", () => {
    const [low, high] = [Math.sqrt(0.1), Math.sqrt(2)];
    const star = partNamed(figure, "best, theory");
    expect(star.x[0]).toBeCloseTo((2 / (low + high)) ** 2, 3);
    expect(star.y[0]).toBeCloseTo(((high - low) / (high + low)) ** 2, 4);
    expect(figure.alt).toContain("Theory: errors times 0.634512");
  });

  test("finds by measuring the best point that theory knows, momentum's and Nesterov's", () => {
    for (const map of [figure, rateMap([0.1, 2], { rule: nesterov })]) {
      const [star, ring] = [partNamed(map, "best, theory"), partNamed(map, "best on the map, measured")];
      expect(Math.abs(ring.x[0]! - star.x[0]!)).toBeLessThan(0.005);
      expect(Math.abs(ring.y[0]! - star.y[0]!)).toBeLessThan(0.005);
      const [measured, known] = Array.from(map.alt.matchAll(/errors times ([\d.]+)/g), ([, rate]) =>
        Number(rate),
      );
      expect(measured).toBeCloseTo(known!, 2);
    }
  });

  test("measures what theory says, everywhere", () => {
    expect(figure.alt).toMatch(/differ by at most \d(\.\d+)?·10⁻¹[⁰-⁹]/);
    const { x, y, z } = partNamed(figure, "rate");
    const [i, j] = [20, 30];
    const expected = Math.max(...[0.1, 2].map((h) => THEORIES[0]!.rate(x[i]! * h, y[j]!)));
    expect(z[j]![i]).toBeCloseTo(expected, 2);
  });

  test("takes a quadratic, and another rule; its recipe gives it again", () => {
    const turned = rateMap(quadratic([0.1, 2], { angle: 30 }), { rule: nesterov });
    expect(turned.alt).toContain("Nesterov momentum converges");
    expect(partNamed(turned, "limit of stability, theory").x[0]).toBeCloseTo(1, 2);
    for (const map of [figure, turned])
      expect(figureFromSpecification(JSON.parse(JSON.stringify(map.specification)))).toEqual(map);
  });

  test("has a recipe: the rule, what was chosen and the curvatures", () => {
    const { specification } = figure;
    expect(specification).toEqual({
      format: 1,
      kind: "rate-map",
      runs: [{ rule: "momentum", start: [], steps: 0, hyper: {} }],
      options: { curvatures: [0.1, 2] },
    });
  });

  test("covers rates up to 4.2 over the largest curvature, and shares from 0 to 0.99; or what is asked for", () => {
    const { x, y } = partNamed(figure, "rate");
    expect([x[0], x.at(-1), y[0], y.at(-1)]).toEqual([0.002, 2.1, 0, 0.99]);
    const part = rateMap([1], { lambdas: [0.5, 1], alphas: [0.2, 0.8] });
    expect(part.layout).toMatchObject({
      xaxis: { range: [0.5, 1], title: { text: "learning rate λ" } },
      yaxis: { range: [0.2, 0.8], title: { text: "α" } },
    });
    for (const alphas of [
      [0, 1],
      [-0.1, 0.5],
    ] as const)
      // prettier-ignore
      expect(() => rateMap([1], { alphas })).toThrow(/alphas must lie in \[0, 1\)/);
  });

  test("marks the row that is asked for from side to side, with its name, and keeps it in its recipe", () => {
    const { data, specification } = rateMap([0.1, 2], { row: 0.9, lambdas: [0.1, 2] });
    const line = data.at(-1)!;
    expect([line["x"], line["y"]]).toEqual([
      [0.1, 2],
      [0.9, 0.9],
    ]);
    expect(line["text"]).toEqual(["<b>α = 0.9</b>", ""]);
    expect(figureFromSpecification(specification).data.at(-1)).toEqual(line);
    expect(rateMap([1]).data).toHaveLength(data.length - 1);
    for (const row of [1, -0.1, NaN])
      expect(() => rateMap([1], { row })).toThrow(/row must be a number from 0 to 0.99/);
  });

  test("draws the limit where theory has it, as far as it is on the map", () => {
    const limit = partNamed(figure, "limit of stability, theory");
    expect(limit.x.length).toBe(limit.y.length);
    for (const [k, alpha] of limit.y.entries()) expect(limit.x[k]).toBeCloseTo((2 + 2 * alpha) / 2, 3);
    const narrow = partNamed(rateMap([0.1, 2], { lambdas: [0.1, 1.5] }), "limit of stability, theory");
    expect(Math.max(...narrow.y)).toBeLessThanOrEqual(0.5);
  });

  test("says how many curvatures, from which to which, and what theory and measurement have in hover", () => {
    const three = rateMap([0.5, 2, 1]);
    expect(three.alt).toMatch(
      /^How fast Momentum converges on a quadratic with curvatures 0\.5 to 2 \(3 of them\)\./,
    );
    // Polyak: κ = 4, λ = (2/(√h1 + √hn))², α = ((√κ - 1)/(√κ + 1))² = 1/9, and errors shrink by √α.
    expect(three.alt).toContain("Theory: errors times 0.333333 at 0.888889, 0.111111.");
    expect(three.data.find(({ name }) => name === "best, theory")).toMatchObject({
      hovertemplate: expect.stringContaining("errors times 0.3333<") as string,
    });
    expect(Math.max(...partNamed(three, "rate").z.flat().map(Number))).toBe(1.5);
  });

  test("maps another hyperparameter when asked, the others as they are given", () => {
    const map = rateMap([1], { rule: qhm, over: "nu", hyper: { beta: 0 } });
    // Without memory a step is plain, whatever ν is: errors times |1 - λ|.
    const { x, y, z } = partNamed(map, "rate");
    expect([y[0], y.at(-1)]).toEqual([0, 0.99]);
    for (const row of z)
      for (const [i, rate] of row.entries()) expect(rate).toBeCloseTo(Math.min(1.5, Math.abs(1 - x[i]!)), 2);
    expect(map.layout).toMatchObject({ yaxis: { title: { text: "ν" } } });
    expect(map.alt).not.toContain("Theory");
    expect(figureFromSpecification(JSON.parse(JSON.stringify(map.specification)))).toEqual(map);
    expect(() => rateMap([1], { rule: qhm, over: "bta" })).toThrow(
      /got "bta"; allowed: beta, nu; did you mean beta\?/,
    );
    expect(() => rateMap([1], { rule: qhm, over: "lambda" })).toThrow(/no other hyperparameter/);
  });

  test("refuses curvatures that are not above 0, and rules with nothing else to map", () => {
    expect(() => rateMap([1, -1])).toThrow(/above 0/);
    expect(() => rateMap([1, 0])).toThrow(/above 0/);
    expect(() => rateMap([])).toThrow(/above 0/);
    expect(() => rateMap([1], { rule: gradientDescent })).toThrow(/no other hyperparameter/);
    expect(() => rateMap([1], { rule: adam })).toThrow(/not a linear map/);
  });
});

describe("rateSensitivity(objective, rules, { budget })", () => {
  const figure = rateSensitivity(ravine, [gradientDescent, momentum], {
    budget: 40,
    rates: [0.01, 0.1, 0.9, 1.2, 3],
  });

  test("draws the loss at the end of a descent at each rate", () => {
    const { x, y } = partNamed(figure, "Gradient descent");
    const { end } = descend(ravine, gradientDescent, { steps: 40, hyper: { lambda: 0.9 } });
    expect(x[2]).toBe(0.9);
    expect(y[2]).toBeCloseTo(end.loss, 5);
  });

  test("marks rates that lead far up or diverge, with what became of them", () => {
    expect(partNamed(figure, "Gradient descent, off the scale").x).toEqual([1.2, 3]);
    expect(partNamed(figure, "Momentum, off the scale").x).toEqual([3]);
  });

  test("shows losses down to 1e-18 of the start's, however near to nothing one comes", () => {
    // One step on x^2 from 2 leaves 4 (1 - 2 lambda)^2: 3e-18 here, less than 1e-18 times 4.
    const steep = objective("x^2 + y^2");
    const near = rateSensitivity(steep, [gradientDescent], {
      budget: 1,
      start: [2, 0],
      rates: [0.1, 0.5 - 4.33e-10],
    });
    const { range } = (near.layout as unknown as { yaxis: { range: number[] } }).yaxis;
    expect(range[0]).toBeCloseTo(Math.log10(4e-18), 9);
    const far = rateSensitivity(steep, [gradientDescent], { budget: 1, start: [2, 0], rates: [0.1, 0.4] });
    expect(far.layout).toMatchObject({
      yaxis: expect.not.objectContaining({ range: expect.anything() as unknown }) as unknown,
    });
  });

  test("measures the start, the ends and what is off the scale from the least loss", () => {
    // From 2 on x^2 + 5 one step of rate λ leads to (2 - 4λ)^2 + 5: 4, 4 and 196 above the least, against 4 at the start.
    const raised = rateSensitivity(objective("x^2 + 5", { start: [2], least: 5 }), [gradientDescent], {
      budget: 1,
      rates: [0.25, 0.75, 4],
    });
    expect(partNamed(raised, "loss at the start").y).toEqual([4, 4]);
    expect(partNamed(raised, "Gradient descent").y).toEqual([1, 1, null]);
    expect(partNamed(raised, "Gradient descent, off the scale").x).toEqual([4]);
  });

  test("can be computed again from its recipe", () => {
    expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
  });
});
