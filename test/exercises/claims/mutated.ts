import { expect } from "vitest";
import { functionOf } from "../class/run.ts";
import { falseClaims } from "./claims.ts";
import { type Mutant, mutant } from "./mutants.ts";
import { checkAny } from "../told.ts";

/** Nothing false is said of some mutants; what does not compile is none. */
export function expectNothingFalse(first: number, count: number): void {
  const all = Array.from({ length: count }, (_, i) => mutant(first + i));
  const told = all.map((one) => ({ id: one.answer.id, code: one.answer.code, claims: claimsOf(one) }));
  expect(told.filter(({ claims }) => claims.length > 0)).toEqual([]);
}

function claimsOf({ answer, of }: Mutant): string[] {
  const made = functionOf(answer);
  if (made === undefined) return [];
  const feedback = checkAny(answer.id, made).named();
  const [line] = feedback.text.includes("It is in ")
    ? feedback.mistakes.flatMap((mistake) => mistake.line ?? [])
    : [];
  const isUnchanged = line !== undefined && hasStatement(String(functionOf({ code: of })), line.text);
  return [...falseClaims(answer.id, made), ...(isUnchanged ? [`it is in the line ${line.text}`] : [])];
}

/** Does a text have a statement, or an entry of an object, that is this as a whole? */
export function hasStatement(source: string, line: string): boolean {
  const [all, one] = [source, line].map((text) => text.replace(/\s/g, "")) as [string, string];
  const parts = all.split(one.replace(/;$/, ""));
  return parts.some((before, i) => i + 1 < parts.length && BEGINS.test(before) && ENDS.test(parts[i + 1]!));
}

/** What may stand before a statement, and behind it; what it is part of as an operand or an argument is another one. */
const BEGINS = /(?:^|[;{},)]|=>)\(*$/;
const ENDS = /^\)*(?:$|[;},])/;
