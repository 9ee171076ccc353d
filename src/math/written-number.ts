/**
 * Numbers as people write them: `-7,92`, `1/4`, `10^16`, `1e-3`, `2·10⁻³`, `2x10^-3`, `2√3`, `ln 2`, `50%`, `90 000`, `5 steps`, and what can
 * be computed with + − · / ^ and parentheses.
 */

/**
 * The number in a text; NaN where there is none. A comma or a point may stand before decimals or between thousands, and 50% is 0.5 or, where
 * per cents are asked for, 50.
 * @param near of two readings the one that is nearer to this is meant; without it they stand before decimals
 */
export function writtenNumber(written: string, near?: number): number {
  const isNearer = (one: number, other: number): boolean =>
    near !== undefined && Math.abs(one - near) < Math.abs(other - near);
  return readings(normal(written)).reduce((first, other) => (isNearer(other, first) ? other : first));
}

/** What a text may mean, the likeliest first. */
function readings(plain: string): number[] {
  if (plain.endsWith("%")) {
    const [number] = readings(plain.slice(0, -1).trimEnd()) as [number];
    return [number / 100, number];
  }
  const decimal = computed(plain.replaceAll(",", "."));
  const mark = hasThousands(plain) ? "," : hasPointsOnly(plain) ? "." : undefined;
  const thousands = mark === undefined ? NaN : computed(plain.replaceAll(mark, ""));
  return Number.isNaN(thousands) ? [decimal] : Number.isNaN(decimal) ? [thousands] : [decimal, thousands];
}

/**
 * What to ask of one who wrote a number that can be read in two ways, after the text itself: "can be read in two ways; write
 * 1.300 or 1300". Nothing where there is one way, or where `near` decides.
 */
export function twoWays(written: string, near?: number): string | undefined {
  const plain = normal(written);
  const withoutPoint = plain.replace(".", "").replace(",", ".");
  const ways = hasThousandsByPoint(plain)
    ? [withoutPoint, plain.replace(",", "")]
    : near === undefined && readings(plain).length > 1 && hasThousands(plain)
      ? [plain.replace(",", "."), plain.replaceAll(",", "")]
      : [];
  return ways.length === 0 ? undefined : `can be read in two ways; write ${ways.join(" or ")}`;
}

const hasThousands = (plain: string): boolean => /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);

/** `90.000` */
const hasPointsOnly = (plain: string): boolean => /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/.test(plain);

/** `1.000,5` */
const hasThousandsByPoint = (plain: string): boolean => /^[+-]?\d{1,3}\.\d{3},\d+$/.test(plain);

/** As decimals, so that 2½ is 2.5. */
const FRACTIONS: Readonly<Record<string, string>> = {
  "½": ".5",
  "¼": ".25",
  "¾": ".75",
  "⅓": String(1 / 3).slice(1),
  "⅔": String(2 / 3).slice(1),
};

/** What is counted, or measured, behind a number. */
const UNIT = /(?<=\d)\s*(?:steps?|halvings?|digits?|numbers?|times|units?|years?|petabytes?|PB)$/i;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The same with one sign for each operation, and thousands without what parts them. */
function normal(written: string): string {
  return written
    .trim()
    .replace(/^\$(.*)\$$/, "$1")
    .replace(/^(?:(?:about|roughly|circa|ca\.)\s|(?:[a-zλακβζηγ][\w₀-₉]*\s*)?(?:[=≈~→]|:\s|is\s))\s*/i, "")
    .replace(/^minus\s/i, "-")
    .replace(/\s*\(?±.*$|(?<=\d)\.$/, "")
    .replace(UNIT, "")
    .replace(/(?<=\d)\s*percent$/i, "%")
    .replace(/(?<=\d)\s*(k|thousand|million)$/i, (_, scale: string) => (/^m/i.test(scale) ? "*1e6" : "*1e3"))
    .replace(/^([-−]?)(\d+)\s+(\d+\/\d+)$/, "$1($2+$3)")
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, "")
    .replace(
      /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (raised) =>
        `^${raised.replace("⁻", "-").replace(/[^-]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))}`,
    )
    .replace(/[−–]/g, "-")
    .replace(/[·⋅×]|(?<=\d)\s*x\s*(?=[\d√(])/g, "*")
    .replace(/\*\*/g, "^")
    .replace(/[:÷]/g, "/")
    .replace(/sqrt/gi, "√")
    .replace(/exp(?=\s*\()/gi, "e^")
    .replace(/(?<=\d\s*)ln/gi, "*ln")
    .replace(/[½¼¾⅓⅔]/g, (fraction) => FRACTIONS[fraction]!)
    .replace(/π/g, `(${Math.PI})`)
    .replace(/(?<![\w.])e(?!\w)/g, `(${Math.E})`)
    .replace(/(?<=[\d)])\s*(?=[√(])/g, "*");
}

const TOKENS = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([-+*/^√()]|ln))/iy;

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
  #at = 0;

  constructor(private readonly tokens: readonly (number | string)[]) {}

  get isAtEnd(): boolean {
    return this.#at === this.tokens.length;
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
    if (this.#take("ln")) return Math.log(this.#one());
    if (this.#take("(")) {
      const value = this.sum();
      return this.#take(")") ? value : NaN;
    }
    const token = this.tokens[this.#at];
    if (typeof token !== "number") return NaN;
    this.#at += 1;
    return token;
  }

  #take(sign: string): boolean {
    if (this.tokens[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}
