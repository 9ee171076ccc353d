import { beforeEach, vi } from "vitest";
import { answersOf, type HandedIn } from "../exercises/class/run.ts";
import { isSame, sharedBothWays } from "./both-ways.ts";
import type { Form } from "./forms.ts";

/** The answers of three writers, and the exercises that they answer. */
export const all = ([1, 2, 3] as const).flatMap(answersOf);
export const ids = [...new Set(all.map(({ id }) => id))];

/** Answers may print. */
beforeEach(() => {
  for (const method of ["log", "info", "warn", "error"] as const)
    vi.spyOn(console, method).mockImplementation(() => undefined);
});

/** Those that come to something else in grading than in a notebook. */
export async function differing(taken: readonly (readonly [HandedIn, Form])[]): Promise<string[]> {
  const both = await sharedBothWays();
  const found: string[] = [];
  for (const [answer, form] of taken) {
    const { checked, graded } = await both.take(answer.id, form, answer.code);
    // A notebook stops an answer by the clock, grading by its steps.
    if (checked[0] !== "took too long" && !isSame(checked, graded))
      found.push(`${answer.id}, ${form.name}: ${String(checked)} / ${String(graded)}\n${answer.code}`);
  }
  return found;
}
