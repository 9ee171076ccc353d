type Point = readonly [number, number];

/** An arrow in pixels, y downwards. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Where a label stands: at a share of the way along its arrow, shifted by pixels, turned by degrees. */
export interface PlacedLabel {
  readonly along: number;
  readonly shift: Point;
  readonly angle: number;
  /** Points along the middle of the text. */
  readonly samples: readonly Point[];
}

const LETTER = 6.8;
const OFF = 12;
const LINE_ROOM = 13;
const TEXT_ROOM = 17;
const EDGE = 6;

/**
 * Where the label of one of several arrows disturbs least: beside its arrow and along it where that is long enough,
 * else beside its middle; away from the other arrows and from the labels placed before.
 */
export function placeLabel(
  label: string,
  segments: readonly Segment[],
  k: number,
  placed: readonly PlacedLabel[],
): PlacedLabel {
  const own = segments[k]!;
  const length = LETTER * label.length;
  const candidates = [0.5, 0.35, 0.65, 0.2, 0.8, 1].flatMap((along) => [
    ...alongArrow(own, along, length),
    ...besideArrow(own, along, length),
  ]);
  const costs = candidates.map((candidate) => cost(candidate, own, segments, placed));
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

function alongArrow({ from, to }: Segment, along: number, length: number): PlacedLabel[] {
  const reach = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (reach < 0.7 * length) return [];
  const forward = to[0] >= from[0] ? 1 : -1;
  const [ux, uy] = [(forward * (to[0] - from[0])) / reach, (forward * (to[1] - from[1])) / reach];
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  return [1, -1].map((side) => {
    const shift: Point = [side * OFF * uy, -side * OFF * ux];
    return { along, shift, angle, samples: samples(middle(from, to, along, shift), [ux, uy], length) };
  });
}

function besideArrow({ from, to }: Segment, along: number, length: number): PlacedLabel[] {
  const shifts: Point[] = [
    [length / 2 + OFF, 0],
    [-length / 2 - OFF, 0],
    [0, OFF + 2],
    [0, -OFF - 2],
    [length / 2 + OFF, OFF + 4],
    [length / 2 + OFF, -OFF - 4],
    [-length / 2 - OFF, OFF + 4],
    [-length / 2 - OFF, -OFF - 4],
  ];
  return shifts.map((shift) => ({
    along,
    shift,
    angle: 0,
    samples: samples(middle(from, to, along, shift), [1, 0], length),
  }));
}

function middle(from: Point, to: Point, along: number, shift: Point): Point {
  return [from[0] + along * (to[0] - from[0]) + shift[0], from[1] + along * (to[1] - from[1]) + shift[1]];
}

const SAMPLES = 9;

function samples([x, y]: Point, [ux, uy]: Point, length: number): Point[] {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const at = (i / (SAMPLES - 1) - 0.5) * length;
    return [x + at * ux, y + at * uy];
  });
}

function cost(
  { along, angle, samples }: PlacedLabel,
  own: Segment,
  segments: readonly Segment[],
  placed: readonly PlacedLabel[],
): number {
  let sum = 8 * Math.abs(along - 0.5) + (angle === 0 ? 6 : 0);
  for (const sample of samples) {
    for (const segment of segments) {
      const room = segment === own ? LINE_ROOM - 4 : LINE_ROOM;
      sum += Math.max(0, room - distanceTo(segment, sample));
    }
    for (const other of placed) {
      for (const point of other.samples) {
        sum += Math.max(0, TEXT_ROOM - Math.hypot(point[0] - sample[0], point[1] - sample[1]));
      }
    }
    sum += 4 * Math.max(0, EDGE - sample[0], EDGE - sample[1]);
  }
  return sum;
}

/** How far a point is from the nearest of a segment. */
export function distanceTo({ from, to }: Segment, [x, y]: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(from[0] + at * dx - x, from[1] + at * dy - y);
}
