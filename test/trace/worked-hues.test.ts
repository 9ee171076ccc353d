import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  adamPrinted,
  adamw,
  adagradOutside,
  bfgs,
  convention,
  defineRule,
  descend,
  dampedNewton,
  gradientDescent,
  hyper,
  lbfgs,
  line,
  lion,
  momentum,
  nadam,
  nesterov,
  nesterovRewritten,
  newton,
  qhm,
  ravine,
  rmsprop,
  type Rule,
  state,
  variant,
} from "fall-line";
import { huesOf, motionOf, movingMoment, termsOf } from "../../src/trace/worked/hues.ts";
import type { LinePart } from "../../src/trace/worked/line.ts";
import { sampleSvg } from "../../src/trace/worked/sample.ts";
import { sentenceOf } from "../../src/trace/worked/sentence.ts";

test.each<[Rule, Record<string, string>]>([
  [momentum, { g: "slope", m: "velocity", w: "point", lambda: "plain", lookahead: "point" }],
  [
    adam,
    {
      g: "slope",
      m: "moment",
      v: "square",
      mHat: "moment",
      vHat: "square",
      w: "point",
      eta: "plain",
      t: "plain",
    },
  ],
  [rmsprop, { kappa: "square", g: "slope" }],
  [adagrad, { kappa: "square" }],
  [
    dampedNewton,
    { H: "third", curvature: "first", damping: "second", p: "third", length: "first", w: "point" },
  ],
  [
    bfgs,
    {
      y: "first",
      c: "second",
      b: "third",
      B: "first",
      p: "second",
      gOld: "third",
      length: "first",
      s: "second",
    },
  ],
])("quantities have the hues of what they are for, others take turns: %#", (rule, hues) => {
  const hueOf = huesOf(rule);
  expect(Object.fromEntries(Object.keys(hues).map((name) => [name, hueOf(name)]))).toEqual(hues);
});

const own = (w: string, lines: object = {}): Rule =>
  defineRule({
    id: "own",
    title: "Own",
    hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" }) },
    equations: { ...lines, w },
  });
const velocity = { v: line.vector("-lambda*g", { role: "velocity" }) };

test.each<[Rule, string, string | undefined]>([
  [momentum, "velocity", undefined],
  [nesterov, "velocity", undefined],
  [nesterovRewritten, "other", undefined],
  [gradientDescent, "slope", undefined],
  [own("w - pi*lambda*g"), "slope", undefined],
  [own("w - lambda*g/t"), "other", undefined],
  [own("w+v", velocity), "velocity", undefined],
  [own("w + 2*v", velocity), "other", undefined],
  [own("v + w", velocity), "other", undefined],
  [adam, "moment", "mHat"],
  [nadam, "moment", "m"],
  [qhm, "moment", "m"],
  [lion, "moment", "m"],
  [adagrad, "other", undefined],
  [newton, "other", undefined],
  [lbfgs, "other", undefined],
])("a rule moves by its velocity, a moment, the slope alone or otherwise: %#", (rule, motion, moment) => {
  expect([motionOf(rule), movingMoment(rule)]).toEqual([motion, moment]);
});

/** The marks of a step's rows: line, number, words, hue, and the letters that they stand under. */
const marksOf = (rule: Rule): string[] =>
  descend(ravine, rule, { start: [-8, 1.5], steps: 2 })
    .worked(2)
    .lines.flatMap(({ name, marks, parts }) =>
      marks.map(({ number, name: words, hue, span }) => {
        const under =
          span === undefined
            ? ""
            : parts
                .slice(...span)
                .map((part) => (part.kind === "cell" ? part.letter : part.text))
                .join("");
        return `${name}: ${number} ${words} (${hue}) ${under}`.trim();
      }),
    );

test.each<[string, Rule, string[]]>([
  ["gradient descent", gradientDescent, ["w: 1 step (slope)  − λ · g_{2}"]],
  [
    "momentum",
    momentum,
    [
      "m: 1 jump (jump) α · m_{1}",
      "m: 2 correction (slope)  − λ · g_{2}",
      "m: 3 new (velocity)",
      "w: 3 new (velocity)  + m_{2}",
    ],
  ],
  [
    "Nesterov momentum",
    nesterov,
    [
      "g: 1 where it lands (jump) w_{1} + α·m_{1}",
      "m: 1 jump (jump) α · m_{1}",
      "m: 2 correction (slope)  − λ · g_{2}",
      "m: 3 new (velocity)",
      "w: 3 new (velocity)  + m_{2}",
    ],
  ],
  [
    "Adam",
    adam,
    ["g: 1 slope (slope)", "mHat: 2 mean (moment)", "w: 3 update (point)  − η · m̂_{2} / (√v̂_{2} + ε)"],
  ],
  ["AdaGrad", adagrad, ["g: 1 slope (slope)", "w: 2 step (point)  − λ · g_{2} / √(κ_{2} + ε)"]],
  ["Newton's method", newton, ["g: 1 slope (slope)", "w: 2 step (point)  − p_{2}"]],
])("the rows of %s are marked as its picture numbers its arrows", (_name, rule, marks) => {
  expect(marksOf(rule).map((mark) => mark.normalize("NFC"))).toEqual(
    marks.map((mark) => mark.normalize("NFC")),
  );
});

test("what is marked as an arrow wears its hue, and not the point's", () => {
  const hues = (rule: Rule, name: string) =>
    descend(ravine, rule, { start: [-8, 1.5], steps: 2 })
      .worked(2)
      .lines.find((one) => one.name === name)!
      .parts.flatMap((part) => (part.kind === "cell" ? [`${part.letter} ${part.hue}`] : []));
  expect(hues(momentum, "m")).toEqual(["α jump", "m_{1} jump", "λ slope", "g_{2} slope"]);
  expect(hues(momentum, "w")).toEqual(["w_{1} point", "m_{2} velocity"]);
  expect(hues(adagrad, "w").map((hue) => hue.split(" ").at(-1))).toEqual([
    "point",
    "plain",
    "slope",
    "square",
  ]);
  expect(hues(nesterov, "g")).toEqual(["w_{1} + α · m_{1} jump".replace(" · ", "·")]);
});

const sign = (text: string): LinePart => ({ kind: "sign", text, below: text });
const cell: LinePart = { kind: "cell", letter: "a", hue: "plain", texts: [], isWhole: false };

test.each<[string, LinePart[], [number, number][]]>([
  ["one cell", [cell], [[0, 1]]],
  [
    "a sum",
    [cell, sign(" + "), cell, sign(" − "), cell],
    [
      [0, 1],
      [1, 3],
      [3, 5],
    ],
  ],
  [
    "a sign in front",
    [sign("−"), cell, sign(" − "), cell],
    [
      [0, 2],
      [2, 4],
    ],
  ],
  ["a difference that begins the row", [sign(" − "), cell], [[0, 2]]],
  [
    "a sum in parentheses",
    [cell, sign(" − "), sign("("), cell, sign(" + "), cell, sign(")"), sign(" + "), cell],
    [
      [0, 1],
      [1, 7],
      [7, 9],
    ],
  ],
  [
    "parentheses in one sign",
    [sign("√("), cell, sign(" + "), sign("(("), cell, sign("))"), sign(")"), sign(" + "), cell],
    [
      [0, 7],
      [7, 9],
    ],
  ],
  ["a product", [cell, sign(" · "), cell], [[0, 3]]],
])("%s falls into its terms", (_title, parts, terms) => {
  expect(termsOf(parts)).toEqual(terms);
});

test.each<[Rule, string, string]>([
  [gradientDescent, "g", "The slope here"],
  [nesterov, "g", "The slope where the jump lands"],
  [
    variant(gradientDescent, { id: "a", title: "A", gradientAt: "w/2" }),
    "g",
    "The slope at the point looked at",
  ],
  [newton, "H", "The curvature here"],
  [momentum, "m", "Velocity"],
  [momentum, "w", "Move"],
  [adam, "mHat", "Corrected first moment"],
  [adam, "v", "Second moment: leaky average of the squared gradients"],
  [nesterovRewritten, "m", "Velocity"],
  [own("w - d", { d: "2*g" }), "d", ""],
  [own("w - d", { d: line.vector("2*g", { meaning: "double slope" }) }), "d", "Double slope"],
])("a line says what it computes: %#", (rule, name, sentence) => {
  expect(sentenceOf(rule, name)).toBe(sentence);
});

test("the meaning of a line comes before that of its state", () => {
  const both = defineRule({
    id: "b",
    title: "B",
    state: { m: state.vector({ meaning: "what is kept" }) },
    equations: { m: line.vector("g", { meaning: "what is new" }), w: "w - m" },
  });
  expect(sentenceOf(both, "m")).toBe("What is new");
});

describe("a sample of a path", () => {
  test.each([
    ["solid", "none"],
    ["dash", "8 4"],
    ["dot", "2.5 3.5"],
    ["dashdot", "8 3 2.5 3"],
    ["longdash", "14 4"],
    ["longdashdot", "13 3 2.5 3"],
  ] as const)("has the dash %s", (dash, strokes) => {
    expect(sampleSvg({ color: "#111111", dark: "#eeeeee", dash, symbol: "circle" })).toContain(
      `stroke-dasharray="${strokes}"`,
    );
  });

  test("has its colours, its marker in the middle, full or hollow, and is no news to a screen reader", () => {
    const look = { color: "#111111", dark: "#eeeeee", dash: "dot", symbol: "square" } as const;
    const svg = sampleSvg(look);
    expect(svg).toContain('aria-hidden="true" style="color:light-dark(#111111,#eeeeee)"');
    expect(svg).toContain('fill="currentColor" stroke="var(--paper)"');
    expect(sampleSvg({ ...look, symbol: "square-open" })).toContain(
      'fill="var(--paper)" stroke="currentColor"',
    );
    const numbers = [.../d="M([^"]*)z"/.exec(svg)![1]!.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const middle = [0, 1].map((k) => numbers.reduce((sum, pair) => sum + pair[k]!, 0) / numbers.length);
    expect(middle).toEqual([expect.closeTo(18, 1), expect.closeTo(7, 1)]);
  });
});

test("forms of a rule are told in their own letters", () => {
  const forms = [adamPrinted, adamw, adagradOutside, convention("nesterov", "torch")];
  for (const rule of forms as Rule[])
    expect(motionOf(rule)).toBe(rule.id.startsWith("adam") ? "moment" : "other");
});
