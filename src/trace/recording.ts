import { checkNames, isRecord } from "../arguments.ts";
import { remembered } from "../remembered.ts";
import { didYouMean, InputError } from "../errors.ts";
import { dot, norm } from "../math/linear.ts";
import { type Registers, usesSymbol } from "../rules/program.ts";
import { type Layout, recordLayout } from "../rules/layout.ts";
import type { Rule } from "../rules/rule.ts";

/** What to record; `terms` are names of terms or of w, g, lookahead, H, loss, rate. */
export type RecordChoice =
  "all" | "path" | "none" | { readonly terms: readonly string[]; readonly every?: number };

/** Rows of numbers, one for every recorded step. */
export interface Recording {
  readonly every: number;
  readonly layout: Layout;
  readonly width: number;
  /** What the compiled rule writes by itself. */
  readonly terms: readonly string[];
  readonly rows: Float64Array;
  writeStart(x: Registers): void;
  /** Complete the row of the step in `next`: its loss, its projected w, its norms. */
  finishRow(x: Registers): void;
}

const NORMS = ["loss", "rate", "gradientNorm", "updateLength"];
const WITHOUT_A_CHOICE = 2_000_000;
const AT_MOST = 100_000_000;

/** Everything a step of a rule has to show, in the order of the rule. */
export function quantitiesOf(rule: Rule): string[] {
  return [
    ...["loss", "rate", "w", "g"],
    ...(rule.gradientAt === "w" ? [] : ["lookahead"]),
    ...(usesSymbol(rule, "H") ? ["H"] : []),
    ...Object.entries(rule.equations).flatMap(([name, { shape }]) =>
      name === "w" || shape === "history" ? [] : [name],
    ),
  ];
}

/** Prepare the rows for a descent. @throws InputError for an unknown term, or more numbers than memory should hold */
export function recordingFor(
  rule: Rule,
  choice: RecordChoice | undefined,
  n: number,
  steps: number,
  projected: boolean,
): Recording {
  if (choice !== undefined) checkChoice(choice);
  const every = typeof choice === "object" ? (choice.every ?? 1) : 1;
  const rowCount = choice === "none" ? 0 : Math.floor(steps / every) + 1;
  const everything = everythingOf(rule);
  const tooLarge = choice === undefined && everything.layout.width(n) * rowCount > WITHOUT_A_CHOICE;
  const { names, layout } = tooLarge ? laidOut(rule, NORMS) : chosen(rule, choice, everything);
  const width = layout.width(n);
  if (width * rowCount > AT_MOST)
    throw new InputError({
      what: "this would record too many numbers",
      got: width * rowCount,
      allowed: `${AT_MOST} at most`,
      cure: `record fewer: record: { terms: ["loss"], every: ${10 ** Math.max(1, Math.ceil(Math.log10((width * rowCount) / AT_MOST)))} }`,
    });
  const rows = new Float64Array(width * rowCount);
  const place = (name: string): number => layout.place(name, n)?.start ?? -1;
  const [loss, w, gradientNorm, updateLength] = ["loss", "w", "gradientNorm", "updateLength"].map(place) as [
    number,
    number,
    number,
    number,
  ];
  return {
    every,
    layout,
    width,
    rows,
    terms: names.filter((name) => !["loss", "gradientNorm", "updateLength"].includes(name)),
    writeStart(x) {
      x.rows = rows;
      rows.fill(NaN, 0, width);
      if (width === 0) return;
      if (loss >= 0) rows[loss] = x.loss;
      ["w", ...Object.keys(rule.state)].forEach((name, i) => {
        const at = place(name);
        if (at >= 0) rows.set(x.now[i] as Float64Array, at);
      });
    },
    finishRow(x) {
      const next = x.next[0] as Float64Array;
      if (loss >= 0) rows[x.offset + loss] = x.loss;
      if (projected && w >= 0) for (let i = 0; i < n; i++) rows[x.offset + w + i] = next[i]!;
      if (gradientNorm >= 0) rows[x.offset + gradientNorm] = norm(x.g);
      if (updateLength >= 0) rows[x.offset + updateLength] = distance(next, x.now[0] as Float64Array);
    },
  };
}

interface Row {
  readonly names: readonly string[];
  readonly layout: Layout;
}

const laidOut = (rule: Rule, names: readonly string[]): Row => ({ names, layout: recordLayout(rule, names) });

const known = new WeakMap<Rule, Row>();

/** The row of all that a rule has to show, laid out once for each rule: a start that is dragged descends anew with each picture. */
function everythingOf(rule: Rule): Row {
  return remembered(known, rule, () => laidOut(rule, quantitiesOf(rule)));
}

const CHOICES: readonly unknown[] = ["all", "path", "none"];

function checkChoice(choice: unknown): void {
  if (CHOICES.includes(choice)) return;
  const example = 'for example: record: { terms: ["loss"], every: 10 }';
  if (!isRecord(choice) || !Array.isArray(choice["terms"]))
    throw new InputError({
      what: "this is no choice of what to record",
      got: choice,
      allowed: '"all", "path", "none", or a list of terms',
      cure: example,
    });
  checkNames(choice, "record", { terms: true, every: true }, "{ terms: [] }");
  const { every = 1 } = choice;
  if (Number.isInteger(every) && (every as number) >= 1) return;
  throw new InputError({ what: "every must be a whole number of 1 or more", got: every, cure: example });
}

function chosen(rule: Rule, choice: RecordChoice | undefined, everything: Row): Row {
  if (choice === undefined || choice === "all") return everything;
  if (choice === "none") return laidOut(rule, []);
  if (choice === "path") return laidOut(rule, ["loss", "rate", "w"]);
  const { names } = everything;
  const unknown = choice.terms.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError({
      what: `${rule.title} has no term ${unknown} to record`,
      allowed: names.join(", "),
      ...didYouMean(unknown, names),
    });
  return laidOut(rule, [...new Set(["loss", ...choice.terms])]);
}

function distance(a: Float64Array, b: Float64Array): number {
  const difference = a.map((x, i) => x - b[i]!);
  return Math.sqrt(dot(difference, difference));
}
