import { html, set, write } from "./elements.ts";
import type { Magnifier } from "./magnifier.ts";

/** Shows the magnifier or hides it, where there may be no key M. */
export function magnifierSwitch(magnifier: Magnifier): HTMLElement {
  const button = html("button", { type: "button", class: "quiet", "aria-label": "magnifier" });
  const show = (): void => {
    write(button, magnifier.isOff ? "off" : "on");
    set(button, { "aria-pressed": String(!magnifier.isOff) });
  };
  button.addEventListener("click", () => magnifier.toggle());
  magnifier.onToggle(show);
  show();
  return html("div", { class: "part-of-it" }, html("span", { class: "row-name" }, "Magnifier"), button);
}
