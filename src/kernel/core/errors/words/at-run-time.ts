import { inWordsOfV8 } from "../../../../engine-message.ts";

/** What a student can make of the engine's own errors. */
const helps: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [
    /^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/,
    ([, nothing, name]) => `what stands before \`.${name!}\` is ${nothing!}: it has no value here`,
  ],
  [
    /^(.+) is not a function$/,
    ([, name]) => `\`${name!}\` is something else, or has no value yet; print it to see`,
  ],
  [
    /^(.+) is not iterable/,
    ([, name]) => `\`${name!}\` is no list: only lists, texts, maps and sets can be gone through`,
  ],
  [
    /^Cannot access '(.+)' before initialization$/,
    ([, name]) => `\`${name!}\` is declared further down; move its declaration up`,
  ],
  [
    /^Maximum call stack size exceeded$/,
    () => "a function calls itself without an end; when should it stop?",
  ],
  [/^Invalid array length$/, () => "the length of a list is a whole number from 0"],
  [/ is not valid JSON$/, () => "the text is no JSON; print it to see"],
];

/** Advice for an error that was thrown; undefined where we have none. */
export function helpAtRunTime(message: string): string | undefined {
  for (const [says, help] of helps) {
    const match = says.exec(inWordsOfV8(message));
    if (match) return help(match);
  }
  return undefined;
}
