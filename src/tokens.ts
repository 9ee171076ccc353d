/** On a light page, and on a dark one. */
const INK = ["#23262b", "#e4e3de"] as const;

/** The colours of all that is drawn in a page and of our own pages: on a light one, and on a dark one. */
export const TOKENS = {
  paper: ["#fffefb", "#15181c"],
  raised: ["#f6f4ee", "#1d2126"],
  sunken: ["#ece9e0", "#282d34"],
  ink: INK,
  soft: ["#5d626b", "#a3a8b0"],
  rule: ["#dedad0", "#353b43"],
  edge: ["#8a867c", "#7d8692"],
  link: ["#1a5fa8", "#82b6ef"],
  problem: ["#a8321f", "#ff9d8c"],
  "problem-ground": ["#fbeee8", "#35211e"],
  "note-ground": ["#eef2f7", "#1d2732"],
  /** What is right is said by a mark, a word and an outline in ink: green and red are those of rules. */
  right: INK,
  "right-ground": ["#ece9e0", "#282d34"],
  gold: ["#b08600", "#f0c419"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

type Token = keyof typeof TOKENS;

/** Type: headings, text and controls, code. */
const TYPEFACES = {
  serif: '"Raised Digits", "Source Serif 4 Variable", "Iowan Old Style", Charter, Georgia, serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif',
  mono: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
};

/** The colours and typefaces as CSS variables; which of the two colours counts is the place's `color-scheme`. */
export function tokenRules(): string {
  const faces = Object.entries(TYPEFACES).map(([name, face]) => `--${name}: ${face};`);
  return [colourRules(Object.keys(TOKENS) as Token[]), ...faces].join("\n");
}

/** Some of the colours as CSS variables. */
export function colourRules(names: readonly Token[]): string {
  return names.map((name) => `--${name}: light-dark(${TOKENS[name][0]}, ${TOKENS[name][1]});`).join("\n");
}

/** What makes an element light or dark with its page, and light on paper. */
export function schemeRules(selector: string): string {
  return `
${selector} { color-scheme: light; }
[data-jp-theme-light="false"] ${selector} { color-scheme: dark; }
@media print { ${selector}${selector} { color-scheme: light !important; } }`;
}
