import { curves } from "../../figures/curves.ts";
import type { Specification } from "../../figures/recipe.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Interval } from "../../figures/view.ts";
import { numeral } from "../../math/numerals.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, readNumbers, readOption } from "../given.ts";
import { OTHERWISE, WELL } from "../guess.ts";
import { type Asked, checked, ofKind, type Option, type Parts, type Unanswered } from "../kind.ts";
import { byOptions, mistakeOf, phrase, rightOnes } from "../options.ts";
import { type Ball, descentsIn } from "../place/declared.ts";
import { apart, readAt, type Shape, type Sheet, sheetOf, stepsOf } from "../sketch/sheet.ts";

/** A word for a curve, and about how such a curve goes: places on it, each a step and the loss there. */
export interface CurveOption extends Option {
  readonly shape: Shape;
}

/**
 * Draw the curve of a loss before it is shown, or say in a word how it goes. The guess is for being made; what was drawn is told
 * by the word whose curve is nearest, and how far off it was in the picture's units.
 */
export interface Sketch<Names extends string = string> extends Asked<
  Names | Readonly<Record<string, number | Unanswered>>
> {
  readonly kind: "sketch";
  /** What the picture is drawn from; the last of its descents is the one that is foreseen. */
  readonly picture: Specification;
  readonly options: Readonly<Record<Names, CurveOption>>;
}

/** What a sketch is declared with. */
export interface SketchParts<Names extends string> extends Omit<Parts<Sketch<Names>>, "picture"> {
  readonly on: ExpressionObjective;
  /** The range of the loss; above 0 its axis is one of logarithms. */
  readonly view: Interval;
  /** Descents whose curves are in sight. */
  readonly known: readonly [Ball, ...Ball[]];
  /** The descent whose curve is foreseen. */
  readonly ball: Ball;
}

function declare<N extends string>(parts: SketchParts<N>): Sketch<N> {
  const { on, view, known, ball, ...rest } = checked("sketch", parts);
  return { ...rest, kind: "sketch", picture: descentsIn("sketch", on, [...known, ball], { view }).picture };
}

export const sketch = /* @__PURE__ */ ofKind<Sketch, typeof declare>(
  () => ({
    answered: "on a card",
    texts: ["options"],
    solution: byOptions.solution,
    mistakes: byOptions.mistakes,
    offers: byOptions.offers,
    asCode: byOptions.asCode,
    givenAwayBy: byOptions.givenAwayBy,
    opens: byOptions.opens,
    name: "sketch",
    earns: "by being made",
    about: aboutSketch,
    faults: (exercise) => {
      const { options, picture } = exercise;
      const sheet = sheetOf(picture);
      const unlike = Object.entries(options).filter(
        ([, one]) => nearest(sheet, options, one.shape)[1] !== one,
      );
      const [name, { right }] = nearest(sheet, options, sheet.truth.points);
      return [
        ...byOptions.faults(exercise),
        ...unlike.map(([one]) => `the curve ${one} is not found to be itself`),
        ...(right === true ? [] : [`what happens looks like ${name}`]),
      ];
    },
    question: ({ picture, options }) => ({ picture: knownCurves(picture), options }),
    onPaper: ({ picture }) => ({ picture: knownCurves(picture) }),
    draft: (rule, hyper) => ({
      parts: `on: ravine,
    view: [0.001, 10],
    known: [{ rule: gradientDescent, start: [-8, 1.5], steps: 50, hyper: { lambda: 0.1 }, name: "plain descent" }],
    ball: { rule: ${rule}, start: [-8, 1.5], steps: 50, hyper: ${hyper}, name: "what happens" },
    options: {
      a: { text: "", reason: "", right: true, shape: [[0, 5], [50, 0.01]] },
      b: { text: "", reason: "", shape: [[0, 5], [50, 5]] },
    },`,
      imports: [...new Set(["gradientDescent", "ravine", rule])],
    }),
    card: "card-sketch",
    asks: ({ picture, options }) => ({
      picture,
      options: Object.entries(options).map(([name, one]) => ({ name, right: false, ...one })),
    }),
  }),
  declare,
);

function knownCurves(picture: Specification): ReturnType<typeof curves> {
  return curves(new Recipe(picture).traces.slice(0, -1));
}

/** The word whose curve is nearest to a curve. */
function nearest(
  sheet: Sheet,
  options: Sketch["options"],
  shape: Shape,
): readonly [name: string, option: CurveOption] {
  const all = Object.entries(options);
  const ways = all.map(([, one]) => apart(sheet, one.shape, shape));
  return all[ways.indexOf(Math.min(...ways))]!;
}

/** A curve as it is handed in: its loss by the steps. */
export function drawnShape(losses: Readonly<Record<string, number>>): Shape {
  return Object.entries(losses)
    .map(([step, loss]) => [Number(step), loss] as const)
    .sort(([one], [other]) => one - other);
}

/** What is said about a curve, or about a word for it. */
export function aboutSketch({ picture, options }: Sketch, answer: unknown): Assessment {
  const sheet = sheetOf(picture);
  if (typeof answer === "string") {
    const read = readOption(options, answer);
    if ("faults" in read) return notRead(read.faults);
    return { ...told(options, read.option, [], []), picked: read.option };
  }
  const read = readNumbers(stepsOf(sheet).map(String), answer);
  if ("faults" in read) return notRead(read.faults);
  const drawn = drawnShape(read.numbers);
  const [name] = nearest(sheet, options, drawn);
  const [end, loss] = drawn.at(-1)!;
  const ends = [loss, readAt(sheet, sheet.truth.points, end)].map((at) => `: ${numeral(at)} at step ${end}`);
  const more = [furthest(sheet, drawn), ...read.remarks];
  return { ...told(options, name, ends, more), picked: read.numbers, option: name };
}

/** @param ends what is told besides of the end of the guess, and of what happens */
function told(
  options: Sketch["options"],
  name: string,
  [saidEnd = "", isEnd = ""]: readonly string[],
  more: readonly string[],
): Assessment {
  const option = options[name]!;
  const [truth] = rightOnes(options) as [Option];
  const isRight = option === truth;
  return {
    outcome: isRight ? "right" : "otherwise",
    headline: isRight ? WELL : OTHERWISE,
    blocks: [
      { kind: "said", said: [phrase(option) + saidEnd], is: [phrase(truth) + isEnd] },
      ...[...more, ...new Set([option.reason, truth.reason])].map(text),
    ],
    mistakes: mistakeOf(name, option),
  };
}

/** Where a curve lies furthest from what happens, as it is seen. */
function furthest(sheet: Sheet, drawn: Shape): string {
  const off = drawn.map(([step, loss]) => {
    const is = readAt(sheet, sheet.truth.points, step);
    return { step, loss, is, by: apart({ ...sheet, steps: 1 }, [[0, loss]], [[0, is]]) };
  });
  const { step, loss, is } = off.reduce((most, one) => (one.by > most.by ? one : most));
  return `You were furthest off at step ${step}: you drew ${numeral(loss)}, and it is ${numeral(is)}.`;
}
