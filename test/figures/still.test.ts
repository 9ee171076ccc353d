import { describe, expect, test } from "vitest";
import { drawnOf } from "../../src/figures/still/drawn-trace.ts";
import { stillPicture } from "../../src/figures/still/picture.ts";

const pictureOf = (trace: object): string =>
  stillPicture({ data: [{ type: "scatter", mode: "markers", ...trace }], layout: {}, alt: "a tide" });

test("the still picture of a map says what its colours mean: those that it has, at their numbers", () => {
  const map = {
    type: "contour",
    ...{ x: [0, 1], y: [0, 1], z: [[0, 4], [4, 9]], zmin: 0, zmax: 10 }, // prettier-ignore
    colorscale: [[0, "#000000"], [1, "#ffffff"]], // prettier-ignore
    contours: { start: 2, end: 8, size: 2 },
  };
  const drawn = (more: object): string =>
    stillPicture({ data: [{ ...map, ...more }], layout: {}, alt: "a tide" });
  const svg = drawn({ colorbar: { title: { text: "depth" }, tickvals: [0, 4, 8] } });
  const swatches = [...svg.matchAll(/<rect x="([\d.]+)"[^>]* fill="(#[0-9a-f]{6})"/g)];
  const bands = [...svg.matchAll(/<path [^>]*fill="(#[0-9a-f]{6})" fill-rule/g)].map(([, color]) => color);
  expect(swatches.map(([, , color]) => color)).toEqual(bands);
  expect(bands).toHaveLength(5);
  for (const [number, place] of [
    [0, 0],
    [4, 2],
    [8, 4],
  ] as const)
    // prettier-ignore
    expect(svg).toContain(`<text x="${swatches[place]![1]}" y="30" text-anchor="middle">${number}</text>`);
  expect(svg).toContain(">depth</text>");
  expect(drawn({})).not.toMatch(/<rect [^>]*fill="#/);
});

describe("the still picture of a trace", () => {
  test("with a list of symbols and colours has each mark as it is listed, a missing point aside", () => {
    const svg = pictureOf({
      x: [0, null, 1, 2],
      y: [0, 1, 1, 0],
      marker: {
        symbol: ["star", "x", "circle-open", "star"],
        color: ["#aa0000", "#00aa00", "#0000aa", "#aa0000"],
      },
    });
    expect(svg).toMatch(/<path d="M[^"Mz]*zM[^"Mz]*z" fill="#aa0000"\/>/);
    expect(svg).toMatch(/<circle [^>]*stroke="#0000aa"/);
    expect(svg).not.toContain("#00aa00");
  });

  test("draws its marks as large as the largest of a list of sizes", () => {
    const svg = pictureOf({ x: [0, 1], y: [0, 1], marker: { symbol: "circle-open", size: [4, 10] } });
    expect(svg.match(/ r="[\d.]+"/g)).toEqual([' r="5"', ' r="5"']);
  });

  test("names each point with its own text, a missing point aside", () => {
    const svg = pictureOf({ mode: "text", x: [0, null, 1], y: [0, 1, 1], text: ["low", "lost", "high"] });
    expect(svg).toMatch(/>low<.*>high</);
    expect(svg).not.toContain("lost");
  });

  test("whose colours are numbers is refused in words: which figure, which trace, what is allowed", () => {
    const trace = { name: "Sea", x: [0, 1], y: [0, 1], marker: { color: [1, 2] } };
    expect(() => pictureOf(trace)).toThrow(
      'the still picture of "a tide" cannot draw marker.color of its trace Sea, got [1, 2]; allowed: a text for the whole trace, or a list with a text for each point',
    );
  });

  test("with one colour among others that is a number is refused, and one symbol", () => {
    const trace = (marker: object) => ({ x: [0, 1], y: [0, 1], marker });
    expect(() => pictureOf(trace({ color: ["#111111", 2] }))).toThrow(
      "cannot draw marker.color of its trace 0",
    );
    expect(() => pictureOf(trace({ symbol: [3, "star"] }))).toThrow(
      "cannot draw marker.symbol of its trace 0",
    );
    expect(() => pictureOf(trace({ color: [] }))).not.toThrow();
  });

  test("is of what lies in a plane by lists: another kind of trace, or one without places, is left out", () => {
    const traces = [
      { type: "scatter", x: [0], y: [0] },
      { type: "scatter", x: { bdata: "" }, y: [0] },
      { type: "scatter3d", x: [0], y: [0] },
      { type: "contour", x: [0], y: [0], z: [[0]] },
    ];
    expect(drawnOf(traces, "a tide")).toEqual([traces[0], traces[3]]);
  });
});
