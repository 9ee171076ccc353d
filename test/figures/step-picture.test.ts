import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  nesterovPicture,
  newton,
  ravine,
  rosenbrock,
  rules,
  stepPicture,
  variant,
} from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import { arrowNamed, close, partNamed } from "./parts.ts";
import { isLong } from "../long.ts";

test("pictures with arrows have a unit as long on both axes, so that right angles are right", () => {
  const trace = descend("0.001*x^2 + 5*y^2", nesterov, {
    start: [90, 0.1],
    steps: 4,
    hyper: { lambda: 0.1 },
  });
  for (const figure of [stepPicture(trace, 3), nesterovPicture(trace, 3)])
    expect(figure.layout).toMatchObject({
      xaxis: { constrain: "domain" },
      yaxis: { scaleanchor: "x", constrain: "domain" },
    });
});

describe("stepPicture(trace, t)", () => {
  test("of momentum closes the triangle of kept velocity, gradient and update", () => {
    const trace = descend(ravine, momentum, { steps: 4, hyper: { lambda: 0.3 } });
    const figure = stepPicture(trace, 4);
    const before = trace.at(3).m;
    expect(close(arrowNamed(figure, "jump"), [0.9 * before[0]!, 0.9 * before[1]!])).toBe(true);
    expect(close(arrowNamed(figure, "velocity m before"), [...before])).toBe(true);
    expect(close(arrowNamed(figure, "update, new m"), [...trace.at(4).m])).toBe(true);
    expect(
      close(
        arrowNamed(figure, "correction −λg"),
        [...trace.at(4).g].map((g) => -0.3 * g),
      ),
    ).toBe(true);
  });

  test("of nesterov jumps to where the gradient is taken", () => {
    const trace = descend(ravine, nesterov, { steps: 4, hyper: { lambda: 0.3 } });
    const { x, y } = partNamed(stepPicture(trace, 4), "jump");
    expect(close([x[1]!, y[1]!], [...trace.at(4).lookahead])).toBe(true);
  });

  test("of gradient descent has one arrow, which is both", () => {
    const figure = stepPicture(descend(ravine, gradientDescent, { steps: 2, hyper: { lambda: 0.9 } }), 2);
    expect(arrowNamed(figure, "update = −λg")[1]).toBeCloseTo(2.16, 5);
  });

  test("of adagrad draws squares whose areas are κ, and says them", () => {
    const trace = descend(ravine, adagrad, { steps: 4, hyper: { lambda: 1 } });
    const figure = stepPicture(trace, 4);
    const side = (name: string): number => {
      const { x } = partNamed(figure, name);
      return Math.max(...x) - Math.min(...x);
    };
    const [first, second] = trace.at(4).kappa;
    expect((side("κ of x") / side("κ of y")) ** 2).toBeCloseTo(first! / second!, 3);
    expect((side("g² of x") / side("κ of x")) ** 2).toBeCloseTo(trace.at(4).g[0]! ** 2 / first!, 2);
    expect(figure.alt).toContain("The square of y has area κ = 10.1538.");
  });

  test("of adam says by what factor it has scaled the gradient and the first moment", () => {
    const trace = descend(ravine, adam, { steps: 6, hyper: { eta: 0.1 } });
    const labels = stepPicture(trace, 6).data.map(({ name }) => String(name));
    const scaled = labels.find((name) => name.endsWith("m̂"))!;
    const factor = scaled === "−ηm̂" ? 0.1 : Number.parseFloat(scaled.slice(1));
    expect(
      close(
        arrowNamed(stepPicture(trace, 6), scaled),
        [...trace.at(6).mHat].map((m) => -factor * m),
      ),
    ).toBe(true);
  });

  test("of newton draws the ellipse of the model through the point, and ends in its middle", () => {
    const trace = descend(rosenbrock, newton, { steps: 2 });
    const figure = stepPicture(trace, 1);
    const centre = partNamed(figure, "the model's critical point");
    expect(close([centre.x[0]!, centre.y[0]!], [...trace.at(1).w])).toBe(true);
    const model = partNamed(figure, "quadratic model at this point");
    const hessian = [1200 * 1.44 - 400 * 1 + 2, 480, 200] as const;
    const slope = [-215.6, -88] as const;
    const value = (x: number, y: number): number => {
      const [a, b] = [x + 1.2, y - 1];
      return (
        24.2 +
        slope[0] * a +
        slope[1] * b +
        (hessian[0] * a * a + 2 * hessian[1] * a * b + hessian[2] * b * b) / 2
      );
    };
    const bottom = value(trace.at(1).w[0]!, trace.at(1).w[1]!);
    const heights = model.x.flatMap((x, k) =>
      !Number.isFinite(x) ? [] : [(value(x, model.y[k]!) - bottom) / (24.2 - bottom)],
    );
    for (const height of heights) {
      expect(
        [0.1, 0.4, 1, 1.8].some((level) => Math.abs(height - level) < 0.06),
        String(height),
      ).toBe(true);
    }
  });

  test("of a step counted from the end is that step; there is none at the start, and none of one parameter", () => {
    const trace = descend(ravine, momentum, { steps: 4, hyper: { lambda: 0.3 } });
    expect(stepPicture(trace, -1).specification).toEqual(stepPicture(trace, 4).specification);
    expect(stepPicture(trace, -1).alt).toMatch(/^Step 4 of Momentum on ravine, from \(/);
    expect(() => stepPicture(trace, 0)).toThrow(
      "step 0 is the start; nothing happens in it; allowed: 1 to 4",
    );
    const alone = descend("x^2", momentum, { start: [1], steps: 2 });
    expect(() => stepPicture(alone, 1)).toThrow(
      "a step's picture needs two parameters or more, got 1; use landscape(trace)",
    );
  });

  test("of two of three parameters has their squares and their names", () => {
    const trace = descend("x^2 + 2*y^2 + 3*z^2", adagrad, {
      start: [1, 2, 3],
      steps: 3,
      hyper: { lambda: 0.1 },
    });
    const figure = stepPicture(trace, 3, { coordinates: [2, 0] });
    const [x, , z] = trace.at(3).kappa;
    const told = [...figure.alt.matchAll(/The square of (\w) has area κ = ([\d.]+)\./g)].map(
      ([, name, area]) => [name, Number(area)],
    );
    expect(told).toEqual([
      ["z", expect.closeTo(z!, 2)],
      ["x", expect.closeTo(x!, 2)],
    ]);
    const texts = (figure.layout.annotations as { text: string }[]).map(({ text }) => text);
    expect(texts.at(-1)).toContain(`g² = ${Number((trace.at(3).g[0]! ** 2).toPrecision(3))}`);
  });

  test("of adam squares the corrected second moment", () => {
    const trace = descend(ravine, adam, { steps: 2, hyper: { eta: 0.1 } });
    expect(stepPicture(trace, 1).alt).toContain(`The square of y has area v\u0302 = 9.`);
  });

  test("says by what factor a gradient is shown that would be out of all proportion", () => {
    // AdaGrad's first step has length λ in each coordinate, whatever the gradient.
    const trace = descend("1000*x^2 + 1000*y^2", adagrad, {
      start: [1, 1],
      steps: 1,
      hyper: { lambda: 0.1 },
    });
    const figure = stepPicture(trace, 1);
    const shown = String(figure.data.map(({ name }) => name).find((name) => String(name).includes("·g")));
    // √2/10 for 2000√2 is 0.00005.
    expect(shown).toBe("update = −5·10⁻⁵·g");
    expect(close(arrowNamed(figure, shown), [-0.1, -0.1])).toBe(true);
  });

  test("holds the middle of the model's ellipses where it is near, and not where it is far", () => {
    const views = (trace: Parameters<typeof stepPicture>[0]): number => {
      const { range } = stepPicture(trace, 1).layout.xaxis as { range: [number, number] };
      return range[1] - range[0];
    };
    // Newton's step on a bowl ends in the middle, 2 away: as far beyond is held, too, and half as much again around.
    expect(views(descend("x^2 + y^2", newton, { start: [2, 0], steps: 1 }))).toBeCloseTo(1.5 * 4, 4);
    const far = variant(newton, { id: "short", title: "Short", equations: { w: "w - 0.1*solve(H, g)" } });
    expect(views(descend("x^2 + y^2", far, { start: [2, 0], steps: 1 }))).toBeLessThan(1);
    const near = variant(newton, { id: "near", title: "Near", equations: { w: "w - 0.3*solve(H, g)" } });
    expect(views(descend("x^2 + y^2", near, { start: [2, 0], steps: 1 }))).toBeCloseTo(1.5 * 4, 4);
  });

  test("of every rule of the library is a figure that its recipe gives again", () => {
    for (const rule of rules.filter((_, i) => isLong || i % 3 === 0)) {
      const trace = descend(ravine, rule, { steps: 3, start: [-3, 1] });
      const figure = stepPicture(trace, Math.min(2, trace.steps));
      expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification))), rule.id).toEqual(
        figure,
      );
      expect(figure.alt, rule.id).toContain(rule.title);
    }
  });

  test("refuses the start, and objectives of one parameter", () => {
    const trace = descend(ravine, momentum, { steps: 3 });
    expect(() => stepPicture(trace, 0)).toThrow(/step 0 is the start/);
    expect(() => stepPicture(descend("x^2", momentum, { start: [1], steps: 3 }), 1)).toThrow(
      /two parameters/,
    );
  });
});
