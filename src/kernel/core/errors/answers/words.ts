import type * as TS from "typescript";
import { byCodes, type Explain, firstWords } from "../words/explain.ts";
import { nodeAt } from "../words/scene.ts";
import { answerAt } from "./answer.ts";
import { entryWords, noEntriesWords, textIndexWords } from "./entries.ts";
import { calledWords, givenWords } from "./given.ts";
import { returnedWords } from "./returned.ts";
import { emptyListWords, untypedAnswerWords, untypedWords } from "./untyped.ts";

/** What is asked first for errors in an answer to an exercise. */
const byCode = byCodes([
  [[1064, 2322, 2739, 2740, 2741, 2355], returnedWords],
  [[2304, 2552, 18004, 2339, 2551], givenWords],
  [[2345], calledWords, emptyListWords],
  [[2554], calledWords],
  [[2362, 2363, 2365], entryWords],
  [[7015], textIndexWords],
  [[7053], noEntriesWords],
  [[7005, 7034, 2769], emptyListWords],
  [[7006], untypedAnswerWords, untypedWords],
  [[7031], untypedAnswerWords],
]);

/** An error in an answer, in the words of `check` as far as it has some. */
export const answerWords: Explain = (scene) => firstWords(byCode.get(scene.diagnostic.code) ?? [], scene);

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
