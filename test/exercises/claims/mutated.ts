import { check, type Feedback } from "fall-line";
import { expect } from "vitest";
import { functionOf } from "../class/run.ts";
import { falseClaims } from "./claims.ts";
import { type Mutant, mutant } from "./mutants.ts";

const checkAny = check as unknown as (id: string, answer: unknown) => Feedback;

/** Nothing false is said of some mutants; what does not compile is none. */
export function expectNothingFalse(first: number, count: number): void {
  const all = Array.from({ length: count }, (_, i) => mutant(first + i));
  const told = all.map((one) => ({ id: one.answer.id, code: one.answer.code, claims: claimsOf(one) }));
  expect(told.filter(({ claims }) => claims.length > 0)).toEqual([]);
}

function claimsOf({ answer, of }: Mutant): string[] {
  const made = functionOf(answer);
  if (made === undefined) return [];
  const [line] = checkAny(answer.id, made).mistakes.flatMap((mistake) => mistake.line ?? []);
  const isInOriginal = line !== undefined && bare(String(functionOf({ code: of }))).includes(bare(line.text));
  return [...falseClaims(answer.id, made), ...(isInOriginal ? [`it is in the line ${line.text}`] : [])];
}

const bare = (text: string): string => text.replace(/[\s;]/g, "");
