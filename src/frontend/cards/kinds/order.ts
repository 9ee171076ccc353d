import { aboutOrder, type Order } from "../../../exercises/kinds/order.ts";
import { mixed, type OrderLine } from "../../../exercises/order/lines.ts";
import type { OrderRun } from "../../../exercises/order/run.ts";
import { listOf, numbersOf, recordOf, type StoredCard, textOf, textsOf } from "../checked.ts";
import { ACT, button, element } from "../dom.ts";
import { Sorter } from "../order/sorter.ts";
import type { Answers, KindOnPage } from "./kind.ts";

const sorters = new WeakMap<HTMLElement, Sorter>();

/** Lines that are put in order. */
export const order: KindOnPage<Order> = {
  is: ({ kind }) => kind === "card-order",
  read: ({ lines, run, because }) => ({
    kind: "order",
    lines: Object.fromEntries(listOf(lines).map((line) => [textOf(line["name"]), readLine(line)])),
    ...(run === undefined ? {} : { run: readRun(recordOf(run)) }),
    because: textOf(because),
  }),
  about: aboutOrder,
  ask: askOrder,
  show: (question, _, answer, isDone) => {
    const sorter = sorters.get(question)!;
    sorter.put(answer as readonly string[]);
    if (!isDone) return;
    sorter.close();
    question.querySelector<HTMLElement>(":scope > .fall-line-row")!.hidden = true;
  },
  isGuess: false,
  saysBelow: true,
  hasReasons: false,
};

function readLine({ text, after, wrong, computes }: StoredCard): OrderLine {
  return {
    text: textOf(text),
    after: textsOf(after),
    ...(wrong === undefined ? {} : { wrong: textOf(wrong) }),
    ...(computes === undefined ? {} : { computes: readComputed(recordOf(computes)) }),
  };
}

function readComputed({ quantity, formula }: StoredCard): NonNullable<OrderLine["computes"]> {
  return { quantity: textOf(quantity), formula: textOf(formula) };
}

function readRun({ hyper, remembered }: StoredCard): OrderRun {
  return { hyper: numbersOf(hyper), remembered: numbersOf(remembered) };
}

function askOrder({ lines, prompt }: Order, answers: Answers): HTMLDivElement {
  const mine = mixed(lines).map((name) => ({ name, text: lines[name]!.text }));
  const sorter = new Sorter(mine, prompt);
  const take = (): void => {
    const { order: given } = sorter;
    if (given.length > 0) answers.take(given);
    else answers.complain("Leave some line in the order.");
  };
  const node = element(
    "div",
    {},
    sorter.node,
    element("div", { class: "fall-line-row" }, button("That is my order", ACT, take)),
  );
  sorters.set(node, sorter);
  return node;
}
