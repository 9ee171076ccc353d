import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, readOption } from "../given.ts";
import { OTHERWISE } from "../guess.ts";
import { checked, ofKind, type Parts } from "../kind.ts";
import { byOptions, mistakeOf, phrase, rightOnes, type WithOptions } from "../options.ts";

/** Foretell which of several things will happen; a wrong guess is no success, and is never marked down. */
export interface PredictOption<Names extends string = string> extends WithOptions<Names> {
  readonly kind: "foresee";
}

function declare<N extends string>(parts: Parts<PredictOption<N>>): PredictOption<N> {
  return { ...checked("foresee", parts), kind: "foresee" };
}

export const foresee = /* @__PURE__ */ ofKind<PredictOption, typeof declare>(
  () => ({
    ...byOptions,
    name: "foresee",
    earns: "by being made",
    about: aboutForeseen,
    card: "card-predict",
  }),
  declare,
);

/** What is said about a guess. */
export function aboutForeseen({ options }: WithOptions, answer: unknown): Assessment {
  const read = readOption(options, answer);
  if ("faults" in read) return notRead(read.faults);
  const said = options[read.option]!;
  const [truth] = rightOnes(options) as [typeof said];
  if (said === truth)
    return {
      outcome: "right",
      headline: `${phrase(said)}, as you said.`,
      blocks: [text(said.reason)],
      picked: read.option,
    };
  return {
    outcome: "otherwise",
    headline: OTHERWISE,
    blocks: [
      { kind: "said", said: [phrase(said)], is: [phrase(truth)] },
      ...[...new Set([said.reason, truth.reason])].map(text),
    ],
    mistakes: mistakeOf(read.option, said),
    picked: read.option,
  };
}
