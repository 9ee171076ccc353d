import { nameText } from "../../math/text.ts";
import { show, type Tree } from "./tree.ts";

/** So many names may stand in a part that is told as it is written. */
const MOST_NAMES = 2;

/** An exponent is read with its base. */
const countNames = ({ op, args }: Tree): number => {
  if (op === "name") return 1;
  const counted = op === "pow" ? args.slice(0, 1) : args;
  return counted.reduce((sum, arg) => sum + countNames(arg), op === "solve" ? 1 : 0);
};

/** Whether parts are told as they are written, all of them in one clause. */
export const isShort = (...parts: readonly Tree[]): boolean =>
  parts.reduce((sum, part) => sum + countNames(part), 0) <= MOST_NAMES;

const CALLED: Readonly<Record<string, string>> = {
  add: "the whole sum",
  subtract: "the whole difference",
  multiply: "the whole product",
  divide: "the whole fraction",
  pow: "the whole power",
  sqrt: "the whole root",
  exp: "the power of e",
  gradient: "the gradient",
};

/** What a part is, where it stands beside another one: "the whole sum"; a letter is that. */
export const wholly = (tree: Tree): string => CALLED[tree.op] ?? show(tree);

/**
 * A part of a line in a sentence: as it is written, or, where that would be algebra to puzzle over, what it is: "the whole sum".
 * @param instead what a long part is called where its place says more than what it is: "the step"
 */
export const called = (tree: Tree, instead = CALLED[tree.op]): string =>
  isShort(tree) || instead === undefined
    ? show(tree).replace(/^\(((?:old|new) [^()]+)\)$/, "the $1")
    : tree.line === "w"
      ? "the new w"
      : instead;

/** What is wrong with the point at which the gradient is taken. @param what in a clause, where the point is not w itself */
export const ofLookAhead = (what: string | undefined): string =>
  what === undefined
    ? "the gradient is taken at w and not at the look-ahead point"
    : /^the sign of (?!w ).* is flipped$/.test(what)
      ? `the gradient is taken behind w and not ahead: ${what}`
      : `in the look-ahead point, ${what}`;

/** What is added to w, or subtracted from it. */
export const STEP = "the step";

/** What a quantity is computed with need have no line of its own in an answer, and one that it has may be right. */
export const placeWithin = (shown: readonly string[], of: string): string =>
  shown.length === 1
    ? `in the ${shown[0]!} that ${nameText(of)} is computed with, `
    : `where ${nameText(of)} is computed, in ${shown.join(" and ")}, `;
