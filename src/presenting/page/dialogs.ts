/** Sheets over the deck, one at a time. */
import { html } from "../../frontend/elements.ts";
import type { Command } from "./command.ts";

/** The window in which the last key was pressed: the deck's or the speaker's. */
let asking: Document = document;

/** What is asked for next is asked for in this window. */
export function askIn(view: Document): void {
  asking = view;
}

/** Opens a sheet with this in it, over the deck: the room sees it. */
export function openDialog(title: string, ...content: readonly Node[]): void {
  open(document, title, content);
}

/** Opens a sheet in the window in which it was asked for: what the speaker looks up does not come before the room. */
export function openWhereAsked(title: string, ...content: readonly Node[]): void {
  open(asking, title, content);
}

function open(view: Document, title: string, content: readonly Node[]): void {
  closeDialog();
  const dialog = html("dialog", {}, html("h2", {}, title), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  view.body.append(dialog);
  dialog.showModal();
}

const openDialogs = (): HTMLDialogElement[] =>
  [document, asking].flatMap((view) => [...view.querySelectorAll<HTMLDialogElement>("dialog[open]")]);

export function isDialogOpen(): boolean {
  return openDialogs().length > 0;
}

/** Closes the sheet that is open, so that the next key is for the deck; false when there is none. */
export function closeDialog(): boolean {
  const dialogs = openDialogs();
  for (const dialog of dialogs) {
    dialog.close();
    dialog.remove();
  }
  return dialogs.length > 0;
}

/** The keys, listed. */
export function showHelp(commands: readonly Command[]): void {
  const others = [
    { what: "raise a hand for an option; with Shift, take one back", keys: ["1", "2", "3"] },
    { what: "print: a page for each slide, and one for each answer", keys: ["Ctrl+P"] },
  ];
  const rows = [...commands, ...others].flatMap(({ what, keys }) => {
    const caps = keys.flatMap((key) => [html("kbd", {}, key), " "]).slice(0, -1);
    return [html("dt", {}, ...caps), html("dd", {}, what)];
  });
  openWhereAsked("Keys", html("dl", { class: "keys" }, ...rows));
}
