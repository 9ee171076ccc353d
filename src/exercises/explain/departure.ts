import { defined } from "../../defined.ts";
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import type { Reply } from "../run/observe.ts";
import type { Convention, StepTarget } from "../step-target.ts";
import type { Probe } from "../run/probe.ts";
import { rightRun } from "../run/rule-run.ts";
import type { StepRun } from "../run/step-run.ts";
import { stepColumns } from "../run/step-columns.ts";
import { type Columns, sameNumbers } from "../search/columns.ts";
import { type Lines, linesOf, startOf } from "../search/lines.ts";
import { placesIn } from "../search/tree.ts";
import { UNMENDED } from "./bases.ts";
import { whyNoNumber } from "./no-number.ts";

/** Where an answer first leaves the right path, and by which quantity: the first one that is computed. */
export interface Departure {
  readonly probe: Probe;
  readonly step: number;
  /** Where it stood before. */
  readonly before: readonly number[];
  /** "w", or the name of a state. */
  readonly quantity: string;
  readonly expected: readonly number[];
  readonly got: readonly number[];
  /** The form of the rule that it is compared with, where that is not the rule itself: "the PyTorch form". */
  readonly form?: string;
  /** In what the answer differs from what is asked for as that form does: where its ε stands. */
  readonly note?: string;
  /** What it is compared with. */
  readonly rule: Rule;
  /** Why what came is no number, where that is certain: a sentence. */
  readonly noNumber?: string;
  /** The answer's whole path on this probe. */
  readonly path: readonly (readonly number[])[];
}

/** What a right answer does besides. */
export function notesOn(replies: readonly Reply[], runs: readonly StepRun[]): Mistake[] {
  const wrote = [...new Set(replies.flatMap((reply) => reply.wrote))];
  const hyper = [...new Set(runs.flatMap(({ changedHyper }) => changedHyper))];
  const s = wrote.length === 1 ? "" : "s";
  const notes: readonly (readonly [names: readonly string[], says: (names: string) => string])[] = [
    [wrote, (names) => `it writes into the list${s} that it is given (${names}) and makes no new one${s}. Here that does no harm; elsewhere somebody may still need the old values`], // prettier-ignore
    [hyper, (names) => `it changes what it is given (${names}), which has no effect here`],
  ];
  return notes
    .filter(([names]) => names.length > 0)
    .map(([names, says]) => ({
      id: `in place: ${names.join(", ")}`,
      sentence: says(names.map(nameText).join(", ")),
    }));
}

/**
 * Where an answer departs: from the form of the rule that its mistakes are told against, or else from that which it follows
 * longest.
 * @param explained the lines that compute what the answer computes, and the form that they are told against, where they are known
 */
export function departureOf(
  { rule, conventions, misconceptions = [] }: Omit<StepTarget, "misconceptions"> & Partial<StepTarget>,
  probes: readonly Probe[],
  runs: readonly StepRun[],
  { computes, from }: { readonly computes?: Lines; readonly from?: Rule } = {},
): Departure | undefined {
  const forms = [{ rule }, ...conventions.map((one) => ({ rule: one.rule, form: one.name }))];
  const differences = forms.flatMap((one) => firstDifference(one, probes, runs) ?? []);
  if (differences.length < forms.length) return undefined;
  const { departure } =
    differences.find(({ departure }) => departure.rule === from) ??
    differences.reduce((a, b) => (isLater(b, a) ? b : a));
  const { probe, step, quantity, got } = departure;
  const why = computes && reasonIn(computes, stepColumns(departure.rule, probe, step), quantity, got);
  const noNumber = why && `${nameText(quantity)} is ${why.value} in step ${step}: ${why.says} there.`;
  const hasItsEpsilon = ({ rule: other, note }: Convention): boolean =>
    // Where something is to be mended, its ε stands where it was given.
    computes !== undefined && !misconceptions.some(({ id }) => id === UNMENDED) && note.includes("ε stands") && besideEpsilon(linesOf(other)) === besideEpsilon(computes); // prettier-ignore
  const convention = conventions.find((one) => one.rule === departure.rule && hasItsEpsilon(one));
  return { ...departure, ...defined({ noNumber, note: convention?.note }) };
}

/** What stands around the ε of a line: outside or inside the root. */
function besideEpsilon({ w }: Pick<Lines, "w">): string | undefined {
  const { parent } = placesIn(w).find(({ node }) => node.name === "epsilon") ?? {};
  return parent && [parent.node.args[0]!.op === "sqrt", parent.parent?.node.op === "sqrt"].join();
}

/** A departure from one form of a rule, and the place of its probe, its step and its quantity in their order. */
interface Difference {
  readonly departure: Departure;
  readonly order: readonly [probe: number, step: number, quantity: number];
}

/** On the first probe on which an answer departs the first step at which it does, and the first quantity. */
function firstDifference(
  { rule, form }: { readonly rule: Rule; readonly form?: string },
  probes: readonly Probe[],
  runs: readonly StepRun[],
): Difference | undefined {
  const quantities = Object.keys(rule.equations).filter((name) => name === "w" || Object.hasOwn(rule.state, name)); // prettier-ignore
  for (const [i, probe] of probes.entries()) {
    const { path, states } = runs[i]!;
    const right = rightRun(rule, probe);
    for (let t = 0; t < right.path.length; t++) {
      const due = (name: string): readonly number[] =>
        name === "w" ? right.path[t]! : right.states[t]![name]!;
      const got = (name: string): readonly number[] => (name === "w" ? path[t] : states[t]?.[name]) ?? [];
      const quantity = quantities.find((name) => !sameNumbers(due(name), got(name)));
      if (quantity === undefined) continue;
      return {
        order: [i, t, quantities.indexOf(quantity)],
        departure: {
          rule,
          probe,
          step: t + 1,
          before: t === 0 ? probe.start : right.path[t - 1]!,
          quantity,
          expected: due(quantity),
          got: got(quantity),
          ...(form === undefined ? {} : { form }),
          path,
        },
      };
    }
  }
  return undefined;
}

function isLater({ order: a }: Difference, { order: b }: Difference): boolean {
  const first = a.findIndex((place, i) => place !== b[i]);
  return first >= 0 && a[first]! > b[first]!;
}

/** Why lines give no number in a step. */
function reasonIn(
  { states, w }: Lines,
  columns: Columns,
  quantity: string,
  got: readonly number[],
): { readonly value: number; readonly says: string } | undefined {
  const entry = got.findIndex((x) => !Number.isFinite(x));
  if (entry < 0) return undefined;
  let now = startOf(columns, states.keys());
  for (const [name, tree] of [...states, ["w", w] as const]) {
    const reason = name === quantity ? whyNoNumber(tree, now, entry) : undefined;
    if (reason !== undefined) return { value: got[entry]!, says: reason.says };
    now = now.with(new Map([[name, now.compute(tree)]]));
  }
  return undefined;
}
