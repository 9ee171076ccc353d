/** How a rule's path looks: its colour, and for those who do not tell colours apart its dash and marker. */
export interface Look {
  /** Colour on a light page. */
  readonly color: string;
  /** Colour on a dark page. */
  readonly dark: string;
  /** Plotly's dash. */
  readonly dash: Dash;
  /** Plotly's marker symbol. */
  readonly symbol: string;
}

export type Dash = "solid" | "dash" | "dot" | "dashdot" | "longdash" | "longdashdot";

const look = (color: string, dark: string, dash: Dash, symbol: string): Look => ({
  color,
  dark,
  dash,
  symbol,
});

/**
 * The looks of the rules by id. Gradient descent red, Nesterov pink, AdaGrad blue and RMSProp black are the deck's
 * (slides 5, 9, 12, 13). Every colour stands out 3:1 from a white or a #111 page; those of the deck's rules stay apart
 * under red-green blindness.
 */
export const LOOKS: Readonly<Record<string, Look>> = {
  gd: look("#d62728", "#ff6b5e", "solid", "circle"),
  momentum: look("#0f8f5f", "#2fd08e", "dash", "square"),
  nesterov: look("#e0559d", "#ff9fd0", "dashdot", "diamond"),
  adagrad: look("#1f5fd0", "#5c97ff", "longdash", "triangle-up"),
  rmsprop: look("#141414", "#f2f2f2", "dot", "cross"),
  adam: look("#c26a00", "#ffad42", "longdashdot", "triangle-down"),
  newton: look("#7a3db8", "#dcb0ff", "dash", "star-triangle-up"),
  bfgs: look("#3d2a7c", "#b9b4ff", "dashdot", "star-square"),
  lbfgs: look("#6a63b0", "#8f88e0", "longdash", "star-diamond"),
  qhm: look("#5a7d2a", "#b5e07f", "longdashdot", "pentagon"),
  adadelta: look("#0b7d8a", "#49cfe0", "dot", "hexagon"),
  adamax: look("#7a5600", "#e8cf6a", "dash", "triangle-left"),
  amsgrad: look("#8f2f10", "#e87a50", "dot", "triangle-right"),
  nadam: look("#a8236a", "#ff6fae", "longdash", "hourglass"),
  adamw: look("#94715a", "#f5dcc0", "dashdot", "bowtie"),
  radam: look("#b5566e", "#c9808f", "longdashdot", "x"),
  lion: look("#5b6770", "#9aa6b0", "solid", "octagon"),
};

const OTHERS: readonly Look[] = [
  look("#007f8b", "#3fd0dd", "longdashdot", "hexagram"),
  look("#8a6d00", "#d9bb45", "longdashdot", "diamond-tall"),
  look("#5b4a8a", "#a99be0", "longdashdot", "diamond-wide"),
];

/** The look of a rule: its own, that of the rule whose name its id begins with, or one by its place among others. */
export function lookOf(id: string, place: number): Look {
  if (Object.hasOwn(LOOKS, id)) return LOOKS[id]!;
  const family = Object.keys(LOOKS).find((name) => id.startsWith(`${name}-`));
  return family === undefined ? OTHERS[place % OTHERS.length]! : LOOKS[family]!;
}

const DASHES: readonly Dash[] = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

/** Looks for several paths at once: a second path of the same colour takes another dash and an open marker. */
export function looksOf(ids: readonly string[]): Look[] {
  const seen = new Map<string, number>();
  return ids.map((id, place) => {
    const own = lookOf(id, place);
    const times = seen.get(own.color) ?? 0;
    seen.set(own.color, times + 1);
    if (times === 0) return own;
    const dash = DASHES[(DASHES.indexOf(own.dash) + 2 * times) % DASHES.length]!;
    return {
      ...own,
      dash: dash === own.dash ? DASHES[(DASHES.indexOf(dash) + 1) % 6]! : dash,
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
export const GOLD = { color: "#b08600", dark: "#f0c419" };

/** `layout.meta.dark`: what each colour becomes on a dark page. */
export function darkColours(
  colours: readonly { readonly color: string; readonly dark: string }[],
): Record<string, string> {
  return Object.fromEntries([GOLD, ...colours].map(({ color, dark }) => [color, dark]));
}
