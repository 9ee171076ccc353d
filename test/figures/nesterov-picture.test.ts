import { describe, expect, test } from "vitest";
import { descend, momentum, nesterov, nesterovPicture, nesterovRewritten, ravine } from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import { INK } from "../../src/figures/palette.ts";
import { arrowNamed, close, partNamed } from "./parts.ts";

const [lambda, alpha] = [0.3, 0.9];
const trace = descend(ravine, nesterov, { steps: 6, hyper: { lambda, alpha } });
/** The ravine's gradient, by hand. */
const slope = ([x, y]: readonly number[]): [number, number] => [0.1 * x!, 2 * y!];

/** Steps of slide 8's equations, by hand. */
function byHand(steps: number): { w: number[]; m: number[] }[] {
  const rows = [{ w: [-8, 1.5], m: [0, 0] }];
  for (let t = 1; t <= steps; t++) {
    const { w, m } = rows.at(-1)!;
    const g = slope(w.map((x, i) => x + alpha * m[i]!));
    const next = m.map((v, i) => alpha * v - lambda * g[i]!);
    rows.push({ w: w.map((x, i) => x + next[i]!), m: next });
  }
  return rows;
}

describe("nesterovPicture(trace, t)", () => {
  const t = 4;
  const figure = nesterovPicture(trace, t);
  const { w, m } = byHand(t)[t - 1]!;
  const jump = m.map((v) => alpha * v);
  const correction = slope(w.map((x, i) => x + jump[i]!)).map((g) => -lambda * g);

  test("draws slide 8's arrows in its colours, as the equations have them", () => {
    const expected = [
      ["jump αm", "#553311", jump],
      ["correction −λ∇L(w+αm)", "#d62728", correction],
      ["accumulated gradient m", "#0f8f5f", jump.map((x, i) => x + correction[i]!)],
      ["standard: −λ∇L(w)", "#1960dc", slope(w).map((g) => -lambda * g)],
      ["standard: then αm", "#1960dc", jump],
    ] as const;
    for (const [name, color, vector] of expected) {
      expect(partNamed(figure, name).line.color, name).toBe(color);
      expect(close(arrowNamed(figure, name), vector), name).toBe(true);
    }
  });

  test("ends standard momentum where a descent by momentum from there would end", () => {
    const { x, y } = partNamed(figure, "standard: then αm");
    const g = slope(w);
    expect(
      close(
        [x[1]!, y[1]!],
        w.map((value, i) => value + alpha * m[i]! - lambda * g[i]!),
      ),
    ).toBe(true);
  });

  test("labels every arrow on the arrow, in its colour, or in ink where that cannot be read on a dark page", () => {
    const labels = figure.layout.annotations as { text: string; font: { color: string } }[];
    const inked = ["jump αm"];
    for (const { text, font } of labels)
      expect(font.color, text).toBe(inked.includes(text) ? INK.color : partNamed(figure, text).line.color);
    expect(labels).toHaveLength(5);
  });

  test("says the arrows in numbers", () => {
    expect(figure.alt).toContain("jump αm (brown): (0.545108, −0.176256).");
    expect(figure.alt).toContain("standard: −λ∇L(w) (blue): (0.20136, 0.167904).");
  });

  test("draws a second step behind the first when asked", () => {
    const two = nesterovPicture(trace, t, { steps: 2 });
    const next = byHand(t + 1)[t + 1]!;
    expect(close(arrowNamed(two, "next m"), next.m)).toBe(true);
  });

  test("draws one step or two, and marks where it begins, where it is measured and where it ends", () => {
    for (const steps of [0, 3, 1.5])
      expect(() => nesterovPicture(trace, t, { steps })).toThrow(
        `steps must be how many steps to draw, got ${steps}; allowed: 1 or 2`,
      );
    expect(nesterovPicture(trace).alt).toBe(nesterovPicture(trace, 2).alt);
    const two = nesterovPicture(trace, t, { steps: 2 });
    expect(figureFromSpecification(JSON.parse(JSON.stringify(two.specification)))).toEqual(two);
    const place = (name: string): number[] => [partNamed(figure, name).x[0]!, partNamed(figure, name).y[0]!];
    expect(close(place("where step begins"), w)).toBe(true);
    expect(
      close(
        place("where the gradient is measured"),
        w.map((x, i) => x + jump[i]!),
      ),
    ).toBe(true);
    expect(
      close(
        place("where the step ends"),
        w.map((x, i) => x + jump[i]! + correction[i]!),
      ),
    ).toBe(true);
    const [next] = [partNamed(two, "next jump")];
    expect(close([next.x[0]!, next.y[0]!], place("where the step ends"))).toBe(true);
  });

  test("says each arrow's colour, and nothing that is no number where there is no slope", () => {
    expect(figure.alt).toMatch(/^Step 4 of Nesterov momentum on ravine, from \(.*\) to \(.*\)\. /);
    for (const words of [
      "correction −λ∇L(w+αm) (red)",
      "accumulated gradient m (green)",
      "standard: then αm (blue)",
    ])
      expect(figure.alt).toContain(words);
    const still = descend(ravine, nesterov, { start: [0, 0], steps: 2 });
    expect(nesterovPicture(still, 2).alt).not.toContain("NaN");
    expect(nesterovPicture(still, 2).svg).not.toContain("NaN");
  });

  test("draws two parameters of three", () => {
    const three = descend("x^2 + y^2 + 3*z^2", nesterov, {
      start: [1, 2, 3],
      steps: 3,
      hyper: { lambda: 0.1 },
    });
    const drawn = nesterovPicture(three, 2, { coordinates: [2, 0] });
    const m = three.at(2).m;
    expect(close(arrowNamed(drawn, "accumulated gradient m"), [m[2]!, m[0]!])).toBe(true);
  });

  test("leaves out what has no length: in step 1 there is no velocity to jump along", () => {
    expect(partNamed(nesterovPicture(trace, 1), "jump αm")).toBeUndefined();
  });

  test("can be computed again from its recipe", () => {
    expect(figureFromSpecification(JSON.parse(JSON.stringify(figure.specification)))).toEqual(figure);
  });

  test("refuses rules that do not look ahead, and steps that are not", () => {
    const run = { steps: 5, hyper: { lambda: 0.1 } };
    expect(() => nesterovPicture(descend(ravine, momentum, run), 2)).toThrow(/takes its gradient at w/);
    expect(() => nesterovPicture(descend(ravine, nesterovRewritten, run), 2)).toThrow(
      /takes its gradient at w/,
    );
    const alone = descend("x^2", nesterov, { ...run, start: [1] });
    expect(() => nesterovPicture(alone, 2)).toThrow(/two parameters or more, got 1; use landscape/);
    expect(() => nesterovPicture(trace, 7)).toThrow(/there is no step 7/);
  });
});
