import { dashArray } from "../../figures/dashes.ts";
import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";
import { readable } from "../../figures/readable.ts";
import type { Look } from "../../rules/look.ts";
import { TOKENS } from "../../tokens.ts";
import { svg } from "../elements.ts";

export const dashOf = ({ dash }: Look): string => dashArray(dash);

/** A rule's colours as CSS variables: of its lines, and of small text on the page's grounds. */
export function colours({ color, dark }: Look): string {
  const text = [readable(color, TOKENS.raised[0]), readable(dark, TOKENS.raised[1])];
  return `--hue: light-dark(${color}, ${dark}); --hue-text: light-dark(${text.join(", ")})`;
}

/** A piece of a rule's path, with its dash and its marker. */
export function sample(look: Look): SVGElement {
  return svg(
    "svg",
    {
      class: "sample",
      viewBox: "0 0 38 14",
      preserveAspectRatio: "xMidYMid slice",
      "aria-hidden": "true",
      style: colours(look),
    },
    svg("path", { class: "line", d: "M1 7H37", "stroke-dasharray": dashOf(look) }),
    svg("path", {
      class: `marker ${isOpenMarker(look.symbol) ? "open" : ""}`,
      d: markerShape(look.symbol, [19, 7], 4.6),
    }),
  );
}
