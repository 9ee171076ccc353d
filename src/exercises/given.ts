/** Reads what was handed in where numbers or a choice are asked for, and says what is wrong with it. */
import { isRecord } from "../arguments.ts";
import { nearest } from "../nearest.js";
import { formatNumber } from "../math/tex.ts";
import { twoWays, writtenNumber } from "../math/written-number.ts";
import { text } from "./blocks.ts";
import type { Assessment } from "./feedback.ts";

/** Numbers by their names, with a remark on what was left out; or what keeps them from being read. */
export type ReadNumbers =
  | { readonly numbers: Readonly<Record<string, number>>; readonly remarks: readonly string[] }
  | { readonly faults: readonly string[] };

/** An answer that is still to come. */
export const UNWRITTEN: Assessment = {
  outcome: "not written",
  headline: "Not written yet: the answer is still empty.",
};

/** Is this where an answer is still to come? */
export function isOpen(answer: unknown): boolean {
  return (
    answer === undefined ||
    answer === null ||
    (typeof answer === "string" && ["", "?"].includes(answer.trim()))
  );
}

/** Are these numbers all still to come? */
export function allOpen(names: readonly string[], answer: unknown): boolean {
  return (
    isRecord(answer) &&
    names.some((name) => name in answer) &&
    Object.values(answer).every((one) => isOpen(one))
  );
}

/** What is said about something that can't be read: it counts nothing. */
export function notRead([first = "", ...others]: readonly string[]): Assessment {
  return { outcome: "note", headline: first, blocks: [...others, "Nothing was counted."].map(text) };
}

/**
 * The numbers of these names, from `{ x: 0.8, y: 1.2 }`, or from a number where one is asked for; from texts too, as people
 * write numbers.
 * @param near of two readings of a comma the one that is nearer to this is meant
 */
export function readNumbers(
  names: readonly string[],
  given: unknown,
  near: Readonly<Record<string, number>> = {},
): ReadNumbers {
  if (typeof given === "object" && given !== null && !Array.isArray(given))
    return readRecord(names, given, near);
  const [only] = names;
  if (names.length > 1 || only === undefined) {
    const fitting = Array.isArray(given) && given.length === names.length && given.every(Number.isFinite);
    const example = exampleOf(names, fitting ? (given as number[]) : undefined);
    return {
      faults: [
        `This asks for ${names.length} numbers by name, and got ${shown(given)}.`,
        `Write ${example}.`,
      ],
    };
  }
  const one = readOne(given, near[only]);
  return typeof one === "number" ? { numbers: { [only]: one }, remarks: [] } : { faults: [one] };
}

function readRecord(
  names: readonly string[],
  given: object,
  near: Readonly<Record<string, number>>,
): ReadNumbers {
  const values = given as Readonly<Record<string, unknown>>;
  const extra = Object.keys(given).filter((name) => !names.includes(name));
  const missing = names.filter((name) => !Object.hasOwn(given, name));
  const slips = new Map(
    missing.flatMap((name) => {
      const like = nearest(name, extra);
      return like === undefined ? [] : [[like, name] as const];
    }),
  );
  const misspelt = [...slips].map(
    ([wrong, name]) => `${JSON.stringify(wrong)} is not asked for; did you mean ${JSON.stringify(name)}?`,
  );
  const absent = missing
    .filter((name) => ![...slips.values()].includes(name))
    .map((name) => `${JSON.stringify(name)} is missing: write ${exampleOf(names)}.`);
  const remarks = extra
    .filter((name) => !slips.has(name))
    .map(
      (name) => `${JSON.stringify(name)} is not asked for, and was left out; asked for: ${names.join(", ")}.`,
    );
  const read = names
    .filter((name) => Object.hasOwn(given, name))
    .map((name) => [name, readOne(values[name], near[name])] as const);
  const faults = read.flatMap(([name, one]) => (typeof one === "number" ? [] : [`${name}: ${one}`]));
  const all = [...misspelt, ...absent, ...faults];
  if (all.length > 0) return { faults: [...all, ...remarks].slice(0, MOST) };
  return {
    numbers: Object.fromEntries(read) as Record<string, number>,
    remarks: remarks.slice(0, 1),
  };
}

/** So many faults are told at a time. */
const MOST = 3;

/** The number, or what is wrong with it. */
function readOne(value: unknown, near: number | undefined): number | string {
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? value
      : `${value} is no number to compare with; look at how it was computed.`;
  }
  if (isOpen(value)) return "a number is still to come.";
  if (typeof value !== "string") return `this is ${shown(value)}, and a number is asked for.`;
  const ways = twoWays(value, near);
  if (ways !== undefined) return `${shown(value)} ${ways}.`;
  const meant = writtenNumber(value, near);
  return Number.isNaN(meant) ? `${shown(value)} is a text, and a number is asked for, such as 1.5.` : meant;
}

function exampleOf(names: readonly string[], values?: readonly number[]): string {
  return `{ ${names.map((name, i) => `${name}: ${values === undefined ? "1.5" : formatNumber(values[i]!)}`).join(", ")} }`;
}

/** The option that was picked; or what is wrong with what was. */
export function readOption(
  options: Readonly<Record<string, { readonly text: string }>>,
  given: unknown,
): { readonly option: string } | { readonly faults: readonly string[] } {
  const names = Object.keys(options);
  if (typeof given === "string" && Object.hasOwn(options, given)) return { option: given };
  const all = `Write one of ${names.map((name) => JSON.stringify(name)).join(", ")}.`;
  if (typeof given !== "string")
    return { faults: [`This asks for the name of an option, and got ${shown(given)}.`, all] };
  const same = names.find((name) => options[name]!.text === given) ?? nearest(given.trim(), names);
  const like = same === undefined ? "" : ` Did you mean ${JSON.stringify(same)}?`;
  return { faults: [`There is no option ${shown(given)}.${like}`, all] };
}

/** Several of these names in the order given; or what is wrong with them. */
export function readNames(
  names: readonly string[],
  given: unknown,
): { readonly names: readonly string[] } | { readonly faults: readonly string[] } {
  const all = `Write some of ${names.map((name) => JSON.stringify(name)).join(", ")} in a list.`;
  if (!Array.isArray(given) || given.length === 0)
    return { faults: [`This asks for a list of names, and got ${shown(given)}.`, all] };
  const list = given as readonly unknown[];
  const unknown = list.find((one) => !names.includes(one as string));
  if (unknown !== undefined) {
    const same = typeof unknown === "string" ? nearest(unknown.trim(), names) : undefined;
    const like = same === undefined ? "" : ` Did you mean ${JSON.stringify(same)}?`;
    return { faults: [`There is no line ${shown(unknown)}.${like}`, all] };
  }
  const twice = list.find((one, i) => list.indexOf(one) < i);
  return twice === undefined
    ? { names: list as readonly string[] }
    : { faults: [`${shown(twice)} stands twice in the list; each line is written once.`] };
}

/** What was handed in, in a few words. */
export function shown(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Numbers as code that are still to be written: `{ x: "?" }`. */
export function openNumbers(names: readonly string[]): string {
  return `{ ${names.map((name) => `${name}: "?"`).join(", ")} }`;
}

/**
 * Numbers as code, to show how an answer is written: the same one for each name, and right for none of them.
 * @param answers what is right, by the same names, each with how far off it may be
 */
export function wrongExample(
  answers: Readonly<Record<string, { readonly answer: number; readonly within: number }>>,
): string {
  const all = Object.entries(answers);
  const isRight = (value: number): boolean =>
    all.some(([, { answer, within }]) => Math.abs(value - answer) <= within);
  let value = 1.5;
  while (isRight(value)) value *= 10;
  return all.length === 1 ? String(value) : `{ ${all.map(([name]) => `${name}: ${value}`).join(", ")} }`;
}
