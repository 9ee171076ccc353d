import { isRecord } from "../../arguments.ts";
import type { Rule } from "../../rules/rule.ts";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, readNames } from "../given.ts";
import { type Asked, checked, ofKind, type Parts } from "../kind.ts";
import { sayMistake } from "../mistake.ts";
import { mistakesOf, wrongLine } from "../order/findings.ts";
import {
  type DerivationStep,
  isRightOrder,
  linesOfRule,
  linesOfSteps,
  mixed,
  neededBefore,
  type OrderLines,
  rightOrder,
} from "../order/lines.ts";
import { orderOptions } from "../order/options.ts";
import { type OrderRun, runBlocks, runLines, runOf } from "../order/run.ts";
import { checkedWithRule } from "../step-kind.ts";

/**
 * Put lines in order and leave out those that do not belong: the steps of a derivation, or the lines of an update rule. Every
 * order in which each line stands after those that it needs is right; the lines of a rule are run as they were put.
 */
export interface Order extends Asked<readonly string[]> {
  readonly kind: "order";
  readonly lines: OrderLines;
  /** What the lines of a rule are run with. */
  readonly run?: OrderRun;
  /** Why it is so: shown with the answer. */
  readonly because: string;
}

type Common = Omit<Parts<Order>, "lines" | "run">;

/** The steps of a derivation by their names, in a right order; with others that belong to none, and what is wrong with them. */
export interface OrderOfSteps extends Common {
  readonly steps: Readonly<Record<string, DerivationStep>>;
  readonly wrong?: Readonly<Record<string, { readonly text: string; readonly what: string }>>;
}

/** A rule; with lines that belong to no right answer, `{ line: "w = w - lambda*m" }`, and what is wrong with them. */
export interface OrderOfRule extends Common {
  readonly rule: Rule;
  readonly wrong?: Readonly<Record<string, { readonly line: string; readonly what: string }>>;
}

function declare(parts: OrderOfSteps | OrderOfRule): Order {
  if (isRecord(parts) && "steps" in parts) {
    const { steps, wrong = {}, ...rest } = checked("order", parts as OrderOfSteps);
    return { ...rest, kind: "order", lines: linesOfSteps(steps, wrong) };
  }
  const { rule, wrong = {}, ...rest } = checkedWithRule("order", parts as OrderOfRule);
  return { ...rest, kind: "order", lines: linesOfRule(rule, wrong), run: runOf(rule) };
}

export const order = /* @__PURE__ */ ofKind<Order, typeof declare>(
  () => ({
    name: "order",
    answered: "on a card",
    earns: "credit",
    texts: ["because", "lines"],
    about: aboutOrder,
    faults: ({ lines, run }, check) => {
      const right = rightOrder(lines);
      if (right.length < 2) return ["there must be two lines that belong to it, or more"];
      const { outcome, headline } = check(right);
      if (outcome !== "right") return [`its own order gives "${headline}"`];
      const unknown = run && runLines(lines, right, run).unknown;
      return unknown === undefined ? [] : [`its lines can't be run: ${unknown} has no value`];
    },
    solution: ({ lines, because }) => [
      text(
        rightOrder(lines)
          .map((name) => lines[name]!.text)
          .join("\n"),
      ),
      text(because),
    ],
    mistakes: ({ lines }) => Object.keys(lines).flatMap((name) => wrongLine(lines, name)),
    question: ({ lines, run }) => ({ lines: textsOf(lines), options: orderOptions(lines, run) }),
    onPaper: ({ lines }) => ({ boxes: textsOf(lines) }),
    onPhone: ({ lines }) => ({
      by: "order",
      lines: linesByName(lines),
      right: rightOrder(lines),
      before: neededBefore(lines),
    }),
    draft: (rule) => ({
      parts: `rule: ${rule},\n    wrong: { twice: { line: "w = w", what: "" } },\n    because: "",`,
      imports: [rule],
    }),
    card: "card-order",
    offers: ({ lines }) => linesByName(lines),
    asks: ({ lines, run, because }) => ({
      lines: Object.entries(lines).map(([name, line]) => ({ name, ...line })),
      ...(run === undefined ? {} : { run }),
      because,
    }),
    asCode: ({ lines }) => ({
      example: JSON.stringify(mixed(lines).slice(0, 2)).replace("]", ", ...]"),
      open: '"?"',
      right: JSON.stringify(rightOrder(lines)),
    }),
    // The lines themselves stand on the card.
    givenAwayBy: () => ({ numbers: [] }),
    opens: ({ because }) => [because],
  }),
  declare,
);

function textsOf(lines: OrderLines): string[] {
  return Object.values(linesByName(lines));
}

/** The lines mixed. */
function linesByName(lines: OrderLines): Record<string, string> {
  return Object.fromEntries(mixed(lines).map((name) => [name, lines[name]!.text]));
}

/** So many mistakes are told at a time. */
const MOST_TOLD = 2;

/** What is said about an order. */
export function aboutOrder({ lines, run, because }: Order, answer: unknown): Assessment {
  const read = readNames(Object.keys(lines), answer);
  if ("faults" in read) return notRead(read.faults);
  const { names } = read;
  const ran = run === undefined ? [] : runBlocks(lines, names, run);
  if (isRightOrder(lines, names))
    return {
      outcome: "right",
      headline: "Right.",
      blocks: [...ran, text(because)],
      credit: 1,
      picked: names,
    };
  const mistakes = mistakesOf(lines, names, run);
  const [first = "", ...others] = mistakes.slice(0, MOST_TOLD).map(sayMistake);
  return {
    outcome: "not yet",
    headline: `Not yet: ${first}.`,
    blocks: [...others.map((other) => text(`Besides, ${other}.`)), ...ran],
    credit: 0,
    mistakes,
    picked: names,
  };
}
