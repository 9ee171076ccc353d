import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A function as a student writes it, whatever its types. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = (...inputs: any[]) => unknown;

/** A wrong answer, in another style than the solution. */
export interface Wrong {
  readonly title: string;
  readonly answer: Answer;
  /**
   * What must be in the name that is given. Where no name fits: the first step that departs, or that it departs, for what
   * is no step.
   */
  readonly told: RegExp | number | "departs";
  /** What is given comes back: it is named, and earns nothing. */
  readonly unearned?: true;
}

/** Answers as students write them. */
export interface Answers {
  /** Right ones, each of another style. */
  readonly right: readonly Answer[];
  readonly wrong: readonly Wrong[];
}

/** Two lists joined entry by entry. */
export const zip = (a: number[], b: number[], f: (x: number, y: number) => number): number[] =>
  a.map((x, i) => f(x, b[i]!));

/** Answers to every exercise in which a function is written, by its id: those of `03-momentum.answers.ts` and its like. */
export async function answersOfLessons(): Promise<Readonly<Record<string, Answers>>> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".answers.ts"));
  const all = files.sort().map(async (file) => {
    const { answers } = (await import(join(import.meta.dirname, file))) as {
      answers: Readonly<Record<string, Answers>>;
    };
    const lesson = file.slice("03-".length, -".answers.ts".length);
    return Object.entries(answers).map(([name, own]) => [`${lesson}/${name}`, own] as const);
  });
  return Object.fromEntries((await Promise.all(all)).flat());
}
