/** How tightly a piece of a printed expression holds together; a looser piece inside a tighter one gets parentheses. */
export const Bond = {
  Condition: 0,
  Or: 1,
  And: 2,
  Comparison: 3,
  Sum: 4,
  Quotient: 5,
  Product: 6,
  Sign: 7,
  Power: 8,
  Atom: 9,
} as const;

/** A printed part of an expression. */
export interface Piece {
  readonly text: string;
  readonly bond: number;
}

/** What the notations of one dialect have in common. */
export interface Pen {
  /** The text of a piece, in parentheses where it is looser than `floor`. */
  readonly within: (piece: Piece, floor: number) => string;
  /** Between the factors of a product. */
  readonly times: string;
}

/** How an operation is written, given its operands. */
export type Notation = (operands: readonly Piece[], pen: Pen) => Piece;

/** A name or formula that needs no parentheses. */
export const atom = (text: string): Piece => ({ text, bond: Bond.Atom });

/** `a + b`; `left` and `right` are how tight the operands must be to stand without parentheses. */
export const infix =
  (symbol: string, bond: number, left: number = bond, right = bond + 1): Notation =>
  ([a, b], { within }) => ({ text: `${within(a!, left)} ${symbol} ${within(b!, right)}`, bond });

/** `-a` or `√a`. */
export const prefix =
  (symbol: string, bond: number, floor: number): Notation =>
  ([x], { within }) => ({ text: symbol + within(x!, floor), bond });

/** `open x close`: nothing inside needs parentheses. */
export const around =
  (open: string, close: string, bond: number = Bond.Atom): Notation =>
  ([x]) => ({ text: open + x!.text + close, bond });

/** `name(a, b)`. */
export const call =
  (name: string, open = "(", close = ")"): Notation =>
  (operands) =>
    atom(name + open + operands.map(({ text }) => text).join(", ") + close);

/** The tightness that what follows a sign needs: where it begins with a sign of its own it stands in parentheses. */
export const afterSign = ({ text }: Piece, otherwise: number): number =>
  /^[-−]/.test(text) ? Bond.Atom : otherwise;
