import { landscape } from "../../figures/landscape.ts";
import type { Specification } from "../../figures/recipe.ts";
import { Recipe } from "../../figures/revive.ts";
import { numberText, numeral } from "../../math/numerals.ts";
import { sentence } from "../../sentence.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { allOpen, notRead, openNumbers, readNumbers, UNWRITTEN, wrongExample } from "../given.ts";
import { OTHERWISE, WELL } from "../guess.ts";
import { checked, ofKind, type Option } from "../kind.ts";
import type { Mistake } from "../mistake.ts";
import { planeOf } from "../place/plane.ts";
import { declared, type PlaceParts } from "../place/declared.ts";
import type { PictureOptions } from "../place/picture.ts";
import type { Place, Point, WrongPlace } from "../place/place.ts";

function declare(parts: PlaceParts): Place {
  return declared(checked("place", parts));
}

export const place = /* @__PURE__ */ ofKind<Place, typeof declare>(
  () => ({
    name: "place",
    answered: "on a card",
    earns: "by being made",
    texts: ["right", "because", "wrong"],
    about: aboutPlace,
    faults: (exercise, check) => {
      const { answer, wrong, picture } = exercise;
      const { outcome, headline } = check(answer);
      const unlike = Object.entries(wrong).filter(
        ([name, { at }]) => check(at).mistakes[0]?.id !== mistakeOf(name, wrong[name]!).id,
      );
      const { view } = picture.options as PictureOptions;
      const names = picture.objective!.variables;
      const outside = Object.entries(answer).filter(([name, value]) => {
        const [low, high] = view[names.indexOf(name) as 0 | 1];
        return value < low || value > high;
      });
      return [
        ...(outcome === "right" ? [] : [`its own answer gives "${headline}"`]),
        ...outside.map(([name, value]) => `${name} = ${numberText(value)} lies outside of its picture`),
        ...unlike.map(([name]) => `the wrong place ${name} is not found to be itself`),
      ];
    },
    solution: (exercise) => [text(whereItIs(exercise)), text(exercise.because)],
    mistakes: ({ wrong }) => Object.entries(wrong).map(([name, one]) => mistakeOf(name, one)),
    question: ({ picture, wrong, right, because }) => ({
      picture: knownFigure(picture),
      ...(Object.keys(wrong).length === 0 ? {} : { options: optionsOf(wrong, right, because) }),
    }),
    onPaper: ({ picture }) => ({ picture: knownFigure(picture) }),
    onPhone: (exercise) => ({
      by: "place",
      map: planeOf(exercise),
      shows: planeOf(exercise, true),
      right: exercise.answer,
    }),
    draft: (rule, hyper) => ({
      parts: `on: ravine,
    view: [
      [-9, 3],
      [-2.5, 2.5],
    ],
    ball: { rule: ${rule}, start: [-8, 1.5], steps: 50, hyper: ${hyper}, name: "the ball" },
    asks: "x",
    within: 0.5,
    right: "",
    wrong: { bottom: { at: { x: 0 }, within: 0.3, what: "", reason: "" } },
    because: "",`,
      imports: ["ravine", rule],
    }),
    card: "card-place",
    asks: ({ picture, asks, step, answer, within, right, wrong, because }) => ({
      picture,
      asks,
      step,
      answer,
      within,
      right,
      wrong: Object.entries(wrong).map(([name, one]) => ({ name, ...one })),
      because,
    }),
    asCode: ({ asks, answer, within }) => ({
      example: wrongExample(
        Object.fromEntries(asks.map((name) => [name, { answer: answer[name]!, within }])),
      ),
      open: openNumbers(asks),
      right: JSON.stringify(answer),
    }),
    givenAwayBy: ({ answer }) => ({
      numbers: Object.values(answer).map((value) => Number(value.toFixed(2))),
    }),
    opens: ({ because, right }) => [sentence(right), because],
  }),
  declare,
);

/** What a room chooses from: what happens in words, by the alphabet, so that the right one has no place of its own. */
function optionsOf(wrong: Place["wrong"], right: string, because: string): Record<string, Option> {
  const all: [string, Option][] = [
    ...Object.entries(wrong).map(([name, { what, reason }]): [string, Option] => [
      name,
      { text: sentence(what), reason },
    ]),
    ["right", { text: sentence(right), reason: because, right: true }],
  ];
  return Object.fromEntries(all.sort(([, a], [, b]) => (a.text < b.text ? -1 : 1)));
}

function mistakeOf(name: string, { what }: WrongPlace): Mistake {
  return { id: `place: ${name}`, what };
}

/** The picture with what is in sight before there is an answer. */
function knownFigure(picture: Specification): ReturnType<typeof landscape> {
  const { traces, objective } = new Recipe(picture);
  const known = traces.slice(0, -1);
  const { view } = picture.options as PictureOptions;
  return landscape(known.length === 0 ? objective : known, { view, height: 320 });
}

function whereItIs(exercise: Place): string {
  return `${pointText(exercise, exercise.answer)}, at step ${exercise.step}`;
}

/** So small a share of what counts as right is 0 in a picture. */
const NOTHING = 0.01;

/** A place as it is read: "x = 1.23", or "x = 1.23, y = 0.5". */
export function pointText({ within }: Place, point: Point): string {
  return Object.entries(point)
    .map(([name, value]) => `${name} = ${numeral(Math.abs(value) < NOTHING * within ? 0 : value)}`)
    .join(", ");
}

/** How far one place is from another, along the coordinates of the second. */
export function distanceOf(from: Point, to: Point): number {
  return Math.hypot(...Object.entries(to).map(([name, value]) => value - from[name]!));
}

/** What is said about a place. */
export function aboutPlace(exercise: Place, given: unknown): Assessment {
  const { asks, answer, within, wrong, because } = exercise;
  if (allOpen(asks, given)) return UNWRITTEN;
  const read = readNumbers(asks, given);
  if ("faults" in read) return notRead(read.faults);
  const { numbers, remarks } = read;
  const off = distanceOf(numbers, answer);
  const isNear = off <= within;
  const [name, expected] =
    (isNear
      ? undefined
      : Object.entries(wrong).find(([, one]) => distanceOf(numbers, one.at) <= one.within)) ?? [];
  return {
    outcome: isNear ? "right" : "otherwise",
    headline: isNear ? WELL : OTHERWISE,
    blocks: [
      { kind: "said", said: [pointText(exercise, numbers)], is: [whereItIs(exercise)] },
      text(isNear ? `You were ${numeral(off)} off.` : `It is ${numeral(off)} away from where you said.`),
      ...(expected === undefined ? [] : [text(`You expected that ${expected.what}. ${expected.reason}`)]),
      text(because),
      ...remarks.map(text),
    ],
    ...(name === undefined || expected === undefined ? {} : { mistakes: [mistakeOf(name, expected)] }),
    picked: numbers,
  };
}
