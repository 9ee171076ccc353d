import type { MathNode, ParenthesisNode } from "mathjs";
import { atom, Bond, type Pen, type Piece } from "./notation.ts";
import { partOf } from "./tree.ts";

/** A language in which expressions are printed. */
export interface Dialect {
  /** Which of an operation's notations it uses. */
  readonly notation: "tex" | "text" | "source" | "python";
  readonly open: string;
  readonly close: string;
  readonly times: string;
  /** Whether parentheses that stand in the expression are printed where they are not needed, too. */
  readonly keepsParentheses: boolean;
  number(value: number): string;
}

/** What stands for a name: its text, a number put in, or a piece with a tightness of its own. */
export type SymbolPrinter = (name: string) => string | number | Piece;

/** What is printed in the place of a node: another node, or a piece that is printed already; nothing for the node itself. */
export type Replace = (node: MathNode) => MathNode | Piece | undefined;

/** Print a checked expression; parentheses stand where they are needed. */
export function print(
  node: MathNode,
  dialect: Dialect,
  symbol: SymbolPrinter,
  replace: Replace = () => undefined,
): string {
  const { notation, open, close, times, keepsParentheses } = dialect;
  const pen: Pen = {
    times,
    within: ({ text, bond }, floor) => (bond < floor ? open + text + close : text),
  };
  const piece = (part: MathNode): Piece => {
    const other = replace(part);
    if (other !== undefined) return "bond" in other ? other : piece(other);
    if (keepsParentheses && part.type === "ParenthesisNode")
      return atom(open + piece((part as ParenthesisNode).content).text + close);
    const read = partOf(part);
    if (read.kind === "operation") return read.operation[notation](read.args.map(piece), pen);
    const found = read.kind === "number" ? read.value : symbol(read.name);
    if (typeof found === "object") return found;
    return pieceOf(typeof found === "number" ? dialect.number(found) : found);
  };
  return piece(node).text;
}

/** A name or a number: one with a sign, written as a product or with an exponent holds together no better than that. */
function pieceOf(text: string): Piece {
  const outside = text.replaceAll(/\([^()]*\)/g, "");
  if (/^[-−]/.test(outside)) return { text, bond: Bond.Sign };
  if (/\\cdot|·/.test(outside)) return { text, bond: Bond.Product };
  return { text, bond: /\^|10[⁻⁰¹²³⁴-⁹]/.test(outside) ? Bond.Power : Bond.Atom };
}
