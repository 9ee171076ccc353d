import { InputError } from "../errors.ts";

/** Plotly's dashes. */
export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"] as const;

/** Plotly's marker symbols that are told apart when small; each has a hollow form too. */
export const SYMBOLS: readonly string[] =
  "circle square diamond cross x triangle-up triangle-down triangle-left triangle-right pentagon hexagon hexagon2 octagon star-triangle-up star-square star-diamond hexagram diamond-tall diamond-wide hourglass bowtie".split(
    " ",
  );

export type Dash = (typeof DASHES)[number];

/** How the path of a rule is drawn: in its colour, and for those who do not tell colours apart by dash and marker. */
export interface Look {
  /** Colour on a light page, as `#d62728`. */
  readonly color: string;
  /** Colour on a dark page. */
  readonly dark: string;
  readonly dash: Dash;
  /** Plotly's marker symbol, such as `triangle-up`. */
  readonly symbol: string;
}

/** @throws InputError when a colour is no `#rrggbb`, or Plotly has no such dash or symbol */
export function checkLook({ color, dark, dash, symbol }: Look): void {
  for (const [name, colour] of Object.entries({ color, dark }))
    if (!/^#[0-9a-f]{6}$/.test(colour))
      throw new InputError({
        what: `${name} must be a colour of six hexadecimal digits`,
        got: colour,
        cure: 'write it as "#d62728"',
      });
  checkListed("dash", dash, DASHES);
  checkListed("symbol", symbol, SYMBOLS);
}

function checkListed(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new InputError({ what: `a look has no such ${name}`, got: value, allowed: allowed.join(", ") });
}
