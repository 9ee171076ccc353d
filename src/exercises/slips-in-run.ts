/** Slips in a run from which a number is read off: in one line in all steps, in the order of lines, in the count. */
import { type AskedNumbers, isNear, type NumberSlip, type OnTheWay } from "./asked-numbers.ts";
import { misread, numbersTaken } from "./misread.ts";
import type { Slipped, Values } from "./number-formula.ts";
import { type Read, readOff, type Run } from "./number-run.ts";
import { likelySlips, rareSlips } from "./slipped-formulas.ts";

/** A run with a slip in it. */
interface SlippedRun {
  readonly run: Run;
  readonly when: string;
  readonly taken?: Values;
}

/** What slips in the run of a card give for a number; those that other numbers speak against, which are right, are none. */
export function slipsInRun(read: Read, run: Run, asked: AskedNumbers, numbers: Values): OnTheWay {
  const { fields, given = {}, prompt = "" } = asked;
  const right = Object.entries(fields).filter(([name, field]) => isNear(numbers[name]!, field));
  const gives = ({ run: its, taken }: SlippedRun, what: Read): number =>
    readOff(its, what, { ...given, ...taken });
  const told = (runs: readonly SlippedRun[]): NumberSlip[] =>
    runs
      .filter((one) =>
        right.every(([, field]) => field.read === undefined || isNear(gives(one, field.read), field)),
      )
      .map((one) => ({ gives: gives(one, read), when: one.when }));
  const taking = (takens: readonly [Values, string][]): SlippedRun[] =>
    takens.map(([taken, when]) => ({ run, taken, when }));
  const lines = Object.keys(run.lines);
  const formulas = Object.values(run.lines).join(" | ");
  const misreadings = misread(formulas, given, given);
  const slipped = inLines(run, likelySlips);
  return {
    likely: [
      ...told([...slipped, ...reordered(run), ...taking(misreadings.likely)]),
      ...told(
        lines.map((still) => ({ run: { ...run, still }, when: `${still} stays what it is in step 1` })),
      ),
      ...misreadOff(read, lines).map(([what, when]) => ({ gives: readOff(run, what, given), when })),
    ],
    rare: [
      ...told([...inLines(run, rareSlips), ...taking(misreadings.rare)]),
      ...inLast(read, run, slipped).map((one) => ({ gives: gives(one, read), when: one.when })),
    ],
    far: told(inLines(run, (formula) => numbersTaken(formula, prompt))),
  };
}

/** One line made otherwise. */
const inLines = (run: Run, slips: (formula: string) => Slipped[]): SlippedRun[] =>
  Object.entries(run.lines).flatMap(([name, formula]) =>
    slips(formula).map(([text, when]) => ({
      run: { ...run, lines: { ...run.lines, [name]: text } },
      when: `in ${name} ${when}`,
    })),
  );

/** The same in the last step alone. */
const inLast = ({ after = 1 }: Read, run: Run, slipped: readonly SlippedRun[]): SlippedRun[] =>
  slipped
    .filter(() => after > 1)
    .map(({ run: { lines: last }, when }) => ({
      run: { ...run, last },
      when: `${when}, in step ${after} alone`,
    }));

/** A line before the one that it comes after. */
const reordered = (run: Run): SlippedRun[] =>
  Object.entries(run.lines)
    .map(([name, formula], i, all) => {
      const lines = all.toSpliced(i, 1).toSpliced(i - 1, 0, [name, formula]);
      return {
        run: { ...run, lines: Object.fromEntries(lines) },
        when: `${name} is computed before ${all.at(i - 1)![0]}`,
      };
    })
    .slice(1);

/** Another step, or another quantity. */
const misreadOff = (read: Read, lines: readonly string[]): [Read, string][] =>
  read.after === undefined
    ? []
    : [
        [{ ...read, after: read.after - 1 }, "one step less is made"],
        [{ ...read, after: read.after + 1 }, "one step more is made"],
        ...lines
          .filter((of) => of !== read.of)
          .map((of): [Read, string] => [{ ...read, of }, `${of} is given, and not ${read.of}`]),
      ];
