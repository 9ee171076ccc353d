import * as v from "valibot";
import { aboutNumbers, type PredictNumbers } from "../../../exercises/kinds/predict.ts";
import { twoWays, writtenNumber } from "../../../math/written-number.ts";
import { byName, checked, list, NUMBERS } from "../checked.ts";
import { ACT, button, element } from "../dom.ts";
import type { Answers, KindOnPage, Question } from "./kind.ts";

const FORMULA = v.pipe(v.string(), v.maxLength(200));

const HOLDS = v.object({
  fields: byName({
    label: v.string(),
    answer: v.number(),
    within: v.number(),
    slips: v.exactOptional(list(v.object({ gives: v.number(), when: v.string() }))),
    by: v.exactOptional(FORMULA),
    read: v.exactOptional(
      v.object({ of: v.string(), after: v.exactOptional(v.number()), below: v.exactOptional(v.number()) }),
    ),
  }),
  because: v.string(),
  given: v.exactOptional(NUMBERS),
  run: v.exactOptional(v.object({ from: NUMBERS, lines: v.record(v.string(), FORMULA) })),
  slips: v.exactOptional(list(v.object({ taken: NUMBERS, when: v.string() }))),
});

/** Numbers: a field for each. */
export const predict: KindOnPage<PredictNumbers> = {
  is: ({ kind, fields }) => kind === "card-predict" && fields !== undefined,
  read: (card) => ({ kind: "predict", ...checked(HOLDS, card) }),
  about: aboutNumbers,
  ask: ({ fields }, answers) => askNumbers(fields, answers),
  isGuess: true,
  hasReasons: false,
};

function askNumbers(fields: PredictNumbers["fields"], answers: Answers): Question {
  const inputs = Object.entries(fields).map(([name, { label, answer }]) => ({
    name,
    label,
    answer,
    input: element("input", { type: "text", inputmode: "decimal", autocomplete: "off", name }),
  }));
  const take = (): void => {
    const values = inputs.map(
      ({ name, input, answer }) => [name, writtenNumber(input.value, answer)] as const,
    );
    const missing = inputs.find((_, i) => !Number.isFinite(values[i]![1]));
    if (missing === undefined) {
      answers.take(Object.fromEntries(values));
      return;
    }
    const { label, input, answer } = missing;
    const ways = twoWays(input.value, answer);
    answers.complain(
      ways === undefined
        ? `Enter a number for "${label}", as in 0.25 or 1/4.`
        : `${input.value.trim()} ${ways}.`,
    );
    input.focus();
  };
  for (const { input } of inputs) {
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") take();
    });
  }
  const node = element(
    "div",
    {},
    ...inputs.map(({ label, input }) => element("label", {}, element("span", {}, label), input)),
    element("div", { class: "fall-line-row" }, button("That is my guess", ACT, take)),
  );
  return {
    node,
    show: (answer, isDone) => {
      const numbers = answer as Readonly<Record<string, unknown>>;
      for (const { name, input } of inputs)
        if (typeof numbers[name] === "number") input.value = String(numbers[name]);
      // What was typed and what it is stand beside each other then.
      node.hidden = isDone;
    },
  };
}
