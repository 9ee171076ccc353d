import { describe, expect, test } from "vitest";
import { placeLabel, type PlacedLabel, type Segment } from "../../src/figures/label-placement.ts";

/** Six letters are 40.8 pixels long. */
const NAME = "letter";
const place = (
  own: Segment,
  others: readonly Segment[] = [],
  placed: readonly PlacedLabel[] = [],
): PlacedLabel => placeLabel(NAME, [own, ...others], 0, placed);
const near = (label: PlacedLabel): unknown => ({
  along: label.along,
  shift: label.shift.map((x) => Math.round(x * 10) / 10 + 0),
  angle: Math.round(label.angle) + 0,
});

describe("a label alone", () => {
  test.each<[string, Segment, object]>([
    [
      "stands above the middle of an arrow to the right",
      { from: [100, 200], to: [400, 200] },
      { shift: [0, -12], angle: 0 },
    ],
    ["above one to the left too", { from: [400, 200], to: [100, 200] }, { shift: [0, -12], angle: 0 }],
    [
      "on the upper left of one that rises",
      { from: [100, 400], to: [300, 200] },
      { shift: [-8.5, -8.5], angle: -45 },
    ],
    [
      "on the upper right of one that falls",
      { from: [100, 200], to: [300, 400] },
      { shift: [8.5, -8.5], angle: 45 },
    ],
    [
      "turned as a line, be it drawn downwards or upwards",
      { from: [300, 400], to: [100, 200] },
      { shift: [8.5, -8.5], angle: 45 },
    ],
    ["beside one straight down", { from: [200, 100], to: [200, 400] }, { shift: [12, 0], angle: 90 }],
  ])("%s", (_, arrow, due) => {
    expect(near(place(arrow))).toEqual({ along: 0.5, ...due });
  });

  test("is turned along an arrow of seven tenths of its length, and stands beside one that is shorter", () => {
    const down = (length: number): PlacedLabel => place({ from: [200, 200], to: [200, 200 + length] });
    expect(near(down(28.6))).toMatchObject({ angle: 90 });
    // Half of 40.8 and 12 pixels to the right.
    expect(near(down(28.5))).toEqual({ along: 0.5, shift: [32.4, 0], angle: 0 });
    expect(near(down(0))).toEqual({ along: 0.5, shift: [32.4, 0], angle: 0 });
  });

  test("has its middle where it is said to stand, and ends half its length away on both sides", () => {
    const { samples } = place({ from: [100, 100], to: [100, 200] });
    expect(samples).toHaveLength(9);
    expect(samples.at(4)).toEqual([112, 150]);
    expect([samples[0]![1], samples[8]![1]]).toEqual([expect.closeTo(129.6, 9), expect.closeTo(170.4, 9)]);
  });
});

describe("a label beside an arrow without length", () => {
  /** Places around (200, 200), half of 40.8 pixels and 12 to the sides, and what stands 16 pixels beyond each. */
  const around: readonly (readonly [readonly [number, number], readonly [number, number]])[] = [
    [[32.4, 0], [268.8, 200]],
    [[-32.4, 0], [131.2, 200]],
    [[0, 14], [200, 230]],
    [[0, -14], [200, 170]],
    [[32.4, 16], [268.8, 216]],
    [[32.4, -16], [268.8, 184]],
    [[-32.4, 16], [131.2, 216]],
    [[-32.4, -16], [131.2, 184]],
  ]; // prettier-ignore

  test.each(around.map(([shift], k) => [k, shift] as const))(
    "that has %i places taken is at %j",
    (k, shift) => {
      const taken = around.slice(0, k).map(([, at]): PlacedLabel => ({ along: 0.5, shift: [0, 0], angle: 0, samples: [at] })); // prettier-ignore
      const label = place({ from: [200, 200], to: [200, 200] }, [], taken);
      expect(near(label)).toEqual({ along: 0.5, shift, angle: 0 });
      const [x, y] = [200 + shift[0], 200 + shift[1]];
      expect([label.samples[0], label.samples[8]].flat()).toEqual(
        [x - 20.4, y, x + 20.4, y].map((value) => expect.closeTo(value, 9) as number),
      );
    },
  );
});

describe("a label beside others", () => {
  const far: Segment = { from: [100, 200], to: [400, 200] };

  test("keeps 13 pixels off another arrow, and 9 off its own", () => {
    const above = (gap: number): unknown =>
      near(place(far, [{ from: [100, 188 - gap], to: [400, 188 - gap] }]));
    expect(above(13)).toMatchObject({ shift: [0, -12] });
    expect(above(12.9)).toMatchObject({ shift: [0, 12] });
  });

  test("keeps off an arrow straight down as well, as far as it goes", () => {
    const down: Segment = { from: [200, 100], to: [200, 400] };
    const beside = (to: number): unknown => near(place(down, [{ from: [212, 100], to: [212, to] }]));
    expect(beside(400)).toMatchObject({ shift: [-12, 0] });
    expect(beside(200)).toMatchObject({ shift: [12, 0] });
  });

  test("passes by an arrow that ends before it, and one that begins behind it", () => {
    for (const [from, to] of [
      [100, 212],
      [288, 400],
    ] as const)
      expect(near(place(far, [{ from: [from, 188], to: [to, 188] }])), String(from)).toMatchObject({
        along: 0.5,
        shift: [0, -12],
      });
  });

  test("keeps 17 pixels off a label that stands already", () => {
    const taken = (y: number): PlacedLabel => ({ along: 0.5, shift: [0, 0], angle: 0, samples: [[250, y]] });
    expect(near(place(far, [], [taken(188 - 17)]))).toMatchObject({ shift: [0, -12] });
    expect(near(place(far, [], [taken(188 - 16.9)]))).toMatchObject({ shift: [0, 12] });
  });

  test("goes along its arrow where both sides of the middle are taken, nearer to the middle first", () => {
    const taken = [188, 212].map((y): PlacedLabel => ({
      along: 0.5,
      shift: [0, 0],
      angle: 0,
      samples: [[250, y]],
    }));
    expect(near(place(far, [], taken))).toEqual({ along: 0.35, shift: [0, -12], angle: 0 });
  });

  test("keeps 6 pixels off the upper edge and off the left one", () => {
    const top = (y: number): unknown => near(place({ from: [100, y], to: [400, y] }));
    expect(top(18)).toMatchObject({ shift: [0, -12] });
    expect(top(17.9)).toMatchObject({ shift: [0, 12] });
    const left = (x: number): unknown => near(place({ from: [x, 400], to: [x, 100] }));
    expect(left(18)).toMatchObject({ shift: [-12, 0], angle: -90 });
    expect(left(17.9)).toMatchObject({ shift: [12, 0], angle: -90 });
  });
});
