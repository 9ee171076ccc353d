import { html } from "../../frontend/elements.ts";

/** A place out of sight where things can be drawn and measured: a slide that is not shown has no size. */
export function workshop(): HTMLElement {
  const found = document.querySelector<HTMLElement>(".workshop");
  if (found !== null) return found;
  const made = html("div", { class: "workshop" });
  document.body.append(made);
  return made;
}
