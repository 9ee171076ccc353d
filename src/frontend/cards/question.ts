import type { CardExercise } from "../../exercises/card.ts";
import type { PredictNumbers } from "../../exercises/exercise.ts";
import { ACT, button, element, tick } from "./dom.ts";
import { readNumber } from "./number.ts";

/** What is given as an answer: the name of an option, or numbers by their names. */
export type Given = string | Readonly<Record<string, number>>;

/** Where answers go. */
export interface Answers {
  take(answer: Given): void;
  /** Say what is missing before there is an answer. */
  complain(sentence: string): void;
}

/** The part of a card in which one answers: a button for each option, or a field for each number. */
export function askQuestion(exercise: CardExercise, answers: Answers): HTMLDivElement {
  if (exercise.kind === "predict") return askNumbers(exercise.fields, answers);
  const options = Object.entries(exercise.options).map(([name, { text }], place) => {
    const made = button("", "fall-line-option", () => answers.take(name));
    made.dataset["option"] = name;
    made.setAttribute("aria-pressed", "false");
    made.append(
      element("span", { class: "fall-line-letter" }, letterOf(place)),
      element("span", { class: "fall-line-words" }, element("span", { class: "fall-line-text" }, text)),
    );
    return made;
  });
  return element("div", { role: "group", "aria-label": exercise.prompt }, ...options);
}

function letterOf(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}

function askNumbers(fields: PredictNumbers["fields"], answers: Answers): HTMLDivElement {
  const inputs = Object.entries(fields).map(([name, { label, answer }]) => ({
    name,
    label,
    answer,
    input: element("input", { type: "text", inputmode: "decimal", autocomplete: "off", name }),
  }));
  const take = (): void => {
    const values = inputs.map(({ name, input, answer }) => [name, readNumber(input.value, answer)] as const);
    const missing = inputs.find((_, i) => !Number.isFinite(values[i]![1]));
    if (missing === undefined) {
      answers.take(Object.fromEntries(values));
      return;
    }
    answers.complain(`Enter a number for "${missing.label}", as in 0.25.`);
    missing.input.focus();
  };
  for (const { input } of inputs) {
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") take();
    });
  }
  return element(
    "div",
    {},
    ...inputs.map(({ label, input }) => element("label", {}, element("span", {}, label), input)),
    element("div", { class: "fall-line-row" }, button("That is my guess", ACT, take)),
  );
}

/** Shows what was answered. When nothing is left to answer, each option gets its reason, and the right one its tick. */
export function showGiven(
  question: HTMLElement,
  exercise: CardExercise,
  answer: unknown,
  isDone: boolean,
): void {
  if (exercise.kind === "predict") showNumbers(question, answer, isDone);
  else
    for (const option of question.querySelectorAll<HTMLButtonElement>("[data-option]"))
      showOption(option, exercise.options[option.dataset["option"]!]!, {
        isGuess: option.dataset["option"] === answer,
        isDone,
      });
}

function showNumbers(question: HTMLElement, answer: unknown, isDone: boolean): void {
  const numbers = answer as Readonly<Record<string, unknown>>;
  for (const input of question.querySelectorAll("input")) {
    const value = numbers[input.name];
    if (typeof value === "number") input.value = String(value);
  }
  // What was typed and what it is stand beside each other then.
  question.hidden = isDone;
}

function showOption(
  option: HTMLButtonElement,
  { reason, right = false }: { readonly reason: string; readonly right?: boolean },
  { isGuess, isDone }: { readonly isGuess: boolean; readonly isDone: boolean },
): void {
  option.setAttribute("aria-pressed", String(isGuess));
  option.disabled = isDone;
  for (const part of option.querySelectorAll(".fall-line-reason, .fall-line-tag")) part.remove();
  const isRight = isDone && right;
  option.classList.toggle("fall-line-right", isRight);
  if (isRight) option.querySelector(".fall-line-letter")!.replaceWith(tick("fall-line-letter"));
  if (isDone || isGuess)
    option.querySelector(".fall-line-words")!.append(element("span", { class: "fall-line-reason" }, reason));
  const tag = isGuess ? "your guess" : isRight ? "what happens" : undefined;
  if (tag !== undefined) option.append(element("span", { class: "fall-line-tag" }, tag));
}

/** Where one begins to answer. */
export function focusQuestion(question: HTMLElement): void {
  question.querySelector<HTMLElement>("input, button")?.focus();
}
