import { counted } from "../counted.ts";
import { numberText } from "../math/numerals.ts";
import type { Trace } from "../trace/trace.ts";
import { costOf } from "../search/contest.ts";
import { labelsOf, letter } from "./labels.ts";
import { pointInWords } from "./words.ts";

/** The terms of a race: same start, same number of gradients, whose rates, and what went wrong. */
export function termsInWords(
  traces: readonly Trace[],
  { budget, tuned }: { readonly budget: number; readonly tuned: boolean },
): string[] {
  const [first] = traces as [Trace];
  const labels = labelsOf(traces);
  const withHessian = labels.filter((_, k) => costOf(traces[k]!.rule, first.dimension) > 1);
  const rates = traces.flatMap(({ rule, hyper }) =>
    rule.rate === undefined ? [] : [`${rule.title} ${letter(rule.rate)} = ${numberText(hyper[rule.rate]!)}`],
  );
  return [
    `All start at ${pointInWords(first.value("w", 0) as Float64Array)} and may compute ${counted(budget, "gradient")}.`,
    ...(withHessian.length === 0
      ? []
      : [`A Hessian counts as ${counted(first.dimension, "gradient")} (${withHessian.join(", ")}).`]),
    ...traces.flatMap(({ evaluations, steps, stop }, k) => {
      const extra = evaluations.value - steps - (stop.reason === "diverged" ? 2 : 1);
      return extra > 0
        ? [`${labels[k]!} also computed ${counted(extra, "loss", "losses")} in its line search.`]
        : [];
    }),
    ...(rates.length === 0
      ? []
      : [`Learning rates ${tuned ? "tuned by the same search" : "as given"}: ${rates.join(", ")}.`]),
    ...traces.flatMap(({ stop }, k) => {
      if (stop.reason === "diverged") return [`${labels[k]!} diverged at step ${stop.step + 1}.`];
      return stop.reason === "singular"
        ? [`${labels[k]!} met a singular Hessian at step ${stop.step + 1}.`]
        : [];
    }),
  ];
}

/** A text in lines of at most so many letters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
