/** The keyboard, and what sends keys like one: clickers press PageDown, PageUp, F5, Escape and the full stop. */
import type { RevealApi } from "reveal.js";
import { type Command, commandsOf, raiseByDigit } from "./commands.ts";
import { closeDialog, showHelp } from "./dialogs.ts";
import type { SpeakerView } from "./speaker.ts";

/** Listens in the deck's window and in the speaker's. */
export function listenToKeys(deck: RevealApi, speaker: SpeakerView): void {
  const commands = commandsOf(deck, speaker);
  const help: Command = {
    what: "these keys",
    keys: ["?", "H", "F1"],
    act: () => showHelp([...commands, help]),
  };
  const acts = new Map<string, () => void>();
  for (const { keys, alsoKeys = [], act } of [...commands, help]) {
    for (const key of [...keys, ...alsoKeys]) acts.set(key.toLowerCase(), act);
  }
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event)) return;
    if (!handle(event)) return;
    event.preventDefault();
    speaker.show();
  };
  const handle = (event: KeyboardEvent): boolean => {
    if (event.key === "Escape") return escape(deck);
    if (document.querySelector("dialog") !== null) return false;
    // A figure or a button that has the focus keeps the keys that it understands itself.
    if (event.key === " " && event.target instanceof Element && event.target.closest("button") !== null)
      return false;
    const act =
      event.key === " " && event.shiftKey ? (): void => deck.prev() : acts.get(event.key.toLowerCase());
    if (act === undefined) return raiseByDigit(deck.getCurrentSlide(), event);
    // On a black screen any key brings the slide back, and does no more.
    if (deck.isPaused()) deck.togglePause(false);
    else act();
    return true;
  };
  document.addEventListener("keydown", listen);
  speaker.onOpen((view) => view.addEventListener("keydown", listen));
}

/** Closes what is open; true when there was something. */
function escape(deck: RevealApi): boolean {
  const slide = deck.getCurrentSlide();
  if (closeDialog()) return true;
  if (deck.isPaused()) deck.togglePause(false);
  else if (deck.isOverview()) deck.toggleOverview(false);
  else if (slide.classList.contains("coded")) slide.classList.remove("coded");
  else return false;
  return true;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, select, textarea") !== null;
}
