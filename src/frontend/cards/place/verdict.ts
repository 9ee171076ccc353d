/** What is drawn over a guess: where it is, and how far from where it was said to be. */
import { distanceOf, pointText } from "../../../exercises/kinds/place.ts";
import type { Place } from "../../../exercises/place/place.ts";
import { numeral } from "../../../math/numerals.ts";
import type { Look } from "../../../rules/look.ts";
import { markerShape } from "../../../rules/marker-shape.ts";
import { svg } from "../../elements.ts";
import { colours } from "../../explorer/look.ts";
import type { LabelPlacement } from "./label-placement.ts";
import type { Pixels } from "../../explorer/strokes.ts";

/** A map in pixels, and along which of its axes a place is asked for. */
export interface Scene {
  readonly along: "across" | "up" | "both";
  readonly width: number;
  readonly height: number;
}

/** Where the way from a guess is drawn when one coordinate counts, as a share of the map. */
const GAP_AT = 0.14;

/** The size of the marker at the truth, in pixels. */
const MARKER = 8;

/** A shorter way has no arrow. */
const SHORT = 12;

/** About as wide is a letter, in pixels. */
const LETTER = 7.4;

/** A place as a line through the map, where one coordinate is asked for. */
export function lineOf([x, y]: Pixels, { along, width, height }: Scene, name: string): SVGElement[] {
  if (along === "both") return [];
  const d = along === "across" ? `M${x.toFixed(1)} 0V${height}` : `M0 ${y.toFixed(1)}H${width}`;
  return [svg("path", { class: `line-of ${name}`, d })];
}

/** @param guess where the guess lies, and the guess itself; nothing where there is none */
export function verdict(
  exercise: Place,
  look: Look,
  scene: Scene,
  place: Pixels,
  guess: Pixels | undefined,
  guessed: Readonly<Record<string, number>> | undefined,
  names: LabelPlacement,
): SVGElement[] {
  const { answer } = exercise;
  const off = guessed === undefined ? "" : `${numeral(distanceOf(guessed, answer))} off`;
  const isBoth = scene.along === "both";
  const words = pointText(exercise, answer) + (isBoth && off !== "" ? `: ${off}` : "");
  const truth = svg(
    "g",
    { style: colours(look) },
    ...lineOf(place, scene, "truth"),
    svg("path", { class: "marker", d: markerShape(look.symbol, place, MARKER) }),
    isBoth ? names.at(words, place, MARKER) : names.leave(named(words, place, scene)),
  );
  const ways = guess === undefined ? [] : gap(guess, place, scene, isBoth ? "" : off);
  for (const way of ways) if (way.tagName === "text") names.leave(way);
  return [truth, ...ways];
}

/** The name of the truth beside its line, whole in the picture. */
function named(words: string, [x, y]: Pixels, { along, width, height }: Scene): SVGElement {
  const long = LETTER * words.length;
  if (along === "up")
    return svg("text", { x: width - 10, y: y < 30 ? y + 20 : y - 8, "text-anchor": "end" }, words);
  const isRight = x > width - long - 16;
  const at = { x: x + (isRight ? -10 : 10), y: height - 32 };
  return svg("text", { ...at, "text-anchor": isRight ? "end" : "start" }, words);
}

/** The way from the guess to where it is, along what is asked for. */
function gap(guess: Pixels, place: Pixels, { along, width, height }: Scene, off: string): SVGElement[] {
  const [[x0, y0], [x1, y1]]: readonly [Pixels, Pixels] = {
    both: [guess, place] as const,
    across: [[guess[0], height * GAP_AT] as const, [place[0], height * GAP_AT] as const] as const,
    up: [[width * GAP_AT, guess[1]] as const, [width * GAP_AT, place[1]] as const] as const,
  }[along];
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  const arrow = [
    svg("path", { class: "gap", d: `M${x0} ${y0}L${x1} ${y1}` }),
    svg("path", { class: "gap", d: "M-9 -5L0 0L-9 5", transform: `translate(${x1} ${y1}) rotate(${angle})` }),
  ];
  const at = along === "up" ? { x: x0 + 12, y: (y0 + y1) / 2 + 4 } : { x: (x0 + x1) / 2, y: y0 - 8 };
  return [
    ...(Math.hypot(x1 - x0, y1 - y0) < SHORT ? [] : arrow),
    ...(off === "" ? [] : [svg("text", { ...at, "text-anchor": along === "up" ? "start" : "middle" }, off)]),
  ];
}
