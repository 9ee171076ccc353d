/** The script of the search: a dialog with a field, and below it the places that fit, as links. */
import { html } from "../../frontend/elements.ts";
import { excerptOf } from "../search/excerpt.ts";
import { Finder, type Found } from "../search/finder.ts";
import { HANDED, OPEN_SEARCH, type WithPlaces } from "../search/handed.ts";

/** More are not looked at: another word brings the right ones up. */
const MOST = 12;

const finder = new Finder((globalThis as unknown as WithPlaces)[HANDED]);
const field = html("input", {
  type: "search",
  "aria-label": "Search this course",
  placeholder: "learning rate, β₁, first moment, ravine",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
  enterkeyhint: "go",
});
const close = html("button", { type: "button" }, "Close");
const said = html("p", { role: "status" });
const list = html("ol");
const dialog = html(
  "dialog",
  { class: "search", "aria-label": "Search" },
  html("div", {}, field, close),
  said,
  list,
);
document.body.append(dialog);

function open(): void {
  if (dialog.open) return;
  dialog.showModal();
  field.select();
}

function show(): void {
  const query = field.value.trim();
  const found = finder.find(query);
  said.textContent = wordsFor(query, found.length);
  list.replaceChildren(...found.slice(0, MOST).map(itemOf));
}

function wordsFor(query: string, count: number): string {
  if (query === "") return "Sections, questions, rules and words. The arrows choose, Enter opens.";
  if (count === 0) return `Nothing is found for “${query}”. Is there another word for it?`;
  return count > MOST
    ? `${count} places, the ${MOST} that fit best first`
    : `${count} ${count === 1 ? "place" : "places"}`;
}

function itemOf({ place, terms }: Found): HTMLElement {
  const { address, title, within, text } = place;
  const link = html("a", { href: address }, html("b", {}, title), " ", html("small", {}, within));
  link.append(
    html(
      "span",
      {},
      ...excerptOf(text, terms).map(({ words, fits }) => (fits ? html("mark", {}, words) : words)),
    ),
  );
  return html("li", {}, link);
}

/** The arrows go from the field through the links and back. */
function move(by: number): void {
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement as (typeof stops)[number]);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]!.focus();
}

field.addEventListener("input", show);
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || (target as Element).closest("a") !== null) dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by !== undefined) move(by);
  else if (event.key === "Enter" && event.target === field) list.querySelector("a")?.click();
  // A field of a search would only be emptied.
  else if (event.key === "Escape") dialog.close();
  else return;
  event.preventDefault();
});
addEventListener(OPEN_SEARCH, open);
show();
open();
