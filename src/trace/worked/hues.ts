/** What each quantity of a rule is, so that it has one colour in all rows and pictures. */
import { symbolsIn } from "../../math/line.ts";
import { ofRole } from "../../rules/program.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Hue, Mark, LinePart } from "./line.ts";
import type { Reading } from "./reading.ts";

const OF_ROLES: Readonly<Record<string, Hue>> = {
  velocity: "velocity",
  "first moment": "moment",
  "corrected first moment": "moment",
  "second moment": "square",
  "corrected second moment": "square",
  "sum of squares": "square",
};

const OTHERS: readonly Hue[] = ["first", "second", "third"];

/** The hue of each of a rule's quantities; a number that was chosen has none. */
export function huesOf(rule: Rule): (name: string) => Hue {
  const hues = new Map<string, Hue>([
    ["g", "slope"],
    ["w", "point"],
    ["lookahead", "point"],
    ["H", "third"],
  ]);
  let others = 0;
  for (const [name, { role }] of Object.entries(rule.equations)) {
    if (hues.has(name)) continue;
    const known = role === undefined ? undefined : OF_ROLES[role];
    hues.set(name, known ?? OTHERS[others++ % OTHERS.length]!);
  }
  return (name) => hues.get(name) ?? "plain";
}

/** The hue of a cell that reads these names: that of the one quantity among them. */
export function hueOfCell(reading: Reading, names: readonly string[]): Hue {
  const own = names.filter((name) => !reading.isGiven(name));
  return own.length > 1 ? "point" : own.length === 0 ? "plain" : huesOf(reading.trace.rule)(own[0]!);
}

/** A line taken apart, with the names that each of its parts reads. */
export interface Marked {
  readonly name: string;
  readonly parts: readonly LinePart[];
  readonly reads: readonly (readonly string[])[];
}

/**
 * How a rule moves, as far as pictures and rows tell: by a velocity that it adds to w, by a mean of slopes, along the
 * slope alone, or otherwise.
 */
export function motionOf(rule: Rule): "velocity" | "moment" | "slope" | "other" {
  const text = rule.equations["w"]!.text.replaceAll(" ", "");
  const velocity = ofRole(rule, "velocity");
  if (velocity !== undefined && text === `w+${velocity}`) return "velocity";
  if (movingMoment(rule) !== undefined) return "moment";
  const isGiven = (name: string): boolean => Object.hasOwn(rule.hyperparameters, name);
  return [...symbolsIn(text)].every((name) => name === "w" || name === "g" || isGiven(name))
    ? "slope"
    : "other";
}

/**
 * The numbered arrows of the step's picture, in the rows where they are computed: of a rule with a velocity the jump, the
 * correction and the new velocity; of one with a first moment the slope, the mean and the update; else slope and step.
 */
export function marksOf(rule: Rule, { name, parts, reads }: Marked): Mark[] {
  const terms = termsOf(parts);
  const under = (
    number: number,
    words: string,
    hue: Hue,
    has: (names: readonly string[]) => boolean,
  ): Mark[] => {
    const span = terms.find(([from, to]) => has(reads.slice(from, to).flat()));
    return span === undefined ? [] : [{ number, name: words, hue, span }];
  };
  const slope: Mark[] = name === "g" ? [{ number: 1, name: "slope", hue: "slope" }] : [];
  const move = (number: number, words: string, hue: Hue): Mark[] =>
    name === "w" ? under(number, words, hue, (names) => !names.includes("w")) : [];
  switch (motionOf(rule)) {
    case "velocity":
      return velocityMarks(rule, name, under);
    case "moment":
      if (name === movingMoment(rule)) return [{ number: 2, name: "mean", hue: "moment" }];
      return [...slope, ...move(3, "update", "point")];
    case "slope":
      return move(1, "step", "slope");
    case "other":
      return [...slope, ...move(2, "step", "point")];
  }
}

type Under = (number: number, words: string, hue: Hue, has: (names: readonly string[]) => boolean) => Mark[];

function velocityMarks(rule: Rule, name: string, under: Under): Mark[] {
  const velocity = ofRole(rule, "velocity")!;
  if (name === "g" && rule.gradientAt !== "w")
    return [{ number: 1, name: "where it lands", hue: "jump", span: [1, 2] }];
  if (name === velocity)
    return [
      ...under(1, "jump", "jump", (names) => names.includes(velocity) && !names.includes("g")),
      ...under(2, "correction", "slope", (names) => names.includes("g")),
      { number: 3, name: "new", hue: "velocity" },
    ];
  return name === "w" ? under(3, "new", "velocity", (names) => names.includes(velocity)) : [];
}

/** The first moment by which a rule moves. */
export function movingMoment(rule: Rule): string | undefined {
  return ofRole(rule, "corrected first moment") ?? ofRole(rule, "first moment");
}

/** The terms of a sum, each with its sign, as spans of parts. */
export function termsOf(parts: readonly LinePart[]): [number, number][] {
  const begins = [0];
  let depth = 0;
  for (const [k, part] of parts.entries()) {
    if (part.kind === "cell") continue;
    if (depth === 0 && k > 0 && (part.text === " + " || part.text === " − ")) begins.push(k);
    depth += (part.text.match(/\(/g)?.length ?? 0) - (part.text.match(/\)/g)?.length ?? 0);
  }
  return begins.map((from, k) => [from, begins[k + 1] ?? parts.length]);
}
