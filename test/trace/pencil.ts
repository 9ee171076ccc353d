/** What a person with a pencil does with a printed row: reads it from left to right and computes, by the rules of arithmetic. */

export type Value = number | Value[];

const PIECES =
  /\s*(10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+(?:\.\d+)?(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?|eigmin|identity|dot|outer|max|min|sign|if|else|⁻¹|[-+−·/()[\],^√²³|‖<>≤≥])/gy;

/** The value of a printed expression. @throws where it can't be read */
export function pencil(text: string): Value {
  const pieces = [...text.matchAll(PIECES)].map(([, piece]) => piece!);
  if (pieces.join("") !== text.replaceAll(/\s/g, "")) throw new SyntaxError(`can't read ${text}`);
  let at = 0;
  const next = (wanted: string): boolean => pieces[at] === wanted && ++at > 0;
  const need = (wanted: string): void => {
    if (!next(wanted))
      throw new SyntaxError(`${wanted} is missing in ${text} at ${pieces.slice(at).join(" ")}`);
  };
  const whole = (): Value => {
    const yes = sum();
    if (!next("if")) return yes;
    const [a, test, b] = [sum(), pieces[at++], sum()];
    next(",");
    need("else");
    const no = whole();
    return test === ">" ? (a > b ? yes : no) : a < b ? yes : no;
  };
  const sum = (): Value => {
    let value = next("−") ? each((x) => -x, product()) : product();
    for (;;) {
      if (next("+")) value = each((a, b) => a + b, value, product());
      else if (next("−")) value = each((a, b) => a - b, value, product());
      else return value;
    }
  };
  const product = (): Value => {
    let value = beside();
    for (;;) {
      if (next("·")) value = each((a, b) => a * b, value, beside());
      else if (next("/")) value = each((a, b) => a / b, value, beside());
      else return value;
    }
  };
  /** Matrices beside what they are applied to. */
  const beside = (): Value => {
    const left = power();
    if (next("⁻¹")) return solve(left as number[][], power() as number[]);
    if (pieces[at] !== "[" || !Array.isArray(left)) return left;
    const right = power() as number[];
    return (left as number[][]).map((row) => dot(row, right));
  };
  const power = (): Value => {
    let value = atom();
    for (;;) {
      if (next("²")) value = each((x) => x * x, value);
      else if (next("³")) value = each((x) => x ** 3, value);
      else if (next("^")) value = each((a, b) => a ** b, value, atom());
      else return value;
    }
  };
  const list = (end: string): Value[] => {
    const values: Value[] = [];
    do values.push(whole());
    while (next(","));
    need(end);
    return values;
  };
  const atom = (): Value => {
    const piece = pieces[at++]!;
    if (piece === "(") {
      const value = whole();
      need(")");
      return value;
    }
    if (piece === "[") return list("]");
    if (piece === "√") return each(Math.sqrt, power());
    if (piece === "|") {
      const value = sum();
      need("|");
      return each(Math.abs, value);
    }
    if (piece === "‖") {
      const vector = sum() as number[];
      need("‖");
      return Math.hypot(...vector);
    }
    if (/^\d/.test(piece)) return numberOf(piece);
    need("(");
    const values = list(")");
    switch (piece) {
      case "dot":
        return dot(values[0] as number[], values[1] as number[]);
      case "outer":
        return (values[0] as number[]).map((a) => (values[1] as number[]).map((b) => a * b));
      case "identity":
        return (values[0] as number[]).map((_, i, all) => all.map((_x, j) => Number(i === j)));
      case "eigmin":
        return smallestEigenvalue(values[0] as number[][]);
      case "max":
        return Math.max(...(values as number[]));
      case "min":
        return Math.min(...(values as number[]));
      case "sign":
        return Math.sign(values[0] as number);
      default:
        throw new SyntaxError(`can't compute ${piece} in ${text}`);
    }
  };
  const value = whole();
  if (at < pieces.length) throw new SyntaxError(`${pieces.slice(at).join(" ")} is left over in ${text}`);
  return value;
}

/** A printed number. */
export function numberOf(text: string): number {
  const plain = text.replace("−", "-").replace(/[()]/g, "");
  const [factor = "", power] =
    plain.includes("10⁻") || /10[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(plain) ? plain.split(/·?10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/) : [plain];
  if (power === undefined) return Number(factor);
  const exponent = power.replaceAll(/./g, (sign) =>
    sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)),
  );
  return Number(`${factor === "" ? "1" : factor === "-" ? "-1" : factor}e${exponent}`);
}

/** How much the last printed digit of a number counts. */
export function unitOf(text: string): number {
  const [factor = "", power] = text.split(/·?10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/);
  const decimals = factor.split(".")[1]?.length ?? 0;
  return 10 ** -decimals * (power === undefined ? 1 : Math.abs(numberOf(`1·10${power}`)));
}

function each(f: (...numbers: number[]) => number, ...values: Value[]): Value {
  const longest = values.find(Array.isArray) as Value[] | undefined;
  if (longest === undefined) return f(...(values as number[]));
  return longest.map((_, i) => each(f, ...values.map((value) => (Array.isArray(value) ? value[i]! : value))));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

function smallestEigenvalue(matrix: number[][]): number {
  const [a, b, , d] = matrix.flat();
  return (a! + d!) / 2 - Math.hypot((a! - d!) / 2, b!);
}

/** Two equations by Cramer's rule. */
function solve(matrix: number[][], [x, y]: number[]): number[] {
  const [a, b, c, d] = matrix.flat();
  const det = a! * d! - b! * c!;
  return [(d! * x! - b! * y!) / det, (a! * y! - c! * x!) / det];
}
