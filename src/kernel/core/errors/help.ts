import { listWords } from "./words/lists.ts";
import {
  absentWords,
  importWords,
  moduleWords,
  nameWords,
  newerWords,
  optionWords,
  propertyWords,
} from "./words/names.ts";
import { pythonWords } from "./words/python.ts";
import { returnWords } from "./words/returns.ts";
import { quotedNameWords } from "./words/quoted-name.ts";
import { quoted, type Scene, type Words } from "./words/scene.ts";
import { semicolonWords } from "./words/semicolon.ts";
import {
  declaredTwiceWords,
  nearWords,
  noFunctionWords,
  neverEqualWords,
  noNumberWords,
  openTextWords,
  sameWords,
  signWords,
  simpleTypeWords,
  twiceInObjectWords,
} from "./words/slips.ts";
import {
  argumentWords,
  caughtWords,
  functionWantedWords,
  missingWords,
  parameterWords,
} from "./words/types.ts";
import { unionWords } from "./words/unions.ts";

type Explain = (scene: Scene) => Words | undefined;

const forgotAwait = 2773;
const awaitWords: Words = { help: "a promise is not yet its value: write `await` before it" };

const promised: Explain = ({ message }) =>
  /^(Type|Argument of type) 'Promise</.test(message) ? awaitWords : undefined;
const say =
  (words: Words): Explain =>
  () =>
    words;

const ofEmptyList: Explain = ({ message }) =>
  message.endsWith("to type 'never'.")
    ? { help: "an empty list holds nothing yet: say what it is to hold, as in: const list: number[] = []" }
    : undefined;

/** A type that the compiler finds only by asking for itself. */
const circular = say({
  reason: "what this gives cannot be found out: it is made with itself",
  help: "say it, as in: const f = (n: number): number => ...",
});

/** What is asked for each of the compiler's errors, the first that has an answer counts. */
const byCode: Readonly<Record<number, readonly Explain[]>> = {
  2304: [nameWords],
  2552: [nameWords],
  18004: [nameWords],
  2305: [importWords],
  2724: [importWords],
  2307: [moduleWords],
  1002: [openTextWords],
  1005: [signWords],
  1389: [signWords],
  1440: [signWords],
  2322: [ofEmptyList, promised, returnWords, unionWords, optionWords, simpleTypeWords],
  2345: [
    quotedNameWords,
    promised,
    functionWantedWords,
    returnWords,
    unionWords,
    optionWords,
    simpleTypeWords,
  ],
  2367: [neverEqualWords],
  2451: [signWords, declaredTwiceWords],
  2551: [nearWords],
  2741: [optionWords],
  2353: [optionWords],
  2561: [optionWords],
  2820: [unionWords],
  1109: [
    say({
      reason: "something is missing here: a name, a number, a text",
      help: "go on where the line breaks off",
    }),
  ],
  1117: [twiceInObjectWords],
  1345: [returnWords],
  2339: [returnWords, propertyWords],
  7053: [propertyWords],
  2349: [noFunctionWords],
  6234: [noFunctionWords],
  2550: [newerWords],
  2554: [quotedNameWords, argumentWords],
  2555: [argumentWords],
  2355: [returnWords],
  2366: [returnWords],
  7030: [returnWords],
  2362: [listWords, returnWords, noNumberWords],
  2363: [listWords, returnWords, noNumberWords],
  2365: [listWords, returnWords],
  7006: [parameterWords],
  7019: [parameterWords],
  7031: [parameterWords],
  7005: [say({ help: "say what it holds, as in: const path: number[] = []" })],
  7034: [say({ help: "say what it holds, as in: const path: number[] = []" })],
  7022: [circular],
  7023: [circular],
  7024: [circular],
  2531: [missingWords],
  2532: [missingWords],
  2533: [missingWords],
  18047: [missingWords],
  18048: [missingWords],
  18049: [missingWords],
  18046: [caughtWords],
  2571: [caughtWords],
  2454: [say({ help: "give it a value where it is declared, as in: let x = 0" })],
  2564: [say({ reason: "the property has no value at first", help: "give it one, as in: x = 0" })],
  2375: [say({ help: "leave the property out where it has no value" })],
  2588: [
    ({ message }) => ({
      help: `to change \`${quoted(message)[0] ?? ""}\`, declare it with \`let\` instead of \`const\``,
    }),
  ],
  2580: [absentWords],
  2584: [absentWords],
  2591: [absentWords],
};

/** The error in words for the first week, as far as we have some. */
export function wordsFor(scene: Scene): Words {
  const { diagnostic } = scene;
  if (diagnostic.relatedInformation?.some(({ code }) => code === forgotAwait)) return awaitWords;
  for (const explain of [semicolonWords, pythonWords, ...(byCode[diagnostic.code] ?? [])]) {
    const words = explain(scene);
    if (words) return words;
  }
  return sameWords[diagnostic.code] ?? {};
}
