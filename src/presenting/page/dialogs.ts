/** Sheets over the deck, one at a time. */
import { html } from "../../frontend/elements.ts";
import type { Command } from "./command.ts";

/** Opens a sheet with this in it. */
export function openDialog(title: string, ...content: readonly Node[]): void {
  closeDialog();
  const dialog = html("dialog", {}, html("h2", {}, title), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Closes the sheet that is open, so that the next key is for the deck; false when there is none. */
export function closeDialog(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  dialog?.close();
  dialog?.remove();
  return dialog !== null;
}

/** The keys, listed. */
export function showHelp(commands: readonly Command[]): void {
  const hands = { what: "raise a hand for A, B, C ...; with Shift, take one back", keys: ["1", "2", "3"] };
  const rows = [...commands, hands].flatMap(({ what, keys }) => {
    const caps = keys.flatMap((key) => [html("kbd", {}, key), " "]).slice(0, -1);
    return [html("dt", {}, ...caps), html("dd", {}, what)];
  });
  openDialog("Keys", html("dl", { class: "keys" }, ...rows));
}
