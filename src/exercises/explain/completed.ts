/** What an explanation of a step gets besides: why no number came, and the line of the text that a mistake is in. */
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import { assignmentOf } from "../run/assigned.ts";
import type { Candidate } from "../run/candidate.ts";
import type { Cases } from "../run/cases.ts";
import { guarded } from "../run/guard.ts";
import { watch } from "../run/watch.ts";
import { COORDINATES } from "../search/edits.ts";
import { type Lines, linesOf } from "../search/lines.ts";
import { keyOf, mapped, name, type Tree } from "../search/tree.ts";
import type { StepExplanation } from "./explain-step.ts";
import type { Form } from "./form.ts";
import { cureInText } from "./cure-in-text.ts";
import { mendedLine } from "./mended-line.ts";
import { nothingButNaN, numberless, outsideDomain, seenInText } from "./numberless.ts";

/** Where no number came, what was read tells why. */
export function withReasons(
  explained: StepExplanation,
  candidate: Candidate,
  rule: Rule,
  cases: Cases,
  form: Form,
  source: string,
): StepExplanation {
  const isKnown = explained.mistakes.some(({ id }) => !/undefined|NaN|text|entries|empty/.test(id));
  if (isKnown && explained.unexplained.length === 0) return explained;
  const tried = guarded(() => watch(candidate, cases.all[0]!));
  if (!("value" in tried)) return explained;
  const given = ["w", "g", "t", ...Object.keys(rule.state)];
  const reason = numberless(tried.value, given, Object.keys(rule.hyperparameters), source);
  if (reason === undefined) {
    if (explained.mistakes.length > 0) return explained;
    const outside = form.w?.some(Number.isNaN) === true ? outsideDomain(tried.value) : undefined;
    const isNaN = form.w?.every((x) => Number.isNaN(x)) === true;
    const found = isNaN ? nothingButNaN(source, outside) : (outside ?? seenInText(source));
    return found === undefined ? explained : { ...explained, mistakes: [found], unexplained: [] };
  }
  const others = explained.mistakes.filter(({ id }) => !/NaN|text|empty/.test(id));
  return { ...explained, mistakes: [reason, ...others], unexplained: [] };
}

/** Where the text shows by itself what is wrong, what to do about it. */
export function withCure<E extends { readonly mistakes: readonly Mistake[] }>(
  explained: E,
  source: string,
): E {
  const [first, ...others] = explained.mistakes;
  const cure = cureInText(source, first?.what);
  if (first === undefined || first.cure !== undefined || cure === undefined) return explained;
  return { ...explained, mistakes: [{ ...first, cure }, ...others] };
}

/** Which coordinates are gone through stands at the head of a loop, and not where they are assigned. */
const OF_THE_LOOP =
  /: (?:butLast|butFirst|onlyFirst|next|previous|following|preceding) of (?:w$|(?:add|subtract)\(w)/;
const SOME_COORDINATES = new RegExp(String.raw`\b(?:${Object.keys(COORDINATES).join("|")})\b`);

/** The mistake with its line of the text: where one alone mends all that is computed otherwise. */
export function withLine(
  explained: StepExplanation,
  rule: Rule,
  cases: Cases,
  source: string,
): StepExplanation {
  const [first, ...others] = explained.mistakes;
  const { computes, from = rule } = explained;
  if (first?.what === undefined || computes === undefined || OF_THE_LOOP.test(first.id)) return explained;
  const states = Object.keys(rule.state);
  const right = linesOf(from);
  const line = (lines: Lines, of: string): Tree => (of === "w" ? lines.w : lines.states.get(of)!);
  const isSame = (of: string, key: (tree: Tree) => string): boolean =>
    key(line(computes, of)) === key(line(right, of));
  const changed = [...states, "w"].filter((of) => !isSame(of, keyOf));
  if (changed.every((of) => isSame(of, withoutPlaces))) return explained;
  if (changed.some((of) => SOME_COORDINATES.test(keyOf(line(computes, of))))) return explained;
  const [mended, ...more] = changed.map((quantity) => {
    const text = assignmentOf(source, quantity, states);
    return text === undefined ? undefined : mendedLine({ source, text, quantity }, from, cases);
  });
  // Several lines are wrong at once by what stands in none of them.
  const isOne = more.every((one) => one?.cure !== undefined && one.cure === mended?.cure);
  if (!mended || !isOne) return explained;
  return { ...explained, mistakes: [{ ...first, ...mended }, ...(mended.what === undefined ? others : [])] };
}

/** A line as it is read where it does not matter where its gradient is taken: that may be said in another line. */
const withoutPlaces = (tree: Tree): string =>
  keyOf(mapped(tree, (node) => (node.op === "gradient" ? name("g") : node)));
