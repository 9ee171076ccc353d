import { html } from "../../frontend/elements.ts";

export { html as el };

/** A button that does something when it is pressed. */
export function press(
  label: string,
  pressed: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = html("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", pressed);
  return made;
}

/** A moment as it is said here: "26 Nov 2026, 14:05". */
export function moment(time: string): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
