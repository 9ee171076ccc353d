import { html } from "../elements.ts";
import { icon } from "./icons.ts";
import { linkTo } from "./link.ts";
import { mapPicture, save } from "./map-picture.ts";
import type { Model } from "./model.ts";
import { typescriptOf } from "./settings.ts";

/** What is shown as a link, as TypeScript, or as a picture, behind one button. */
export function shareMenu(model: Model, own: unknown, map: HTMLElement): HTMLElement {
  const text = html("input", {
    type: "text",
    readonly: true,
    class: "copied",
    hidden: true,
    "aria-label": "what was copied",
  });
  const said = html("div", { class: "said", role: "status" });
  const button = (words: string, act: () => void): HTMLElement => {
    const made = html("button", { type: "button" }, words);
    made.addEventListener("click", act);
    return made;
  };
  const copy = (what: string): void => {
    text.hidden = false;
    text.value = what;
    text.select();
    void navigator.clipboard.writeText(what).then(
      () => (said.textContent = "Copied."),
      () => (said.textContent = "Selected: copy it with the keyboard."),
    );
  };
  const keepPicture = (): void => {
    void mapPicture(map).then(
      (blob) => {
        save(blob, `${model.settings.objective.name}.png`);
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
      button("Copy link", () => copy(linkTo(model.settings, own, location.href))),
      button("Copy as TypeScript", () => copy(typescriptOf(model.settings))),
      button("Save picture", keepPicture),
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
