/** Whether the line that computes a quantity is where a mistake is to be mended, or right as it stands, and what else is then. */
import { nameText, OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { holderOf, isAssigned, partsOf, wordsOf } from "../run/assigned.ts";
import type { Cases } from "../run/cases.ts";
import { lineOf, ownLine } from "../run/source.ts";
import { firstDifference } from "../search/columns.ts";
import { linesOf, outcomeOf } from "../search/lines.ts";
import { filled, name, type Tree, treeOf } from "../search/tree.ts";

/** A statement of an answer's text, and the quantity that it computes. */
interface Statement {
  readonly source: string;
  readonly text: string;
  readonly quantity: string;
}

/** The line in which a mistake is mended, with what to do where that is not to be seen: none where neither is certain. */
export function mendedLine(
  statement: Statement,
  rule: Rule,
  cases: Cases,
): Pick<Mistake, "line" | "cure" | "what"> | undefined {
  const { source, text } = statement;
  const [head, body] = partsOf(source);
  const other = otherName(head, givenIn(rule)) ?? noCopy(body, statement, rule);
  if (!isRight(statement, rule, cases)) {
    const isOfOthers = wordsOf(text).some((word) => other?.names.includes(word));
    return isOfOthers ? undefined : { line: ownLine(source, text) };
  }
  const line = other && lineOf(source, other.sign);
  return line && { line, cure: other.cure, ...(other.what === undefined ? {} : { what: other.what }) };
}

/**
 * The same for the only statement of a function of a formula.
 * @param given what its arguments are called
 * @param isRight whether an expression computes the right number
 */
export function mendedFormula(
  source: string,
  text: string,
  given: readonly string[],
  isRight: (tree: Tree) => boolean,
): Pick<Mistake, "line" | "cure"> {
  const [head] = partsOf(source);
  const other = otherName(head, given);
  if (other === undefined) return { line: ownLine(source, text) };
  const formula = inLibrary(text.replace(/^return\b/, ""), wordsOf(head));
  const line = formula !== undefined && holds(() => isRight(treeOf(formula))) && lineOf(source, other.sign);
  return line === false || line === undefined ? {} : { line, cure: other.cure };
}

/** What makes a line wrong that is right as it stands. */
interface Elsewhere {
  /** The names that do not mean what they are called. */
  readonly names: readonly string[];
  readonly sign: RegExp;
  readonly cure: string;
  /** What is wrong there, where that says all. */
  readonly what?: string;
}

const givenIn = ({ state, hyperparameters }: Rule): string[] => [
  "w",
  "g",
  "t",
  ...Object.keys(state),
  ...Object.keys(hyperparameters),
];

/** `m: before` */
const RENAMED = /\b(\w+)\s*:\s*(\w+)\b/g;

/** `{ lambda: alpha, alpha: lambda }` */
function otherName(head: string, given: readonly string[]): Elsewhere | undefined {
  const all = [...head.matchAll(RENAMED)].filter(
    ([, key, to]) => key !== to && given.includes(key!) && given.includes(to!),
  );
  const [first] = all;
  if (first === undefined) return undefined;
  const [, key, to] = first as unknown as [string, string, string];
  const isExchange = all.length === 2 && all[1]![1] === to && all[1]![2] === key;
  return {
    names: all.map((one) => one[2]!),
    sign: new RegExp(String.raw`\b${key}\s*:\s*${to}\b`),
    ...(isExchange && {
      what: `the names of ${nameText(key)} and ${nameText(to)} are exchanged where they are given`,
    }),
    cure: `${key}: ${to} gives ${nameText(key)} the name ${to}, and here ${to} should mean ${nameText(to)}.`,
  };
}

/** `const ahead = w; ahead[i] += ...` */
function noCopy(body: string, { quantity }: Statement, rule: Rule): Elsewhere | undefined {
  const holder = holderOf(body, quantity);
  for (const [, alias, of] of body.matchAll(/\b(?:const|let|var)\s+(\w+)\s*=\s*(\w+)\s*(?=[;\n])/g)) {
    const isItself = holder !== undefined && "name" in holder && holder.name === alias;
    const fills = new RegExp(String.raw`\b${alias!}\s*\[[^\]]*\]\s*(?:\*\*|[-+*/])?=(?![=>])`);
    if (isItself || !givenIn(rule).includes(of!) || !fills.test(body)) continue;
    return {
      names: [alias!, of!],
      sign: new RegExp(String.raw`\b${alias!}\s*=\s*${of!}\s*(?:;|$)`),
      cure: `${alias!} is ${of!} itself and no copy, so ${of!} is changed where ${alias!} is: make a copy, const ${alias!} = [...${of!}].`,
    };
  }
  return undefined;
}

/** Does a line compute the right numbers where every name in it means what it is called? */
function isRight(statement: Statement, rule: Rule, cases: Cases): boolean {
  const right = outcomeOf(linesOf(rule), cases.columns);
  const due = statement.quantity === "w" ? right.w : right.states.get(statement.quantity)!;
  return holds(() => {
    const tree = asWritten(statement, rule);
    return tree !== undefined && firstDifference(cases.columns.with(right.states).compute(tree), due) < 0;
  });
}

/** Whether something is so; not where a text uses what the library's language does not have. */
export function holds(isSo: () => boolean): boolean {
  try {
    return isSo();
  } catch {
    return false;
  }
}

/** A statement as a tree; nothing where it is more than arithmetic of single numbers. */
function asWritten({ source, text, quantity }: Statement, rule: Rule): Tree | undefined {
  const { state } = rule;
  const [head, body] = partsOf(source);
  const above = body.slice(0, body.indexOf(text));
  const before = (one: string): Tree => name(Object.hasOwn(state, one) ? one + OLD : one);
  const meant = new Map<string, Tree>();
  for (const [, key, to] of head.matchAll(RENAMED)) meant.set(to!, before(key!));
  for (const one of givenIn(rule)) if (!isDeclared(body, one)) meant.set(one, before(one));
  for (const one of ["w", ...Object.keys(state)]) {
    const holder = holderOf(body, one);
    if (holder === undefined || "inline" in holder) continue;
    const isFromOld = new RegExp(
      `\\b${holder.name}\\s*=\\s*(?:\\[\\s*\\.{3}\\s*)?(?:\\w+\\.)?${one}\\b`,
    ).test(body);
    if (one !== quantity && one !== "w" && (holder.name !== one || isAssigned(above, one)))
      meant.set(holder.name, name(one));
    else if (one === quantity && isFromOld && holder.name !== one) meant.set(holder.name, before(one));
  }
  const arithmetic = arithmeticOf(text, wordsOf(head), meant);
  return arithmetic === undefined ? undefined : filled(treeOf(arithmetic), meant);
}

/** Does a text give another variable that name? */
const isDeclared = (body: string, one: string): boolean =>
  new RegExp(String.raw`\b(?:const|let|var)\s+${one}\b`).test(body);

/** What a statement computes of one coordinate, in the library's language. */
function arithmeticOf(text: string, given: readonly string[], meant: Map<string, Tree>): string | undefined {
  const [, entry, operator = "", rest] =
    /^(?:(?:const|let|var)\s+)?(\w+)\s*(?:\[\w+\]\s*)?(\*\*|[-+*/])?[:=](?![=>])\s*(.*)$/.exec(text) ?? [];
  const pushed = /^\w+\.push\((.*)\)$/.exec(text)?.[1];
  const value = pushed ?? rest;
  if (value === undefined) return undefined;
  const [, list, parameter, index = "", inner] =
    /^((?:\w+\.)?\w+)\.map\(\s*\(?\s*(\w+)(?:\s*,\s*(\w+))?\s*\)?\s*=>\s*(.*)\)$/.exec(value) ?? [];
  if (meant.has(index) || value.includes(`[${parameter!}]`)) return undefined;
  if (parameter !== undefined) meant.set(parameter, meant.get(list!.split(".").at(-1)!) ?? name(list!));
  const each = inner ?? value;
  const whole = operator === "" ? each : `${entry!} ${operator} (${each})`;
  return inLibrary(whole, given);
}

/** Arithmetic of single numbers in the library's language. @param objects what names may be taken from */
export function inLibrary(text: string, objects: readonly string[]): string | undefined {
  if (/[\^%|&<>?]/.test(text)) return undefined;
  const plain = text
    .replace(/\bMath\.(\w+)/g, "$1")
    .replace(/\b(\w+)\.(?=[A-Za-z_])/g, (all, object: string) => (objects.includes(object) ? "" : all))
    .replace(/\[[A-Za-z_]\w*\]/g, "")
    .replaceAll("**", "^");
  return /=|[A-Za-z_]\w*\.|[[\]{}]/.test(plain) ? undefined : plain;
}
