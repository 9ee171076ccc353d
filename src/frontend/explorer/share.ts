import { frameOf } from "../alone.ts";
import { button, html } from "../elements.ts";
import { icon } from "./icons.ts";
import { linkTo } from "./link.ts";
import type { MapView } from "./map.ts";
import { mapFilm } from "./map-film.ts";
import { mapPicture, save } from "./map-picture.ts";
import type { Model } from "./model.ts";
import { typescriptOf } from "./settings.ts";

/** The map, as far as it is shared. */
export type SharedMap = Pick<MapView, "node" | "words" | "filmed">;

/**
 * What is shown as a link, as TypeScript, as a picture or as a film, behind one button; and where its page can show it alone, as a
 * line of HTML for another page.
 * @param alone its name there
 */
export function shareMenu(model: Model, own: unknown, map: SharedMap, alone?: string): HTMLElement {
  const text = html("input", {
    type: "text",
    readonly: true,
    class: "copied",
    hidden: true,
    "aria-label": "what was copied",
  });
  const said = html("div", { class: "said", role: "status" });

  const link = (): string => linkTo(model.settings, own, location.href);
  const title = (): string => `Explorer of ${model.settings.objective.name}`;
  const copy = (what: string): void => {
    text.hidden = false;
    text.setAttribute("aria-label", "what was copied");
    text.value = what;
    text.select();
    void navigator.clipboard.writeText(what).then(
      () => (said.textContent = "Copied."),
      () => (said.textContent = "Selected: copy it with the keyboard."),
    );
  };
  /** What it shows goes with it in words, for those who do not see it. */
  const keep = (made: Promise<Blob>, kind: "png" | "gif", shown: string): void => {
    said.textContent = "One moment.";
    void made.then(
      (blob) => {
        save(blob, `${model.settings.objective.name}.${kind}`);
        text.hidden = false;
        text.value = shown;
        text.setAttribute("aria-label", "what it shows, in words");
        said.textContent = "Saved.";
      },
      () => (said.textContent = "This browser can't make a picture of it."),
    );
  };
  const menu = html(
    "details",
    { class: "share" },
    html("summary", { class: "quiet" }, icon("share"), html("span", { class: "label" }, "Share")),
    html(
      "div",
      { class: "panel" },
      button({}, () => copy(link()), "Copy link"),
      ...(alone === undefined
        ? []
        : [button({}, () => copy(frameOf(alone, title(), link())), "Copy HTML for a page")]),
      button({}, () => copy(typescriptOf(model.settings)), "Copy as TypeScript"),
      button({}, () => keep(mapPicture(map.node), "png", map.words(model.t)), "Save picture"),
      button({}, () => keep(mapFilm(map.filmed), "gif", map.words(model.last)), "Save film"),
      text,
      said,
    ),
  );
  closeOutside(menu);
  return menu;
}

/** Closes it by Escape, and by a press or a focus elsewhere. */
function closeOutside(menu: HTMLDetailsElement): void {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")!.focus();
    event.stopPropagation();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== null && !menu.contains(relatedTarget as Node)) menu.open = false;
  });
  const outside = ({ target }: Event): void => {
    if (!menu.contains(target as Node)) menu.open = false;
  };
  menu.addEventListener("toggle", () => {
    if (menu.open) document.addEventListener("pointerdown", outside);
    else document.removeEventListener("pointerdown", outside);
  });
}
