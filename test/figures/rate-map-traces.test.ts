import { contrastOf } from "../../src/figures/readable.ts";
import { describe, expect, test } from "vitest";
import { limitTrace, mapTrace, pointTraces } from "../../src/figures/rate-map-traces.ts";
import type { RateTheory } from "../../src/figures/rate-theory.ts";

const theory = {
  limit: (alpha: number) => 2 + 2 * alpha,
  best: (h1: number, hn: number) => ({ lambda: h1, alpha: hn, rate: 0.63451234 }),
} as RateTheory;

describe("the map of rates", () => {
  const map = mapTrace(
    [0.1, 0.2],
    [0, 0.5],
    [
      [0.12345, 1.4999],
      [1.5, 3],
    ],
  );

  test("has a row for each share, with three digits, and 1.5 for what is larger", () => {
    expect(map).toMatchObject({ type: "contour", x: [0.1, 0.2], y: [0, 0.5], z: [[0.123, 1.5], [1.5, 1.5]] }); // prettier-ignore
    expect(map["hovertemplate"]).toBe(
      "%{x:.3~r}, %{y:.3~r}<br>errors times %{z:.3f} per step (1.5 stands for 1.5 and more)<extra></extra>",
    );
  });

  test("has the colours of a scale from 0 on, which change to red at a rate of 1", () => {
    const scale = map["colorscale"] as (readonly [number, string])[];
    const places = scale.map(([at]) => at);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect([places[0], places.at(-1), map["zmin"]]).toEqual([0, 1, 0]);
    const [stable, unstable] = [scale.at(-3)!, scale.at(-2)!];
    expect((map["zmax"] as number) * stable[0]).toBeCloseTo(1, 12);
    expect(unstable[0] - stable[0]).toBeCloseTo(1e-4, 9);
    expect([unstable[1], scale.at(-1)![1]]).toEqual(["#a8443a", "#a8443a"]);
    expect(new Set(scale.map(([, colour]) => colour)).size).toBe(5);
  });

  test("has contours at tenths up to 1, with their rates on them, and ticks at fifths", () => {
    expect(map).toMatchObject({
      autocontour: false,
      contours: { coloring: "heatmap", start: 0.1, end: 1, size: 0.1, showlabels: true },
      line: { width: 1 },
      colorbar: { title: { text: "rate per step" }, tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    });
  });
});

test("the limit of stability is drawn as far as it is on the map, its end included", () => {
  expect(limitTrace(theory, [0, 0.25, 0.5, 0.75], [0.1, 0.75], 4)).toMatchObject({
    mode: "lines",
    name: "limit of stability, theory",
    x: [0.5, 0.625, 0.75],
    y: [0, 0.25, 0.5],
    line: { dash: "dash", width: 3 },
  });
});

test("the best points are a full star by theory and an open ring as measured, with their rates in hover", () => {
  const measured = { lambda: 0.123456, alpha: 0.5, rate: 0.7 };
  const [star, ring] = pointTraces(measured, theory, 0.25, 2);
  expect(star).toMatchObject({
    mode: "markers",
    name: "best, theory",
    x: [0.25],
    y: [2],
    marker: { symbol: "star", line: { width: 1, color: "#141414" } },
    hovertemplate: "best, theory<br>%{x:.4~r}, %{y:.4~r}: errors times 0.6345<extra></extra>",
  });
  expect(ring).toMatchObject({
    name: "best on the map, measured",
    x: [0.1235],
    y: [0.5],
    marker: { symbol: "circle-open", color: "#ff5fb0", line: { width: 3, color: "#ff5fb0" } },
    hovertemplate: expect.stringContaining("errors times 0.7<") as string,
  });
  expect(pointTraces(measured, undefined, 0.25, 2)).toEqual([ring]);
});

test("white numbers can be read wherever a line is drawn", () => {
  const { colorscale, contours } = mapTrace(
    [0, 1],
    [0, 1],
    [
      [0, 0],
      [1, 2],
    ],
  ) as { colorscale: [number, string][]; contours: { labelfont: { color: string } } };
  const contrasts = colorscale.map(([, color]) => contrastOf(contours.labelfont.color, color));
  expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
});
