import type { Marked } from "./run.ts";

/** What a label speaks of, and what must be in an explanation that says the same: in its id or in its words. */
const RULES: readonly (readonly [label: RegExp, said: RegExp])[] = [
  [
    /return is (missing|gone)|no return|nothing is returned|nothing comes out|without return|line break|never returned/,
    /return:|undefined|braces/,
  ],
  [/braces/, /return:|undefined|braces/],
  [
    /uphill|climb|plus (instead|before|in the step)|sign (is|was|of)|minus/,
    /sign|squared|known|other|stands where|grouped|not mended|added|subtracted|wrong way|grows|exchanged|complement/,
  ],
  [
    /bare|list of (two|three) (lists|instead)|without the object|without \{ w/,
    /bare list|no object|return: list/,
  ],
  [/under (the|its|their) name|under each other|key/, /another name|stored|return:/],
  [
    /old (m|kappa|v|velocity|w|place)\b.*(returned|handed back)|comes back/,
    /return:|stored|missing|left out/,
  ],
  [
    /(first|one) coordinate.*(all|every)|coordinate 0 (is|moves|divides)|same first slope|first slope.*(all|every|each)/,
    /first/,
  ],
  [/toFixed|(?<!(?:in|of) the )texts?\b/, /text/],
  [/xor|\^|exclusive or/, /xor|left out|stands where|always/],
  [/only the sign|signs are left|only signs/, /sign/],
  [
    /exchanged|change places|changed places/,
    /exchanged|stored|used for|changed places|stands|turned|swapped|not mended|argument/,
  ],
  [/changed in place|overwritten in place|instead of making/, /in place|stored/],
  [/two coordinates only|exactly two|two by two/, /coordinates|return:|left out|stands|NaN|error/],
  [
    /numpy|whole lists?|without (the|its) index|index (is|was|of g)/,
    /list|index|text|NaN|shifted|next|undefined|stands|w has/,
  ],
  [/left as it was|left as printed|handed in/, /not mended|known|slip/],
  [/rounded|whole number|integer/, /round|cut|whole|floor|trunc|always|2\.7/],
  [/epsilon/, /ε|epsilon|form:|bug is still/],
  [/NaN/, /NaN|too long|bug is still|list|name|argument|index|text|undefined|left out|stands|error/],
];

/** Whether the feedback names a mistake at all. */
export function isTold({ feedback }: Marked): boolean {
  return (
    feedback.mistakes.length > 0 || feedback.outcome === "crashed" || feedback.outcome === "took too long"
  );
}

/**
 * Whether the slip is named as its writer meant it. That what is named computes the same numbers the search has made sure of;
 * here the label's own words decide. What no rule speaks of counts when it is told.
 */
export function isNamedRightly(marked: Marked): boolean {
  if (!isTold(marked)) return false;
  const { answer, feedback } = marked;
  const said = [feedback.headline, ...feedback.mistakes.map(({ id }) => id), ...feedback.names].join(" ");
  const rules = RULES.filter(([label]) => label.test(answer.slip));
  return rules.length === 0 || rules.some(([, words]) => words.test(said)) || feedback.outcome === "crashed";
}

/** What a table shows of one exercise. */
export interface Row {
  readonly wrong: number;
  readonly nameable: number;
  readonly told: number;
  readonly rightly: number;
  readonly accepted: number;
  readonly refused: number;
}

export function rowOf(all: readonly Marked[]): Row {
  const wrong = all.filter(({ answer }) => answer.slip !== "");
  const nameable = wrong.filter(({ answer }) => answer.nameable);
  const isRight = ({ feedback }: Marked): boolean => feedback.outcome === "right";
  return {
    wrong: wrong.length,
    nameable: nameable.length,
    told: nameable.filter(isTold).length,
    rightly: nameable.filter(isNamedRightly).length,
    accepted: wrong.filter((marked) => isRight(marked) && marked.feedback.mistakes.length === 0).length,
    refused: all.filter((marked) => marked.answer.slip === "" && !isRight(marked)).length,
  };
}
