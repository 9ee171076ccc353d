import { describe, expect, test } from "vitest";
import { polarPicture } from "fall-line/library";

const partOf = (name: string, matrix: number[], options = {}) =>
  polarPicture(matrix, options).data.find((part) => part["name"] === name) as {
    x: (number | null)[];
    y: (number | null)[];
    text: string[];
  };

describe("polarPicture", () => {
  test("has singular values of numpy's singular values, along its left singular vectors", () => {
    // numpy.linalg.svd([[3, 0], [4, 5]]) by the length, sqrt(50): 0.948683 along (0.316228, 0.948683), 0.316228
    const [first, second] = ["first singular value", "second"].map((name) => {
      const { x, y } = partOf(name, [3, 0, 4, 5], { after: [0] });
      return [x[0]!, y[0]!] as const;
    });
    expect(first!.map(Math.abs)).toEqual([0.3, 0.9].map((at): unknown => expect.closeTo(at, 3)));
    expect(Math.hypot(...second!)).toBeCloseTo(0.316228, 3);
    expect(first![0] * second![0] + first![1] * second![1]).toBeCloseTo(0, 3);
  });

  test("follows each singular value by itself, by the polynomial of the iteration", () => {
    const next = (s: number) => 3.4445 * s - 4.775 * s ** 3 + 2.0315 * s ** 5;
    const told = partOf("singular values", [3, 0, 4, 5]).text.map((text) => text.split(" and ").map(Number));
    let exact = [0.9486833, 0.3162278];
    for (const sizes of told) {
      expect(sizes).toEqual(exact.map((size): unknown => expect.closeTo(size, 2)));
      exact = exact.map(next);
    }
    expect(told.at(-1)).toEqual([0.753, 1.13]);
  });

  test("an ellipse is what the matrix makes of the unit circle", () => {
    const { x, y } = partOf("its image", [3, 0, 4, 5], { after: [0] });
    // Of (p, q) on it the inverse of the matrix makes a point on the circle: (p/3, (q - 4 p/3)/5) times the length.
    for (const [k, p] of x.slice(0, -1).entries()) {
      const [u, v] = [p! / 3, (y[k]! - (4 * p!) / 3) / 5];
      expect(Math.hypot(u, v) * Math.sqrt(50)).toBeCloseTo(1, 2);
    }
  });

  test("what is flat stays flat in five steps, and is told so in words", () => {
    expect(polarPicture([3, 0, 4, 0.001], { after: [0, 5] }).alt).toMatch(
      /rows \(3, 0\) and \(4, 0\.001\).*At the start: .* After 5 steps: singular values of \S+ and 0\.058\d*\.$/,
    );
  });

  test.each<[string, unknown, object, RegExp]>([
    ["three numbers", [1, 2, 3], {}, /must be a list of four numbers, row by row/],
    [
      "a list of rows",
      [
        [3, 0],
        [4, 5],
      ],
      {},
      /must be/,
    ],
    ["what is not finite", [1, 2, 3, Infinity], {}, /a finite number/],
    ["no step", [1, 2, 3, 4], { after: [] }, /a list of 1 to 6 numbers/],
    ["half a step", [1, 2, 3, 4], { after: [0.5] }, /a whole number from 0 to 20/],
    ["seven steps", [1, 2, 3, 4], { after: [0, 1, 2, 3, 4, 5, 6] }, /a list of up to 6/],
  ])("refuses %s", (_, matrix, options, told) => {
    expect(() => polarPicture(matrix as never, options)).toThrow(told);
  });
});
