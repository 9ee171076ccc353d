/** Checks that a rule is declared of the parts that it is made of. */
import { checkNames, isRecord, type Names } from "../arguments.ts";
import { didYouMean, InputError } from "../errors.ts";
import { symbolsIn } from "../math/line.ts";
import { exampleFor, RANGE_NAMES } from "./hyperparameters.ts";
import type { Rule } from "./rule.ts";

const NAMES: Names<Rule> = {
  format: true,
  id: true,
  title: true,
  source: true,
  look: true,
  hyperparameters: true,
  sensible: true,
  rate: true,
  state: true,
  gradientAt: true,
  equations: true,
  terms: true,
};

const SHAPES: readonly unknown[] = ["scalar", "vector", "matrix", "history"];

/** @throws InputError for a part that is missing, one too many, or one of another kind */
export function checkDeclaration(declaration: unknown): void {
  const whole = '{ id: "mine", title: "Mine", equations: { w: "w - 0.1*g" } }';
  checkNames(declaration, "defineRule", NAMES, whole);
  const { id, title, equations, hyperparameters = {}, state = {} } = declaration as Record<string, unknown>;
  checkNamed({ id, title }, "a rule");
  if (!isRecord(equations))
    throw new InputError({
      what: "a rule is made of equations, each under the name of what it computes",
      got: equations,
      cure: 'for example: equations: { w: "w - 0.1*g" }',
    });
  for (const [name, line] of Object.entries(equations)) checkText(name, line);
  for (const [name, one] of Object.entries(part("hyperparameters", hyperparameters)))
    checkHyperparameter(name, one);
  for (const [name, one] of Object.entries(part("state", state))) checkState(name, one);
}

/** @throws InputError when what is to be told apart and shown has no id or title */
export function checkNamed(named: { readonly id: unknown; readonly title: unknown }, what: string): void {
  for (const [name, value] of Object.entries(named)) {
    if (typeof value === "string" && value !== "") continue;
    const example = name === "id" ? "mine" : "Mine";
    throw new InputError({
      what: `${what} needs ${name === "id" ? "an id" : "a title"}, which is text`,
      got: value,
      cure: `for example: ${name}: "${example}"`,
    });
  }
}

function part(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new InputError({ what: `${name} has parts by name`, got: value, cure: `for example: ${name}: {}` });
}

function checkText(name: string, line: unknown): void {
  const text = isRecord(line) ? line["text"] : line;
  if (typeof text === "string") return;
  throw new InputError({
    what: `the line ${name} must be an equation as text`,
    got: text,
    cure: `for example: ${name}: "${name === "w" ? "w - 0.1*g" : "g^2"}"`,
  });
}

function checkHyperparameter(name: string, one: unknown): void {
  if (
    isRecord(one) &&
    RANGE_NAMES.includes(one["range"] as string) &&
    typeof one["default"] === "number" &&
    ["tex", "meaning"].every((field) => typeof one[field] === "string")
  )
    return;
  throw new InputError({
    what: `the hyperparameter ${name} needs a range, TeX, a default and a meaning`,
    got: one,
    cure: `for example: ${name}: hyper.positive({ tex: "\\\\lambda", default: ${exampleFor("positive")}, meaning: "learning rate" })`,
  });
}

function checkState(name: string, one: unknown): void {
  if (!isRecord(one) || !SHAPES.includes(one["shape"]) || typeof one["meaning"] !== "string")
    throw new InputError({
      what: `the state ${name} needs a shape and a meaning`,
      got: one,
      cure: `for example: ${name}: state.vector({ meaning: "velocity" })`,
    });
  const { shape, start, capacity } = one;
  if (!Number.isFinite(start) && !(start === "identity" && shape === "matrix"))
    throw new InputError({
      what: `the state ${name} starts from a finite number, or from "identity" where it is a matrix`,
      got: start,
      cure: `for example: ${name}: state.vector({ start: 0, meaning: "velocity" })`,
    });
  if (shape !== "history" || (Number.isInteger(capacity) && (capacity as number) > 0)) return;
  throw new InputError({
    what: `the history ${name} needs a capacity: how many vectors it keeps`,
    got: capacity,
    cure: `for example: ${name}: state.history({ capacity: 10, meaning: "the last steps" })`,
  });
}

/**
 * Checks that a variant's new lines are used.
 * @param old the lines of the rule that it is made of
 * @throws InputError for a line that no other reads: most often a slip in the name of one that should have changed
 */
export function checkUsed({ equations, gradientAt }: Rule, old: readonly string[]): void {
  const added = Object.keys(equations).filter((name) => !old.includes(name));
  const idle = added.find((name) => {
    const others = Object.entries(equations).filter(([other]) => other !== name);
    return ![gradientAt, ...others.map(([, { text }]) => text)].some((text) => symbolsIn(text).has(name));
  });
  if (idle === undefined) return;
  throw new InputError({
    what: `nothing uses the new line ${idle}`,
    allowed: `changed lines: ${old.join(", ")}; or new ones that another line reads`,
    ...(didYouMean(idle, old) ?? { cure: "take it out, or use its name in another line" }),
  });
}
