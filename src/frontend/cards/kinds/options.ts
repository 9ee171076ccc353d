/** Options on a card: a button for each. */
import * as v from "valibot";
import type { Option } from "../../../exercises/kind.ts";
import { aboutChosen, type Choose } from "../../../exercises/kinds/choose.ts";
import { aboutForeseen, type PredictOption } from "../../../exercises/kinds/foresee.ts";
import { saidBesideNumbers, type WithOptions } from "../../../exercises/options.ts";
import { byName, checked } from "../checked.ts";
import { button, element, tick } from "../dom.ts";
import type { Answers, KindOnPage, Question } from "./kind.ts";

export const OPTION = { text: v.string(), reason: v.string(), right: v.optional(v.boolean(), false) };

export const WITH_OPTIONS = v.object({ options: v.optional(byName(OPTION), []) });

const OF_OPTIONS = { ask: askOptions, invitation: "one press is your guess", hasReasons: true };

export const choose: KindOnPage<Choose> = {
  ...OF_OPTIONS,
  is: ({ kind }) => kind === "card-choose",
  read: (card) => ({ kind: "choose", ...checked(WITH_OPTIONS, card) }),
  about: aboutChosen,
  isGuess: false,
};

export const foresee: KindOnPage<PredictOption> = {
  ...OF_OPTIONS,
  is: ({ kind, fields }) => kind === "card-predict" && fields === undefined,
  read: (card) => ({ kind: "foresee", ...checked(WITH_OPTIONS, card) }),
  about: aboutForeseen,
  isGuess: true,
};

/** When nothing is left to answer, each option gets its reason, and the right one its tick. */
export function askOptions({ options, prompt }: WithOptions, answers: Answers): Question {
  const all = Object.entries(options);
  const said = saidBesideNumbers(all.map(([, { text }]) => text));
  const buttons = all.map(([name, { text }], place) => {
    const made = button("", "fall-line-option", () => answers.take(name));
    made.dataset["option"] = name;
    made.setAttribute("aria-pressed", "false");
    made.append(
      element("span", { class: "fall-line-letter" }, said === undefined ? letterOf(place) : `${place + 1}`),
      element(
        "span",
        { class: "fall-line-words" },
        element("span", { class: "fall-line-text" }, said?.[place] ?? text),
      ),
    );
    return made;
  });
  return {
    node: element("div", { role: "group", "aria-label": prompt }, ...buttons),
    show: (answer, isDone) => {
      for (const option of buttons) {
        const name = option.dataset["option"]!;
        showOption(option, options[name]!, { isGuess: name === answer, isDone });
      }
    },
  };
}

function letterOf(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}

function showOption(
  option: HTMLButtonElement,
  { reason, right = false }: Option,
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
