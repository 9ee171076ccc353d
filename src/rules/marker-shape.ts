/** Markers of paths as SVG paths: the symbols that a rule's look can name. */

type Corner = readonly [number, number];

/** Corners evenly around a middle, the first at an angle in degrees, clockwise from the top. */
const polygon = (count: number, first = 0, reach: (k: number) => number = () => 1): Corner[] =>
  Array.from({ length: count }, (_, k) => {
    const angle = ((first + (360 * k) / count) * Math.PI) / 180;
    return [reach(k) * Math.sin(angle), -reach(k) * Math.cos(angle)];
  });

/** A star: every other corner lies nearer to the middle. */
const star = (points: number, inner: number, first = 0): Corner[] =>
  polygon(2 * points, first, (k) => (k % 2 === 0 ? 1 : inner));

const turned = (corners: readonly Corner[], degrees: number): Corner[] => {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return corners.map(([x, y]) => [x * cosine - y * sine, x * sine + y * cosine]);
};

const stretched = (corners: readonly Corner[], across: number, up: number): Corner[] =>
  corners.map(([x, y]) => [x * across, y * up]);

/** Half the width of a cross's arm, beside its length. */
export const ARM = 0.36;
const CROSS: readonly Corner[] = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
];
const TRIANGLE = stretched(polygon(3), 1.15, 1.15);
const BOWTIE: readonly Corner[] = [
  [-1, -0.8],
  [1, 0.8],
  [1, -0.8],
  [-1, 0.8],
];

const SHAPES: Readonly<Record<string, readonly Corner[]>> = {
  circle: polygon(24),
  square: stretched(polygon(4, 45), 1.2, 1.2),
  diamond: stretched(polygon(4), 1.25, 1.25),
  cross: CROSS,
  x: turned(CROSS, 45),
  "triangle-up": TRIANGLE,
  "triangle-down": turned(TRIANGLE, 180),
  "triangle-left": turned(TRIANGLE, -90),
  "triangle-right": turned(TRIANGLE, 90),
  pentagon: polygon(5),
  hexagon: polygon(6),
  hexagon2: polygon(6, 30),
  octagon: polygon(8, 22.5),
  "star-triangle-up": stretched(star(3, 0.35), 1.2, 1.2),
  "star-square": stretched(star(4, 0.45, 45), 1.25, 1.25),
  "star-diamond": stretched(star(4, 0.45), 1.25, 1.25),
  hexagram: stretched(star(6, 0.58), 1.15, 1.15),
  "diamond-tall": stretched(polygon(4), 0.8, 1.4),
  "diamond-wide": stretched(polygon(4), 1.4, 0.8),
  hourglass: turned(BOWTIE, 90),
  bowtie: BOWTIE,
  star: stretched(star(5, 0.42), 1.3, 1.3),
};

/**
 * A marker of some radius around a place, as the `d` of a path. A symbol's open form has the same outline.
 * @param symbol one of Plotly's that a look may have, such as `triangle-up` or `square-open`
 */
export function markerShape(symbol: string, [x, y]: Corner, radius: number): string {
  const corners = SHAPES[symbol.replace(/-open$/, "")] ?? SHAPES["circle"]!;
  const places = corners.map(([dx, dy]) => `${(x + radius * dx).toFixed(1)} ${(y + radius * dy).toFixed(1)}`);
  return `M${places.join("L")}z`;
}

/** Whether a symbol is hollow. */
export const isOpenMarker = (symbol: string): boolean => symbol.endsWith("-open");
