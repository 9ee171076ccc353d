import type { Magnified, MagnifiedArrow } from "../../figures/magnified.ts";
import { minus } from "../../math/numerals.ts";
import { html } from "../elements.ts";
import { textColours } from "./magnifier-style.ts";

/** The arrows of a step as columns of numbers; those that make the whole step stand as a sum, which closes as it is printed or says that it does about. */
export function arrowSums({ arrows }: Magnified, variables: readonly [string, string]): HTMLElement {
  const numbered = arrows.filter(
    ({ number, kind, name }) => number !== undefined && (kind !== "aside" || name === "slope"),
  );
  const vectors = numbered.map(({ from, to }) => [to[0] - from[0], to[1] - from[1]] as const);
  const isSum = numbered.some(({ name }) => name === "jump");
  const usual = decimalsFor(vectors);
  const closing = [usual, usual + 1, usual + 2].find((decimals) => closes(vectors, decimals));
  const decimals = isSum ? (closing ?? usual) : usual;
  const signs = isSum ? ["+", closing === undefined ? "≈" : "="] : ["", ""];
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
  style: `${textColours(colour)};--tint:light-dark(${colour.color},${colour.dark})`,
});

function headOf(arrow: MagnifiedArrow): HTMLElement {
  return html(
    "th",
    { scope: "col", ...cellOf(arrow) },
    html("b", {}, String(arrow.number)),
    ` ${arrow.name.split(" ").at(-1)!}`,
  );
}

type Vectors = readonly (readonly [number, number])[];

/** As many decimals as give the largest number four digits. */
function decimalsFor(vectors: Vectors): number {
  const largest = Math.max(...vectors.flat().map(Math.abs));
  return Math.max(0, Math.min(MOST, 3 - Math.floor(Math.log10(largest))));
}

const MOST = 10;

/** Whether jump and correction make the whole as they are printed, along both axes. */
const closes = (vectors: Vectors, decimals: number): boolean =>
  [0, 1].every((axis) => {
    const [jump = 0, correction = 0, whole = 0] = vectors.map((vector) =>
      Math.round(vector[axis as 0 | 1] * 10 ** decimals),
    );
    return jump + correction === whole;
  });
