import type { Magnified, MagnifiedArrow } from "../../figures/magnified.ts";
import { minus } from "../../math/numerals.ts";
import { html } from "../elements.ts";

/** The arrows of a step as columns of numbers; those that make the whole step stand as a sum that closes as it is printed. */
export function arrowSums({ arrows }: Magnified, variables: readonly [string, string]): HTMLElement {
  const numbered = arrows.filter(
    ({ number, kind, name }) => number !== undefined && (kind !== "aside" || name === "slope"),
  );
  const vectors = numbered.map(({ from, to }) => [to[0] - from[0], to[1] - from[1]] as const);
  const isSum = numbered.some(({ name }) => name === "jump");
  const decimals = decimalsFor(vectors, isSum);
  const signs = isSum ? ["+", "="] : ["", ""];
  const between = (k: number, sign: string): HTMLElement[] =>
    k === 0 ? [] : [html("td", { class: "sign" }, sign)];
  const head = numbered.flatMap((arrow, k) => [...between(k, ""), headOf(arrow)]);
  const rows = variables.map((variable, axis) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, html("i", {}, variable)),
      ...vectors.flatMap((vector, k) => [
        ...between(k, signs[k - 1] ?? ""),
        html("td", cellOf(numbered[k]!), minus(vector[axis as 0 | 1].toFixed(decimals))),
      ]),
    ),
  );
  return html(
    "table",
    { class: "sums", "aria-label": "the arrows of the step" },
    html("thead", {}, html("tr", {}, html("td"), ...head)),
    html("tbody", {}, ...rows),
  );
}

const cellOf = ({ number, colour }: MagnifiedArrow) => ({
  "data-arrow": number!,
  style: `--light:${colour.color};--dark:${colour.dark};--tint:light-dark(${colour.color},${colour.dark})`,
});

function headOf(arrow: MagnifiedArrow): HTMLElement {
  return html(
    "th",
    { scope: "col", ...cellOf(arrow) },
    html("b", {}, String(arrow.number)),
    ` ${arrow.name.split(" ").at(-1)!}`,
  );
}

/** Four digits of the largest number, and as many more as it takes that the printed ones add up. */
function decimalsFor(vectors: readonly (readonly [number, number])[], isSum: boolean): number {
  const largest = Math.max(...vectors.flat().map(Math.abs));
  const usual = Math.max(0, Math.min(MOST, 3 - Math.floor(Math.log10(largest))));
  if (!isSum) return usual;
  const closes = (decimals: number): boolean =>
    [0, 1].every((axis) => {
      const [jump = 0, correction = 0, whole = 0] = vectors.map((vector) =>
        Math.round(vector[axis as 0 | 1] * 10 ** decimals),
      );
      return jump + correction === whole;
    });
  for (let decimals = usual; decimals <= MOST; decimals++) if (closes(decimals)) return decimals;
  return usual;
}

const MOST = 12;
