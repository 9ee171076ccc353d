import purify from "dompurify";
import { workedHtml } from "../../trace/worked/html.ts";
import { isWorked, readWorked } from "../../trace/worked/specification.ts";
import { PLOTLY, SPECIFICATION } from "../../mime.ts";
import { svgAddress } from "../../svg-address.ts";
import { takeFormulas } from "../formulas.ts";
import { markdownToHtml } from "../markdown.ts";
import { el } from "./elements.ts";
import { print } from "./terminal.ts";

/** An output in several formats, by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

/** How figures, explorers and cards come to life where an output is shown. */
export interface Life {
  /** Makes the place of one, in which it is drawn when it is seen. */
  readonly place: (format: string, data: unknown) => HTMLElement;
  /** Ends all that lives within an element, which itself stays. */
  readonly end: (root: ParentNode) => void;
}

type Show = (content: string, bundle: Bundle) => HTMLElement;

/** The first of these that a bundle has is shown. Markup may come from strangers, and is cleaned. */
const STILLS: readonly (readonly [mime: string, show: Show])[] = [
  ["image/svg+xml", (svg, bundle) => picture(svgAddress(svg), bundle)],
  ["image/png", (png, bundle) => picture(`data:image/png;base64,${png.trim()}`, bundle)],
  ["image/jpeg", (jpeg, bundle) => picture(`data:image/jpeg;base64,${jpeg.trim()}`, bundle)],
  ["text/html", (html) => markup("wide", html)],
  ["text/markdown", (source) => markup("prose", markdownToHtml(source))],
  ["text/latex", (latex) => markup("formula", latexToHtml(latex))],
  ["text/plain", (text) => terminal(text, "result")],
];

/** The formats that a page shows, the best first. */
const FORMATS = [SPECIFICATION, PLOTLY, ...STILLS.map(([mime]) => mime)];

/** The format in which a bundle is shown, if it has any that a page knows. */
export function formatOf(bundle: Bundle): string | undefined {
  return FORMATS.find((mime) => bundle[mime] !== undefined);
}

/** An output as an element. */
export function showBundle(bundle: Bundle, life: Life): HTMLElement {
  const specification = bundle[SPECIFICATION];
  if (isWorked(specification)) return markup("", workedHtml(readWorked(specification)));
  const format = formatOf(bundle);
  if (format === SPECIFICATION || format === PLOTLY) return life.place(format, bundle[format]);
  const [, show] = STILLS.find(([mime]) => mime === format) ?? [];
  const content = bundle[format ?? ""];
  if (show === undefined)
    return terminal(`An output that a page cannot show: ${Object.keys(bundle).join(", ")}`, "");
  return show(typeof content === "string" ? content : JSON.stringify(content), bundle);
}

/** A block of printed text. */
export function terminal(text: string, kind: string): HTMLPreElement {
  const block = el("pre", { class: `terminal ${kind}`, tabindex: 0 });
  print(block, text);
  return block;
}

/** Besides scripts, no styles and forms; and of a formula not its TeX, which would be read aloud beside it. */
const HARMLESS = { FORBID_TAGS: ["style", "form"], ADD_FORBID_CONTENTS: ["annotation"] };

function markup(className: string, html: string): HTMLElement {
  return el("div", { class: className }, purify.sanitize(html, { ...HARMLESS, RETURN_DOM_FRAGMENT: true }));
}

/** As an image and not as elements of the page: its ids and styles are its own. */
function picture(source: string, bundle: Bundle): HTMLElement {
  const words = bundle["text/plain"];
  return el("img", { class: "figure", src: source, alt: typeof words === "string" ? words : "" });
}

function latexToHtml(latex: string): string {
  const { text, putBack } = takeFormulas(latex);
  return putBack(el("div", {}, text).innerHTML);
}
