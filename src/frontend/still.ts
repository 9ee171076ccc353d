import { html } from "./elements.ts";
import { svgAddress } from "../svg-address.ts";
import { LEAST_WIDTH } from "./reserved-height.ts";
import { heightIn, isOurs, textOf } from "./still-picture.ts";
import { addStyle } from "./add-style.ts";
import { isDark } from "./theme.ts";

/** The picture has the box that its live figure will have. While that is drawn behind it, nothing else of it is seen. */
const STYLE = `
.fall-line-figure:has(> .fall-line-still) { position: relative; }
.fall-line-figure > .fall-line-still { display: block; width: 100%; height: auto; max-height: var(--most);
  aspect-ratio: ${LEAST_WIDTH} / var(--pixels); object-fit: contain; }
.fall-line-figure > .fall-line-still ~ * { position: absolute; inset: 0 0 auto; visibility: hidden; }`;

/** Shows the still picture of an output at once, where it has one of our own making, until its live figure is drawn. */
export function showStill(node: HTMLElement, data: Readonly<Record<string, unknown>>): void {
  const svg = textOf(data["image/svg+xml"]);
  if (!isOurs(svg)) return;
  addStyle("fall-line-still-style", STYLE);
  const height = heightIn(svg);
  // The picture follows the page's theme, not the system's.
  const style = `--pixels: ${height}; --most: ${height}px; color-scheme: ${isDark() ? "dark" : "light"}`;
  const [src, alt] = [svgAddress(svg), textOf(data["text/plain"])];
  node.replaceChildren(html("img", { class: "fall-line-still", src, alt, style }));
}

export function stillIn(node: HTMLElement): Element | null {
  return node.querySelector(":scope > .fall-line-still");
}
