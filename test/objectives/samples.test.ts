import { describe, expect, test } from "vitest";
import {
  type Dataset,
  InputError,
  iris,
  miniBatch,
  network,
  noisy,
  objective,
  ravine,
  standardized,
  subset,
} from "fall-line";

const tiny: Dataset = {
  name: "tiny",
  inputs: [
    [1, 2],
    [0, -1],
    [3, 1],
  ],
  labels: [0, 1, 1],
  classes: ["a", "b"],
};
const derivative = (
  on: { gradient(w: Float64Array, out: Float64Array, t: number): void },
  w: Float64Array,
  t: number,
) => {
  const out = new Float64Array(w.length).fill(7);
  on.gradient(w, out, t);
  return [...out];
};

describe("a network", () => {
  const linear = network(tiny, { hidden: [] });
  // Weights row by row, then biases: the scores are (x + 2y + 1, 3x - y - 1).
  const w = Float64Array.of(1, 2, 3, -1, 1, -1);
  const scores = [
    [6, 0],
    [-1, 0],
    [6, 7],
  ];
  const odds = scores.map(([a, b]) => [1 / (1 + Math.exp(b! - a!)), 1 / (1 + Math.exp(a! - b!))]);

  test("without hidden layers is softmax regression: odds, loss, accuracy and gradient by hand", () => {
    tiny.inputs.forEach((input, i) => {
      expect(linear.predict(w, input)).toEqual(odds[i]!.map((p): unknown => expect.closeTo(p, 14)));
    });
    const losses = odds.map((p, i) => -Math.log(p[tiny.labels[i]!]!));
    expect(linear.value(w)).toBeCloseTo(losses.reduce((sum, x) => sum + x, 0) / 3, 14);
    expect(linear.accuracy(w)).toBe(1);
    const blame = odds.map((p, i) => p.map((x, k) => (x - Number(k === tiny.labels[i])) / 3));
    const sum = (f: (i: number) => number): number => f(0) + f(1) + f(2);
    const due = [0, 1].flatMap((k) => [0, 1].map((j) => sum((i) => blame[i]![k]! * tiny.inputs[i]![j]!)));
    const biases = [0, 1].map((k) => sum((i) => blame[i]![k]!));
    expect(derivative(linear, w, 1)).toEqual([...due, ...biases].map((x): unknown => expect.closeTo(x, 14)));
  });

  test("counts what it gets right", () => {
    expect(linear.accuracy(Float64Array.of(0, 0, 0, 0, 1, 0))).toBeCloseTo(1 / 3, 14);
    expect(linear.accuracy(Float64Array.of(0, 0, 0, 0, 0, 1))).toBeCloseTo(2 / 3, 14);
  });

  test("with a hidden layer bends by tanh, and only there", () => {
    const bent = network(tiny, { hidden: [1] });
    const weights = Float64Array.of(0.5, -0.25, 0.1, 2, -1, 0.3, 0.2);
    const hidden = Math.tanh(0.5 * 3 - 0.25 * 1 + 0.1);
    const [a, b] = [2 * hidden + 0.3, -hidden + 0.2];
    expect(bent.predict(weights, [3, 1])[0]).toBeCloseTo(1 / (1 + Math.exp(b - a)), 14);
  });

  test("stays finite where scores are huge", () => {
    expect(linear.predict(Float64Array.of(1000, 0, -1000, 0, 0, 0), [3, 1])).toEqual([1, 0]);
  });

  test("has a name, layers, a dimension, and the same weights for the same seed", () => {
    const on = network(iris());
    expect([on.name, on.layers, on.dimension, on.samples, on.least]).toEqual([
      "a 4-8-3 network on iris",
      [4, 8, 3],
      4 * 8 + 8 + 8 * 3 + 3,
      150,
      0,
    ]);
    expect(on.start).toHaveLength(67);
    expect(network(iris(), { seed: 1 }).start).toEqual(on.start);
    expect(network(iris(), { seed: 2 }).start).not.toEqual(on.start);
  });

  test("takes the gradient of a batch as the mean of its samples'", () => {
    const [both, one, two] = [[0, 2], [0], [2]].map((batch) => {
      const out = new Float64Array(6).fill(9);
      linear.batchGradient(w, out, batch);
      return out;
    });
    both!.forEach((g, i) => expect(g).toBeCloseTo((one![i]! + two![i]!) / 2, 14));
  });

  test.each<[unknown, object, string]>([
    [
      3,
      {},
      "network takes a data set: inputs, labels and classes, got 3; for example: network(iris(), { hidden: [8] })",
    ],
    [{ ...tiny, labels: undefined }, {}, "network takes a data set"],
    [{ ...tiny, classes: "ab" }, {}, "network takes a data set"],
    [
      tiny,
      { hidden: 8 },
      "hidden is a list: the neurons of each hidden layer, got 8; for example: hidden: [8]",
    ],
    [
      tiny,
      { hidden: [0] },
      "every layer needs a whole number of neurons above 0, got [2, 0, 2]; for example: hidden: [8]",
    ],
    [tiny, { hidden: [1.5] }, "every layer needs a whole number of neurons above 0, got [2, 1.5, 2]"],
    [{ ...tiny, inputs: [] }, {}, "every layer needs a whole number of neurons above 0, got [0, 8, 2]"],
    [
      { ...tiny, labels: [0, 2, 1] },
      {},
      'sample 1 needs as many inputs as sample 0, and the number of its class as its label, got {"inputs": [0, -1], "label": 2}; allowed: 2 inputs, and labels from 0 to 1',
    ],
    [{ ...tiny, labels: [0, 1] }, {}, "sample 2 needs as many inputs as sample 0"],
    [{ ...tiny, labels: [0.5, 1, 1] }, {}, "sample 0 needs"],
    [{ ...tiny, labels: ["0", 1, 1] }, {}, "sample 0 needs"],
    [{ ...tiny, labels: [0, -1, 1] }, {}, "sample 1 needs"],
    [{ ...tiny, inputs: [[1], [2], [3, 4]] }, {}, "allowed: 1 input, and labels from 0 to 1"],
    [tiny, { seed: "a" }, "seed must be a whole number"],
    [tiny, { layers: [8] }, "network has no option layers"],
  ])("of %j with %j is refused", (data, options, message) => {
    const make = (): unknown => network(data as Dataset, options);
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });
});

describe("miniBatch(on, options)", () => {
  const flowers = network(iris());

  test("has batches of the size asked for, the last of an epoch with what is left", () => {
    const batches = miniBatch(flowers, { size: 40 });
    expect([1, 2, 3, 4, 5].map((t) => batches.batch(t).length)).toEqual([40, 40, 40, 30, 40]);
    const [first, sixth] = [batches.batch(1), batches.batch(6)];
    expect(batches.batch(1)).toEqual(first);
    expect(batches.batch(6)).toEqual(sixth);
    expect(miniBatch(flowers, { size: 40, seed: 1 }).batch(1)).toEqual(first);
    expect(miniBatch(flowers, { size: 40, seed: 2 }).batch(1)).not.toEqual(first);
  });

  test("has the value of all samples, the gradient of the batch of its step, and all else of the whole", () => {
    const batches = miniBatch(flowers, { size: 7 });
    const w = Float64Array.from(flowers.start);
    expect([batches.name, batches.dimension, batches.start, batches.of]).toEqual([
      `${flowers.name} in batches of 7`,
      67,
      flowers.start,
      flowers,
    ]);
    expect(batches.value(w)).toBe(flowers.value(w));
    const due = new Float64Array(67);
    flowers.batchGradient(w, due, batches.batch(3));
    expect(derivative(batches, w, 3)).toEqual([...due]);
    expect("start" in miniBatch({ ...flowers, start: undefined } as never, { size: 7 })).toBe(false);
  });

  test.each([1, 150])("may be of %i", (size) => {
    expect(miniBatch(flowers, { size }).stepsPerEpoch).toBe(150 / size);
  });

  test.each<[unknown, unknown, string]>([
    [
      flowers,
      { size: 151 },
      "size must be a whole number, got 151; allowed: 1 to 150; for example: size: 10",
    ],
    [flowers, { size: 2.5 }, "size must be a whole number, got 2.5"],
    [flowers, {}, "size must be a whole number, got nothing"],
    [network(tiny), { size: 4 }, "allowed: 1 to 3; for example: size: 3"],
    [ravine, { size: 4 }, "miniBatch takes an objective that is a mean over samples"],
    [undefined, { size: 4 }, "for example: miniBatch(network(iris()), { size: 10 })"],
    [flowers, 10, "miniBatch takes its options by name, got 10"],
    [flowers, { size: 10, seed: 0.5 }, "seed must be a whole number"],
  ])("%# is refused", (on, options, message) => {
    expect(() => miniBatch(on as typeof flowers, options as { size: number })).toThrow(message);
  });
});

describe("noisy(on, noise)", () => {
  const w = Float64Array.of(1, 1);
  const noiseOf = (seed: number, t: number): number[] =>
    derivative(noisy(ravine, { size: 1, seed }), w, t).map((g, i) => g - derivative(ravine, w, t)[i]!);

  test("adds to each coordinate and step a noise of its own, in proportion to its size", () => {
    const [one, two] = noiseOf(1, 1);
    expect(one).not.toBeCloseTo(two!, 6);
    const triple = derivative(noisy(ravine, { size: 3 }), w, 1).map(
      (g, i) => g - derivative(ravine, w, 1)[i]!,
    );
    expect(triple).toEqual([3 * one!, 3 * two!].map((x): unknown => expect.closeTo(x, 12)));
    expect(derivative(noisy(ravine, { size: 0 }), w, 1)).toEqual(derivative(ravine, w, 1));
  });

  test("keeps all else: landmarks, formula's variables, Hessian, and what it is made of", () => {
    const on = noisy(ravine, { size: 2 });
    const { minima, least, start, view, source, variables, dimension } = ravine;
    expect(on).toMatchObject({
      minima,
      least,
      start,
      view,
      source,
      variables,
      dimension,
      name: "noisy ravine",
    });
    expect([on.of, on.noise]).toEqual([ravine, { size: 2, seed: 1 }]);
    expect(noisy(objective("x^4", { localMinima: [[1]] }), { size: 1 }).localMinima).toEqual([[1]]);
    const H = new Float64Array(4);
    on.hessian!(w, H);
    expect([...H]).toEqual([0.1, 0, 0, 2]);
    const flowers = network(tiny);
    expect("hessian" in noisy(flowers, { size: 1 })).toBe(false);
  });

  test("hands the step on to what it is made of", () => {
    const batches = miniBatch(network(tiny), { size: 1 });
    const at = Float64Array.from(batches.start!);
    const still = noisy(batches, { size: 0 });
    for (const t of [1, 2, 3]) expect(derivative(still, at, t)).toEqual(derivative(batches, at, t));
  });

  test.each<[unknown, unknown, string]>([
    ["x^2", { size: 1 }, 'make one of a formula: noisy(objective("x^2"), { size: 0.5 })'],
    [{ value: () => 0, gradient: () => [0] }, { size: 1 }, "noisy takes an objective of the library"],
    [ravine, { size: Infinity }, "size must be 0 or more, got Infinity; for example: size: 0.5"],
    [ravine, { size: NaN }, "size must be 0 or more, got NaN"],
    [ravine, {}, "size must be 0 or more, got nothing"],
    [ravine, 0.5, "noisy takes its options by name, got 0.5"],
  ])("%# is refused", (on, noise, message) => {
    expect(() => noisy(on as typeof ravine, noise as { size: number })).toThrow(message);
  });
});

describe("data sets", () => {
  test("keep their name and classes in a part of them, and when they are standardized", () => {
    expect(subset(tiny, (i) => i > 0)).toEqual({
      ...tiny,
      inputs: [
        [0, -1],
        [3, 1],
      ],
      labels: [1, 1],
    });
    const { inputs, ...rest } = standardized(
      tiny,
      subset(tiny, (i) => i < 2),
    );
    // Of the first two, x has mean 1/2 and deviation 1/2, and y mean 1/2 and deviation 3/2.
    expect(inputs).toEqual([
      [1, 1],
      [-1, -1],
      [5, expect.closeTo(1 / 3, 14)],
    ]);
    expect(rest).toEqual({ name: "tiny", labels: tiny.labels, classes: tiny.classes });
  });

  test.each([[3], [{ inputs: [], labels: [] }], [{ inputs: [[1]] }], [{ labels: [1] }], [null]])(
    "are not %j",
    (data) => {
      const message =
        /a data set has inputs and labels, for one sample or more, got .*; for example: (subset|standardized)/;
      expect(() => subset(data as unknown as Dataset, () => true)).toThrow(message);
      expect(() => standardized(data as unknown as Dataset)).toThrow(message);
      expect(() => standardized(tiny, data as unknown as Dataset)).toThrow(message);
      expect(() => standardized(data as unknown as Dataset, tiny)).toThrow(message);
    },
  );

  test("iris takes its units by name", () => {
    expect(() => iris({ raw: "yes" as never })).toThrow(
      'raw must be true or false, got "yes"; for example: raw: true',
    );
    expect(() => iris({ units: "cm" } as never)).toThrow("iris has no option units");
    expect(iris({ raw: false })).toEqual(iris());
    expect(iris().classes).toEqual(["setosa", "versicolor", "virginica"]);
    expect([0, 50, 100, 149].map((i) => iris().labels[i])).toEqual([0, 1, 2, 2]);
    expect(iris({ raw: true }).inputs[149]).toEqual([5.9, 3, 5.1, 1.8]);
  });
});
