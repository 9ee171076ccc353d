import type * as TS from "typescript";
import { nodeAt, type Scene, type Words } from "../words/scene.ts";
import { answerAt } from "./answer.ts";
import { entryWords, noEntriesWords, textIndexWords } from "./entries.ts";
import { calledWords, givenWords } from "./given.ts";
import { returnedWords } from "./returned.ts";
import { emptyListWords, untypedAnswerWords, untypedWords } from "./untyped.ts";

type Explain = (scene: Scene) => Words | undefined;

/** What is asked first for errors in an answer to an exercise. */
const byCode: Readonly<Record<number, readonly Explain[]>> = {
  1064: [returnedWords],
  2322: [returnedWords],
  2739: [returnedWords],
  2740: [returnedWords],
  2741: [returnedWords],
  2355: [returnedWords],
  2304: [givenWords],
  2552: [givenWords],
  18004: [givenWords],
  2339: [givenWords],
  2551: [givenWords],
  2345: [calledWords, emptyListWords],
  2554: [calledWords],
  2362: [entryWords],
  2363: [entryWords],
  2365: [entryWords],
  7015: [textIndexWords],
  7053: [noEntriesWords],
  7005: [emptyListWords],
  7034: [emptyListWords],
  7006: [untypedAnswerWords, untypedWords],
  7031: [untypedAnswerWords],
  2769: [emptyListWords],
};

/** An error in an answer, in the words of `check` as far as it has some. */
export function answerWords(scene: Scene): Words | undefined {
  for (const explain of byCode[scene.diagnostic.code] ?? []) {
    const words = explain(scene);
    if (words) return words;
  }
  return undefined;
}

/** What nobody has given a type: no cause of what else is wrong. */
const UNTYPED = new Set([7005, 7006, 7019, 7031, 7034]);

const MISFIT = 2322;

/** Of an answer the one error to begin with: what it gives back is wrong for its own sake only where all else in it is right. */
export function firstInAnswer(program: TS.Program, all: readonly TS.Diagnostic[]): readonly TS.Diagnostic[] {
  const checker = program.getTypeChecker();
  const answers = new Map(all.map((one) => [one, answerAt(checker, nodeAt(one))?.written]));
  const firsts = new Map<unknown, TS.Diagnostic>();
  const rankOf = ({ code }: TS.Diagnostic): number => (UNTYPED.has(code) ? 2 : code === MISFIT ? 1 : 0);
  for (const one of all) {
    const answer = answers.get(one);
    const first = firsts.get(answer);
    if (answer && (!first || rankOf(one) < rankOf(first))) firsts.set(answer, one);
  }
  return all.filter((one) => !answers.get(one) || firsts.get(answers.get(one)) === one);
}
