/** Sheets over the deck, one at a time. */
import type { Command } from "./command.ts";

/** Opens a sheet with this in it. */
export function openDialog(title: string, ...content: readonly Node[]): void {
  closeDialog();
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.textContent = title;
  dialog.append(heading, ...content);
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
  const list = document.createElement("dl");
  list.className = "keys";
  const hands = { what: "raise a hand for A, B, C ...; with Shift, take one back", keys: ["1", "2", "3"] };
  for (const { what, keys } of [...commands, hands]) {
    const term = document.createElement("dt");
    keys.forEach((key, i) => {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      term.append(i === 0 ? "" : " ", cap);
    });
    const meaning = document.createElement("dd");
    meaning.textContent = what;
    list.append(term, meaning);
  }
  openDialog("Keys", list);
}
