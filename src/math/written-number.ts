/**
 * Numbers as people write them: `-7,92`, `1/4`, `10^16`, `1e-3`, `2·10⁻³`, `√0.9`, `90 000`, and what can be computed with
 * + − · / ^ and parentheses.
 */

/**
 * The number in a text; NaN where there is none. A comma may stand before decimals or between thousands.
 * @param near of two readings of a comma the one that is nearer to this is meant; without it the comma stands before decimals
 */
export function writtenNumber(written: string, near?: number): number {
  const plain = normal(written);
  const decimal = computed(plain.replace(",", "."));
  if (!hasThousands(plain)) return decimal;
  const thousands = computed(plain.replaceAll(",", ""));
  const isNearer = near !== undefined && Math.abs(thousands - near) < Math.abs(decimal - near);
  return Number.isNaN(decimal) || isNearer ? thousands : decimal;
}

/** Whether a comma in a text may stand before decimals or between thousands. */
export function isAmbiguous(written: string): boolean {
  const plain = normal(written);
  return hasThousands(plain) && !Number.isNaN(computed(plain.replace(",", ".")));
}

const hasThousands = (plain: string): boolean => /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The same with one sign for each operation, and thousands without what parts them. */
function normal(written: string): string {
  return written
    .trim()
    .replace(/^(?:[a-zλακβζηγ]\w*\s*)?[=≈~]\s*/i, "")
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, "")
    .replace(
      /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (raised) =>
        `^${raised.replace("⁻", "-").replace(/[^-]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))}`,
    )
    .replace(/[−–]/g, "-")
    .replace(/[·×]/g, "*")
    .replace(/\*\*/g, "^")
    .replace(/:/g, "/")
    .replace(/sqrt/gi, "√")
    .replace(/½/g, "(1/2)")
    .replace(/π/g, String(Math.PI))
    .replace(/(?<![\w.])e(?!\w)/g, String(Math.E));
}

const TOKENS = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([-+*/^√()]))/iy;

/** What an expression of numbers comes to; NaN where it is none. */
function computed(plain: string): number {
  const tokens: (number | string)[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < plain.length) {
    const found = TOKENS.exec(plain);
    if (found === null) return NaN;
    tokens.push(found[1] === undefined ? found[2]! : Number(found[1]));
  }
  const reader = new Reader(tokens);
  const value = reader.sum();
  return reader.isAtEnd && Number.isFinite(value) ? value : NaN;
}

/** Reads sums of products of powers. */
class Reader {
  readonly #tokens: readonly (number | string)[];
  #at = 0;

  constructor(tokens: readonly (number | string)[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#take("+")) value += this.#product();
      else if (this.#take("-")) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#take("*")) value *= this.#signed();
      else if (this.#take("/")) value /= this.#signed();
      else return value;
    }
  }

  #signed(): number {
    if (this.#take("-")) return -this.#signed();
    return this.#take("+") ? this.#signed() : this.#power();
  }

  #power(): number {
    const base = this.#one();
    return this.#take("^") ? base ** this.#signed() : base;
  }

  #one(): number {
    if (this.#take("√")) return Math.sqrt(this.#one());
    if (this.#take("(")) {
      const value = this.sum();
      return this.#take(")") ? value : NaN;
    }
    const token = this.#tokens[this.#at];
    if (typeof token !== "number") return NaN;
    this.#at += 1;
    return token;
  }

  #take(sign: string): boolean {
    if (this.#tokens[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}
