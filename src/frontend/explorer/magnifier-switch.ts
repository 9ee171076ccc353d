import { html, set, write } from "../elements.ts";
import type { Magnifier } from "./magnifier.ts";

/** Shows the magnifier or hides it, where there may be no key M. */
export function magnifierSwitch(magnifier: Magnifier): HTMLElement {
  const button = html("button", { type: "button", class: "quiet" });
  const show = (): void => {
    const state = magnifier.isOff ? "off" : "on";
    write(button, state);
    set(button, { "aria-label": `magnifier ${state}` });
  };
  button.addEventListener("click", () => magnifier.toggle());
  magnifier.onToggle(show);
  show();
  return html("div", { class: "part-of-it" }, html("span", { class: "row-name" }, "Magnifier"), button);
}
