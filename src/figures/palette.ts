/** How a rule's path looks: the deck's colours, told apart by dash and marker as well. */
export interface Look {
  /** Colour on a light page. */
  readonly color: string;
  /** Colour on a dark page, where it differs. */
  readonly dark?: string;
  /** Plotly's dash. */
  readonly dash: "solid" | "dash" | "dot" | "dashdot" | "longdash";
  /** Plotly's marker symbol. */
  readonly symbol: string;
}

/** Gradient descent red, Nesterov pink, AdaGrad blue and RMSProp black are the deck's (slides 5, 9, 12, 13). */
const LOOKS: Readonly<Record<string, Look>> = {
  gd: { color: "#d62728", dark: "#ff6b5e", dash: "solid", symbol: "circle" },
  momentum: { color: "#1a8f3c", dark: "#4cc36e", dash: "dash", symbol: "square" },
  nesterov: { color: "#e0559d", dark: "#ff8cc6", dash: "dashdot", symbol: "diamond" },
  adagrad: { color: "#1f5fd0", dark: "#6ea3ff", dash: "longdash", symbol: "triangle-up" },
  rmsprop: { color: "#141414", dark: "#f2f2f2", dash: "dot", symbol: "cross" },
  adam: { color: "#c26a00", dark: "#ffad42", dash: "solid", symbol: "triangle-down" },
  newton: { color: "#7a3db8", dark: "#c08bff", dash: "dash", symbol: "star" },
};

const OTHERS: readonly Look[] = [
  { color: "#007f8b", dark: "#3fd0dd", dash: "dot", symbol: "pentagon" },
  { color: "#8a6d00", dark: "#d9bb45", dash: "dashdot", symbol: "hexagon" },
  { color: "#5b6770", dark: "#aeb9c2", dash: "longdash", symbol: "x" },
];

/** The look of a rule: its own, that of the rule whose name its id begins with, or one by its place among others. */
export function lookOf(id: string, place: number): Look {
  const family =
    Object.keys(LOOKS).find((name) => id === name) ??
    Object.keys(LOOKS).find((name) => id.startsWith(`${name}-`));
  return family === undefined ? OTHERS[place % OTHERS.length]! : LOOKS[family]!;
}

/**
 * Looks for several paths at once: a second path of the same rule keeps its colour and takes another dash and marker.
 */
export function looksOf(ids: readonly string[]): Look[] {
  const seen = new Map<string, number>();
  return ids.map((id, place) => {
    const look = lookOf(id, place);
    const times = seen.get(look.color) ?? 0;
    seen.set(look.color, times + 1);
    return times === 0 ? look : { ...look, ...AGAIN[(times - 1) % AGAIN.length]! };
  });
}

const AGAIN: readonly Pick<Look, "dash" | "symbol">[] = [
  { dash: "dot", symbol: "circle-open" },
  { dash: "longdash", symbol: "square-open" },
  { dash: "dashdot", symbol: "diamond-open" },
];

/** `layout.meta.dark`: what each colour becomes on a dark page. */
export function darkColours(looks: readonly Look[]): Record<string, string> {
  return Object.fromEntries(looks.flatMap(({ color, dark }) => (dark === undefined ? [] : [[color, dark]])));
}
