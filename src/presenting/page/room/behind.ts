/** The room behind a deck: what is asked on the phones follows the slides, and what they answer is shown. */
import type { RevealApi } from "reveal.js";
import { html, write } from "../../../frontend/elements.ts";
import { press } from "../../../rendering/running/elements.ts";
import type { DeckMessage, RoomData, Tally, TeacherRequest } from "../../../room/protocol.ts";
import type { Command } from "../command.ts";
import { openDialog } from "../dialogs.ts";
import { HANDS, type Hands } from "../hands.ts";
import type { BeforeRoom, DeckRoom } from "../room-api.ts";
import { countOf } from "./bars.ts";
import { boardOf, type RoomQuestion } from "./board.ts";
import { Corner } from "./corner.ts";
import { inviteOf } from "./invite.ts";
import { Link } from "./link.ts";
import { Votes } from "./votes.ts";

export class RoomBehind implements DeckRoom {
  readonly commands: readonly Command[];
  readonly #deck: RevealApi;
  readonly #data: RoomData;
  readonly #before: BeforeRoom;
  readonly #link: Link;
  readonly #votes = new Votes();
  readonly #foot = html("span", { class: "room-foot", role: "status" });
  readonly #corner: Corner;
  /** What phones ought to show. */
  #wanted: TeacherRequest = { request: "wait" };
  #isConnected = true;
  /** Whether the room has said how it is: until then a deck that was loaded again asks it for nothing. */
  #isInformed = false;
  /** What the room would not do, in its words. */
  #refused = "";
  /** The question whose votes are shown. */
  #shown: string | undefined;
  /** The questions of which what is right has been shown: they stay so until they are voted on again. */
  readonly #revealed = new Set<string>();

  constructor(deck: RevealApi, data: RoomData, before: BeforeRoom) {
    this.#deck = deck;
    this.#data = data;
    this.#before = before;
    this.#corner = new Corner(data);
    document.querySelector(".foot .place")!.before(this.#foot);
    deck.getSlides()[0]!.querySelector(".body")!.append(inviteOf(data));
    deck
      .getSlidesElement()!
      .addEventListener(HANDS, (event) => this.#count((event as CustomEvent<Hands>).detail));
    this.commands = [
      { what: "room: show or hide the votes", keys: ["V"], act: () => this.#toggle() },
      { what: "room: vote a second time, after a discussion", keys: ["R"], act: () => this.#again() },
      {
        what: "room: its address and code, large",
        keys: ["Q"],
        act: () => openDialog("The room", inviteOf(data)),
      },
    ];
    this.#link = new Link(data.key, {
      hear: (message) => this.#hear(message),
      refused: (said) => this.#refuse(said),
      connected: (is) => this.#connect(is),
    });
  }

  follow(): void {
    const id = this.#id;
    if (this.#shown !== id) this.#shown = undefined;
    if (id !== undefined && this.#isAnswered) this.#revealed.add(id);
    if (this.#isInformed) this.#want(this.#wantedNow());
    this.#show();
  }

  goOn(): boolean {
    const id = this.#id;
    const isNext = id !== undefined && !this.#isAnswered && this.#votes.any(id) && !this.#isShown(id);
    this.#shown = isNext ? id : undefined;
    if (isNext) this.#revealed.add(id);
    this.follow();
    return isNext;
  }

  goBack(): boolean {
    const wasShown = this.#shown !== undefined;
    this.#shown = undefined;
    this.follow();
    return wasShown;
  }

  forSpeaker(): readonly Node[] {
    const id = this.#id;
    if (id === undefined) return [];
    const { answered, seats } = this.#votes.now(id) ?? { answered: 0, seats: this.#votes.seats };
    const missing = html("p", {}, `${answered} of ${seats} have voted; ${seats - answered} are missing.`);
    const texts = this.#votes.of(id).flatMap(({ texts = [] }) => texts.filter((one) => !one.isLetThrough));
    return [missing, ...texts.map((one) => this.#offer(id, one))];
  }

  /** A text that waits to be let through. */
  #offer(id: string, { id: text, text: words }: NonNullable<Tally["texts"]>[number]): HTMLElement {
    const letThrough = press("Show it", () => this.#ask({ request: "let through", question: id, text }));
    return html("p", {}, letThrough, ` ${words}`);
  }

  get #slide(): HTMLElement {
    return this.#deck.getCurrentSlide();
  }

  /** The question of the slide that is shown, if the room knows it. */
  get #id(): string | undefined {
    const id = this.#slide.dataset["question"];
    return id !== undefined && Object.hasOwn(this.#data.questions, id) ? id : undefined;
  }

  get #question(): RoomQuestion {
    return this.#data.questions[this.#id!]!;
  }

  get #isAnswered(): boolean {
    return this.#slide.classList.contains("answered");
  }

  /** Whether the votes are shown, with what is right. */
  #isShown(id: string): boolean {
    return this.#shown === id && this.#revealed.has(id);
  }

  #wantedNow(): TeacherRequest {
    const question = this.#id;
    if (question === undefined) return { request: "wait" };
    if (this.#revealed.has(question)) return { request: "reveal", question };
    return { request: "open", question, vote: this.#votes.round(question) };
  }

  #want(wanted: TeacherRequest): void {
    if (JSON.stringify(wanted) === JSON.stringify(this.#wanted)) return;
    this.#wanted = wanted;
    this.#refused = "";
    this.#ask(wanted);
  }

  #ask(request: TeacherRequest): void {
    void this.#link.ask(request);
  }

  #connect(isConnected: boolean): void {
    const wasConnected = this.#isConnected;
    this.#isConnected = isConnected;
    if (isConnected !== wasConnected) this.#show();
  }

  #hear(message: DeckMessage): void {
    this.#votes.hear(message);
    if (message.is === "room") this.#agree(message);
    this.follow();
    this.#before.changed();
  }

  /** A deck that was loaded again takes over how the room is; a room that was away does what the deck shows. */
  #agree(room: Extract<DeckMessage, { is: "room" }>): void {
    if (!this.#isInformed) this.#takeOver(room.revealed);
    this.#isInformed = true;
    this.#wanted = this.#wantedNow();
    if (!isShown(this.#wanted, room) && this.#refused === "") this.#ask(this.#wanted);
  }

  /** What phones have been shown stands on the slides too. */
  #takeOver(revealed: readonly string[]): void {
    for (const question of revealed) this.#revealed.add(question);
    for (const slide of this.#deck.getSlides())
      if (this.#revealed.has(slide.dataset["question"] ?? "")) this.#before.showAnswer(slide);
  }

  #refuse(said: string): void {
    this.#refused = said;
    this.#show();
  }

  #toggle(): void {
    this.#shown = this.#shown === undefined ? this.#id : undefined;
    this.follow();
  }

  #again(): void {
    if (this.#id === undefined || this.#isAnswered) return;
    this.#votes.again(this.#id);
    this.#revealed.delete(this.#id);
    this.#shown = undefined;
    this.follow();
  }

  /** Hands that are raised for options count beside what phones say. */
  #count({ slide, hands }: Hands): void {
    const question = this.#id;
    if (slide !== this.#slide || question === undefined || this.#isAnswered) return;
    const { asked } = this.#question;
    if (asked.kind !== "choose") return;
    const counts = Object.fromEntries(asked.options.map(({ name }, k) => [name, hands[k] ?? 0]));
    this.#ask({ request: "hands", question, vote: this.#votes.round(question), hands: counts });
  }

  #show(): void {
    const id = this.#id;
    const slide = this.#slide;
    for (const board of document.querySelectorAll(".slides .board")) board.remove();
    const isShown = this.#shown !== undefined && id !== undefined;
    slide.classList.toggle("voted", isShown);
    this.#corner.follow(slide, id !== undefined && !isShown && !this.#isAnswered);
    if (isShown)
      slide.append(
        boardOf({
          question: this.#question,
          votes: this.#votes.of(id),
          isRevealed: this.#revealed.has(id),
          address: (picture) => new URL(picture, new URL(`${this.#data.code}/`, document.baseURI)).href,
        }),
      );
    const hadCounts = hasCounts(slide);
    this.#showCounts();
    if (hasCounts(slide) !== hadCounts) this.#before.fit(slide);
    write(this.#foot, this.#words(id));
  }

  /** With the answer each choice has its count. */
  #showCounts(): void {
    const slide = this.#slide;
    for (const old of slide.querySelectorAll(".hands > .votes")) old.remove();
    const vote = this.#id === undefined ? undefined : this.#votes.now(this.#id);
    if (vote === undefined || !this.#isAnswered || this.#question.asked.kind !== "choose") return;
    const counts = this.#question.asked.options.map(({ name }) => countOf(name, vote));
    const most = Math.max(1, ...counts);
    for (const [k, choice] of slide.querySelectorAll<HTMLElement>(".choice").entries()) {
      choice.querySelector(".hands")!.append(html("b", { class: "votes" }, String(counts[k])));
      choice.style.setProperty("--share", String(counts[k]! / most));
    }
  }

  #words(id: string | undefined): string {
    if (!this.#isConnected) return "the room can't be reached: hands count by digits";
    if (this.#refused !== "") return this.#refused;
    const { seats } = this.#votes;
    const { address, code } = this.#data;
    if (id === undefined) return this.#slide.matches(".title") ? `${seats} in the room` : "";
    const { answered = 0 } = this.#votes.now(id) ?? {};
    const where = address === undefined ? "" : ` · ${address}${code}`;
    return `${answered} of ${Math.max(seats, answered)} voted${this.#revealed.has(id) ? "" : where}`;
  }
}

const hasCounts = (slide: HTMLElement): boolean => slide.querySelector(".hands > .votes") !== null;

/** Whether phones show what they ought to. */
function isShown(wanted: TeacherRequest, { state, poll }: Extract<DeckMessage, { is: "room" }>): boolean {
  if (state === "ended") return true;
  switch (wanted.request) {
    case "open":
      return state === "open" && poll?.question === wanted.question && poll.vote === wanted.vote;
    case "reveal":
      return state === "revealed" && poll?.question === wanted.question;
    default:
      return state === "waiting";
  }
}
