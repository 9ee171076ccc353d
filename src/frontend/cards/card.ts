import { checkAnswer } from "../../exercises/check-answer.ts";
import { type Feedback, LOOKS } from "../../exercises/feedback.ts";
import type { ProgressEvent, Standing } from "../../exercises/progress.ts";
import { addCardStyle, blockElements, button, element } from "./dom.ts";
import { tellKernel, watchKernel } from "./kernel.ts";
import { type Answers, askQuestion, type Given, showGiven } from "./question.ts";
import { type Bundle, type ReadCard, readCard } from "./read.ts";

export { isCard } from "./read.ts";

/** Draws an output that a card reveals into an element, in one of the formats it is given in. */
export type Reveal = (node: HTMLElement, bundle: Bundle) => Promise<{ remove(): void }>;

/**
 * Draws an exercise card: its question with fields or buttons, a hint, the solution and a fresh start. It gives its feedback
 * by itself; a kernel, if there is one, keeps what was answered.
 * @throws Error with a readable reason when the specification is none of a card
 */
export function drawCard(node: HTMLElement, data: unknown, reveal: Reveal): { remove(): void } {
  addCardStyle();
  const card = new CardView(node, readCard(data), reveal);
  card.start();
  return card;
}

const NOT_RECORDED = "Nothing is recorded: there is no kernel.";

class CardView {
  readonly #node: HTMLElement;
  readonly #card: ReadCard;
  readonly #reveal: Reveal;
  readonly #answer = element("div", { role: "status", "aria-live": "polite" });
  readonly #help = element("div", { role: "status", "aria-live": "polite" });
  readonly #revealed = element("div", { class: "fall-line-revealed" });
  readonly #note = element("span", { class: "fall-line-note" });
  readonly #answers: Answers = {
    take: (answer) => this.#take(answer),
    complain: (sentence) => this.#say(element("p", {}, sentence)),
  };
  readonly #anyway = button("Show me anyway", "fall-line-quiet", () => this.#showAnyway());
  #question = element("div");
  #hints = 0;
  #solutionAsked = false;
  #done = false;
  #drawn: { remove(): void }[] = [];
  #removed = false;
  #watch: { stop: () => void } | undefined;

  constructor(node: HTMLElement, card: ReadCard, reveal: Reveal) {
    this.#node = node;
    this.#card = card;
    this.#reveal = reveal;
  }

  start(): void {
    const { id, exercise } = this.#card;
    this.#question = askQuestion(exercise, this.#answers);
    const section = element(
      "section",
      { class: "fall-line-card", "aria-label": exercise.title },
      element("h4", {}, exercise.title),
      element("p", {}, exercise.prompt),
      this.#question,
      this.#answer,
      this.#help,
      this.#buttons(),
      this.#revealed,
    );
    // Keys typed into a card are the card's own, and no commands of the notebook.
    section.addEventListener("keydown", (event) => event.stopPropagation());
    section.dataset["lmSuppressShortcuts"] = "true";
    this.#node.replaceChildren(section);
    void this.#tell({ type: "standing", id });
    // A kernel may come later than the card, or anew.
    this.#watch = watchKernel(this.#node, () => void this.#tell({ type: "standing", id }));
  }

  remove(): void {
    this.#removed = true;
    this.#watch?.stop();
    this.#close();
    this.#node.replaceChildren();
  }

  #buttons(): HTMLDivElement {
    const { exercise } = this.#card;
    const quiet = "fall-line-quiet";
    return element(
      "div",
      { class: "fall-line-row" },
      ...(exercise.kind === "choose" ? [] : [this.#anyway]),
      button("Hint", quiet, () => this.#showHint()),
      button("Solution", quiet, () => this.#showSolution()),
      button("Start over", quiet, () => this.#startOver()),
      this.#note,
    );
  }

  #take(answer: Given): void {
    const { id, exercise } = this.#card;
    const feedback = checkAnswer(id, exercise, answer);
    const { outcome, credit } = feedback;
    this.#showAnswer(answer, feedback);
    const event = {
      id,
      event: "attempt",
      outcome,
      answer,
      ...(credit === undefined ? {} : { credit }),
    } as const;
    void this.#tell({ type: "record", event });
  }

  #showAnswer(answer: unknown, feedback: Feedback): void {
    const { exercise } = this.#card;
    const { sign, colour } = LOOKS[feedback.outcome];
    const panel = element(
      "div",
      { class: "fall-line-answer" },
      element(
        "p",
        {},
        element("span", { "aria-hidden": "true" }, `${sign} `),
        element("strong", {}, feedback.headline),
      ),
      ...blockElements(feedback.blocks),
    );
    panel.style.borderColor = colour;
    this.#say(panel);
    this.#done = feedback.outcome === "done" || feedback.outcome === "right";
    // A prediction is made once; a choice may be made again until it is right.
    showGiven(this.#question, answer, this.#done || exercise.kind !== "choose");
    this.#anyway.hidden = this.#done;
    if (this.#done) this.#open();
  }

  #say(content: HTMLElement): void {
    this.#answer.replaceChildren(content);
  }

  #showAnyway(): void {
    this.#help.replaceChildren(element("p", {}, this.#card.solution));
    this.#open();
  }

  #showHint(): void {
    const { id, exercise } = this.#card;
    if (this.#hints < exercise.hints.length) {
      this.#hints++;
      void this.#tell({ type: "record", event: { id, event: "hint" } });
    }
    const shown = exercise.hints.slice(0, this.#hints);
    this.#help.replaceChildren(
      element("p", {}, `Hint ${this.#hints} of ${exercise.hints.length}:`),
      element("ul", {}, ...shown.map((hint) => element("li", {}, hint))),
    );
  }

  #showSolution(): void {
    const { id, solution } = this.#card;
    void this.#tell({ type: "record", event: { id, event: "solution" } });
    if (this.#done || this.#solutionAsked) this.#help.replaceChildren(element("p", {}, solution));
    else this.#help.replaceChildren(element("p", {}, "Would a hint do? Press Solution once more to see it."));
    this.#solutionAsked = true;
  }

  #startOver(): void {
    const { id } = this.#card;
    this.#forget();
    void this.#tell({ type: "record", event: { id, event: "reset" } });
  }

  #forget(): void {
    this.#hints = 0;
    this.#solutionAsked = false;
    this.#done = false;
    this.#anyway.hidden = false;
    this.#answer.replaceChildren();
    this.#help.replaceChildren();
    this.#close();
    const fresh = askQuestion(this.#card.exercise, this.#answers);
    this.#question.replaceWith(fresh);
    this.#question = fresh;
  }

  /** Opens what the card hides. */
  #open(): void {
    if (this.#revealed.childElementCount > 0) return;
    for (const bundle of this.#card.reveal) {
      const place = element("div");
      this.#revealed.append(place);
      void this.#reveal(place, bundle).then((drawn) => {
        if (place.isConnected) this.#drawn.push(drawn);
        else drawn.remove();
      });
    }
  }

  #close(): void {
    for (const drawn of this.#drawn) drawn.remove();
    this.#drawn = [];
    this.#revealed.replaceChildren();
  }

  async #tell(message: Told): Promise<void> {
    const answered = (await tellKernel(this.#node, message)) as FromKernel | undefined;
    if (this.#removed) return;
    if (answered?.type === "standing") this.#restore(answered.standing, message);
    this.#note.textContent =
      answered === undefined
        ? NOT_RECORDED
        : answered.type === "failed"
          ? `Not recorded: ${answered.message}`
          : message.type === "record"
            ? "Recorded."
            : "";
  }

  /** What was answered before, when the card is drawn anew. */
  #restore({ hints, answer, state }: Standing, message: Told): void {
    if (message.type !== "standing" || this.#answer.childElementCount > 0) return;
    this.#hints = Math.min(hints, this.#card.exercise.hints.length);
    const usable = typeof answer === "string" || (typeof answer === "object" && answer !== null);
    if (state === "new" || !usable) return;
    this.#showAnswer(answer, checkAnswer(this.#card.id, this.#card.exercise, answer));
  }
}

type Told =
  | { readonly type: "standing"; readonly id: string }
  | { readonly type: "record"; readonly event: Omit<ProgressEvent, "v" | "at"> };

type FromKernel =
  | { readonly type: "standing"; readonly standing: Standing }
  | { readonly type: "failed"; readonly message: string };
