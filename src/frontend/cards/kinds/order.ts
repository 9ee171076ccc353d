import * as v from "valibot";
import { aboutOrder, type Order } from "../../../exercises/kinds/order.ts";
import { mixed } from "../../../exercises/order/lines.ts";
import { byName, checked, NUMBERS, TEXTS } from "../checked.ts";
import { ACT, button, element } from "../dom.ts";
import { Sorter } from "../order/sorter.ts";
import type { Answers, KindOnPage, Question } from "./kind.ts";

const HOLDS = v.object({
  lines: byName({
    text: v.string(),
    after: TEXTS,
    wrong: v.exactOptional(v.string()),
    computes: v.exactOptional(v.object({ quantity: v.string(), formula: v.string() })),
  }),
  run: v.exactOptional(v.object({ hyper: NUMBERS, remembered: NUMBERS })),
  because: v.string(),
});

/** Lines that are put in order. */
export const order: KindOnPage<Order> = {
  is: ({ kind }) => kind === "card-order",
  read: (card) => ({ kind: "order", ...checked(HOLDS, card) }),
  about: aboutOrder,
  ask: askOrder,
  isGuess: false,
  saysBelow: true,
  hasReasons: false,
};

function askOrder({ lines, prompt }: Order, answers: Answers): Question {
  const mine = mixed(lines).map((name) => ({ name, text: lines[name]!.text }));
  const sorter = new Sorter(mine, prompt);
  const take = (): void => {
    const { order: given } = sorter;
    if (given.length > 0) answers.take(given);
    else answers.complain("Leave some line in the order.");
  };
  const row = element("div", { class: "fall-line-row" }, button("That is my order", ACT, take));
  return {
    node: element("div", {}, sorter.node, row),
    show: (answer, isDone) => {
      sorter.put(answer as readonly string[]);
      if (!isDone) return;
      sorter.close();
      row.hidden = true;
    },
  };
}
