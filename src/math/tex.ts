import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from "mathjs";
import { type FunctionInfo, type FunctionName, FUNCTIONS } from "./functions.ts";

/** How tightly a piece of TeX holds together; a looser piece inside a tighter one gets parentheses. */
const Bond = {
  Condition: 0,
  Or: 1,
  And: 2,
  Comparison: 3,
  Sum: 4,
  Product: 5,
  Sign: 6,
  Power: 7,
  Atom: 8,
} as const;

export interface Piece {
  readonly tex: string;
  readonly bond: number;
}

/** How symbols and products appear: as letters, or with numbers put in. */
export interface Style {
  symbol(name: string): string | number | Piece;
  /** Between the factors of a product. */
  readonly times: string;
}

/** A name or formula that needs no parentheses. */
export const atom = (tex: string): Piece => ({ tex, bond: Bond.Atom });

const COMPARISONS: Readonly<Record<string, string>> = {
  smaller: "<",
  smallerEq: "\\le",
  larger: ">",
  largerEq: "\\ge",
  equal: "=",
  unequal: "\\ne",
};

/** An expression as TeX. Divisions are fractions; parentheses stand only where they are needed. */
export function toTex(node: MathNode, style: Style): string {
  return piece(node, style).tex;
}

function piece(node: MathNode, style: Style): Piece {
  switch (node.type) {
    case "ParenthesisNode":
      return piece((node as ParenthesisNode).content, style);
    case "ConstantNode":
      return numberPiece((node as ConstantNode).value);
    case "SymbolNode": {
      const found = style.symbol((node as SymbolNode).name);
      if (typeof found === "string") return atom(found);
      return typeof found === "number" ? numberPiece(found) : found;
    }
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const [test, yes, no] = [condition, trueExpr, falseExpr].map((part) => toTex(part, style)) as [
        string,
        string,
        string,
      ];
      return {
        tex: `\\begin{cases} ${yes} & \\text{if } ${test} \\\\ ${no} & \\text{otherwise} \\end{cases}`,
        bond: Bond.Condition,
      };
    }
    case "FunctionNode":
      return callPiece(node as FunctionNode, style);
    default:
      return operatorPiece(node as OperatorNode, style);
  }
}

/** Functions whose TeX puts nothing around their arguments, so that sums in them need parentheses. */
const BARE = new Set<FunctionName>(["dot", "outer", "mul", "solve", "inv"]);

function callPiece(node: FunctionNode, style: Style): Piece {
  const name = node.fn.name as FunctionName;
  const { tex }: FunctionInfo = FUNCTIONS[name];
  const floor: number = BARE.has(name) ? Bond.Atom : Bond.Condition;
  const operands = node.args.map((argument) => within(piece(argument, style), floor));
  return {
    tex: tex(...operands),
    bond: BARE.has(name) ? Bond.Product : name === "exp" ? Bond.Power : Bond.Atom,
  };
}

function operatorPiece({ fn, args }: OperatorNode, style: Style): Piece {
  const [left, right] = args.map((argument) => piece(argument, style)) as [Piece, Piece];
  switch (fn) {
    case "unaryPlus":
      return left;
    case "unaryMinus":
      return { tex: `-${within(left, Bond.Product)}`, bond: Bond.Sign };
    case "add":
      return { tex: `${left.tex} + ${addend(right)}`, bond: Bond.Sum };
    case "subtract":
      return { tex: `${within(left, Bond.Sum)} - ${addend(right)}`, bond: Bond.Sum };
    case "multiply":
      return {
        tex: `${within(left, Bond.Product)} ${style.times} ${within(right, Bond.Power)}`,
        bond: Bond.Product,
      };
    case "divide":
      return { tex: `\\frac{${left.tex}}{${right.tex}}`, bond: Bond.Power };
    case "pow":
      return { tex: `${within(left, Bond.Atom)}^{${right.tex}}`, bond: Bond.Power };
    case "and":
      return { tex: `${within(left, Bond.And)} \\land ${within(right, Bond.And)}`, bond: Bond.And };
    case "or":
      return { tex: `${within(left, Bond.Or)} \\lor ${within(right, Bond.Or)}`, bond: Bond.Or };
    default:
      return {
        tex: `${within(left, Bond.Sum)} ${COMPARISONS[fn]!} ${within(right, Bond.Sum)}`,
        bond: Bond.Comparison,
      };
  }
}

/** What follows a plus or minus; a sign of its own stands in parentheses. */
function addend(right: Piece): string {
  return within(right, right.bond === Bond.Sign ? Bond.Atom : Bond.Product);
}

function within({ tex, bond }: Piece, floor: number): string {
  return bond < floor ? `\\left(${tex}\\right)` : tex;
}

function numberPiece(value: number): Piece {
  const tex = formatTex(value);
  return {
    tex,
    bond: value < 0 || Object.is(value, -0) ? Bond.Sign : tex.includes("\\cdot") ? Bond.Product : Bond.Atom,
  };
}

const DIGITS = 6;

/**
 * A number rounded to six significant digits, the same everywhere: `0.1`, `-1.5`, `0.333333`, `1e-7`.
 * @example formatNumber(1 / 3) // "0.333333"
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e7)) {
    return value
      .toExponential(DIGITS - 1)
      .replace(/\.?0+e/, "e")
      .replace("e+", "e");
  }
  return String(Number(value.toPrecision(DIGITS)));
}

/** The same rounding, as TeX. */
export function formatTex(value: number): string {
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  const [mantissa, exponent] = formatNumber(value).split("e") as [string, string | undefined];
  if (exponent === undefined) return mantissa;
  return mantissa === "1" ? `10^{${exponent}}` : `${mantissa} \\cdot 10^{${exponent}}`;
}

const GREEK = new Set(
  "alpha beta gamma delta zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega".split(" "),
);

/**
 * The TeX of a name: Greek letters, digits as an index, Hat and Bar as accents.
 * @example texOfName("beta1") // "\\beta_{1}"
 */
export function texOfName(name: string): string {
  const [, body = name, digits = ""] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const [, base = body, accent = ""] = /^(.+?)(Hat|Bar|Max)?$/.exec(body) ?? [];
  const letter =
    base === "epsilon"
      ? "\\varepsilon"
      : GREEK.has(base)
        ? `\\${base}`
        : base.length === 1
          ? base
          : `\\mathrm{${base}}`;
  const accented =
    accent === "Max" ? `${letter}^{\\max}` : accent === "" ? letter : `\\${accent.toLowerCase()}{${letter}}`;
  return digits === "" ? accented : `${accented}_{${digits}}`;
}
