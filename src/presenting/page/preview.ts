import { html } from "../../frontend/elements.ts";
import { FITTED } from "./fit.ts";

/** A slide as a small picture that does nothing. */
export function previewOf(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement;
  copy.classList.remove("past", "present", "future");
  for (const name of ["hidden", "aria-hidden"]) copy.removeAttribute(name);
  const kept = FITTED.map((name) => `${name}: ${slide.style.getPropertyValue(name) || "1"}`);
  copy.style.cssText = kept.join(";");
  copy.inert = true;
  copy.querySelector(".notes")?.remove();
  return html("div", { class: "preview" }, copy);
}
