import { afterSign, atom, Bond, call, infix, type Notation, type Piece, prefix } from "./notation.ts";
import type { Operation } from "./operation.ts";

/** A sum or a difference to be read: a sign behind its own stands in parentheses. */
const plusMinus =
  (sign: string): Notation =>
  (operands, pen) =>
    infix(sign, Bond.Sum, Bond.Sum, afterSign(operands[1]!, Bond.Quotient))(operands, pen);

const minus =
  (sign: string): Notation =>
  ([x], { within }) => ({ text: sign + within(x!, afterSign(x!, Bond.Product)), bond: Bond.Sign });

/** A yes or no as a number: 1 or 0; `symbols` are those of JavaScript, TeX, text and the expression language. */
function truth(meaning: string, bond: number, symbols: readonly [string, string, string, string]): Operation {
  const floor = bond === Bond.Comparison ? Bond.Sum : bond;
  const [code, tex, text, source] = symbols.map((symbol) => infix(symbol, bond, floor, floor));
  const python = bond === Bond.Comparison ? source! : call(`np.logical_${symbols[2]}`);
  return {
    meaning,
    code: (operands, pen) => atom(`(${code!(operands, pen).text} ? 1 : 0)`),
    tex: tex!,
    text: text!,
    source: source!,
    python,
  };
}

const comparison = (meaning: string, source: string, tex = source, text = source, code = source): Operation =>
  truth(`1 if ${meaning}, else 0`, Bond.Comparison, [code, tex, text, source]);

/** Small whole powers are products, which are quicker. */
const powerCode: Notation = (operands, pen) => {
  const [{ text: x }, { text: exponent }] = operands as readonly [Piece, Piece];
  const product = { "2": `${x} * ${x}`, "3": `${x} * ${x} * ${x}`, "4": `(${x} * ${x}) * (${x} * ${x})` }[
    exponent
  ];
  if (product !== undefined) return { text: product, bond: Bond.Product };
  return infix("**", Bond.Power, Bond.Atom, Bond.Sign)(operands, pen);
};

const SUPERSCRIPTS: Readonly<Record<string, string>> = { "2": "²", "3": "³", t: "ᵗ" };

/** Every operator of an expression, by the names that the parser gives them. */
export const OPERATORS = {
  add: {
    meaning: "sum",
    slopes: ["1", "1"],
    code: infix("+", Bond.Sum),
    tex: plusMinus("+"),
    text: plusMinus("+"),
    source: infix("+", Bond.Sum, Bond.Sum, Bond.Sum),
    python: infix("+", Bond.Sum),
  },
  subtract: {
    meaning: "difference",
    slopes: ["1", "-1"],
    code: infix("-", Bond.Sum),
    tex: plusMinus("-"),
    text: plusMinus("−"),
    source: infix("-", Bond.Sum),
    python: infix("-", Bond.Sum),
  },
  multiply: {
    meaning: "product",
    slopes: ["b", "a"],
    code: infix("*", Bond.Product),
    tex: (operands, { within, times }) =>
      infix(times, Bond.Product, Bond.Product, Bond.Power)(operands, { within, times }),
    text: ([a, b], { within }) => ({
      text: `${within(a!, Bond.Product)}·${within(b!, Bond.Power)}`,
      bond: Bond.Product,
    }),
    source: infix("*", Bond.Product, Bond.Product, Bond.Product),
    python: infix("*", Bond.Product),
  },
  divide: {
    meaning: "quotient",
    slopes: ["1 / b", "-(a / b / b)"],
    code: infix("/", Bond.Product),
    tex: ([a, b]) => ({ text: `\\frac{${a!.text}}{${b!.text}}`, bond: Bond.Power }),
    text: infix("/", Bond.Quotient, Bond.Product, Bond.Power),
    source: infix("/", Bond.Product),
    python: infix("/", Bond.Product),
  },
  pow: {
    meaning: "power",
    slopes: ["b * a^(b - 1)", "a^b * log(a)"],
    code: powerCode,
    tex: ([a, b], { within }) => ({ text: `${within(a!, Bond.Atom)}^{${b!.text}}`, bond: Bond.Power }),
    text: ([a, b], { within }) => ({
      text: within(a!, Bond.Atom) + (SUPERSCRIPTS[b!.text] ?? `^${within(b!, Bond.Atom)}`),
      bond: Bond.Power,
    }),
    source: infix("^", Bond.Power, Bond.Atom, Bond.Power),
    python: ([a, b], { within }) => ({
      text: `${within(a!, Bond.Atom)}**${within(b!, Bond.Power)}`,
      bond: Bond.Power,
    }),
  },
  unaryMinus: {
    meaning: "negative",
    slopes: ["-1"],
    code: prefix("-", Bond.Sign, Bond.Atom),
    tex: minus("-"),
    text: minus("−"),
    source: prefix("-", Bond.Sign, Bond.Power),
    python: prefix("-", Bond.Sign, Bond.Power),
  },
  smaller: comparison("smaller", "<"),
  smallerEq: comparison("smaller or equal", "<=", "\\le", "≤"),
  larger: comparison("larger", ">"),
  largerEq: comparison("larger or equal", ">=", "\\ge", "≥"),
  equal: comparison("equal", "==", "=", "=", "==="),
  unequal: comparison("not equal", "!=", "\\ne", "≠", "!=="),
  and: truth("1 if both are not 0, else 0", Bond.And, ["&&", "\\land", "and", "and"]),
  or: truth("1 if one of them is not 0, else 0", Bond.Or, ["||", "\\lor", "or", "or"]),
  conditional: {
    meaning: "the second where the first is not 0, else the third",
    code: ([test, yes, no], { within }) => ({
      text: `${within(test!, Bond.Or)} ? ${within(yes!, Bond.Or)} : ${no!.text}`,
      bond: Bond.Condition,
    }),
    tex: ([test, yes, no]) => ({
      text: `\\begin{cases} ${yes!.text} & \\text{if } ${test!.text} \\\\ ${no!.text} & \\text{otherwise} \\end{cases}`,
      bond: Bond.Condition,
    }),
    text: ([test, yes, no], { within }) => ({
      text: `${within(yes!, Bond.Or)} if ${within(test!, Bond.Or)}, else ${no!.text}`,
      bond: Bond.Condition,
    }),
    source: ([test, yes, no], { within }) => ({
      text: `${within(test!, Bond.Atom)} ? ${within(yes!, Bond.Atom)} : ${within(no!, Bond.Atom)}`,
      bond: Bond.Condition,
    }),
    python: call("np.where"),
  },
} satisfies Record<string, Operation>;
