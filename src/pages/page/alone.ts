/** One explorer or card of a page by itself, for a frame in another page: `03-momentum.html?only=03-momentum-an-explorer`. */
import { ALONE, askedAlone, offerAlone } from "../../frontend/alone.ts";
import { html } from "../../frontend/elements.ts";
import { PLACES } from "./live.ts";

/** Each figure, explorer and card can be shown alone, by the name of its cell; the one that the address asks for is. */
export function offerAllAlone(): void {
  const places = new Map<string, HTMLElement>();
  for (const place of document.querySelectorAll<HTMLElement>(`[data-cell] ${PLACES}`)) {
    const name = nameOf(place);
    if (places.has(name)) continue;
    places.set(name, place);
    offerAlone(place, name);
  }
  const asked = askedAlone(location.href);
  if (asked === null) return;
  const place = places.get(asked);
  if (place === undefined) sayNone(asked, [...places.keys()]);
  else showAlone(place);
}

/** A card is named as its link is, all else as its cell. */
function nameOf(place: HTMLElement): string {
  const cell = place.closest<HTMLElement>("[data-cell]")!;
  return cell.id || cell.dataset["cell"]!;
}

function showAlone(place: HTMLElement): void {
  place.dataset[ALONE] = "shown";
  for (let around = place.parentElement; around !== null; around = around.parentElement)
    around.dataset[ALONE] = "around";
  const whole = new URL(location.href);
  whole.search = whole.hash = "";
  const link = html("a", { href: whole.href, target: "_blank", rel: "noopener" }, document.title);
  document.body.append(html("footer", { class: "whole", "data-alone": "shown" }, "From ", link));
}

function sayNone(asked: string, names: readonly string[]): void {
  const words = `This page has nothing named “${asked}” to show alone, so here is all of it. It has: ${names.join(", ")}.`;
  document.querySelector("main")!.prepend(html("p", { class: "note", role: "status" }, words));
}
