import { describe, expect, test } from "vitest";
import {
  adam,
  beale,
  bfgs,
  dampedNewton,
  gradientDescent,
  momentum,
  newton,
  objective,
  race,
  ravine,
  saddle,
  tune,
} from "fall-line";
import { bundleOf, figureFromSpecification, formatNumber } from "fall-line/tools";
import { partNamed } from "./parts.ts";

interface Frame {
  readonly name: string;
  readonly traces: number[];
  readonly data: { readonly x: number[]; readonly y: number[]; readonly name?: string }[];
}

const start = [-8, 1.5];

describe("race(objective, rules, { budget })", () => {
  const figure = race(ravine, [gradientDescent, momentum, newton], { budget: 12, start });
  const frames = figure.frames as unknown as Frame[];

  test("gives everyone the same number of gradients; a Hessian of two parameters counts as two", () => {
    expect(figure.alt).toContain(
      "All start at (−8, 1.5) and may compute 12 gradients. A Hessian counts as 2 gradients (Newton's method).",
    );
    expect(figure.alt).toContain("Momentum goes from (−8, 1.5) to");
    expect(figure.alt).toMatch(/Momentum goes .* in 12 steps/);
    expect(figure.alt).toMatch(/Newton's method goes .* in 4 steps/);
  });

  test("counts the losses of a line search: from 1 on x^2, BFGS tries -1 and then 0", () => {
    const slope = objective("x^2 + y^2");
    const { alt } = race(slope, [gradientDescent, bfgs], { budget: 1, start: [1, 0] });
    expect(alt).toContain("BFGS also computed 2 losses in its line search.");
  });

  test("moves all by gradients spent: after 5, two rules are at step 5 and Newton at step 1", () => {
    const [plain, heavy, second] = frames[5]!.data;
    expect([plain!.x.length, heavy!.x.length, second!.x.length]).toEqual([6, 6, 2]);
    expect(frames[5]!.name).toBe("5");
  });

  test("moves its heads on the last part of the picture, and says that a path has left from then on alone", () => {
    for (const { traces } of frames) expect(traces.at(-1)).toBe(figure.data.length - 1);
    const away = race("x^2 + y^2", [{ rule: gradientDescent, hyper: { lambda: 0.05 } }], {
      budget: 3,
      start: [1, 1],
      view: [[0.75, 1.5], [0.75, 1.5]], // prettier-ignore
    });
    const names = (away.frames as unknown as Frame[]).map(({ data }) => data[0]!.name);
    expect(names[0]).toBe("Gradient descent, loss 2");
    const left = names.findIndex((name) => name!.includes("left"));
    expect(left).toBeGreaterThan(0);
    expect(names.slice(left)).toEqual(
      names.slice(left).map(() => `Gradient descent, left the map at step ${left}`),
    );
  });

  test("that is stored is refused where its budget is none", () => {
    for (const budget of [0, 1.5, -3, null])
      expect(() => figureFromSpecification({ ...figure.specification, options: { budget } })).toThrow(
        /budget/,
      );
  });

  test("is a film that counts gradients; where there is no bar of ours, Plotly's own controls play it", async () => {
    expect(figure.layout.meta).toMatchObject({ film: { counts: "gradient" } });
    expect(figure.layout).not.toHaveProperty("sliders");
    const bundle = await bundleOf(figure);
    const { layout, frames: stored } = bundle["application/vnd.plotly.v1+json"] as {
      frames: Frame[];
      layout: {
        sliders: { steps: { args: [[string]] }[] }[];
        updatemenus: { buttons: { label: string }[] }[];
      };
    };
    expect(layout.sliders[0]!.steps.map(({ args }) => args[0][0])).toEqual(stored.map(({ name }) => name));
    expect(layout.updatemenus[0]!.buttons.map(({ label }) => label)).toEqual([
      "▶ slow",
      "▶ play",
      "▶▶ fast",
      "❚❚ pause",
    ]);
  });

  test("has at most a hundred moments, stored thirty, and ends where the budget does", async () => {
    const long = race(ravine, [gradientDescent, newton], { budget: 250, start });
    const names = (all: readonly { readonly name?: unknown }[]): number[] =>
      all.map(({ name }) => Number(name));
    expect(names(long.frames).slice(0, 3)).toEqual([0, 3, 6]);
    expect(names(long.frames).slice(-2)).toEqual([249, 250]);
    const bundle = await bundleOf(long);
    const stored = bundle["application/vnd.plotly.v1+json"] as { frames: Frame[]; data: object[] };
    expect(names(stored.frames).slice(0, 2)).toEqual([0, 9]);
    expect(names(stored.frames).slice(-2)).toEqual([243, 250]);
    const heads = stored.frames.at(-1)!;
    expect([heads.traces, heads.data.length]).toEqual([[stored.data.length - 1], 1]);
    expect(names(race(ravine, [gradientDescent], { budget: 100, start }).frames)).toHaveLength(101);
  });

  test("has a head for each where its path has come to, and the paths grow to it", () => {
    const { traces, data } = frames[7]!;
    expect(traces).toHaveLength(4);
    const heads = data.at(-1)!;
    for (const [k, t] of [7, 7, 2].entries()) {
      const { x, y } = data[k]!;
      expect([x.length, y.length]).toEqual([t + 1, t + 1]);
      expect(heads.x[k]).toBeCloseTo(x.at(-1)!, 3);
      expect(heads.y[k]).toBeCloseTo(y.at(-1)!, 3);
    }
    const now = partNamed(figure, "now");
    expect([now.x, now.y]).toEqual([frames.at(-1)!.data.at(-1)!.x, frames.at(-1)!.data.at(-1)!.y]);
    expect(now.text).toEqual(["Gradient descent", "Momentum", "Newton's method"]);
    expect(new Set(now.marker.symbol).size).toBe(3);
    expect(figure.data.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        frames
          .at(-1)!
          .data.slice(0, 3)
          .map(({ name }) => name),
      ),
    );
  });

  test("has Plotly's controls below the picture, at its last moment", async () => {
    const { layout } = (await bundleOf(figure))["application/vnd.plotly.v1+json"] as {
      layout: {
        height: number;
        margin: { t: number; b: number };
        updatemenus: [
          {
            y: number;
            buttons: { method: string; args: [unknown, { mode: string; frame: { duration: number } }] }[];
          },
        ];
        sliders: [{ y: number; active: number; currentvalue: { prefix: string } }];
      };
    };
    const before = figure.layout as unknown as typeof layout;
    expect([layout.height, layout.margin.b]).toEqual([before.height + 116, before.margin.b + 116]);
    const plot = before.height - before.margin.t - before.margin.b;
    const [{ buttons, y }] = layout.updatemenus;
    expect([y, layout.sliders[0].y].map((at) => Math.round(at * plot))).toEqual([-54, -94]);
    expect(buttons.map(({ args: [, { frame }] }) => frame.duration)).toEqual([600, 150, 30, 0]);
    expect(buttons.map(({ args: [what] }) => what)).toEqual([null, null, null, [null]]);
    expect(layout.sliders[0]).toMatchObject({ active: 12, currentvalue: { prefix: "gradients computed: " } });
  });

  test("tells the loss of the moment in the legend", () => {
    expect(frames[0]!.data[0]!.name).toBe("Gradient descent, loss 5.45");
  });

  test("tells of a path that has run away when it left the map, and no number of no use", () => {
    const wild = race("x^2 + y^2", [{ rule: gradientDescent, hyper: { lambda: 1.5 } }, momentum], {
      budget: 400,
      start: [1, 1],
    });
    const [legend] = (wild.frames.at(-1) as unknown as Frame).data;
    expect(legend!.name).toMatch(/^Gradient descent, left the map at step \d$/);
  });

  test("says divergence", () => {
    const wild = race("x^4 + y^2", [{ rule: gradientDescent, hyper: { lambda: 2 } }], {
      budget: 50,
      start: [3, 1],
    });
    expect(wild.alt).toMatch(/Gradient descent diverged at step \d+\./);
    expect(wild.alt).not.toContain("line search");
    const title = (wild.layout.title as { text: string }).text;
    expect(title.replaceAll("<br>", " ")).toContain("diverged at step");
  });

  test("says what a line search costs besides", () => {
    expect(race(beale, [dampedNewton], { budget: 30 }).alt).toMatch(
      /also computed \d+ losses in its line search/,
    );
  });

  test("says the terms in lines of at most 88 letters above the picture, the title first", () => {
    const many = race(beale, [gradientDescent, momentum, adam, bfgs], { budget: 20, title: "Four rules" });
    const { text, font } = many.layout.title as { text: string; font: { size: number } };
    const [title, ...lines] = text.split("<br>");
    expect([title, font.size]).toEqual(["<b>Four rules</b>", 13]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(88);
    expect(many.alt).toContain(lines.join(" "));
    expect(many.alt).toContain("Learning rates as given: Gradient descent λ = ");
  });

  test("tunes every rate by the same search when asked, and says the rates", () => {
    const tuned = race(ravine, [gradientDescent, adam], { budget: 40, start, tuned: true });
    expect(tuned.alt).toContain("Learning rates tuned by the same search: Gradient descent λ = ");
    const best = tune(ravine, adam, { steps: 40, start });
    expect(tuned.alt).toContain(`Adam η = ${formatNumber(best.rate)}.`);
  });

  test("works on a curve, too", () => {
    const film = race("x^4 - 3*x^3 + 2", [gradientDescent, momentum], { budget: 8, start: [-1] })
      .frames as unknown as Frame[];
    expect(film[3]!.data[0]!.x).toHaveLength(4);
  });

  test("is stored small, and comes back whole from its recipe", async () => {
    const many = race(beale, [gradientDescent, momentum, adam], { budget: 200 });
    expect(figureFromSpecification(JSON.parse(JSON.stringify(many.specification))).frames).toEqual(
      many.frames,
    );
    const bundle = await bundleOf(many);
    expect(JSON.stringify(bundle).length).toBeLessThan(70_000);
    const stored = bundle["application/vnd.plotly.v1+json"] as {
      frames: Frame[];
      layout: { sliders: { steps: { args: [[string]] }[] }[] };
    };
    expect(stored.layout.sliders[0]!.steps.map(({ args }) => args[0][0])).toEqual(
      stored.frames.map(({ name }) => name),
    );
  });

  test("refuses a budget that does not pay for a step, and a race without rules", () => {
    expect(() => race(ravine, [newton], { budget: 2 })).toThrow(/3 gradients or more/);
    expect(() => race(ravine, [], { budget: 2 })).toThrow(/takes a list of one or more rules/);
    expect(() => race(ravine, [momentum], { budget: Number.NaN })).toThrow(/budget/);
  });

  test("shows paths that leave for good", () => {
    const exit = partNamed(
      race(saddle, [{ rule: momentum, hyper: { lambda: 0.05 } }], { budget: 60 }),
      "Momentum left",
    );
    expect(exit).toBeDefined();
  });
});

describe("tune(objective, rule, { steps })", () => {
  test("finds gradient descent's best rate on a bowl: one step to the minimum", () => {
    expect(tune("x^2", gradientDescent, { steps: 1, start: [3], grid: [0.1, 0.3, 0.5, 0.7] })).toMatchObject({
      rate: 0.5,
      loss: 0,
      widened: 0,
      atEdge: false,
    });
  });

  test("widens the grid while the best rate stands at its edge", () => {
    const low = tune("50*x^2", gradientDescent, { steps: 1, start: [3], grid: [1, 2, 4] });
    expect(low.rate).toBeCloseTo(0.01, 3);
    expect(low.widened).toBeGreaterThan(6);
    const high = tune("x^2", gradientDescent, { steps: 1, start: [3], grid: [0.0625, 0.125] });
    expect(high.rate).toBe(0.5);
    const rates = high.tried.map(({ rate }) => rate);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(rates).toEqual(expect.arrayContaining([0.0625, 0.125, 0.25, 0.5, 1]));
  });

  test("comes near gradient descent's best rate on a ravine, 2/(h1 + hn)", () => {
    const { rate } = tune(ravine, gradientDescent, { steps: 400 });
    expect(Math.abs(Math.log(rate / (2 / 2.1)))).toBeLessThan(0.1);
  });

  test("counts divergence as infinite loss", () => {
    const { tried } = tune("x^4", gradientDescent, { steps: 100, start: [3], grid: [0.001, 0.01, 10, 20] });
    expect(tried.at(-1)!.loss).toBe(Infinity);
  });

  test("refuses rules without a rate, and grids out of order", () => {
    expect(() => tune(ravine, newton, { steps: 3 })).toThrow(/no learning rate/);
    expect(() => tune(ravine, momentum, { steps: 3, grid: [0.1, 0.01] })).toThrow(/least first/);
  });
});
