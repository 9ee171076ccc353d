import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { defineRule, type RuleDeclaration } from "./define.ts";
import { RANGE_NAMES } from "./hyperparameters.ts";
import type { Rule } from "./rule.ts";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.length <= 2000;
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isOneOf =
  (allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

/** Commands by which TeX could reach beyond its formula in a page. */
const REACHING =
  /\\(?:href|url|unicode|class|cssId|style|data|require|def|let|(?:re)?newcommand|newenvironment|input|include|text\w*\s*\{[^}]*[<>])/i;
const isTex: Check = (value) => isText(value) && !REACHING.test(value as string);

const SHAPES = ["scalar", "vector", "matrix"];
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const HYPERPARAMETER = { tex: isTex, default: isNumber, meaning: isText, range: isOneOf(RANGE_NAMES) };
const STATE = {
  shape: isOneOf([...SHAPES, "history"]),
  start: (value: unknown) => isNumber(value) || value === "identity",
  meaning: isText,
  tex: optional(isTex),
  capacity: optional(
    (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) <= 1000,
  ),
};
const EQUATION = {
  text: isText,
  shape: isOneOf([...SHAPES, "history"]),
  tex: optional(isTex),
  meaning: optional(isText),
  role: optional(isText),
};
const SOURCE = { key: isText, where: isText, slide: optional(isNumber) };
const LOOK = { color: isText, dark: isText, dash: isText, symbol: isText };
const RULE = {
  format: isOneOf([1]),
  id: isText,
  title: isText,
  rate: optional(isText),
  gradientAt: isText,
  source: optional(isRecord),
  look: optional(isRecord),
  hyperparameters: isRecord,
  sensible: optional(isRecord),
  state: isRecord,
  equations: isRecord,
};

/**
 * A rule from its JSON, checked in full: the type of every field, that TeX stays TeX, and all that `defineRule` checks.
 * For rules that come out of a file or a page.
 * @throws InputError when it is not a rule of format 1; EquationError for a mistake in an equation
 * @example reviveRule(JSON.parse(JSON.stringify(momentum))).id // "momentum"
 */
export function reviveRule(data: unknown): Rule {
  if (!isRecord(data) || data["format"] !== 1) {
    throw new InputError({ what: "this is not a rule of format 1", got: data });
  }
  checkFields("the rule", data, RULE);
  const { source, look, hyperparameters, state, equations } = data as unknown as Rule;
  if (source !== undefined) checkFields("source", source, SOURCE);
  if (look !== undefined) checkFields("look", look, LOOK);
  checkEach("hyperparameter", hyperparameters, HYPERPARAMETER);
  checkEach("state", state, STATE);
  checkEach("equation", equations, EQUATION);
  return defineRule(
    data as unknown as RuleDeclaration<Rule["hyperparameters"], Rule["state"], Rule["equations"]>,
  );
}

function checkEach(kind: string, records: object, checks: Readonly<Record<string, Check>>): void {
  for (const [name, record] of Object.entries(records)) checkFields(`the ${kind} ${name}`, record, checks);
}

function checkFields(what: string, record: unknown, checks: Readonly<Record<string, Check>>): void {
  if (!isRecord(record)) throw new InputError({ what: `${what} must be a record`, got: record });
  const extra = Object.keys(record).find((field) => !Object.hasOwn(checks, field));
  if (extra !== undefined) {
    throw new InputError({ what: `${what} has no field ${extra}`, allowed: Object.keys(checks).join(", ") });
  }
  const wrong = Object.entries(checks).find(([field, check]) => !check(record[field]));
  if (wrong !== undefined) {
    throw new InputError({ what: `${what} has a wrong ${wrong[0]}`, got: record[wrong[0]] });
  }
}
