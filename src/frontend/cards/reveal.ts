import { PLOTLY, SPECIFICATION } from "../../mime.ts";
import { svgAddress } from "../../svg-address.ts";
import { element } from "./dom.ts";
import type { Reveal } from "./blocks.ts";
import { drawAsNotebook } from "./kernel.ts";
import type { Bundle } from "./checked.ts";

type Draw = (node: HTMLElement, data: unknown, isSpecification: boolean) => Promise<{ remove(): void }>;

/**
 * What a card reveals: in a notebook as the notebook shows an output that it does not trust; elsewhere a live figure where
 * there is one, else a still picture, else text. Never markup.
 */
export function revealWith(draw: Draw): Reveal {
  return async (node, bundle) => {
    const inNotebook = await drawAsNotebook(node, bundle);
    if (inNotebook !== undefined) return inNotebook;
    const specification = bundle[SPECIFICATION];
    const plotly = bundle[PLOTLY];
    if (specification !== undefined) return draw(node, specification, true);
    if (plotly !== undefined) return draw(node, plotly, false);
    node.replaceChildren(still(bundle));
    return { remove: () => node.replaceChildren() };
  };
}

function still(bundle: Bundle): HTMLElement {
  const words = bundle["text/plain"];
  const alt = typeof words === "string" ? words : "";
  const svg = bundle["image/svg+xml"];
  if (bundle["text/markdown"] !== undefined) return element("p", {}, alt);
  if (typeof svg !== "string") return element("pre", {}, alt);
  return element("img", { alt, src: svgAddress(svg) });
}
