import katex from "katex";
import { html } from "./elements.ts";

/** TeX as HTML, with MathML inside for those who listen. The page has KaTeX's style sheet and its fonts. */
export function formula(tex: string, display = false): HTMLElement {
  const holder = html("span", { class: "formula" });
  katex.render(tex, holder, { displayMode: display, throwOnError: false, trust: false });
  return holder;
}
