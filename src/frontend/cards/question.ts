import type { CardExercise } from "../../exercises/card.ts";
import type { PredictNumbers } from "../../exercises/exercise.ts";
import { button, element } from "./dom.ts";
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
  const options = Object.entries(exercise.options).map(([name, { text }]) => {
    const made = button(text, "fall-line-option", () => answers.take(name));
    made.dataset["option"] = name;
    made.setAttribute("aria-pressed", "false");
    return made;
  });
  return element("div", { role: "group", "aria-label": exercise.prompt }, ...options);
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
    element("div", { class: "fall-line-row" }, button("That is my guess", "", take)),
  );
}

/** Shows what was answered, and whether it may still be changed. */
export function showGiven(question: HTMLElement, answer: unknown, isFinal: boolean): void {
  const numbers =
    typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {};
  for (const input of question.querySelectorAll("input")) {
    const value = numbers[input.name];
    if (typeof value === "number") input.value = String(value);
    input.disabled = isFinal;
  }
  for (const option of question.querySelectorAll("button")) {
    if (option.dataset["option"] !== undefined) {
      option.setAttribute("aria-pressed", String(option.dataset["option"] === answer));
    }
    option.disabled = isFinal;
  }
}

/** Marks the right option of a question that is done, and what was guessed in its place. */
export function showRight(question: HTMLElement, exercise: CardExercise): void {
  if (exercise.kind === "predict") return;
  for (const option of question.querySelectorAll<HTMLElement>("[data-option]")) {
    const isRight = exercise.options[option.dataset["option"]!]?.right === true;
    const isGuess = option.getAttribute("aria-pressed") === "true";
    option.classList.toggle("fall-line-right", isRight);
    const tag = isRight ? "✓ it is" : isGuess ? "your guess" : undefined;
    if (tag !== undefined) option.append(element("span", { class: "fall-line-tag" }, tag));
  }
}

/** Where one begins to answer. */
export function focusQuestion(question: HTMLElement): void {
  question.querySelector<HTMLElement>("input, button")?.focus();
}
