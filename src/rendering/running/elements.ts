/** An element with attributes and children; texts are texts and never markup. */
export { element as el } from "../../frontend/cards/dom.ts";
import { element } from "../../frontend/cards/dom.ts";

/** A button that does something when it is pressed. */
export function press(
  label: string,
  pressed: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", pressed);
  return made;
}

/** A moment as it is said here: "26 Nov 2026, 14:05". */
export function moment(time: string): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
