import { isList } from "../figures/growing.ts";
import { numeral } from "../math/numerals.ts";
import type { PlainObject } from "./clean.ts";

/** A number that a tooltip has with so many digits: `"%{customdata:.4~r}"`, or one of a row, `"%{customdata[0]:.4~r}"`. */
const NUMBER = /%\{(customdata(?:\[(\d)\])?):\.([1-9])~r\}/;

/** A trace whose tooltips write their number as everywhere, with a power of ten where Plotly would write many zeros. */
export function withNumerals(trace: PlainObject): PlainObject {
  const { hovertemplate, customdata } = trace;
  if (typeof hovertemplate !== "string" || !isList(customdata)) return trace;
  const [whole, name, column, digits] = NUMBER.exec(hovertemplate) ?? [];
  if (whole === undefined) return trace;
  const said = (value: unknown): unknown =>
    typeof value === "number" ? numeral(value, Number(digits)) : value;
  const saidIn = (row: unknown): unknown =>
    isList(row) ? Array.from(row, (value, k) => (k === Number(column) ? said(value) : value)) : row;
  return {
    ...trace,
    hovertemplate: hovertemplate.replace(whole, `%{${name}}`),
    customdata: Array.from(customdata, column === undefined ? said : saidIn),
  };
}
