/**
 * The script of a page without Jupyter: figures, explorers and cards come to life when they come into view. Each lies in a
 * `<div data-fall-line="MIME TYPE">` with its data in a `<script type="application/json">` and a still picture, which stays
 * until the live one is drawn; beside a card lie the outputs that it reveals, in templates.
 */
import { setOpen } from "../../frontend/cards/open-questions.ts";
import { revealWith } from "../../frontend/cards/reveal.ts";
import { draw, type Reveal } from "../../frontend/drawing.ts";
import type { Drawn } from "../../frontend/drawn.ts";
import { showError } from "../../frontend/error.ts";
import { SPECIFICATION } from "../../mime.ts";
import { TEMPLATE } from "./template.ts";
import { followTheme } from "./theme.ts";

/** A figure is drawn when it is nearer than this to what is seen. */
const AHEAD = "600px";

const PLACES = "[data-fall-line]";

const drawn = new WeakMap<Element, Drawn>();

followTheme();
askAll();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      void wake(target as HTMLElement);
    }
  },
  { rootMargin: AHEAD },
);
for (const place of document.querySelectorAll(PLACES)) observer.observe(place);

/** A question that hides an outcome is open from the first, though its card is drawn when it comes into view. */
function askAll(): void {
  for (const { textContent } of document.querySelectorAll(`${PLACES} > script`)) {
    if (!textContent.includes('"hides"')) continue;
    const { id, hides } = JSON.parse(textContent) as { readonly id: string; readonly hides?: unknown };
    if (hides === "outcome") setOpen(document.documentElement, id, true);
  }
}

/** Draws what lies in a place, behind its still picture, and then takes the picture's place. */
async function wake(place: HTMLElement): Promise<void> {
  const stage = document.createElement("div");
  stage.className = "fall-line-figure";
  stage.style.cssText = "position: absolute; inset: 0 0 auto; visibility: hidden";
  place.style.position = "relative";
  place.append(stage);
  try {
    const data: unknown = JSON.parse(place.querySelector("script")?.textContent ?? "");
    const isSpecification = place.dataset["fallLine"] === SPECIFICATION;
    drawn.set(place, await draw(stage, data, isSpecification, revealFrom(place)));
    place.querySelector(":scope > .still")?.remove();
  } catch (error) {
    showError(stage, error);
  }
  stage.style.cssText = "";
  place.style.position = "";
  place.dataset["state"] = "live";
}

/** A card reveals what lies beside it; what a feedback brings with it is drawn as anywhere. */
function revealFrom(place: HTMLElement): Reveal {
  const asAnywhere = revealWith(draw);
  return (node, bundle) => {
    const number = JSON.stringify(bundle[TEMPLATE]);
    const template = place.querySelector<HTMLTemplateElement>(`:scope > template[data-reveal="${number}"]`);
    if (template === null) return asAnywhere(node, bundle);
    node.replaceChildren(template.content.cloneNode(true));
    const inner = [...node.querySelectorAll(PLACES)];
    for (const one of inner) observer.observe(one);
    return Promise.resolve({
      remove() {
        for (const one of inner) {
          observer.unobserve(one);
          drawn.get(one)?.remove();
        }
        node.replaceChildren();
      },
    });
  };
}
