import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, readOption } from "../given.ts";
import { checked, ofKind, type Parts } from "../kind.ts";
import { byOptions, mistakeOf, type WithOptions } from "../options.ts";

/** Choose what is true. */
export interface Choose<Names extends string = string> extends WithOptions<Names> {
  readonly kind: "choose";
}

function declare<N extends string>(parts: Parts<Choose<N>>): Choose<N> {
  return { ...checked("choose", parts), kind: "choose" };
}

export const choose = /* @__PURE__ */ ofKind<Choose, typeof declare>(
  () => ({
    ...byOptions,
    name: "choose",
    earns: "credit",
    about: aboutChosen,
    card: "card-choose",
  }),
  declare,
);

/** What is said about a choice. */
export function aboutChosen({ options }: WithOptions, answer: unknown): Assessment {
  const read = readOption(options, answer);
  if ("faults" in read) return notRead(read.faults);
  const option = options[read.option]!;
  const { right = false, reason } = option;
  return {
    outcome: right ? "right" : "not yet",
    headline: right ? "Right." : "Not this one.",
    blocks: [text(reason)],
    credit: right ? 1 : 0,
    mistakes: mistakeOf(read.option, option),
    picked: read.option,
  };
}
