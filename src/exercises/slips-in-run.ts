/** Slips in a run from which a number is read off: in one line in all steps, in the order of lines, in the count. */
import { type AskedNumbers, isNear, type NumberSlip, type OnTheWay } from "./asked-numbers.ts";
import { misread, numbersTaken } from "./misread.ts";
import type { Slipped, Values } from "./number-formula.ts";
import { type Read, readOff, type Run } from "./number-run.ts";
import { likelySlips, oddSlips, rareSlips } from "./slipped-formulas.ts";

/** A run with a slip in it, and what the slip is. */
type SlippedRun = readonly [run: Run, when: string];

/** What slips in the run of a card give for a number; those that other numbers speak against, which are right, are none. */
export function slipsInRun(read: Read, run: Run, asked: AskedNumbers, numbers: Values): OnTheWay {
  const { fields, given = {}, prompt = "" } = asked;
  const right = Object.entries(fields).filter(([name, field]) => isNear(numbers[name]!, field));
  const told = (runs: readonly SlippedRun[], what = read): NumberSlip[] =>
    runs.map(([its, when]) => ({ gives: readOff(its, what, given), when }));
  const isPossible = ([its]: SlippedRun): boolean =>
    right.every(([, field]) => field.read === undefined || isNear(readOff(its, field.read, given), field));
  const taking = (takens: readonly [Values, string][]): SlippedRun[] =>
    takens.map(([taken, when]) => [{ ...run, from: { ...run.from, ...taken } }, when]);
  const formulas = Object.values(run.lines).join(" | ");
  const misreadings = misread(formulas, given, given);
  const likely = [...inLines(run, likelySlips), ...inOrder(run), ...taking(misreadings.likely)];
  const rare = [...inLines(run, rareSlips), ...taking(misreadings.rare)];
  const odd = inLines(run, oddSlips);
  const far = inLines(run, (formula) => numbersTaken(formula, prompt, given));
  return {
    likely: [
      ...told(likely.filter(isPossible)),
      ...misreadOff(read, run).flatMap(([what, when]) => told([[run, when]], what)),
    ],
    rare: [...told(rare.filter(isPossible)), ...told(inLast(read, run))],
    odd: told(odd.filter(isPossible)),
    far: told(far.filter(isPossible)),
  };
}

/** One line made otherwise. */
const inLines = (run: Run, slips: (formula: string) => Slipped[]): SlippedRun[] =>
  Object.entries(run.lines).flatMap(([name, formula]) =>
    slips(formula).map(([text, when]): SlippedRun => [
      { ...run, lines: { ...run.lines, [name]: text } },
      `in ${name} ${when}`,
    ]),
  );

/** The same in the last step alone. */
const inLast = ({ after = 1 }: Read, run: Run): SlippedRun[] =>
  after === 1
    ? []
    : [...inLines(run, likelySlips), ...inOrder(run)].map(([{ lines: last }, when]) => [
        { ...run, last },
        `${when}, in step ${after} alone`,
      ]);

/** A line that is computed in step 1 alone, or before the one that it comes after. */
const inOrder = (run: Run): SlippedRun[] =>
  Object.entries(run.lines).flatMap(([name, formula], i, all): SlippedRun[] => {
    const lines = Object.fromEntries(all.toSpliced(i, 1).toSpliced(i - 1, 0, [name, formula]));
    const before: SlippedRun = [{ ...run, lines }, `${name} is computed before ${all.at(i - 1)![0]}`];
    return [[{ ...run, still: name }, `${name} stays what it is in step 1`], ...(i === 0 ? [] : [before])];
  });

/** Another step, or another quantity. */
const misreadOff = (read: Read, { lines }: Run): [Read, string][] =>
  [-1, 1, ...Object.keys(lines)].flatMap((other): [Read, string][] => {
    const { of, after } = read;
    if (after === undefined || other === of) return [];
    return typeof other === "string"
      ? [[{ ...read, of: other }, `${other} is given, and not ${of}`]]
      : [[{ ...read, after: after + other }, `one step ${other > 0 ? "more" : "less"} is made`]];
  });
