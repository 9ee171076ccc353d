/** Lines that are put in order, and which of them must stand before which. */
import { InputError } from "../../errors.ts";
import { callsWholeVectors, lineNode, symbolsIn } from "../../math/line.ts";
import { formulaText, nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { keepsOrder } from "./keeps-order.ts";

/** A line that is put in order. */
export interface OrderLine {
  /** As it is read. */
  readonly text: string;
  /** The lines that must stand before it. */
  readonly after: readonly string[];
  /** Of a line that belongs to no right answer: what is wrong with it. */
  readonly wrong?: string;
  /** Of a line of a rule: what is computed in it, and from what. */
  readonly computes?: Computed;
}

export interface Computed {
  readonly quantity: string;
  /** Of the gradient: the place at which it is taken. */
  readonly formula: string;
}

export type OrderLines = Readonly<Record<string, OrderLine>>;

/** A step of a derivation; a text alone follows from the one declared before it. */
export type DerivationStep = string | { readonly text: string; readonly after: readonly string[] };

/** The steps of a derivation as lines. */
export function linesOfSteps(
  steps: Readonly<Record<string, DerivationStep>>,
  wrong: Readonly<Record<string, { readonly text: string; readonly what: string }>>,
): OrderLines {
  const names = Object.keys(steps);
  const right = Object.entries(steps).map(([name, step], i): [string, OrderLine] => [
    name,
    typeof step === "string" ? { text: step, after: names.slice(Math.max(0, i - 1), i) } : step,
  ]);
  const others = Object.entries(wrong).map(([name, { text, what }]): [string, OrderLine] => [
    name,
    { text, after: [], wrong: what },
  ]);
  return joined(right, others);
}

/**
 * The lines of a rule, its gradient first. A line stands after those that compute what it reads, and before those that
 * change what it reads as it was.
 * @throws InputError when a line cannot be run by itself
 */
export function linesOfRule(
  rule: Rule,
  wrong: Readonly<Record<string, { readonly line: string; readonly what: string }>>,
): OrderLines {
  const whole = Object.entries(rule.equations).find(([, { text }]) => callsWholeVectors(lineNode(text)));
  if (whole !== undefined)
    throw new InputError({
      what: `the line of ${whole[0]} can't be run on one number, as lines that are put in order are`,
      got: whole[1].text,
      allowed: "rules whose lines are computed coordinate by coordinate",
      cure: 'give its lines as steps: { name: "text" }',
    });
  const equations = Object.entries(rule.equations).map(([name, { text }]) => [name, text] as const);
  const computed = [["g", rule.gradientAt] as const, ...equations].map(([quantity, formula]) => ({
    quantity,
    formula,
  }));
  const right = computed.map((one, i): [string, OrderLine] => [
    one.quantity,
    {
      text: lineText(one),
      after: computed.slice(0, i).flatMap((other) => (depends(one, other) ? [other.quantity] : [])),
      computes: one,
    },
  ]);
  const others = Object.entries(wrong).map(([name, { line, what }]): [string, OrderLine] => {
    const computes = readLine(line);
    return [name, { text: lineText(computes), after: [], wrong: what, computes }];
  });
  return joined(right, others);
}

function joined(right: readonly [string, OrderLine][], wrong: readonly [string, OrderLine][]): OrderLines {
  const lines = Object.fromEntries(right);
  const [twice] = wrong.find(([name]) => Object.hasOwn(lines, name)) ?? [];
  if (twice !== undefined)
    throw new InputError({
      what: "a wrong line has the name of a right one",
      got: twice,
      cure: "give it another name, such as wrong1",
    });
  return { ...lines, ...Object.fromEntries(wrong) };
}

function depends(later: Computed, earlier: Computed): boolean {
  return (
    reads(later, earlier.quantity) || reads(earlier, later.quantity) || later.quantity === earlier.quantity
  );
}

/** Whether a quantity stands in what another is computed from. */
export function reads({ formula }: Computed, quantity: string): boolean {
  return symbolsIn(formula).has(quantity);
}

function lineText({ quantity, formula }: Computed): string {
  const of = formulaText(formula);
  return `${nameText(quantity)} = ${quantity === "g" ? `gradient at ${of}` : of}`;
}

function readLine(line: string): Computed {
  const [, quantity, formula] = /^\s*(\w+)\s*=([^=].*)$/s.exec(line) ?? [];
  if (quantity !== undefined && formula !== undefined) return { quantity, formula: formula.trim() };
  throw new InputError({
    what: "a line of a rule is a name, = and a formula",
    got: line,
    cure: 'for example: "w = w - lambda*m"',
  });
}

/** The names of the lines that belong to a right answer, in the order declared, which is one. */
export function rightOrder(lines: OrderLines): string[] {
  return Object.keys(lines).filter((name) => lines[name]!.wrong === undefined);
}

/** The lines that belong to a right answer, each with those that must stand before it. */
export function neededBefore(lines: OrderLines): Record<string, readonly string[]> {
  return Object.fromEntries(rightOrder(lines).map((name) => [name, lines[name]!.after]));
}

/** Whether this is a right answer. */
export function isRightOrder(lines: OrderLines, order: readonly string[]): boolean {
  return keepsOrder(neededBefore(lines), order);
}

/** All lines mixed, the same each time, and in no right order. */
export function mixed(lines: OrderLines): string[] {
  const names = Object.keys(lines).sort((a, b) => hash(lines[a]!.text) - hash(lines[b]!.text));
  const turned = names.map((_, k) => [...names.slice(k), ...names.slice(0, k)]);
  return (
    turned.find(
      (order) =>
        !isRightOrder(
          lines,
          order.filter((name) => lines[name]!.wrong === undefined),
        ),
    ) ?? names
  );
}

/** A number that depends on a text and looks like chance (FNV-1a). */
function hash(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 16777619) >>> 0,
    2166136261,
  );
}
