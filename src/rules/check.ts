import { didYouMean, EquationError, InputError } from "../errors.ts";
import { CONSTANTS, locate, type MathNode, parse, symbolsOf } from "../math/expression.ts";
import { FUNCTION_NAMES, type Shape } from "../math/functions.ts";
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

/** Check a whole rule; throws at the first mistake. */
export function checkRule(rule: Rule): void {
  checkNames(rule);
  checkLines(rule);
  const shapes = startingShapes(rule);
  checkExpression(rule.gradientAt, "gradientAt", shapes, [], ["g", "H", "lookahead", "loss"]);
  const defined = new Map(shapes);
  const later = Object.keys(rule.equations).filter((name) => !shapes.has(name));
  for (const [name, { text, shape }] of Object.entries(rule.equations)) {
    const found = checkExpression(text, name, defined, later);
    checkLineShape(rule, name, text, found, shape);
    defined.set(name, shape);
    if (later.includes(name)) later.splice(later.indexOf(name), 1);
  }
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
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      throw new InputError({
        what: "a name in a rule must be a letter followed by letters and digits",
        got: name,
      });
    }
    if (UNUSABLE.has(name)) {
      throw new InputError({
        what: `${name} already has a meaning in every rule`,
        cure: "choose another name",
      });
    }
  }
  const twice = terms.find((name) => Object.hasOwn(hyperparameters, name));
  if (twice !== undefined) {
    throw new InputError({
      what: `${twice} is both a hyperparameter and a term`,
      cure: "rename one of the two",
    });
  }
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
  if (!Object.hasOwn(equations, "w")) {
    throw new InputError({ what: "a rule needs a line for w", cure: 'for example w: "w - lambda*g"' });
  }
  const missing = Object.keys(state).find((name) => !Object.hasOwn(equations, name));
  if (missing !== undefined) {
    throw new InputError({
      what: `the state ${missing} has no line, so it would never change`,
      cure: `add ${missing}: "..." to the equations, or take the state out`,
    });
  }
}

function checkExpression(
  text: string,
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  later: readonly string[],
  unknown: readonly string[] = [],
): Shape {
  const node = parse(
    text,
    [...shapes.keys(), ...later].filter((symbol) => !unknown.includes(symbol)),
    FUNCTION_NAMES,
  );
  checkOrder(node, text, name, later);
  return shapeOf(node, shapes, text);
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

function checkLineShape(rule: Rule, name: string, text: string, found: Shape, declared: Shape): void {
  if (found === declared) return;
  const broadcasts =
    found === "scalar" && declared !== "history" && (name === "w" || Object.hasOwn(rule.state, name));
  if (broadcasts) return;
  throw new EquationError(
    text,
    { position: 0, length: text.length },
    {
      what: `the line ${name} is declared a ${declared}, but this is a ${found}`,
      cure: found === "scalar" ? `mark it: ${name}: scalar("...")` : `declare it a ${found}`,
    },
  );
}
