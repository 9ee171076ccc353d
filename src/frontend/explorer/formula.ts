import katex from "katex";
import { html } from "../elements.ts";

/** TeX as HTML, with MathML inside for those who listen. The page has KaTeX's style sheet and its fonts. */
export function formula(tex: string): HTMLElement {
  const holder = html("span", { class: "formula" });
  katex.render(tex, holder, { throwOnError: false, trust: false });
  return holder;
}
