import { didYouMean, EquationError, InputError } from "../errors.ts";
import { CONSTANTS, locate, type MathNode, symbolsOf } from "../math/expression.ts";
import { FUNCTION_NAMES } from "../math/functions.ts";
import { parseLine } from "../math/line.ts";
import type { Shape } from "../math/operation.ts";
import { shapeOf } from "../math/shape.ts";
import type { Rule } from "./rule.ts";

/** Names with a fixed meaning in every rule, and their shapes. */
export const RESERVED = {
  w: "vector",
  g: "vector",
  lookahead: "vector",
  H: "matrix",
  t: "scalar",
  n: "scalar",
  loss: "scalar",
  rate: "scalar",
} as const satisfies Record<string, Shape>;

const UNUSABLE = new Set([...Object.keys(RESERVED), "update", ...Object.keys(CONSTANTS), ...FUNCTION_NAMES]);

/** Check a whole rule; throws at the first mistake, which says the rule and the line that it is in. */
export function checkRule(rule: Rule): void {
  checkNames(rule);
  checkLines(rule);
  for (const line of linesOf(rule)) {
    try {
      checkLine(line);
    } catch (error) {
      if (!(error instanceof EquationError)) throw error;
      const place = line.name === "gradientAt" ? "gradientAt" : `line of ${line.name}`;
      throw error.within(`rule ${JSON.stringify(rule.id)}, ${place}`);
    }
  }
}

/** A line of a rule, or the place of its gradient, and what may stand in it. */
export interface Line {
  readonly name: string;
  readonly text: string;
  readonly shape: Shape;
  /** Whether one number is enough where many are declared: each entry then takes it. */
  readonly broadcasts: boolean;
  /** Shapes of the names that have a value here. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Names that get a value later. */
  readonly later: readonly string[];
}

/** The place of a rule's gradient, and its lines in order. */
export function* linesOf(rule: Rule): Generator<Line> {
  const shapes = startingShapes(rule);
  const before = new Map(shapes);
  for (const name of ["g", "H", "lookahead", "loss"]) before.delete(name);
  const place = { name: "gradientAt", text: rule.gradientAt, shape: "vector", broadcasts: true } as const;
  yield { ...place, shapes: before, later: [] };
  const later = Object.keys(rule.equations).filter((name) => !shapes.has(name));
  for (const [name, { text, shape }] of Object.entries(rule.equations)) {
    const broadcasts = shape !== "history" && (name === "w" || Object.hasOwn(rule.state, name));
    yield { name, text, shape, broadcasts, shapes, later };
    shapes.set(name, shape);
    if (later[0] === name) later.shift();
  }
}

/** Check that a line reads what it may, and has the shape that it should. */
export function checkLine(line: Line): void {
  const { name, text, shapes, later } = line;
  const node = parseLine(text, [...shapes.keys(), ...later]);
  checkOrder(node, text, name, later);
  checkLineShape(line, shapeOf(node, shapes, text));
}

/** Shapes of the names known before the first line: reserved ones, hyperparameters and states. */
export function startingShapes(rule: Rule): Map<string, Shape> {
  return new Map<string, Shape>([
    ...Object.entries(RESERVED),
    ...Object.keys(rule.hyperparameters).map((name) => [name, "scalar"] as const),
    ...Object.entries(rule.state).map(([name, { shape }]) => [name, shape] as const),
  ]);
}

function checkNames({ hyperparameters, rate, state, equations }: Rule): void {
  const terms = [...new Set([...Object.keys(state), ...Object.keys(equations)])].filter(
    (name) => name !== "w",
  );
  for (const name of [...Object.keys(hyperparameters), ...terms]) {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name))
      throw new InputError({
        what: "a name in a rule must be a letter followed by letters and digits",
        got: name,
      });
    if (UNUSABLE.has(name))
      throw new InputError({
        what: `${name} already has a meaning in every rule`,
        cure: "choose another name",
      });
  }
  const twice = terms.find((name) => Object.hasOwn(hyperparameters, name));
  if (twice !== undefined)
    throw new InputError({
      what: `${twice} is both a hyperparameter and a term`,
      cure: "rename one of the two",
    });
  if (rate !== undefined && !Object.hasOwn(hyperparameters, rate)) {
    const names = Object.keys(hyperparameters);
    throw new InputError({
      what: "rate must name a hyperparameter",
      got: rate,
      allowed: names.join(", "),
      ...didYouMean(rate, names),
    });
  }
}

function checkLines({ state, equations }: Rule): void {
  if (!Object.hasOwn(equations, "w"))
    throw new InputError({ what: "a rule needs a line for w", cure: 'for example w: "w - lambda*g"' });
  const missing = Object.keys(state).find((name) => !Object.hasOwn(equations, name));
  if (missing !== undefined)
    throw new InputError({
      what: `the state ${missing} has no line, so it would never change`,
      cure: `add ${missing}: "..." to the equations, or take the state out`,
    });
}

function checkOrder(node: MathNode, text: string, name: string, later: readonly string[]): void {
  const early = symbolsOf(node).find((symbol) => later.includes(symbol));
  if (early === undefined) return;
  throw new EquationError(text, locate(text, early), {
    what: early === name ? `${name} uses itself, but has no old value` : `${early} is used before its line`,
    cure:
      early === name
        ? `declare ${name} in state if it is remembered between steps`
        : `move the line of ${early} up`,
  });
}

function checkLineShape({ name, text, shape, broadcasts }: Line, found: Shape): void {
  if (found === shape || (found === "scalar" && broadcasts)) return;
  throw new EquationError(
    text,
    { position: 0, length: text.length },
    {
      what: `the line ${name} is declared a ${shape}, but this is a ${found}`,
      cure: found === "scalar" ? `mark it: ${name}: line.scalar("...")` : `declare it a ${found}`,
    },
  );
}
