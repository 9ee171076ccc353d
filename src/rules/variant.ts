import { checkNames, isRecord, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { checkNamed, checkUsed } from "./declaration.ts";
import { defineRule, type RuleDeclaration, type TermName, type TermValue } from "./define.ts";
import { type Equation, type Hyperparameter, isRule, type Rule, type State, type Terms } from "./rule.ts";

/** What a variant changes; all else, its look among it, is as in the rule it is derived from. */
export interface Changes<
  H extends Readonly<Record<string, Hyperparameter>>,
  S extends Readonly<Record<string, State>>,
  E extends Readonly<Record<string, string | Equation>>,
> {
  readonly id: string;
  readonly title: string;
  readonly source?: Rule["source"];
  readonly look?: Rule["look"];
  /** New hyperparameters, or old ones with another default. */
  readonly hyperparameters?: H;
  /** New states, or old ones with another start. */
  readonly state?: S;
  readonly gradientAt?: string;
  /**
   * Changed lines stay in their places, and bare text keeps their looks. A new line comes before the changed line that
   * follows it here, or else before the line for w.
   */
  readonly equations?: E;
}

/** No names at all: what a variant adds when it adds none. */
type None = Record<never, never>; // oxlint-disable-line typescript/no-generated-empty-object-type

/**
 * A rule that differs from another in a few places, checked like any rule.
 * @throws EquationError, InputError as `defineRule` does
 * @example
 * const outside = variant(adagrad, {
 *   id: "adagrad-outside",
 *   title: "AdaGrad, epsilon outside the root",
 *   equations: { w: "w - lambda*g/(sqrt(kappa) + epsilon)" },
 * });
 */
export function variant<
  H extends string,
  T extends Terms,
  const H2 extends Readonly<Record<string, Hyperparameter>> = None,
  const S2 extends Readonly<Record<string, State>> = None,
  const E2 extends Readonly<Record<string, string | Equation>> = None,
>(
  rule: Rule<H, T>,
  changes: Changes<H2, S2, E2>,
): Rule<
  H | (keyof H2 & string),
  {
    readonly [K in keyof T | keyof E2 as TermName<K, S2>]: K extends keyof T
      ? T[K]
      : K extends keyof E2
        ? TermValue<K, S2, E2>
        : never;
  }
> {
  checkVaried(rule, changes);
  const { equations, hyperparameters, state, ...rest } = changes;
  const declaration = {
    ...rule,
    ...rest,
    hyperparameters: { ...rule.hyperparameters, ...hyperparameters },
    state: { ...rule.state, ...state },
    equations: changedLines(rule.equations, equations ?? {}),
  };
  const made = defineRule(declaration as unknown as RuleDeclaration<never, never, never>);
  checkUsed(made, Object.keys(rule.equations));
  return made;
}

const CHANGES: Names<Changes<None, None, None>> = {
  id: true,
  title: true,
  source: true,
  look: true,
  hyperparameters: true,
  state: true,
  gradientAt: true,
  equations: true,
};

function checkVaried(rule: unknown, changes: unknown): void {
  const example = '{ id: "mine", title: "Mine", equations: { w: "w - 0.1*g" } }';
  if (!isRule(rule))
    throw new InputError({
      what: "a variant is made of a rule, and this is none",
      got: rule,
      cure: `give the rule itself and then what changes: variant(adam, ${example})`,
    });
  checkNames(changes, "variant", CHANGES, example);
  const { id, title, equations } = changes as Record<string, unknown>;
  checkNamed({ id, title }, "a variant");
  if (equations !== undefined && !isRecord(equations))
    throw new InputError({
      what: "equations has the changed lines by name",
      got: equations,
      cure: 'for example: equations: { w: "w - 0.1*g" }',
    });
}

function changedLines(
  lines: Rule["equations"],
  changes: Readonly<Record<string, string | Equation>>,
): Record<string, string | Equation> {
  const changed: [string, string | Equation][] = Object.entries(lines);
  const place = (name: string): number => changed.findIndex(([known]) => known === name);
  const names = Object.keys(changes);
  names.forEach((name, i) => {
    const change = changes[name]!;
    const old = lines[name];
    if (old !== undefined) {
      changed[place(name)] = [name, typeof change === "string" ? { ...old, text: change } : change];
    } else {
      const next = names.slice(i).find((later) => Object.hasOwn(lines, later)) ?? "w";
      changed.splice(place(next), 0, [name, change]);
    }
  });
  return Object.fromEntries(changed);
}
