import { nameText } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Case, Cases } from "../run/cases.ts";
import { describe, isList, isPromise } from "../run/describe.ts";
import type { Reply } from "../run/observe.ts";
import { type Column, firstDifference } from "../search/columns.ts";
import type { Outcome } from "../search/lines.ts";
import { faultOfQuantity, type Returned } from "./faulty-quantity.ts";
import { nothingReturned } from "./nothing.ts";
import { bareList, noObject, noW, PROMISE, quantityFault, underAnotherName } from "./returned.ts";

/** What an answer returned, read as numbers as far as it can be. */
export interface Form {
  readonly w: Column | undefined;
  readonly states: ReadonlyMap<string, Column>;
  /** What is wrong with how it is returned; the numbers may be right all the same. */
  readonly faults: readonly Mistake[];
}

/** Read what an answer returned in all cases, with what is wrong in how it is given. */
export function readForm(cases: Cases, replies: readonly Reply[], right: Outcome, source: string): Form {
  const states = [...right.states.keys()];
  const [first] = replies as [Reply];
  const none = { w: undefined, states: new Map<string, Column>() };
  const { result } = first;
  if (isPromise(result)) return { ...none, faults: [PROMISE] };
  const wroteW = replies.some(({ wrote }) => wrote.includes("w"));
  if (result === undefined && !wroteW) return { ...none, faults: [nothingReturned(source)] };
  const quantities = quantitiesOf(replies, cases, states);
  if (quantities === undefined) return { ...none, faults: [noObject(describe(result), states)] };
  const faults: Mistake[] = [];
  if (isList(result))
    faults.push(bareList(quantities.has(states[0] ?? "") ? "a list of lists" : "a bare list", states));
  const read = (name: string, rightColumn: Column): Column | undefined => {
    const given = quantities.get(name);
    if (given === undefined || given.every(({ missing }) => missing)) {
      const other = otherKeyOf(quantities, name, ["w", ...states], rightColumn, cases);
      faults.push(missingQuantity(name, other, quantities));
      return other === undefined ? undefined : columnOf(quantities.get(other)!, cases);
    }
    const fault = faultOfQuantity(name, given, cases, source, rightColumn);
    // What is wrong with w in the same way is said once.
    const isNew = !faults.some(
      ({ id }) => id === faultOfQuantity("w", given, cases, source, rightColumn)?.id,
    );
    if (fault !== undefined && isNew) faults.push(fault);
    return fault?.id === `return: ${name} holes` ? undefined : columnOf(given, cases);
  };
  const w = read("w", right.w);
  const found = new Map<string, Column>();
  for (const [name, column] of right.states) {
    const values = read(name, column);
    if (values !== undefined) found.set(name, values);
  }
  return { w, states: found, faults };
}

/** The quantities of each reply by their names. */
function quantitiesOf(
  replies: readonly Reply[],
  { all }: Cases,
  states: readonly string[],
): Map<string, Returned[]> | undefined {
  const quantities = new Map<string, Returned[]>();
  // What is written into in one case is where the result is in all.
  const wrote = [...new Set(replies.flatMap((reply) => reply.wrote))];
  for (const [i, { result, given }] of replies.entries()) {
    const one = quantitiesIn(result, given, wrote, all[i]!, states);
    if (one === undefined) return undefined;
    for (const [name, values] of Object.entries(one)) {
      if (!quantities.has(name))
        quantities.set(
          name,
          all.map(() => ({ values: undefined, missing: true })),
        );
      quantities.get(name)![i] = { values };
    }
  }
  return quantities;
}

function quantitiesIn(
  result: unknown,
  given: Readonly<Record<string, unknown>>,
  wrote: readonly string[],
  { w }: Case,
  states: readonly string[],
): Record<string, unknown> | undefined {
  const written = Object.fromEntries(wrote.filter((name) => name !== "g").map((name) => [name, given[name]]));
  if (result === undefined) return written;
  if (isList(result)) {
    const entries = Array.from(result);
    if (states.length > 0 && entries.length === states.length + 1 && entries.every(isList))
      return Object.fromEntries(["w", ...states].map((name, i) => [name, entries[i]]));
    return entries.length === w.length || entries.every((entry) => typeof entry === "number")
      ? { ...written, w: result }
      : undefined;
  }
  return typeof result === "object" && result !== null ? { ...written, ...result } : undefined;
}

/** Another key under which a quantity is returned: one that holds its numbers, or the only list that nothing asks for. */
function otherKeyOf(
  quantities: ReadonlyMap<string, readonly Returned[]>,
  name: string,
  asked: readonly string[],
  right: Column,
  cases: Cases,
): string | undefined {
  const others = [...quantities.keys()].filter((key) => !asked.includes(key));
  const holds = others.find((key) => firstDifference(columnOf(quantities.get(key)!, cases), right) < 0);
  if (holds !== undefined) return holds;
  const lists = others.filter((key) => quantities.get(key)!.every(({ values }) => isList(values)));
  const missing = asked.filter((key) => !quantities.has(key));
  return lists.length === 1 && missing.length === 1 && missing[0] === name ? lists[0] : undefined;
}

function missingQuantity(
  name: string,
  other: string | undefined,
  quantities: ReadonlyMap<string, unknown>,
): Mistake {
  const what = nameText(name);
  if (other !== undefined) return underAnotherName(name, other, what);
  return name === "w"
    ? noW([...quantities.keys()])
    : quantityFault(
        name,
        "missing",
        `the new ${what} is not returned, so in the next step ${what} is what it was before`,
        `Return ${name} as well.`,
      );
}

/** What was given as one column: NaN where there is no number. In a list twice as long as it should be the new ones stand behind the old. */
function columnOf(quantities: readonly Returned[], { all, columns }: Cases): Column {
  const out = new Float64Array(columns.length).fill(NaN);
  quantities.forEach(({ values }, i) => {
    if (!isList(values)) return;
    const from = columns.starts[i]!;
    const { length } = all[i]!.w;
    const first = values.length === 2 * length ? length : 0;
    all[i]!.w.forEach((_, j) => {
      const entry = values[first + j];
      if (typeof entry === "number") out[from + j] = entry;
      else if (typeof entry === "string" && entry.trim() !== "") out[from + j] = Number(entry);
    });
  });
  return out;
}
