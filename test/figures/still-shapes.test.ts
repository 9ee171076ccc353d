import { describe, expect, test } from "vitest";
import { markerShape } from "../../src/rules/marker-shape.ts";
import { markers } from "../../src/figures/still/marks.ts";
import { stillPicture } from "../../src/figures/still/picture.ts";

/** A figure of traces on axes whose units are pixels: from (60, 356) below on the left to (626, 50) above on the right. */
function drawn(...data: object[]): string {
  const layout = {
    height: 400,
    margin: { r: 14 },
    xaxis: { range: [0, 566], visible: false },
    yaxis: { range: [0, 346], visible: false },
  };
  return stillPicture({
    data: data.map((one) => ({ type: "scatter", showlegend: false, ...one })),
    layout,
    alt: "a",
  });
}
/** Where y stands: the plot is from 10 to 356. */
const shapes = (svg: string): string => /<svg x=[^>]*>(.*?)<\/svg>/.exec(svg)![1]!;
/** The corners of a path of ways from each to the next. */
function corners(d: string): [number, number][] {
  let at: [number, number] = [0, 0];
  return Array.from(d.matchAll(/([Ml])(-?\d+) ?(-?\d+)/g), ([, command, x, y]) => {
    const way = [Number(x), Number(y)] as const;
    at = command === "M" ? [...way] : [at[0] + way[0], at[1] + way[1]];
    return at;
  });
}
const fills = (svg: string): (string | undefined)[] =>
  Array.from(svg.matchAll(/ fill="(#\w+)" (?:fill-rule|stroke-width)/g), ([, fill]) => fill);

describe("a curve in a still picture", () => {
  test("is its line in its colour, dash and width; grey and 2 wide where it has none", () => {
    const line = { color: "#123456", dash: "dot", width: 3 };
    expect(shapes(drawn({ mode: "lines", x: [0, 10], y: [346, 336], line, opacity: 0.5 }))).toBe(
      '<path d="M60 10l10 10" fill="none" stroke="#123456" stroke-width="3" stroke-dasharray="2 3.2" stroke-opacity="0.5"/>',
    );
    expect(shapes(drawn({ x: [0, 10], y: [346, 336] }))).toBe(
      '<path d="M60 10l10 10" fill="none" stroke="#767676" stroke-width="2"/>',
    );
  });

  test("has gaps where a number is missing or far out of the picture", () => {
    const path = (x: unknown[], y: unknown[]): string | undefined =>
      / d="([^"]*)"/.exec(shapes(drawn({ x, y })))?.[1];
    expect(path([0, null, 10], [346, 346, 346])).toBe("M60 10M70 10");
    expect(path([0, 5, 10], [346, null, 346])).toBe("M60 10M70 10");
    expect(path([0, 5, 10], [346, -2e5, 346])).toBe("M60 10M70 10");
    expect(path([0, 2e5, 10], [346, 346, 346])).toBe("M60 10M70 10");
  });

  test("that encloses something is filled in its own fill", () => {
    const square = { x: [0, 10, 10], y: [0, 0, 10], line: { color: "#123456" }, fill: "toself" };
    expect(shapes(drawn({ ...square, fillcolor: "#eeeeee" }))).toContain('fill="#eeeeee" stroke="#123456"');
    expect(shapes(drawn(square))).toContain('fill="#123456"');
  });

  const relief = {
    type: "contour",
    x: [0, 566],
    y: [0, 346],
    z: [[0, 10], [0, 10]], // prettier-ignore
    colorscale: [[0, "#000000"], [0.5, "#888888"], [0.9, "#ffffff"]], // prettier-ignore
    contours: { start: 2, end: 8, size: 2 },
  };
  const bands = { ...relief, meta: { relief: { levels: [4, 8], size: 2 } } };

  test("with markers has a light ground under it on a relief, and there alone", () => {
    const path = { mode: "lines+markers", x: [0, 10], y: [346, 336], line: { width: 3 } };
    const halo = / stroke="#fffefb" stroke-width="6" stroke-opacity="0.9"/;
    expect(shapes(drawn(bands, path))).toMatch(halo);
    expect(shapes(drawn(path))).not.toMatch(halo);
    expect(shapes(drawn(bands, { ...path, mode: "lines" }))).not.toMatch(halo);
  });

  test("a relief has the colour of the middle of each band, and strong lines at every fifth level", () => {
    const svg = shapes(drawn(bands));
    // From 0, 4 and 8 up to 10: their middles are at 0.2, 0.6 and 0.9 of the way.
    expect(fills(svg)).toEqual(["#000000", "#888888", "#ffffff"]);
    const widths = (levels: number[]): string[] =>
      Array.from(
        shapes(drawn({ ...relief, meta: { relief: { levels, size: 1 } } })).matchAll(
          /stroke-width="([\d.]+)"/g,
        ),
        ([, width]) => width!,
      );
    expect(widths([4, 5])).toEqual(["0.7", "0.7", "1.1"]);
  });

  test("a map has bands of mixed colours, and lines at its levels", () => {
    const map = { ...relief, zmin: 0, zmax: 10, colorscale: [[0, "#000000"], [1, "#ffffff"]], contours: { start: 2, end: 8, size: 2 } }; // prettier-ignore
    const svg = shapes(drawn(map));
    // The middles of the bands are at 1, 3, 5, 7 and 9 of 10.
    expect(fills(svg)).toEqual(
      [0.1, 0.3, 0.5, 0.7, 0.9].map(
        (share) =>
          `#${Math.round(255 * share)
            .toString(16)
            .padStart(2, "0")
            .repeat(3)}`,
      ),
    );
    expect(svg).toContain('stroke="#767676"');
    expect(svg.indexOf("fill-rule")).toBeLessThan(svg.indexOf('stroke="#767676"'));
    expect(svg.match(/ d="([^"]*)" transform="scale\(.5\)"/)![1]!.match(/M/g)).toHaveLength(4);
  });

  test("a map has the colours at the ends of its scale for what lies beyond, and mixes each part of a colour", () => {
    const ends = { ...relief, colorscale: [[0, "#00020a"], [1, "#20400a"]] }; // prettier-ignore
    const half = { contours: { start: 5, end: 5, size: 10 }, zmin: -5, zmax: 5 };
    // The middles of the bands are at 0 and 10: half-way up the scale, and beyond it.
    expect(fills(shapes(drawn({ ...ends, ...half })))).toEqual(["#10210a", "#20400a"]);
    expect(fills(shapes(drawn({ ...ends, ...half, zmin: 0, zmax: 20 })))).toEqual(["#00020a", "#10210a"]);
  });

  test("a contour lies where the surface has its height", () => {
    const line = (level: number, more: object = {}): number[] => {
      const slope = { ...relief, x: [0, 283, 566], z: [[0, 5, 10], [0, 5, 10]], ...more }; // prettier-ignore
      const [, d] = / d="([^"]*)" transform="scale\(.5\)"/.exec(
        shapes(drawn({ ...slope, contours: { start: level, end: level, size: 1 } })),
      )!;
      return corners(d!).map(([x]) => x / 2);
    };
    // From 60 to 626 across, which is 56.6 for each unit of height.
    for (const [level, across] of [
      [2.5, 201.5],
      [7.5, 484.5],
    ] as const)
      // prettier-ignore
      expect(Math.min(...line(level))).toBeCloseTo(across, 0);
  });

  test("a round contour stays round to half a pixel and closes", () => {
    const [x, y] = [
      Array.from({ length: 60 }, (_, k) => 9.6 * k),
      Array.from({ length: 36 }, (_, k) => 9.6 * k),
    ];
    const z = y.map((b) => x.map((a) => 200 - Math.hypot(a - 283, b - 173)));
    const svg = shapes(drawn({ ...relief, x, y, z, contours: { start: 100, end: 100, size: 10 } }));
    const ring = corners(/ d="([^"]*)"/.exec(svg)![1]!).map(([a, b]) => [a / 2 - 343, b / 2 - 183] as const);
    expect(ring.length).toBeLessThan(120);
    expect(ring.at(-1)).toEqual(ring[0]);
    ring.slice(1).forEach(([a, b], k) => {
      const [c, d] = ring[k]!;
      expect(Math.abs(Math.hypot((a + c) / 2, (b + d) / 2) - 100)).toBeLessThan(1.3);
    });
  });

  test("contours alone are at most fourteen lines, a straight one of few points", () => {
    const lines = (contours: object): string =>
      / d="([^"]*)"/.exec(shapes(drawn({ ...relief, contours })))![1]!;
    expect(lines({ start: 0.5, end: 9.5, size: 0.5 }).match(/M/g)).toHaveLength(10);
    expect(lines({ start: 1, end: 9, size: 1 }).match(/M/g)).toHaveLength(9);
    expect(lines({ start: 1, end: 9, size: 8 / 27 }).match(/M/g)).toHaveLength(14);
    const low = shapes(drawn({ ...relief, z: [[0, 1], [0, 1]], contours: { start: 0.1, end: 0.7, size: 0.2 } })); // prettier-ignore
    expect(low.match(/M/g)).toHaveLength(4);
    expect(lines({ start: 3, end: 1, size: 1 })).toBe("");
    const x = Array.from({ length: 50 }, (_, k) => (k * 566) / 49);
    const z = [0, 1].map(() => x.map((at) => at));
    const svg = shapes(
      drawn({ ...relief, x, z: x.map(() => z[0]), y: x, contours: { start: 300, end: 300, size: 10 } }),
    );
    expect((/ d="([^"]*)"/.exec(svg)![1]!.match(/[Ml]/g) ?? []).length).toBeLessThan(9);
  });

  test("what is missing of a surface is as high as anything", () => {
    const hole = { ...bands, z: [[0, null], [0, null]] }; // prettier-ignore
    expect(shapes(drawn({ ...hole, meta: { relief: { levels: [], size: 1 } } }))).not.toMatch(/NaN/);
    const filled = (height: number | null) => [[0, height], [0, 8]]; // prettier-ignore
    const band = { meta: { relief: { levels: [4], size: 1 } } };
    for (const [more, height] of [
      [{}, 10],
      [band, 8],
    ] as const)
      // prettier-ignore
      expect(shapes(drawn({ ...relief, ...more, z: filled(null) }))).toBe(
        shapes(drawn({ ...relief, ...more, z: filled(height) })),
      );
  });

  test("a relief of one height has the first colour, and each band an outline that closes", () => {
    const flat = { ...relief, z: [[3, 3], [3, 3]], meta: { relief: { levels: [], size: 1 } } }; // prettier-ignore
    expect(fills(shapes(drawn(flat)))).toEqual(["#000000"]);
    for (const [, d] of shapes(drawn(bands)).matchAll(/ d="([^"]*)"/g)) expect(d).toMatch(/^M[^M]*z$/);
  });
});

describe("texts at points", () => {
  test.each([
    [undefined, 'x="70" y="340" text-anchor="middle"'],
    ["top right", 'x="78" y="328" text-anchor="start"'],
    ["bottom left", 'x="62" y="354" text-anchor="end"'],
    ["middle center", 'x="70" y="340" text-anchor="middle"'],
  ])("%s stand there", (textposition, place) => {
    const one = {
      mode: "text",
      x: [10],
      y: [20],
      text: ["a<b"],
      textfont: { color: "#123456", size: 9 },
      ...(textposition && { textposition }),
    };
    expect(shapes(drawn(one))).toBe(`<text ${place} fill="#123456" font-size="9">a&lt;b</text>`);
  });
});

test("texts and markers of a line stand at those points that there are", () => {
  const line = { mode: "lines+markers+text", x: [null, 10], y: [20, 20], text: ["a", "b"] };
  const svg = shapes(drawn(line));
  expect(svg).toMatch(/<text x="70" y="340" text-anchor="middle">b<\/text>$/);
  expect(svg).not.toContain(">a<");
  expect(svg).toContain('<path d="M70 336h0"');
});

/** The ends of the lines of a path, one after the other. */
function endsOf(d: string): [number, number][] {
  let [x, y] = [0, 0];
  return Array.from(d.matchAll(/([MmlLhv])([^MmlLhv]*)/g)).flatMap(
    ([, command, rest]): [number, number][] => {
      const [a = 0, b = 0] = (rest!.match(/-?[\d.]+/g) ?? []).map(Number);
      const from: [number, number] = [x, y];
      if (command === "M") [x, y] = [a, b];
      else if (command === "v") y += a;
      else [x, y] = [x + a, y + b];
      return command === "M" || command === "m" ? [] : [from, [x, y]];
    },
  );
}

describe("markers", () => {
  const at = (...points: [number, number][]) => points.map((point, place) => ({ point, place }));

  test("are dots where they are circles, one to a pixel, in grey and 6 wide where nothing is said", () => {
    expect(markers(at([1, 2], [1.2, 2.3], [5, 6]), {})).toBe(
      '<path d="M1 2h0M5 6h0" stroke="#767676" stroke-width="5.1" stroke-linecap="round"/>',
    );
  });

  test("are rings where they are open circles, and outlines where they are open", () => {
    expect(markers(at([1, 2]), { symbol: "circle-open", color: "#123456", size: 10 })).toBe(
      '<circle cx="1" cy="2" r="5" fill="none" stroke="#123456" stroke-width="2"/>',
    );
    expect(markers(at([0, 0]), { symbol: "square-open", color: "#123456", size: 10 })).toMatch(
      /z" fill="none" stroke="#123456"/,
    );
    expect(markers(at([0, 0]), { symbol: "diamond", color: "#123456", size: 10 })).toMatch(
      /z" fill="#123456"\/>$/,
    );
  });

  test("of a path with a head are the head alone, turned as it arrives", () => {
    expect(markers(at([0, 0], [10, 10]), { symbol: "arrow", color: "#123456", size: [0, 15] })).toBe(
      '<path d="M0 0l-12 5v-10z" transform="translate(10 10) rotate(45)" fill="#123456"/>',
    );
    expect(markers(at([0, 0]), { symbol: "arrow" })).toBe("");
    // Its two points may lie on one pixel.
    expect(markers(at([0, 0], [0.1, 0]), { symbol: "arrow" })).toContain("rotate(0)");
  });

  test("that look alike are one path, whatever stands between them", () => {
    const svg = markers(at([0, 0], [10, 0], [20, 0]), {
      symbol: ["circle", "star", "circle"],
      color: ["#111111", "#222222", "#111111"],
    });
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).toContain('d="M0 0h0M20 0h0" stroke="#111111"');
  });

  test("are one to a pixel, the nearest", () => {
    expect(markers(at([1.4, 2], [2.4, 2], [1.6, 2]), {})).toContain('d="M1 2h0M2 2h0"');
  });

  test.each(["diamond", "triangle-up", "star", "x-open", "hexagon2-open"])(
    "have the outline of %s that an explorer has, around their points",
    (symbol) => {
      const svg = markers(at([20, 30], [50, 60]), { symbol, size: 10 });
      const outlines = / d="([^"]*)"/.exec(svg)![1]!.split("z").slice(0, -1);
      const numbers = (text: string): number[] =>
        Array.from(text.matchAll(/-?[\d.]+/g), ([one]) => Number(one));
      expect(outlines).toHaveLength(2);
      outlines.forEach((outline, k) => {
        const [x, y, ...ways] = numbers(outline) as [number, number, ...number[]];
        const corners = [x, y];
        ways.forEach((way) => corners.push(corners.at(-2)! + way));
        const due = numbers(markerShape(symbol, k === 0 ? [20, 30] : [50, 60], 5));
        expect(corners).toHaveLength(due.length);
        // Each way is rounded to a tenth of a pixel.
        corners.forEach((one, i) => expect(Math.abs(one - due[i]!)).toBeLessThan(0.06 * (2 + i / 2)));
      });
    },
  );

  test("that are squares are dots with corners, as wide as an explorer's", () => {
    const svg = markers(at([20, 30]), { symbol: "square", size: 10 });
    expect(svg).toBe('<path d="M20 30h0" stroke="#767676" stroke-width="8.5" stroke-linecap="square"/>');
    const [, top, , bottom] = markerShape("square", [20, 30], 5)
      .match(/-?[\d.]+/g)!
      .map(Number);
    expect(Math.abs(bottom! - top! - 8.5)).toBeLessThan(0.15);
  });

  test.each([
    ["cross", [1, 0]],
    ["x", [1, 1]],
  ])("that are a %s are two strokes, which end at the corners that an explorer's has", (symbol, [dx, dy]) => {
    const svg = markers(at([20, 30]), { symbol, size: 10 });
    const [, d, width] = / d="([^"]*)" stroke="[^"]*" stroke-width="([^"]*)"/.exec(svg)!;
    const reach = 5 / Math.hypot(dx!, dy!);
    const half = Number(width) / 2 / Math.hypot(dx!, dy!);
    const [along, aside] = [[dx!, dy!], [-dy!, dx!]]; // prettier-ignore
    const ends = [along, aside].flatMap(([x, y]) => [
      [20 - reach * x!, 30 - reach * y!],
      [20 + reach * x!, 30 + reach * y!],
    ]);
    const drawn = endsOf(d!);
    expect(drawn).toHaveLength(4);
    const corners = markerShape(symbol, [20, 30], 5).match(/-?[\d.]+/g)!.map(Number); // prettier-ignore
    const isCorner = (x: number, y: number): boolean =>
      corners.some((at, k) => k % 2 === 0 && Math.hypot(at - x, corners[k + 1]! - y) < 0.15);
    for (const [x, y] of ends) {
      expect(drawn.some(([px, py]) => Math.hypot(px - x!, py - y!) < 0.15)).toBe(true);
      const across = Math.abs((x! - 20) * dx! + (y! - 30) * dy!) > 1 ? aside : along;
      for (const side of [-1, 1])
        expect(isCorner(x! + side * half * across[0]!, y! + side * half * across[1]!)).toBe(true);
    }
  });

  test("that are open have lines 2 wide", () => {
    expect(markers(at([0, 0]), { symbol: "square-open", color: "#123456" })).toContain('stroke-width="2"');
  });
});
