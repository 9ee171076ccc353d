/** What can be done in a deck, by which keys; the help lists the same table. */
import type { RevealApi } from "reveal.js";
import { toggleAnswer } from "./answers.ts";
import type { Below } from "./below.ts";
import type { Code } from "./code.ts";
import type { Command } from "./command.ts";
import type { Countdown } from "./countdown.ts";
import type { DeckRoom } from "./room-api.ts";
import { playFigure, stepFigure } from "./figure-steps.ts";
import { showAll } from "./glance.ts";
import { raiseHand } from "./hands.ts";
import { askForSlide, goTo } from "./jump.ts";
import { outcomes } from "./outcomes.ts";
import type { Pen } from "./pen.ts";
import { setType } from "./type.ts";
import type { SpeakerView } from "./speaker.ts";

/** What the speaker has at hand. */
export interface Tools {
  readonly pen: Pen;
  readonly countdown: Countdown;
}

/** All commands of a deck but the help itself and hands, which have a digit each. */
export function commandsOf(
  deck: RevealApi,
  speaker: SpeakerView,
  code: Code,
  below: Below,
  room: DeckRoom | undefined,
  { pen, countdown }: Tools,
): Command[] {
  const slide = (): HTMLElement => deck.getCurrentSlide();
  return [
    {
      what: "next; a question's answer first, and what larger type has pushed below",
      keys: ["Space", "→", "PageDown"],
      alsoKeys: [" ", "ArrowRight", "ArrowDown", "n"],
      act: () => {
        if (!below.goOn() && room?.goOn() !== true) deck.next();
      },
    },
    {
      what: "back",
      keys: ["←", "PageUp"],
      alsoKeys: ["ArrowLeft", "ArrowUp", "Backspace", "p", "Shift+ "],
      act: () => {
        if (room?.goBack() !== true) deck.prev();
      },
    },
    { what: "first slide", keys: ["Home"], act: () => deck.slide(0, 0) },
    { what: "last slide", keys: ["End"], act: () => goTo(deck, deck.getSlides().at(-1)!) },
    { what: "jump to a slide", keys: ["G"], act: () => askForSlide(deck) },
    {
      what: "all slides at a glance; Enter chooses",
      keys: ["O"],
      act: () => showAll(deck),
    },
    ...(room?.commands ?? []),
    { what: "show or hide answers", keys: ["A", "F3"], act: () => toggleAnswer(slide()) },
    {
      what: "explorers: show what they keep back until a question is answered",
      keys: ["E"],
      act: () => outcomes.toggle(),
    },
    { what: "show or hide code", keys: ["C", "F2"], act: () => code.toggle() },
    { what: "code: change it; Escape leaves it", keys: ["Enter"], act: () => code.edit() },
    { what: "code: run it, and Stop at the foot", keys: ["Shift+Enter"], act: () => code.run() },
    { what: "figure: one step forward", keys: ["]", "F10"], act: () => stepFigure(slide(), 1) },
    { what: "figure: one step back", keys: ["[", "F9"], act: () => stepFigure(slide(), -1) },
    { what: "figure: play or pause", keys: ["Y"], act: () => playFigure(slide()) },
    { what: "clock: a minute more for the room", keys: ["M"], act: () => countdown.give(slide(), 1) },
    { what: "clock: a minute less", keys: ["Shift+M"], act: () => countdown.give(slide(), -1) },
    { what: "pen: draw on the slide, or lay it down", keys: ["D"], act: () => pen.toggle() },
    { what: "pen: take back a stroke", keys: ["Z"], act: () => pen.undo() },
    { what: "pen: keep what is drawn on slides that are left, or not", keys: ["K"], act: () => pen.keep() },
    { what: "larger type", keys: ["+", "F8"], alsoKeys: ["="], act: () => setType(slide(), 1) },
    { what: "smaller type", keys: ["−", "F7"], alsoKeys: ["-", "_"], act: () => setType(slide(), -1) },
    { what: "black screen", keys: ["B", "."], act: () => deck.togglePause() },
    { what: "light or dark", keys: ["T"], act: switchTheme },
    { what: "full screen", keys: ["F", "F5"], act: fullScreen },
    { what: "speaker's view: notes, next slide, clock", keys: ["S", "F4"], act: () => speaker.open() },
  ];
}

/** A digit raises a hand for the choice of that place; with Shift, or Alt, it takes one back. */
export function raiseByDigit(slide: Element, { code, shiftKey, altKey }: KeyboardEvent): boolean {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  return digit !== undefined && raiseHand(slide, Number(digit) - 1, shiftKey || altKey ? -1 : 1);
}

function switchTheme(): void {
  const root = document.documentElement;
  root.dataset["theme"] = document.body.dataset["jpThemeLight"] === "false" ? "light" : "dark";
}

function fullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen();
  else void document.exitFullscreen();
}
