import katex from "katex";
import { html } from "./elements.ts";

/** TeX as MathML, which the browser sets itself: no fonts and no styles have to come with it. */
export function formula(tex: string, display = false): HTMLElement {
  const holder = html("span", { class: "formula" });
  katex.render(tex, holder, { output: "mathml", displayMode: display, throwOnError: false, trust: false });
  return holder;
}
