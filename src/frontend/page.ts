/**
 * The script of a page without Jupyter: figures, explorers and cards come to life when they come into view. Each lies in a
 * `<div data-fall-line="MIME TYPE">` with its data in a `<script type="application/json">` and a still picture, which stays
 * until the live one is drawn.
 */
import { draw } from "./drawing.ts";
import { showError } from "./error.ts";
import { SPECIFICATION } from "./mime.ts";
import { followTheme } from "./page-theme.ts";

/** A figure is drawn when it is nearer than this to what is seen. */
const AHEAD = "600px";

followTheme();
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
for (const place of document.querySelectorAll("[data-fall-line]")) observer.observe(place);

/** Draws what lies in a place, behind its still picture, and then takes the picture's place. */
async function wake(place: HTMLElement): Promise<void> {
  const stage = document.createElement("div");
  stage.className = "fall-line-figure";
  stage.style.cssText = "position: absolute; inset: 0 0 auto; visibility: hidden";
  place.style.position = "relative";
  place.append(stage);
  try {
    const data: unknown = JSON.parse(place.querySelector("script")?.textContent ?? "");
    await draw(stage, data, place.dataset["fallLine"] === SPECIFICATION);
    place.querySelector(".still")?.remove();
  } catch (error) {
    showError(stage, error);
  }
  stage.style.cssText = "";
  place.style.position = "";
  place.dataset["state"] = "live";
}
