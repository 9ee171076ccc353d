import { bundleOf, type MimeBundle, RICH } from "../display.ts";
import { SPECIFICATION } from "../mime.ts";
import { escapeHtml } from "../escape.ts";
import { type PlainBlock, plainBlocks } from "./blocks.ts";
import { isCardKind } from "./card-kind.ts";
import type { Choose, Exercise, PredictNumbers, PredictOption } from "./exercise.ts";
import { panel } from "./feedback.ts";
import { proseBundle } from "./prose.ts";
import { revealedData, revealedHtml } from "./revealed.ts";
import { solutionBlocks } from "./solution.ts";

/** An exercise that is answered on a card with buttons and fields. */
export type CardExercise = PredictNumbers | PredictOption | Choose;

/** A card as it travels into a page: all that the page needs to give its feedback without a kernel. */
export interface CardSpecification {
  readonly format: 1;
  readonly kind: "card-predict" | "card-choose";
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly fields?: readonly {
    readonly name: string;
    readonly label: string;
    readonly answer: number;
    readonly within: number;
  }[];
  readonly options?: readonly {
    readonly name: string;
    readonly text: string;
    readonly reason: string;
    readonly right: boolean;
  }[];
  readonly because?: string;
  readonly hints: readonly string[];
  readonly solution: readonly PlainBlock[];
  /** What explorers of the lesson keep to themselves while this is open. */
  readonly hides?: "outcome";
  /** What is hidden until there is an answer: outputs, each in several formats; the explanation is the last. */
  readonly reveal?: readonly MimeBundle[];
}

/** Is this exercise answered on a card? */
export function isCardExercise(exercise: Exercise): exercise is CardExercise {
  return isCardKind(exercise.kind);
}

/** A question with its fields or buttons; where nothing draws cards, the question and how to answer it in code. */
export class Card {
  readonly id: string;
  readonly exercise: CardExercise;
  readonly #reveal: readonly unknown[];

  /** @param reveal what the card opens when there is an answer, or when it is asked to show it anyway */
  constructor(id: string, exercise: CardExercise, reveal: readonly unknown[] = []) {
    this.id = id;
    this.exercise = exercise;
    this.#reveal = reveal;
  }

  /** The question in plain text. */
  get text(): string {
    const { title, prompt } = this.exercise;
    return [`${title}\n${prompt}`, ...this.#choices(), this.#howTo()].join("\n");
  }

  [RICH](): MimeBundle | Promise<MimeBundle> {
    const reveal = this.#reveal.map(bundleOf);
    const isReady = (bundles: typeof reveal): bundles is MimeBundle[] =>
      !bundles.some((bundle) => bundle instanceof Promise);
    return isReady(reveal)
      ? this.bundle(reveal)
      : Promise.all(reveal.map(async (bundle) => bundle)).then((bundles) => this.bundle(bundles));
  }

  /** The card with the outputs that it reveals. */
  bundle(reveal: readonly MimeBundle[] = []): MimeBundle {
    const { title, prompt, explanation } = this.exercise;
    const choices = this.#choices().map((line) => `<li>${escapeHtml(line)}</li>`);
    const list =
      choices.length === 0 ? "" : `<ul style="list-style:none;padding-left:0.5em">${choices.join("")}</ul>`;
    const inner = `<p>${escapeHtml(prompt)}</p>${list}<p>${escapeHtml(this.#howTo())}</p>`;
    return {
      [SPECIFICATION]: this.specification(reveal),
      "text/html": panel("note", title, inner + revealedHtml(reveal, explanation)),
      "text/plain": [this.text, ...reveal.map((bundle) => String(bundle["text/plain"]))].join("\n\n"),
    };
  }

  /** The card as plain data. */
  specification(reveal: readonly MimeBundle[] = []): CardSpecification {
    const { id, exercise } = this;
    const { title, prompt, hints, kind, explanation, hides } = exercise;
    const opened = [
      ...reveal.map(revealedData),
      ...(explanation === undefined ? [] : [proseBundle(explanation)]),
    ];
    return {
      format: 1,
      kind: kind === "choose" ? "card-choose" : "card-predict",
      id,
      title,
      prompt,
      ...(kind === "predict"
        ? {
            fields: Object.entries(exercise.fields).map(([name, field]) => ({ name, ...field })),
            because: exercise.because,
          }
        : {
            options: Object.entries(exercise.options).map(([name, { text, reason, right = false }]) => ({
              name,
              text,
              reason,
              right,
            })),
          }),
      hints,
      solution: plainBlocks(solutionBlocks(exercise)),
      ...(hides === undefined ? {} : { hides }),
      ...(opened.length === 0 ? {} : { reveal: opened }),
    };
  }

  #choices(): string[] {
    const { exercise } = this;
    return exercise.kind === "predict"
      ? []
      : Object.entries(exercise.options).map(([name, { text }]) => `(${name}) ${text}`);
  }

  #howTo(): string {
    const { exercise } = this;
    if (exercise.kind !== "predict")
      return `Answer with check(${JSON.stringify(this.id)}, ${JSON.stringify(Object.keys(exercise.options)[0])}).`;
    const names = Object.keys(exercise.fields);
    const answer = names.length === 1 ? "1.5" : `{ ${names.map((name) => `${name}: 1.5`).join(", ")} }`;
    return `Answer with check(${JSON.stringify(this.id)}, ${answer}).`;
  }
}
