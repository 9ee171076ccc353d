import { counted } from "../../counted.ts";
import { nameText } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Case, Cases } from "../run/cases.ts";
import { describe, isPromise } from "../run/describe.ts";
import type { Reply } from "../run/observe.ts";
import { type Column, firstDifference } from "../search/columns.ts";
import type { Outcome } from "../search/lines.ts";
import { nothingReturned } from "./nothing.ts";

/** What an answer returned, read as numbers as far as it can be. */
export interface Form {
  readonly w: Column | undefined;
  readonly states: ReadonlyMap<string, Column>;
  /** What is wrong with how it is returned; the numbers may be right all the same. */
  readonly faults: readonly Mistake[];
}

/** What an answer gave as one quantity in one case; or as nothing. */
type Part = { readonly values: unknown; readonly missing?: boolean };

const form = (id: string, sentence: string, cure?: string): Mistake => ({
  id: `return: ${id}`,
  sentence,
  ...(cure === undefined ? {} : { cure }),
});

/** Read what an answer returned in all cases, with what is wrong in how it is given. */
export function readForm(cases: Cases, replies: readonly Reply[], right: Outcome, source: string): Form {
  const states = [...right.states.keys()];
  const [first] = replies as [Reply];
  const none = { w: undefined, states: new Map<string, Column>() };
  const { result } = first;
  const shape = ["w", ...states].map((name) => `${name}: ...`).join(", ");
  if (isPromise(result)) {
    return {
      ...none,
      faults: [
        form(
          "promise",
          "your function returns a promise",
          "A step is computed at once: take out async and await.",
        ),
      ],
    };
  }
  const wroteW = replies.some(({ wrote }) => wrote.includes("w"));
  if (result === undefined && !wroteW) return { ...none, faults: [nothingReturned(source)] };
  const parts = partsOf(replies, cases, states);
  if (parts === undefined) {
    return {
      ...none,
      faults: [form("no object", `your function returns ${describe(result)}, and { ${shape} } is asked for`)],
    };
  }
  const faults: Mistake[] = [];
  if (Array.isArray(result) || ArrayBuffer.isView(result)) {
    const bare = `your function returns ${parts.has(states[0] ?? "") ? "a list of lists" : "a bare list"}, and an object is asked for`;
    faults.push(form("bare list", bare, `Return { ${shape} }.`));
  }
  const read = (name: string, rightColumn: Column): Column | undefined => {
    const given = parts.get(name);
    if (given === undefined || given.every(({ missing }) => missing)) {
      const other = otherKeyOf(parts, name, ["w", ...states], rightColumn, cases);
      faults.push(missingPart(name, other, parts));
      return other === undefined ? undefined : columnOf(parts.get(other)!, cases);
    }
    const fault = badPart(name, given, cases, source);
    // What is wrong with w in the same way is said once.
    const isNew = !faults.some(({ id }) => id.replace("return: w ", `return: ${name} `) === fault?.id);
    if (fault !== undefined && isNew) faults.push(fault);
    return columnOf(given, cases);
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
function partsOf(
  replies: readonly Reply[],
  { all }: Cases,
  states: readonly string[],
): Map<string, Part[]> | undefined {
  const parts = new Map<string, Part[]>();
  // What is written into in one case is where the result is in all.
  const wrote = [...new Set(replies.flatMap((reply) => reply.wrote))];
  for (const [i, { result, given }] of replies.entries()) {
    const one = partsOfOne(result, given, wrote, all[i]!, states);
    if (one === undefined) return undefined;
    for (const [name, values] of Object.entries(one)) {
      if (!parts.has(name))
        parts.set(
          name,
          all.map(() => ({ values: undefined, missing: true })),
        );
      parts.get(name)![i] = { values };
    }
  }
  return parts;
}

function partsOfOne(
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
    if (
      entries.length > 0 &&
      entries.every(isList) &&
      entries.length === states.length + 1 &&
      states.length > 0
    ) {
      return Object.fromEntries(["w", ...states].map((name, i) => [name, entries[i]]));
    }
    return entries.length === w.length || entries.every((entry) => typeof entry === "number")
      ? { ...written, w: result }
      : undefined;
  }
  return typeof result === "object" && result !== null ? { ...written, ...result } : undefined;
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/** Another key under which a quantity is returned: one that holds its numbers, or the only list that nothing asks for. */
function otherKeyOf(
  parts: ReadonlyMap<string, readonly Part[]>,
  name: string,
  asked: readonly string[],
  right: Column,
  cases: Cases,
): string | undefined {
  const others = [...parts.keys()].filter((key) => !asked.includes(key));
  const holds = others.find((key) => firstDifference(columnOf(parts.get(key)!, cases), right) < 0);
  if (holds !== undefined) return holds;
  const lists = others.filter((key) => parts.get(key)!.every(({ values }) => isList(values)));
  const missing = asked.filter((key) => !parts.has(key));
  return lists.length === 1 && missing.length === 1 && missing[0] === name ? lists[0] : undefined;
}

function missingPart(name: string, other: string | undefined, parts: ReadonlyMap<string, unknown>): Mistake {
  const what = nameText(name);
  if (other !== undefined) {
    return form(
      `${name} under another name`,
      `the new ${what} is returned under the name ${other}, and it is looked for under ${name}`,
      `Return ${name}: ${other}.`,
    );
  }
  const keys = [...parts.keys()];
  return name === "w"
    ? form(
        "no w",
        `there is no w in what your function returns${keys.length === 0 ? "" : `; there is ${keys.join(", ")}`}`,
      )
    : form(
        `${name} missing`,
        `the new ${what} is not returned, so in the next step ${what} is what it was before`,
        `Return ${name} as well.`,
      );
}

/** What is wrong with the entries of a quantity. */
function badPart(name: string, parts: readonly Part[], { all }: Cases, source: string): Mistake | undefined {
  const shown = nameText(name);
  const lists = parts.map(({ values }) => values);
  const odd = lists.findIndex((values) => !isList(values));
  if (odd >= 0) {
    const values = lists[odd];
    if (values === undefined && /forEach/.test(source))
      return form(
        `${name} undefined`,
        `${shown} is undefined: forEach gives nothing back`,
        "map makes a new list.",
      );
    if (typeof values === "string")
      return form(
        `${name} text`,
        `${shown} is the text ${JSON.stringify(values.slice(0, 30))}: whole lists can't be added or subtracted`,
        "Go through the coordinates, for example with w.map((x, i) => ...).",
      );
    if (typeof values === "number" && Number.isNaN(values))
      return form(
        `${name} NaN`,
        `${shown} is NaN and no list: whole lists can't be added or multiplied`,
        "Go through the coordinates, for example with w.map((x, i) => ...).",
      );
    return form(`${name} no list`, `${shown} should be a list of numbers; it is ${describe(values)}`);
  }
  return (
    badLength(name, lists as ArrayLike<unknown>[], all) ??
    badEntries(name, lists as ArrayLike<unknown>[], source)
  );
}

function badLength(
  name: string,
  lists: readonly ArrayLike<unknown>[],
  all: readonly Case[],
): Mistake | undefined {
  const shown = nameText(name);
  const at = lists.findIndex((values, i) => values.length !== all[i]!.w.length);
  if (at < 0) return undefined;
  const lengths = new Set(lists.map(({ length }) => length));
  const numbers = (n: number): string => counted(n, "number");
  if (lengths.size === 1) {
    const [length] = lengths as unknown as [number];
    return form(
      `${name} for ${length} coordinates`,
      `your function is written for ${length === 1 ? "one coordinate" : `${length} coordinates`}: ${shown} always has ${numbers(length)}`,
      "It should work for any number of coordinates.",
    );
  }
  const more = lists.every((values, i) => values.length === all[i]!.w.length + 1);
  if (more) {
    return form(
      `${name} too long`,
      `${shown} has one number too many: the loop goes one too far`,
      "The last index is length − 1: use < and not <=.",
    );
  }
  return form(
    `${name} length`,
    `${shown} has ${numbers(lists[at]!.length)} where there are ${all[at]!.w.length} coordinates`,
  );
}

function badEntries(name: string, lists: readonly ArrayLike<unknown>[], source: string): Mistake | undefined {
  const shown = nameText(name);
  const entries = lists.flatMap((values) => Array.from(values));
  const odd = entries.find((entry) => typeof entry !== "number");
  if (odd === undefined && !entries.every((entry) => typeof entry !== "number")) return undefined;
  if (entries.every((entry) => entry === undefined)) {
    return /=>\s*\{/.test(source) || /function/.test(source)
      ? form(
          `${name} undefined entries`,
          `every entry of ${shown} is undefined: a function with braces gives back only what return says`,
          "Write return in it, or take the braces away.",
        )
      : form(`${name} undefined entries`, `every entry of ${shown} is undefined`);
  }
  if (typeof odd === "string") {
    const isNumeric = entries.every(
      (entry) => typeof entry === "string" && entry !== "" && Number.isFinite(Number(entry)),
    );
    return isNumeric
      ? form(
          `${name} texts`,
          `the entries of ${shown} are texts and no numbers: ${JSON.stringify(odd)}`,
          /toFixed|toPrecision/.test(source) ? "toFixed makes a text; leave it out." : undefined,
        )
      : form(
          `${name} texts`,
          `an entry of ${shown} is the text ${JSON.stringify(odd.slice(0, 30))} and no number`,
          "A list was added to a number: take one entry of it, with [i].",
        );
  }
  if (odd === undefined && entries.some((entry) => entry === undefined)) {
    const holes = lists.every((values) => Array.from(values)[0] === undefined);
    return form(
      `${name} holes`,
      holes
        ? `the first entry of ${shown} has no value: the index of the first coordinate is 0`
        : `some entries of ${shown} have no value`,
    );
  }
  if (entries.some((entry) => entry === undefined)) {
    const first = lists.every((values) => values[0] === undefined);
    return first
      ? form(
          `${name} holes`,
          `the first entry of ${shown} has no value: the index of the first coordinate is 0, and not 1`,
        )
      : form(`${name} holes`, `some entries of ${shown} have no value`);
  }
  return form(`${name} entries`, `an entry of ${shown} is ${describe(odd)} and no number`);
}

/** What was given as one column: NaN where there is no number. */
function columnOf(parts: readonly Part[], { all, columns }: Cases): Column {
  const out = new Float64Array(columns.length).fill(NaN);
  parts.forEach(({ values }, i) => {
    if (!isList(values)) return;
    const from = columns.starts[i]!;
    all[i]!.w.forEach((_, j) => {
      const entry = values[j];
      if (typeof entry === "number") out[from + j] = entry;
      else if (typeof entry === "string" && entry.trim() !== "") out[from + j] = Number(entry);
    });
  });
  return out;
}
