/** The keyboard, and what sends keys like one: clickers press PageDown, PageUp, F5, Escape and the full stop. */
import type { RevealApi } from "reveal.js";
import type { Below } from "./below.ts";
import type { Code } from "./code.ts";
import type { Command } from "./command.ts";
import { commandsOf, raiseByDigit, type Tools } from "./commands.ts";
import { askIn, closeDialog, isDialogOpen, showHelp } from "./dialogs.ts";
import type { DeckRoom } from "./room-api.ts";
import type { SpeakerView } from "./speaker.ts";

/** Listens in the deck's window and in the speaker's. */
export function listenToKeys(
  deck: RevealApi,
  speaker: SpeakerView,
  code: Code,
  below: Below,
  room: DeckRoom | undefined,
  tools: Tools,
): void {
  const commands = commandsOf(deck, speaker, code, below, room, tools);
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
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTaken(event)) return;
    if (!handle(event)) return;
    event.preventDefault();
    room?.follow();
    speaker.show();
    below.follow();
  };
  const handle = (event: KeyboardEvent): boolean => {
    if (event.key === "Escape") return escape(deck, code);
    if (isDialogOpen()) return false;
    const key = event.key.toLowerCase();
    const act = event.altKey
      ? undefined
      : ((event.shiftKey ? acts.get(`shift+${key}`) : undefined) ?? acts.get(key));
    if (act === undefined) return raiseByDigit(deck.getCurrentSlide(), event);
    // On a black screen any key brings the slide back, and does no more.
    if (deck.isPaused()) deck.togglePause(false);
    else act();
    return true;
  };
  const attach = (view: Document): void => {
    // A clicker turns the slide whatever has the focus; other keys are left to a field or an explorer that has it.
    view.addEventListener("keydown", () => askIn(view), { capture: true });
    view.addEventListener("keydown", (event) => isOfClicker(event) && listen(event), { capture: true });
    view.addEventListener("keydown", listen);
  };
  attach(document);
  speaker.onOpen(attach);
}

/** Closes what is open; true when there was something. */
function escape(deck: RevealApi, code: Code): boolean {
  if (closeDialog()) return true;
  if (deck.isPaused()) deck.togglePause(false);
  else return code.leave();
  return true;
}

function isOfClicker({ key }: KeyboardEvent): boolean {
  return /^(Page(Up|Down)|F\d+)$/.test(key);
}

/** Whether what has the focus understands the key itself: a field or an editor all but a clicker's, a button those that press it. */
function isTaken(event: KeyboardEvent): boolean {
  const { key, target } = event;
  const isIn = (selector: string): boolean =>
    target !== null && "closest" in target && (target as Element).closest(selector) !== null;
  if (isIn("input, select, textarea, .cm-content")) return !isOfClicker(event) && key !== "Escape";
  if (key === "Enter") return isIn("button, summary, a[href]");
  return key === " " && isIn("button, summary");
}
