/**
 * What stands beside a student's code in the sandbox, out of its reach: it takes values in, calls the answer and hands
 * out what came of it. Its own script is evaluated first, so the built-ins that it uses are those of the engine.
 */
import type { Case } from "../../exercises/run/cases.ts";
import { letTimePass } from "../../exercises/run/stand-ins.ts";
import { watchFormulaHere } from "../../exercises/run/watch-formula.ts";
import { watchHere } from "../../exercises/run/watch.ts";
import type { Place } from "../../exercises/run/withheld.ts";
import { uniform } from "../../math/random.ts";
import { decode, encode, type Names } from "./codec.ts";
import { defineGlobals } from "./globals.ts";

/** What the sandbox's owner offers: text in, text out. */
export interface Outside {
  /** Calls a function that was handed in, by its name, with coded arguments. */
  readonly call: (name: string, inputs: string) => string;
  /** Keeps a line that was printed. */
  readonly print: (line: string) => void;
  /** What an answer may not use of that which there is outside, as JSON. */
  readonly withheld: string;
}

/** What it can be asked for; all of it takes and gives text. */
export interface Inside {
  /** Calls the answer with coded arguments; gives in lines what came of it, and what is another thing in the arguments then. */
  readonly call: (answer: (...inputs: unknown[]) => unknown, inputs: string) => string;
  /** Lets the answer take a step and tells what it read. */
  readonly watch: (answer: (...inputs: never[]) => unknown, one: string) => string;
  /** Lets the answer compute at a point and tells what it asked for. */
  readonly watchFormula: (answer: (...inputs: never[]) => unknown, point: string) => string;
  /** Calls the answer many times, each time with other numbers in the lists that it is given, a long time after all that was before. */
  readonly endure: (
    answer: (...inputs: unknown[]) => unknown,
    inputs: string,
    times: string,
    seed: string,
  ) => string;
  /** What the answer is: "function", "object", ...; and the text of a function. */
  readonly describe: (answer: unknown) => string;
  /** Puts built-ins back that were changed; their names, joined by commas. */
  readonly restore: () => string;
}

type Failure = readonly [name: string, message: string];

const { stringify } = JSON;
// oxlint-disable-next-line typescript/unbound-method
const textOf = Function.prototype.call.bind(Function.prototype.toString) as (f: unknown) => string;
const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
const { entries, is, keys } = Object;
const { isArray } = Array;
const asText = String;

interface Property {
  readonly object: object;
  readonly key: PropertyKey;
  readonly name: string;
  readonly was: PropertyDescriptor;
}

/** The properties of built-ins that everything computes with, as they are now. */
function builtIns(): Property[] {
  return Object.entries<object>({
    Math,
    Number,
    "Array.prototype": Array.prototype,
    // What every list of numbers of a fixed length has.
    "Float64Array.prototype": Object.getPrototypeOf(Float64Array.prototype) as object,
  }).flatMap(([owner, object]) =>
    ownKeys(object).map((key) => ({
      object,
      key,
      name: `${owner}.${asText(key)}`,
      was: getOwnPropertyDescriptor(object, key)!,
    })),
  );
}

/** Nothing of the language's own is called here but what was kept: an answer may have changed it. */
const isAlike = (one: PropertyDescriptor, other: PropertyDescriptor, part: "value" | "get"): boolean =>
  is(one[part], other[part]);

/** Puts properties back as they were; the names of those that were not. */
function restored(properties: readonly Property[]): string {
  let names = "";
  for (let i = 0; i < properties.length; i++) {
    const { object, key, name, was } = properties[i]!;
    const now = getOwnPropertyDescriptor(object, key);
    if (now !== undefined && isAlike(now, was, "value") && isAlike(now, was, "get")) continue;
    try {
      defineProperty(object, key, was);
    } catch {
      // It was locked as it is now; that it was changed is told all the same.
    }
    names += (names === "" ? "" : ",") + name;
  }
  return names;
}

function failureOf(error: unknown): Failure {
  try {
    const { name, message } = error as { name?: unknown; message?: unknown };
    if (error instanceof Error) return [asText(name).slice(0, 80), asText(message).slice(0, 500)];
    return ["", asText(error).slice(0, 500)];
  } catch {
    return ["Error", "something that cannot be told was thrown"];
  }
}

/** A value of a record before the answer was called, and what was in it where it is a list. */
type Was = readonly [name: string, value: unknown, entries: unknown];

/** What of a record is another thing than before, but for functions: names and values. */
function changesIn(record: Readonly<Record<string, unknown>>, before: readonly Was[]): [string, unknown][] {
  const now = entries(record);
  const changes: [string, unknown][] = [];
  for (let i = 0; i < now.length; i++) {
    const [name, value] = now[i]!;
    const was = before[i];
    const isSame = was !== undefined && name === was[0] && is(value, was[1]) && isAs(value, was[2]);
    if (!isSame && typeof value !== "function") changes[changes.length] = [name, value];
  }
  return changes;
}

/** A list with what is in it, anew; anything else as it is. */
function keptOf(value: unknown): unknown {
  if (!isArray(value)) return value;
  const kept: unknown[] = [];
  for (let i = 0; i < value.length; i++) kept[i] = keptOf(value[i]);
  return kept;
}

/** Whether something is as it was kept; of what is no list, and could have been changed, it is not known. */
function isAs(value: unknown, kept: unknown): boolean {
  if (!isArray(value) || !isArray(kept))
    return is(value, kept) && (typeof value !== "object" || value === null);
  if (value.length !== kept.length) return false;
  for (let i = 0; i < kept.length; i++) if (!isAs(value[i], kept[i])) return false;
  return true;
}

/** The numbers, lists and records that an answer is given, anew, and all in lists so many times as large. */
function copied(value: unknown, times: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isList = isArray(value);
  const made = (isList ? [] : {}) as Record<string, unknown>;
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const held = (value as Record<string, unknown>)[names[i]!];
    made[names[i]!] = isList && typeof held === "number" ? times * held : copied(held, times);
  }
  return made;
}

function enter(outside: Outside): Inside {
  const givenFunction =
    (name: string) =>
    (...inputs: unknown[]): unknown => {
      const [threw, text] = JSON.parse(outside.call(name, encode(inputs))) as [boolean, string];
      if (threw) throw new TypeError(text);
      return decode(text);
    };
  const functions: Names = { nameOf: () => undefined, valueOf: givenFunction };
  defineGlobals(
    (...inputs) => {
      outside.print(inputs.map((input) => failureOf(input)[1]).join(" "));
    },
    JSON.parse(outside.withheld) as Place[],
  );
  const chance = fixedChance();
  const pristine = builtIns();
  return {
    call(answer, inputs) {
      chance.end();
      const given = decode(inputs, functions) as Record<string, unknown>[];
      const lists = new Map<object, string>();
      const before = given.map((record) =>
        entries(record).map(([name, value]): Was => {
          if (typeof value === "object" && value !== null) lists.set(value, name);
          return [name, value, keptOf(value)];
        }),
      );
      let result: string;
      try {
        result = encode(answer(...given), { nameOf: (one) => lists.get(one), valueOf: () => undefined });
      } catch (error) {
        return `threw\n${stringify(failureOf(error))}`;
      }
      return `gave\n${result}\n${encode(given.map((record, i) => changesIn(record, before[i]!)))}`;
    },
    watch(answer, text) {
      const one = decode(text, functions) as Case;
      return stringify(watchHere(answer as never, one));
    },
    watchFormula: (answer, text) => stringify(watchFormulaHere(answer as never, decode(text) as never)),
    endure(answer, inputs, times, seed) {
      letTimePass();
      const given = decode(inputs, functions) as object[];
      for (let i = 0; i < +times; i++) {
        try {
          answer(...(copied(given, 0.5 + uniform(+seed, i)) as unknown[]));
        } catch {
          // What it throws is told where it counts.
        }
      }
      return "";
    },
    describe: (answer) => stringify([typeof answer, typeof answer === "function" ? textOf(answer) : ""]),
    restore: () => restored(pristine),
  };
}

/** Chance that is the same each time, while cells run; an answer that is called has none. */
function fixedChance(): { readonly end: () => void } {
  const { random } = Math;
  let drawn = 0;
  let isOver = false;
  Math.random = () => (isOver ? random() : uniform(0, drawn++));
  return {
    end: () => {
      isOver = true;
    },
  };
}

(globalThis as { entered?: typeof enter }).entered = enter;
