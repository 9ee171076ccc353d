/**
 * What was built into a page without Jupyter comes to life: the data of a figure, explorer or card lies in a
 * `<script type="application/json">` in its place; beside a card lie the outputs that it reveals, in templates.
 */
import { isHiding, setOpen } from "../../frontend/cards/open-questions.ts";
import { revealWith } from "../../frontend/cards/reveal.ts";
import { draw, type Reveal } from "../../frontend/drawing.ts";
import { offerAllAlone } from "./alone.ts";
import { drawWhenSeen, endLife, PLACES } from "./live.ts";
// Where the parts of a page lie is known only while its script is begun.
import "../../rendering/page/parts.ts";
import { TEMPLATE } from "../../rendering/page/template.ts";
import { followTheme } from "../../rendering/page/theme.ts";
import { reachWide } from "./wide.ts";

/** Brings the page to life. */
export function bringToLife(): void {
  followTheme();
  offerAllAlone();
  askAll();
  reachWide();
  for (const place of document.querySelectorAll<HTMLElement>(PLACES)) drawBuilt(place);
}

/** The data of all questions that hide an outcome. */
export function hidingQuestions(): { readonly id: string }[] {
  return [...document.querySelectorAll(`${PLACES} > script`)]
    .filter(({ textContent }) => textContent.includes('"hides"'))
    .map(({ textContent }): unknown => JSON.parse(textContent))
    .filter(isHiding);
}

/** A question that hides an outcome is open from the first, though its card is drawn when it comes into view. */
function askAll(): void {
  for (const { id } of hidingQuestions()) setOpen(document.documentElement, id, true);
}

function drawBuilt(place: HTMLElement): void {
  const data = (): unknown => JSON.parse(place.querySelector("script")?.textContent ?? "");
  drawWhenSeen(place, data, revealFrom(place));
}

/** A card reveals what lies beside it; what a feedback brings with it is drawn as anywhere. */
function revealFrom(place: HTMLElement): Reveal {
  const asAnywhere = revealWith(draw);
  return (node, bundle) => {
    const number = JSON.stringify(bundle[TEMPLATE]);
    const template = place.querySelector<HTMLTemplateElement>(`:scope > template[data-reveal="${number}"]`);
    if (template === null) return asAnywhere(node, bundle);
    node.replaceChildren(template.content.cloneNode(true));
    for (const inner of node.querySelectorAll<HTMLElement>(PLACES)) drawBuilt(inner);
    return Promise.resolve({
      remove() {
        endLife(node);
        node.replaceChildren();
      },
    });
  };
}
