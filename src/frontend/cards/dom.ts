import { button as anyButton, html as element, svg } from "../elements.ts";

export { element };

/** How much a button asks to be pressed. */
export const ACT = "fall-line-act";
export const QUIET = "fall-line-quiet";

/** A button of a card. */
export const button = (label: string, className: string, pressed: () => void): HTMLButtonElement =>
  anyButton({ class: className }, pressed, label);

/** A tick, in a circle by its class; what it says stands in words beside it. */
export function tick(className: string): HTMLElement {
  const path = svg("path", {
    d: "M3 8.5 6.5 12 13 4.5",
    "stroke-width": 2.4,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  const looks = { viewBox: "0 0 16 16", width: 16, height: 16, fill: "none", stroke: "currentColor" };
  const picture = svg("svg", looks, path);
  return element("span", { class: className, "aria-hidden": "true" }, picture);
}

/** A card with these parts; keys typed into it are its own, and no commands of the notebook. */
export function cardSection(title: string, ...parts: readonly HTMLElement[]): HTMLElement {
  const heading = element("h3", {}, title);
  const section = element("section", { class: "fall-line-card", "aria-label": title }, heading, ...parts);
  section.addEventListener("keydown", (event) => event.stopPropagation());
  section.dataset["lmSuppressShortcuts"] = "true";
  return element("div", { class: "fall-line-card-room" }, section);
}
