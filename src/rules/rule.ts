import { isRecord } from "../arguments.ts";
import type { ReferenceKey } from "../bibliography.ts";
import type { Shape } from "../math/operation.ts";
import type { Look } from "./look.ts";

/** Values a hyperparameter may take. */
export type Range = "positive" | "non-negative" | "fraction" | "share" | "any";

/** A number that the user of a rule chooses. */
export interface Hyperparameter {
  readonly tex: string;
  readonly default: number;
  readonly meaning: string;
  readonly range: Range;
}

/** What a rule remembers from one step to the next. */
export interface State<S extends Shape = Shape> {
  readonly shape: S;
  /** Value of every entry before the first step, or the identity matrix. */
  readonly start: number | "identity";
  readonly meaning: string;
  readonly tex?: string;
  /** How many vectors a history keeps. */
  readonly capacity?: number;
}

/** One line of a rule: what stands to the right of the equals sign, and how to show it. */
export interface Equation<S extends Shape = Shape> {
  readonly text: string;
  readonly shape: S;
  readonly tex?: string;
  readonly meaning?: string;
  /** What the quantity is for, when conventions name it differently: `"velocity"`, `"first moment"`. */
  readonly role?: string;
}

/** Where a rule comes from. */
export interface Source {
  /** A key of the bibliography; a rule of one's own may name any. */
  readonly key: ReferenceKey | (string & {});
  /** The place in it: `"algorithm 1"`. */
  readonly where: string;
  /** The slide of the deck that shows the rule. */
  readonly slide?: number;
}

/** The values of a rule's terms, by name. */
export type Terms = Readonly<Record<string, number | Float64Array>>;

/**
 * An update rule: plain data that survives JSON. Made by `defineRule`, run by `descend`.
 * `H` are the names of its hyperparameters, `T` the names and types of its terms.
 */
export interface Rule<H extends string = string, T extends Terms = Terms> {
  /** Version of this data format. */
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly source?: Source;
  /** How its paths are drawn; without one, by their place among others. */
  readonly look?: Look;
  readonly hyperparameters: Readonly<Record<H, Hyperparameter>>;
  /** Hyperparameters with which it goes down a bowl and a ravine; those not named keep their defaults. */
  readonly sensible?: Readonly<Partial<Record<H, number>>>;
  /** The hyperparameter that is the learning rate; schedules act on it. */
  readonly rate?: H;
  readonly state: Readonly<Record<string, State>>;
  /** The point at which gradient and Hessian are taken. */
  readonly gradientAt: string;
  /** The lines of the rule in the order in which they run; `w` among them. */
  readonly equations: Readonly<Record<string, Equation>>;
  /** Only for the compiler: the types of the terms. Never present at run time. */
  readonly terms?: T;
}

/** Is this a rule, as `defineRule` makes them? */
export function isRule(value: unknown): value is Rule {
  const { format, equations, hyperparameters } = (value ?? {}) as Partial<Record<keyof Rule, unknown>>;
  return format === 1 && isRecord(equations) && isRecord(hyperparameters);
}

interface About {
  readonly tex: string;
  readonly default: number;
  readonly meaning: string;
}

/**
 * What kinds of numbers a rule can be given, by the values that they may take.
 * @example hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }).range // "positive"
 */
export const hyper = {
  /** Above 0, such as a learning rate. */
  positive: (about: About): Hyperparameter => ({ ...about, range: "positive" }),
  /** 0 or more, such as a weight decay. */
  nonNegative: (about: About): Hyperparameter => ({ ...about, range: "non-negative" }),
  /** In [0, 1), such as a share of the old velocity that is kept. */
  fraction: (about: About): Hyperparameter => ({ ...about, range: "fraction" }),
  /** In [0, 1], such as the share of one thing in a mixture. */
  share: (about: About): Hyperparameter => ({ ...about, range: "share" }),
  /** Any finite value. */
  real: (about: About): Hyperparameter => ({ ...about, range: "any" }),
};

interface Memory {
  readonly start?: number;
  readonly meaning: string;
  readonly tex?: string;
}

/**
 * What a rule can remember from one step to the next, by its shape. It starts at 0, unless `start` says otherwise.
 * @example state.vector({ meaning: "velocity" }).start // 0
 */
export const state = {
  /** One number. */
  scalar: (memory: Memory): State<"scalar"> => ({ start: 0, ...memory, shape: "scalar" }),
  /** One number per parameter. */
  vector: (memory: Memory): State<"vector"> => ({ start: 0, ...memory, shape: "vector" }),
  /** n by n numbers, starting as the identity unless a number is given. */
  matrix: (memory: Memory): State<"matrix"> => ({ start: "identity", ...memory, shape: "matrix" }),
  /** The last `capacity` vectors that were appended to it. */
  history: (memory: { capacity: number; meaning: string; tex?: string }): State<"history"> => ({
    start: 0,
    ...memory,
    shape: "history",
  }),
};

interface Looks {
  readonly tex?: string;
  readonly meaning?: string;
  readonly role?: string;
}

/**
 * A line of a rule by the shape of its value, with its own TeX or meaning. A line that is plain text is a vector.
 * @example line.scalar("dot(g, g)", { meaning: "squared length of the gradient" }).shape // "scalar"
 */
export const line = {
  /** One number. */
  scalar: (text: string, looks: Looks = {}): Equation<"scalar"> => ({ ...looks, text, shape: "scalar" }),
  /** One number per parameter. */
  vector: (text: string, looks: Looks = {}): Equation<"vector"> => ({ ...looks, text, shape: "vector" }),
  /** n by n numbers. */
  matrix: (text: string, looks: Looks = {}): Equation<"matrix"> => ({ ...looks, text, shape: "matrix" }),
};
