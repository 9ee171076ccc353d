import { inWordsOfV8 } from "../../engine-message.ts";
import { timeLimit } from "../from-kernel.ts";
import { ExitAttempt, lockWorld } from "./locked.ts";

/** How an answer ended that did not come to its end. */
export type Failure =
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "time"; readonly milliseconds: number }
  | { readonly kind: "exit" }
  | { readonly kind: "depth" };

export type Guarded<T> = ({ readonly value: T } | { readonly failure: Failure }) & {
  /** What the answer changed outside of itself, put back since: `["Math.sqrt"]`. */
  readonly patched: readonly string[];
  /** What was found changed already, by an earlier cell, and was put back before the answer ran. */
  readonly foundPatched: readonly string[];
};

/** How long trials of an answer may take together, in milliseconds. */
const TIME_LIMIT = 1000;

interface Pristine {
  readonly object: object;
  readonly key: PropertyKey;
  readonly name: string;
  /** None of what the object inherits, and an answer may put in front of. */
  readonly was: PropertyDescriptor | undefined;
}

const { getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;

const TYPED_ARRAY = Object.getPrototypeOf(Float64Array.prototype) as object;

/** The properties of objects that the library computes with, as they were when it was loaded. */
const PRISTINE: readonly Pristine[] = Object.entries<object>({
  Math,
  Number,
  "Array.prototype": Array.prototype,
  "Float64Array.prototype": Float64Array.prototype,
  "TypedArray.prototype": TYPED_ARRAY,
}).flatMap(([owner, object]) =>
  keysOf(object).map((key) => ({
    object,
    key,
    name: `${owner}.${String(key)}`,
    was: getOwnPropertyDescriptor(object, key),
  })),
);

/** The names of what an object has and of what it inherits. */
function keysOf(object: object): PropertyKey[] {
  return [...new Set([object, Object.getPrototypeOf(object) as object].flatMap(Reflect.ownKeys))];
}

/**
 * Run something of the student's: it can't end the process, can't run for ever where there is a kernel, leaves nothing to be
 * done later, and what it changes in Math and the like is put back.
 * @param lines how many lines it may print
 */
export function guarded<T>(action: () => T, lines = 0, milliseconds = TIME_LIMIT): Guarded<T> {
  const foundPatched = restore();
  const runInTime = timeLimit();
  const unlock = lockWorld(lines);
  let outcome: { readonly value: T } | { readonly failure: Failure };
  let patched: string[];
  try {
    outcome = { value: runInTime(action, milliseconds) };
  } catch (error) {
    outcome = { failure: failureOf(error, milliseconds) };
  } finally {
    unlock();
    patched = restore();
  }
  return { ...outcome, patched, foundPatched };
}

function failureOf(error: unknown, milliseconds: number): Failure {
  if (error instanceof ExitAttempt) return { kind: "exit" };
  const { name, message } = (error ?? {}) as { name?: string; message?: string };
  if (name === "TimeLimitExceeded") return { kind: "time", milliseconds };
  if (/^(Range|Internal)Error$/.test(name ?? "") && /call stack/i.test(inWordsOfV8(message ?? "")))
    return { kind: "depth" };
  return { kind: "threw", error };
}

/** Put back what was changed; the names of what was. Written without anything that may have been changed itself. */
function restore(): string[] {
  const names: string[] = [];
  for (let i = 0; i < PRISTINE.length; i++) {
    const { object, key, name, was } = PRISTINE[i]!;
    const is = getOwnPropertyDescriptor(object, key);
    if (is === undefined ? was === undefined : was !== undefined && sameProperty(is, was)) continue;
    if (was === undefined) deleteProperty(object, key);
    else defineProperty(object, key, was);
    names[names.length] = name;
  }
  return names;
}

function sameProperty(a: PropertyDescriptor, b: PropertyDescriptor): boolean {
  return Object.is(a.value, b.value) && Object.is(a.get, b.get); // oxlint-disable-line typescript/unbound-method
}

const OWN_FILES = ownFiles();

/**
 * The place in the student's code from which an error came: the first line of its stack that is none of this library.
 */
export function errorPlace(error: unknown): string | undefined {
  const stack = (error as { stack?: unknown } | null)?.stack;
  if (typeof stack !== "string") return undefined;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const cell = frames
    .map((line) => /cell \d+, line \d+/.exec(line)?.[0])
    .find((place) => place !== undefined);
  if (cell !== undefined) return cell;
  const frame = frames.find((line) => !OWN_FILES.some((file) => line.includes(file)));
  const line = frame === undefined ? undefined : /:(\d+):\d+\)?$/.exec(frame)?.[1];
  return line === undefined ? undefined : `line ${line}`;
}

/** The file of the library, or its folder where it runs from source. */
function ownFiles(): string[] {
  const frame = new Error().stack?.split("\n").find((line) => line.includes("ownFiles"));
  const file = frame === undefined ? undefined : /\(?((?:file:\/\/)?\/[^()]+?):\d+:\d+\)?$/.exec(frame)?.[1];
  return file === undefined ? [] : [file.replace(/\/exercises\/run\/.*$/, "/").replace(/^file:\/\//, "")];
}
