/** The script of a deck: reveal.js, live figures, keys, the speaker's view. */
import Reveal from "reveal.js";
import { followTheme } from "../../rendering/page/theme.ts";
import { Below } from "./below.ts";
import { Code } from "./code.ts";
import { beginFigure } from "./figure-steps.ts";
import { fitAll, fitSlide } from "./fit.ts";
import { takeHands } from "./hands.ts";
import { listenToKeys } from "./keys.ts";
import { outcomes } from "./outcomes.ts";
import type { Tools } from "./commands.ts";
import { Countdown } from "./countdown.ts";
import { listenToPrint } from "./paper.ts";
import { Pen } from "./pen.ts";
import { type DeckRoom, roomBehind } from "./room-api.ts";
import { SpeakerView } from "./speaker.ts";
import { followAnswer, keepAnswer, showAnswer } from "./answers.ts";
import { drawNear } from "./wake.ts";

followTheme();
const deck = new Reveal(document.querySelector<HTMLElement>(".reveal")!, {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.1,
  maxScale: 8,
  center: false,
  controls: false,
  hash: true,
  history: false,
  keyboard: false,
  navigationMode: "linear",
  transition: "none",
  backgroundTransition: "none",
  viewDistance: 2,
  help: false,
  overview: false,
  postMessage: false,
});
listenToPrint(document.querySelectorAll("section.slide"), deck);

const speaker = new SpeakerView(deck);
const place = document.querySelector(".foot .place")!;
let code: Code;
let below: Below;
let room: DeckRoom | undefined;
let tools: Tools;

/** A part of the deck is entered at its first slide, not where it was left. */
function forgetWhereLeft(): void {
  for (const part of document.querySelectorAll("[data-previous-indexv]"))
    part.removeAttribute("data-previous-indexv");
}

/** What has to be done whenever another slide is shown. */
function arrive(): void {
  const slides = deck.getSlides();
  const current = deck.getCurrentSlide();
  const at = slides.indexOf(current);
  place.textContent = `${at + 1} / ${slides.length}`;
  releaseFocus(current);
  fitSlide(current);
  void drawNear(slides, at).then(() => openFilm(slides[0]!, current));
  code.follow();
  below.follow();
  tools.pen.follow();
  tools.countdown.follow(current);
  room?.follow();
  speaker.show();
}

function fit(slide: HTMLElement): void {
  fitSlide(slide);
  below.follow();
}

/** What opens, plays, once. */
let isOpened = matchMedia("(prefers-reduced-motion: reduce)").matches;

function openFilm(first: HTMLElement, current: HTMLElement): void {
  if (isOpened || current !== first) return;
  isOpened = true;
  beginFigure(first);
}

/** What had the focus on another slide gets no more keys. */
function releaseFocus(current: HTMLElement): void {
  const focused = document.activeElement as HTMLElement | null;
  const slide = focused?.closest("section.slide");
  if (slide != null && slide !== current) focused?.blur();
}

void deck.initialize().then(() => {
  outcomes.begin();
  takeHands(deck);
  below = new Below(deck);
  code = new Code(deck, () => {
    speaker.show();
    below.follow();
  });
  tools = { pen: new Pen(deck), countdown: new Countdown() };
  room = roomBehind(deck, { changed: () => speaker.show(), showAnswer, fit });
  speaker.aside = () => room?.forSpeaker() ?? [];
  listenToKeys(deck, speaker, code, below, room, tools);
  deck.on("slidechanged", forgetWhereLeft);
  deck.on("slidechanged", () => keepAnswer(deck.getCurrentSlide()));
  for (const event of ["fragmentshown", "fragmenthidden"])
    deck.on(event, () => followAnswer(deck.getCurrentSlide()));
  for (const event of ["slidechanged", "fragmentshown", "fragmenthidden"]) deck.on(event, arrive);
  arrive();
  document.documentElement.dataset["ready"] = String(Math.round(performance.now()));
  // Slides to come are measured in their own type, which the browser would load only when they are shown.
  void Promise.all([...document.fonts].map((font) => font.load())).then(() => {
    fitSlide(deck.getCurrentSlide());
    fitAll(deck.getSlides());
  });
});
