/**
 * What a card opens with its answer, in the two forms in which a notebook holds it: as data for what draws cards, and as HTML where
 * nothing does. A picture is stored once: in the HTML, where the data has a live figure that is drawn in its place. So is a worked step.
 */
import { type MimeBundle, RICH } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import { svgAddress, svgAt } from "../svg-address.ts";
import { isWorked, readWorked } from "../trace/worked/specification.ts";
import { Worked } from "../trace/worked/worked.ts";
import { proseHtml } from "./prose.ts";

const SVG = "image/svg+xml";

/** An output as data. What draws cards also computes a figure from its recipe, whose numbers are not stored beside it. */
export function revealedData({ [PLOTLY]: plotly, [SVG]: svg, ...rest }: MimeBundle): MimeBundle {
  const specification = rest[SPECIFICATION];
  if (isWorked(specification)) return { [SPECIFICATION]: specification, "text/plain": rest["text/plain"] };
  if (specification !== undefined) return rest;
  if (plotly !== undefined) return { ...rest, [PLOTLY]: plotly };
  return svg === undefined ? rest : { ...rest, [SVG]: svg };
}

/** The outputs as HTML: folded away, one click opens them. */
export function revealedHtml(reveal: readonly MimeBundle[], explanation: string | undefined): string {
  if (reveal.length === 0 && explanation === undefined) return "";
  const outputs = reveal.map(({ [SVG]: svg, "text/html": html, "text/plain": words }, i) => {
    if (typeof svg === "string")
      return `<img alt="${escapeHtml(String(words))}" src="${svgAddress(svg)}" data-reveal="${i}" style="max-width:100%">`;
    return typeof html === "string" ? html : `<pre>${escapeHtml(String(words))}</pre>`;
  });
  const words = explanation === undefined ? "" : proseHtml(explanation);
  return `<details><summary>Show me anyway</summary>${outputs.join("")}${words}</details>`;
}

const PICTURE = /<img alt="[^"]*" src="([^"]*)" data-reveal="(\d+)"/g;

/** A card as it is stored, with its pictures and worked steps in the data again: for pages and slides, which show them where nothing is live. */
export function withPictures(bundle: MimeBundle): MimeBundle {
  const card = bundle[SPECIFICATION] as { readonly reveal?: readonly MimeBundle[] } | undefined;
  const html = bundle["text/html"];
  if (card?.reveal === undefined || typeof html !== "string") return bundle;
  const pictures = new Map(
    Array.from(html.matchAll(PICTURE), ([, address, i]) => [Number(i), { [SVG]: svgAt(address!) }]),
  );
  const reveal = card.reveal.map((output, i) => ({ ...whole(output), ...pictures.get(i) }));
  return { ...bundle, [SPECIFICATION]: { ...card, reveal } };
}

function whole(output: MimeBundle): MimeBundle {
  const specification = output[SPECIFICATION];
  return isWorked(specification) ? new Worked(readWorked(specification))[RICH]() : output;
}
