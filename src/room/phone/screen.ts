/** What a phone shows: the question of the moment, and how far it has come. */
import { html, set, write } from "../../frontend/elements.ts";
import type { Answer, Asked, PhoneMessage, Vote } from "../protocol.ts";
import type { Form } from "./forms/form.ts";
import { formOf } from "./forms/index.ts";

/** A question with how it stands. */
type Shown = Extract<PhoneMessage, { asked: Asked }>;

/** So long a question is set smaller. */
const LONG = 90;

export class Screen {
  readonly #title = document.querySelector(".title")!;
  readonly #phase = document.querySelector(".phase")!;
  readonly #main = document.querySelector("main")!;
  readonly #count = document.querySelector(".count")!;
  readonly #trouble = document.querySelector<HTMLElement>(".trouble")!;
  readonly #course = this.#title.textContent;
  readonly #lesson = document.querySelector<HTMLElement>(".lesson")!;
  #question: QuestionView | undefined;

  constructor(private readonly give: (vote: Vote) => void) {}

  /** Shows what the room says. @param kept a vote that it does not have yet */
  show(message: PhoneMessage, kept: Vote | undefined): void {
    switch (message.state) {
      case "waiting":
        this.#say("Look at the screen.", "The next question comes here by itself.");
        break;
      case "ended":
        this.#say("The room is closed.", "Thank you for coming. You can close this page.");
        break;
      case "refused":
        this.#say("There is no seat here.", message.said);
        break;
      case "counted":
        break;
      default:
        this.#ask(message, kept);
    }
  }

  /** Says whether the room can be reached. @param said nothing where all is well */
  tell(said: string): void {
    write(this.#trouble, said);
    document.documentElement.classList.toggle("apart", said !== "");
  }

  #say(headline: string, words: string): void {
    this.#question = undefined;
    write(this.#title, this.#course);
    this.#lesson.hidden = true;
    for (const part of [this.#phase, this.#count]) write(part, "");
    this.#main.replaceChildren(html("h1", {}, headline), html("p", { class: "said" }, words));
  }

  #ask(shown: Shown, kept: Vote | undefined): void {
    const { asked, vote, state } = shown;
    if (this.#question?.id !== asked.id) {
      this.#question = new QuestionView(asked, (answer, round) =>
        this.give({ question: asked.id, vote: round, answer }),
      );
      this.#main.replaceChildren(this.#question.node);
      scrollTo(0, 0);
    }
    write(this.#title, asked.title);
    write(this.#phase, state === "revealed" ? "answer" : vote === 1 ? "first vote" : "second vote");
    const isKept = kept?.question === asked.id && kept.vote === vote;
    this.#question.show(isKept ? { ...shown, yours: kept.answer } : shown);
    write(this.#count, `${shown.answered} of ${shown.seats} have voted`);
    const { page } = asked;
    this.#lesson.hidden = state !== "revealed" || page === undefined;
    if (page !== undefined) set(this.#lesson, { href: page });
  }
}

/** One question. Its parts stay where they are from the first vote to the answer. */
class QuestionView {
  readonly id: string;
  readonly node = html("div");
  readonly #form: Form;
  readonly #hint = html("p", { class: "hint" });
  readonly #talk = html(
    "p",
    { class: "note" },
    html("b", {}, "Talk to your neighbour."),
    " Then vote again, the same or another.",
  );
  readonly #why = html("p", { class: "why" });
  readonly #shows = html("div", { class: "shows" });
  #vote: Vote["vote"] = 1;

  constructor(asked: Asked, give: (answer: Answer, vote: Vote["vote"]) => void) {
    const { id, kind, prompt, given, picture } = asked;
    this.id = id;
    set(this.node, { class: "question", "data-kind": kind });
    this.#form = formOf(asked, (answer) => give(answer, this.#vote));
    this.node.append(
      html("h1", { class: prompt.length > LONG ? "long" : "" }, prompt),
      ...(given === undefined ? [] : [html("pre", { tabindex: 0 }, given)]),
      ...(picture === undefined ? [] : [pictureOf(picture)]),
      this.#shows,
      this.#form.node,
      this.#hint,
      this.#talk,
      this.#why,
    );
  }

  show(shown: Shown): void {
    const { state, vote, yours, first } = shown;
    this.#vote = vote;
    const isRevealed = state === "revealed";
    this.#form.show({
      vote,
      isRevealed,
      isOpen: state === "open",
      yours,
      first,
      right: isRevealed ? shown.right : [],
    });
    this.#talk.hidden = vote === 1 || state !== "open";
    const [before, after] = this.#form.hints;
    const hint = yours === undefined ? before : after;
    write(this.#hint, state === "open" ? hint : state === "closed" ? "The vote is closed." : "");
    write(this.#why, isRevealed ? shown.why : "");
    if (!isRevealed || shown.shows === undefined) this.#shows.replaceChildren();
    else if (this.#shows.childElementCount === 0) this.#shows.append(pictureOf(shown.shows));
  }
}

type Picture = NonNullable<Asked["picture"]>;

const pictureOf = ({ src, alt, width, height }: Picture): HTMLImageElement =>
  html("img", { src, alt, width, height });
