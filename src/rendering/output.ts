/** What a cell has shown, as HTML: figures, explorers and cards that `dist/page.js` brings to life, and the rest as it is. */
import { roomToPlay } from "../frontend/reserved-height.ts";
import type { MimeBundle } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { workedHtml } from "../trace/worked/html.ts";
import { isWorked, readWorked } from "../trace/worked/specification.ts";
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import { svgAddress } from "../svg-address.ts";
import { dataElement } from "./data-element.ts";
import { TEMPLATE } from "./page/template.ts";
import type { Output } from "./executed.ts";
import { takeFormulas } from "./formulas.ts";
import { markdownToHtml } from "./markdown.ts";

/** An output as HTML. A live one holds its data, and its still picture for where no script runs. */
export function outputToHtml(output: Output): string {
  if (output.output_type === "stream") return terminal(output.text, `stream ${output.name}`);
  if (output.output_type === "error") return terminal(`${output.ename}: ${output.evalue}`, "error");
  return bundleToHtml(output.data);
}

/** Whether an output is a figure, an explorer or a question: drawn, and nothing that was printed or found about an answer. */
export function isDrawn(output: Output): boolean {
  const data = dataOf(output);
  if (data === undefined || isWorked(data[SPECIFICATION])) return false;
  return (SPECIFICATION in data || PLOTLY in data) && kindOf(data[SPECIFICATION]) !== "card-feedback";
}

/** The exercise that an output asks or judges, if it is a card. */
export function cardOf(output: Output): Card | undefined {
  return cardIn(dataOf(output) ?? {});
}

interface Card {
  readonly id: string;
  readonly title: string;
  /** What it asks; one that judges an answer asks nothing. */
  readonly prompt?: string;
}

function cardIn(bundle: MimeBundle): Card | undefined {
  const specification = bundle[SPECIFICATION];
  return kindOf(specification)?.startsWith("card-") === true ? (specification as Card) : undefined;
}

function dataOf(output: Output): MimeBundle | undefined {
  return "data" in output ? output.data : undefined;
}

function kindOf(specification: unknown): string | undefined {
  return (specification as { readonly kind?: string } | undefined)?.kind;
}

/** A specification is the whole figure; the Plotly part beside it may be a smaller one, and is left out. */
export function bundleToHtml(bundle: MimeBundle): string {
  const specification = bundle[SPECIFICATION];
  // A worked step needs no script: the page's style sheet has its style.
  if (isWorked(specification)) return workedHtml(readWorked(specification));
  const still = stillToHtml(bundle);
  const live = [SPECIFICATION, PLOTLY].find((mime) => mime in bundle);
  if (live === undefined) return still;
  const { data, templates } = withTemplates(bundle[live]);
  const bar = roomToPlay(specification);
  return (
    `<div class="live${cardIn(bundle) === undefined ? "" : " card"}" data-fall-line="${live}"${bar === 0 ? "" : ` style="padding-bottom: ${bar}px"`}>${dataElement(JSON.stringify(data))}${templates}` +
    `<div class="still">${still}</div></div>`
  );
}

/** What a card reveals lies beside its data, ready to be shown; all else is data alone. */
function withTemplates(data: unknown): { data: unknown; templates: string } {
  const { reveal } = data as { readonly reveal?: readonly MimeBundle[] };
  if (reveal === undefined) return { data, templates: "" };
  const templates = reveal.map(
    (bundle, i) => `<template data-reveal="${i}">${bundleToHtml(bundle)}</template>`,
  );
  return {
    data: { ...(data as object), reveal: reveal.map((_, i) => ({ [TEMPLATE]: i })) },
    templates: templates.join(""),
  };
}

/** The first of these that a bundle has, in Jupyter's own order, with pictures before markup. */
const STILLS: readonly (readonly [mime: string, toHtml: (content: string, bundle: MimeBundle) => string])[] =
  [
    ["image/svg+xml", (svg, bundle) => picture(svgAddress(svg), bundle)],
    ["image/png", (png, bundle) => picture(`data:image/png;base64,${png.trim()}`, bundle)],
    ["text/html", (html) => `<div class="wide">${html}</div>`],
    ["text/markdown", (source) => markdownToHtml(source)],
    ["text/latex", latexToHtml],
    ["text/plain", (text) => terminal(text, "result")],
  ];

function stillToHtml(bundle: MimeBundle): string {
  for (const [mime, toHtml] of STILLS) {
    const content = bundle[mime];
    if (typeof content === "string") return toHtml(content, bundle);
  }
  return "";
}

/** As an image and not as elements of the page: its ids and styles are its own. */
function picture(source: string, bundle: MimeBundle): string {
  const words = bundle["text/plain"];
  return `<img class="figure" src="${source}" alt="${escapeHtml(typeof words === "string" ? words : "")}">`;
}

function latexToHtml(latex: string): string {
  const { text, putBack } = takeFormulas(latex);
  return `<div class="formula">${putBack(escapeHtml(text))}</div>`;
}

function terminal(text: string, kind: string): string {
  return `<pre class="terminal ${kind}">${escapeHtml(text)}</pre>`;
}
