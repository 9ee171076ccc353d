import { defined } from "../defined.ts";
import { checkRule } from "./check.ts";
import { checkDeclaration } from "./declaration.ts";
import { checkDefaults, hyperparametersOf } from "./hyperparameters.ts";
import { checkLook, type Look } from "./look.ts";
import type { Equation, Hyperparameter, Rule, Source, State } from "./rule.ts";
import { shownRule } from "./shown.ts";

type Hyperparameters = Readonly<Record<string, Hyperparameter>>;
type States = Readonly<Record<string, State>>;
/** No names at all: what a rule without hyperparameters or states has. */
type None = Record<never, never>; // oxlint-disable-line typescript/no-generated-empty-object-type
type Lines = Readonly<Record<string, string | Equation>>;

/** What `defineRule` takes: a `Rule` in which a line of vectors may be bare text and what is usual may be left out. */
export interface RuleDeclaration<H extends Hyperparameters, S extends States, E extends Lines> {
  readonly id: string;
  readonly title: string;
  readonly source?: Source;
  readonly look?: Look | undefined;
  readonly hyperparameters?: H;
  readonly sensible?: { readonly [K in keyof H]?: number };
  readonly rate?: keyof H & string;
  readonly state?: S;
  readonly gradientAt?: string;
  readonly equations: E & Readonly<Record<"w", string | Equation>>;
}

type ValueOf<Shaped> = Shaped extends { readonly shape: "scalar" } ? number : Float64Array;

type HistoryNames<S extends States> = {
  [K in keyof S]: S[K]["shape"] extends "history" ? K : never;
}[keyof S];

/** The name under which a line is a term: w is always there, and histories are not recorded. */
export type TermName<K, S extends States> = K extends "w" ? never : K extends HistoryNames<S> ? never : K;

/** The type of a term: `number` for a scalar line or state, `Float64Array` for the rest. */
export type TermValue<K extends keyof E, S extends States, E extends Lines> = ValueOf<
  K extends keyof S ? S[K] : E[K]
>;

/**
 * Define an update rule by its equations. They run in the order written; a name means its latest value: before its
 * own line the old one, after it the new one. Reserved are w, g (gradient), H (Hessian), t (step, from 1), n (number
 * of parameters), loss, rate and lookahead; operators work coordinate by coordinate. The functions are {FUNCTION_NAMES}.
 *
 * @throws EquationError for an unknown symbol, a term used before its line, mixed shapes, pointing into the equation
 * @throws InputError for a state without a line, a missing w line, a reserved name or one used twice, a look that can't
 * be drawn, or sensible settings out of range
 * @example
 * const heavyBall = defineRule({
 *   id: "heavy-ball",
 *   title: "Heavy ball",
 *   hyperparameters: {
 *     lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
 *     alpha: hyper.fraction({ tex: "\\alpha", default: 0.9, meaning: "share of the old velocity that is kept" }),
 *   },
 *   rate: "lambda",
 *   state: { m: state.vector({ meaning: "velocity" }) },
 *   equations: { m: "alpha*m - lambda*g", w: "w + m" },
 * });
 */
export function defineRule<
  const H extends Hyperparameters = None,
  const S extends States = None,
  const E extends Lines = Lines,
>(
  declaration: RuleDeclaration<H, S, E>,
): Rule<keyof H & string, { readonly [K in keyof E as TermName<K, S>]: TermValue<K, S, E> }> {
  checkDeclaration(declaration);
  const { id, title, source, look, rate, hyperparameters, sensible, state, gradientAt = "w" } = declaration;
  const rule: Rule = {
    format: 1,
    id,
    title,
    ...defined({ source, look }),
    hyperparameters: hyperparameters ?? {},
    ...defined({ sensible, rate }),
    state: state ?? {},
    gradientAt,
    equations: complete(declaration.equations, state ?? {}),
  };
  checkRule(rule);
  checkDefaults(rule);
  if (look !== undefined) checkLook(look);
  if (rule.sensible !== undefined) hyperparametersOf(rule, rule.sensible);
  return shownRule(rule) as never;
}

function complete(lines: Lines, state: States): Record<string, Equation> {
  const equations: Record<string, Equation> = {};
  for (const [name, line] of Object.entries(lines)) {
    const text = typeof line === "string" ? { text: line } : line;
    equations[name] = {
      ...text,
      shape: state[name]?.shape ?? (typeof line === "string" ? "vector" : line.shape),
    };
  }
  return equations;
}
