/** What each quantity of a rule is, so that it has one colour in all rows and pictures. */
import type { Rule } from "../../rules/rule.ts";
import type { Hue, Mark, Part } from "./line.ts";
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
  readonly parts: readonly Part[];
  readonly reads: readonly (readonly string[])[];
}

/**
 * The numbered arrows of the step's picture, in the rows where they are computed: of a rule with a velocity the jump, the
 * correction and the new velocity; of one with a first moment the slope, the mean and the update; else the step.
 */
export function marksOf(rule: Rule, { name, parts, reads }: Marked): Mark[] {
  const velocity = ofRole(rule, "velocity");
  const hues = huesOf(rule);
  const terms = termsOf(parts);
  const term = (has: (names: readonly string[]) => boolean): readonly [number, number] | undefined =>
    terms.find(([from, to]) => has(reads.slice(from, to).flat()));
  const under = (
    number: number,
    words: string,
    hue: Hue,
    span: readonly [number, number] | undefined,
  ): Mark[] => (span === undefined ? [] : [{ number, name: words, hue, span }]);
  if (velocity !== undefined && rule.equations["w"]!.text.replaceAll(" ", "") === `w+${velocity}`) {
    const old = term((names) => names.includes(velocity) && !names.includes("g"));
    if (name === "g" && rule.gradientAt !== "w") return under(1, "where it lands", "jump", [1, 2]);
    if (name === velocity)
      return [
        ...under(1, "jump", "jump", old),
        ...under(
          2,
          "correction",
          "slope",
          term((names) => names.includes("g")),
        ),
        { number: 3, name: "new", hue: "velocity" },
      ];
    return name === "w"
      ? under(
          3,
          "new",
          "velocity",
          term((names) => names.includes(velocity)),
        )
      : [];
  }
  const last = term((names) => !names.includes("w"));
  if (name !== "w" && name !== "g" && name !== movingMoment(rule)) return [];
  if (movingMoment(rule) === undefined) {
    const isSlope =
      last !== undefined &&
      reads
        .slice(...last)
        .flat()
        .every((read) => hues(read) === "slope" || hues(read) === "plain");
    return name === "w" ? under(1, "step", isSlope ? "slope" : "point", last) : [];
  }
  if (name === "g") return [{ number: 1, name: "slope", hue: "slope" }];
  return name === "w" ? under(3, "update", "point", last) : [{ number: 2, name: "mean", hue: "moment" }];
}

function ofRole(rule: Rule, role: string): string | undefined {
  return Object.entries(rule.equations).find(([, line]) => line.role === role)?.[0];
}

/** The first moment by which a rule moves. */
export function movingMoment(rule: Rule): string | undefined {
  return ofRole(rule, "corrected first moment") ?? ofRole(rule, "first moment");
}

/** The terms of a sum, each with its sign, as spans of parts. */
export function termsOf(parts: readonly Part[]): [number, number][] {
  const begins = [0];
  let depth = 0;
  for (const [k, part] of parts.entries()) {
    if (part.kind === "cell") continue;
    if (depth === 0 && k > 0 && (part.text === " + " || part.text === " − ")) begins.push(k);
    depth += (part.text.match(/\(/g)?.length ?? 0) - (part.text.match(/\)/g)?.length ?? 0);
  }
  return begins.map((from, k) => [from, begins[k + 1] ?? parts.length]);
}
