/** The rules by what they do with the slope, each with its idea in a sentence and the lesson that teaches it, where one does. */
import type { Rule } from "../../rules/rule.ts";

type Idea = readonly [idea: string, lesson?: string];

const GROUPS: Readonly<Record<string, Readonly<Record<string, Idea>>>> = {
  "Down the slope": {
    gd: ["Straight down the slope.", "gradient-descent"],
    "gd-clipped": ["No step from a slope longer than a bound."],
    "gd-averaged": ["The same path, and the mean of its points beside it."],
    "gd-ema": ["The same path, and a leaky average of its points beside it."],
  },
  "With a velocity": {
    momentum: ["Keep most of your last step, and add the new one to it.", "momentum"],
    nesterov: ["Jump first, then correct where you land.", "nesterov"],
    "nesterov-rewritten": ["The same jumps, written for the place looked at.", "nesterov"],
    muon: ["Momentum whose matrix is evened out, so that no direction is left behind."],
    qhm: ["Part of a plain step, part of a momentum step."],
  },
  "With a divisor": {
    adagrad: ["Shorter steps where the slopes have been steep.", "adagrad"],
    "adagrad-outside": ["AdaGrad with ε added to the root, and not under it.", "adagrad"],
    rmsprop: ["AdaGrad with a leaky average in place of the sum.", "rmsprop"],
    "rmsprop-outside": ["RMSProp with ε added to the root, and not under it.", "rmsprop"],
    adadelta: ["RMSProp whose rate is the size of its own recent steps."],
  },
  "With both": {
    "adam-incomplete": ["RMSProp with momentum, nothing corrected yet.", "adam"],
    adam: ["RMSProp with momentum, both corrected for their start at 0.", "adam"],
    "adam-printed": ["Adam with a slip: one corrected moment is not used.", "adam"],
    adamax: ["Adam that divides by the largest recent slope."],
    nadam: ["Adam that looks ahead as Nesterov does."],
    amsgrad: ["Adam whose divisor never shrinks."],
    adamw: ["Adam with weight decay kept out of the moments."],
    radam: ["Adam that uses its divisor only once enough steps stand behind it."],
  },
  "With a sign": {
    lion: ["Only the sign of an average steers: every coordinate moves equally far."],
  },
  "With curvature": {
    newton: ["To the critical point of the quadratic that fits here.", "second-order"],
    "newton-damped": ["Newton's step, always downhill and never too long.", "second-order"],
    bfgs: ["Learns the curvature from how the gradient changes.", "second-order"],
    lbfgs: ["BFGS from its last ten steps alone, without a matrix.", "second-order"],
  },
};

/** A rule as the page tells it. */
export interface Told {
  readonly rule: Rule;
  readonly idea?: string | undefined;
  /** The name of its lesson, without the number. */
  readonly lesson?: string | undefined;
}

export interface Group {
  readonly title: string;
  readonly rules: readonly Told[];
}

/** Rules in groups, the simplest first; those of no group at the end. */
export function groupsOf(rules: readonly Rule[]): readonly Group[] {
  const known = new Set(Object.values(GROUPS).flatMap((ideas) => Object.keys(ideas)));
  const named = Object.entries(GROUPS).map(([title, ideas]) => ({
    title,
    rules: Object.entries(ideas).flatMap(([id, [idea, lesson]]) =>
      rules.filter((rule) => rule.id === id).map((rule) => ({ rule, idea, lesson })),
    ),
  }));
  const others = rules.filter(({ id }) => !known.has(id)).map((rule) => ({ rule }));
  return [...named, { title: "Others", rules: others }].filter((group) => group.rules.length > 0);
}
