import { adagrad } from "../rules/adagrad.ts";
import { adam } from "../rules/adam.ts";
import { gradientDescent } from "../rules/gradient-descent.ts";
import type { Dash, Look } from "../rules/look.ts";
import { momentum } from "../rules/momentum.ts";
import { newton } from "../rules/newton.ts";
import { rmsprop } from "../rules/rmsprop.ts";
import type { Rule } from "../rules/rule.ts";
import { TOKENS } from "../tokens.ts";
import { contrastOf, mixed } from "./readable.ts";

const STRANGERS: readonly Look[] = [
  { color: "#007f8b", dark: "#3fd0dd", dash: "longdashdot", symbol: "hexagram" },
  { color: "#8a6d00", dark: "#d9bb45", dash: "longdashdot", symbol: "hexagon2" },
  { color: "#5b4a8a", dark: "#a99be0", dash: "longdashdot", symbol: "diamond-wide" },
];

/** The look of a rule: its own, or one by its place among others. */
export function lookOf({ look }: Rule, place: number): Look {
  return look ?? STRANGERS[place % STRANGERS.length]!;
}

/** Dashes that are told apart from afar. */
const UNLIKE: readonly Dash[] = ["solid", "dot", "longdash", "dashdot"];

/** Looks for several paths at once: a second path of the same colour takes another dash and an open marker. */
export function looksOf(rules: readonly Rule[]): Look[] {
  const seen = new Map<string, number>();
  return rules.map((rule, place) => {
    const own = lookOf(rule, place);
    const times = seen.get(own.color) ?? 0;
    seen.set(own.color, times + 1);
    if (times === 0) return own;
    const others = UNLIKE.filter((dash) => dash !== own.dash);
    return { ...own, dash: others[(times - 1) % others.length]!, symbol: `${own.symbol}-open` };
  });
}

/** A colour on a light page, and on a dark one. */
export type Colours = Pick<Look, "color" | "dark">;

function coloursOf({ look }: Rule): Colours {
  const { color, dark } = look!;
  return { color, dark };
}

/** Colours of arrows: those of slide 8, and a few beside them. */
export const ARROWS = {
  jump: { color: "#553311", dark: "#a9611c" },
  correction: coloursOf(gradientDescent),
  velocity: coloursOf(momentum),
  standard: coloursOf(adagrad),
  update: coloursOf(rmsprop),
  moment: coloursOf(adam),
  model: coloursOf(newton),
} as const satisfies Readonly<Record<string, Colours>>;

const [WHITE, BLACK] = ["#ffffff", "#000000"];

/** A colour with more contrast than this on its page has a second shade with less, and the other way round. */
const STRONG = { color: 9.5, dark: 8 };

/** How far a second shade goes towards white or black. */
const SHADE = 0.375;

/** A second shade of a colour, for the second coordinate of what a rule keeps. */
export function secondShade({ color, dark }: Colours): Colours {
  return {
    color: mixed(color, contrastOf(color, WHITE) > STRONG.color ? WHITE : BLACK, SHADE),
    dark: mixed(dark, contrastOf(dark, BLACK) > STRONG.dark ? BLACK : WHITE, SHADE),
  };
}

/** The colour of marked minima. */
export const GOLD = { color: TOKENS.gold[0], dark: TOKENS.gold[1] };

/** The colours of words and of what they lie on. */
export const INK = { color: TOKENS.ink[0], dark: TOKENS.ink[1] };
export const PAPER = { color: TOKENS.paper[0], dark: TOKENS.paper[1] };

/** `layout.meta.dark`: what each colour becomes on a dark page. */
export function darkColours(colours: readonly Colours[]): Record<string, string> {
  return Object.fromEntries([GOLD, INK, PAPER, ...colours].map(({ color, dark }) => [color, dark]));
}
