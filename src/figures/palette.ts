import { DASHES, type Look } from "../rules/look.ts";
import type { Rule } from "../rules/rule.ts";
import { TOKENS } from "../tokens.ts";

const STRANGERS: readonly Look[] = [
  { color: "#007f8b", dark: "#3fd0dd", dash: "longdashdot", symbol: "hexagram" },
  { color: "#8a6d00", dark: "#d9bb45", dash: "longdashdot", symbol: "diamond-tall" },
  { color: "#5b4a8a", dark: "#a99be0", dash: "longdashdot", symbol: "diamond-wide" },
];

/** The look of a rule: its own, or one by its place among others. */
export function lookOf({ look }: Rule, place: number): Look {
  return look ?? STRANGERS[place % STRANGERS.length]!;
}

/** Looks for several paths at once: a second path of the same colour takes another dash and an open marker. */
export function looksOf(rules: readonly Rule[]): Look[] {
  const seen = new Map<string, number>();
  return rules.map((rule, place) => {
    const own = lookOf(rule, place);
    const times = seen.get(own.color) ?? 0;
    seen.set(own.color, times + 1);
    if (times === 0) return own;
    const dash = DASHES[(DASHES.indexOf(own.dash) + 2 * times) % DASHES.length]!;
    return {
      ...own,
      dash: dash === own.dash ? DASHES[(DASHES.indexOf(dash) + 1) % DASHES.length]! : dash,
      symbol: `${own.symbol}-open`,
    };
  });
}

/** Colours of arrows: those of slide 8, and a few beside them. */
export const ARROWS = {
  jump: { color: "#8a5a2b", dark: "#a8794c" },
  correction: { color: "#d62728", dark: "#ff6b5e" },
  velocity: { color: "#0f8f5f", dark: "#2fd08e" },
  standard: { color: "#1f5fd0", dark: "#5c97ff" },
  update: { color: "#141414", dark: "#f2f2f2" },
  moment: { color: "#c26a00", dark: "#ffad42" },
  model: { color: "#7a3db8", dark: "#dcb0ff" },
} as const;

/** The colour of marked minima. */
export const GOLD = { color: TOKENS.gold[0], dark: TOKENS.gold[1] };

/** `layout.meta.dark`: what each colour becomes on a dark page. */
export function darkColours(
  colours: readonly { readonly color: string; readonly dark: string }[],
): Record<string, string> {
  return Object.fromEntries([GOLD, ...colours].map(({ color, dark }) => [color, dark]));
}
