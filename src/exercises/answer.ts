/** What a step of the student's is given, besides the states of the rule. */
interface Now {
  /** Where we are: one number per parameter. */
  w: number[];
  /** The gradient at w. */
  readonly g: number[];
  /** The step, from 1. */
  readonly t: number;
  /** The gradient at another place: `gradient(ahead)`. */
  readonly gradient: (at: ArrayLike<number>) => number[];
  /** The Hessian at w, a list of rows. */
  readonly H: number[][];
  /** The x with A x = b: `solve(H, g)`. */
  readonly solve: (A: readonly ArrayLike<number>[], b: ArrayLike<number>) => number[];
}

/** The new values of w and of the states: returned, or written into the arrays given. */
type Next<State extends string> =
  | (Readonly<Record<"w", ArrayLike<number>>> & Readonly<Partial<Record<State, ArrayLike<number>>>>)
  | undefined
  // A function that changes w and its states in place has nothing to return.
  | void; // oxlint-disable-line typescript/no-invalid-void-type

/**
 * An update rule as a function: from where we are and the hyperparameters to where we are next. `State` names what is
 * remembered from step to step (each starts at 0), `Hyper` the hyperparameters.
 * @example
 * const plain: StepOf<never, "lambda"> = ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) });
 */
export type StepOf<State extends string = never, Hyper extends string = never> = (
  now: Now & Record<State, number[]>,
  hyper: Readonly<Record<Hyper, number>>,
) => Next<State>;

/** A formula as a function of named numbers, such as a schedule: `({ t, lambda, k }) => ...`. */
export type FormulaOf<Names extends string, Result = number> = (
  numbers: Readonly<Record<Names, number>>,
) => Result;

/**
 * Stands in an answer that is still to be written.
 * @example check("momentum/rule", () => notWrittenYet()).outcome // "not written"
 */
export function notWrittenYet(): never {
  throw new NotWrittenYet();
}

/** Thrown by `notWrittenYet`. */
export class NotWrittenYet extends Error {
  override readonly name = "NotWrittenYet";

  constructor() {
    super("not written yet");
  }
}
