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
  const still = document.createElement("img");
  still.className = "fall-line-still";
  still.src = svgAddress(svg);
  const height = heightIn(svg);
  still.style.setProperty("--pixels", String(height));
  still.style.setProperty("--most", `${height}px`);
  still.alt = textOf(data["text/plain"]);
  // The picture follows the page's theme, not the system's.
  still.style.colorScheme = isDark() ? "dark" : "light";
  node.replaceChildren(still);
}

export function stillIn(node: HTMLElement): Element | null {
  return node.querySelector(":scope > .fall-line-still");
}
