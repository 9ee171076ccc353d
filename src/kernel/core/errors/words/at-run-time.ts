import { inWordsOfV8 } from "../../../../engine-message.ts";
import { missingModule } from "./modules.ts";

/** What a student can make of the engine's own errors. */
const helps: readonly [RegExp, (match: RegExpExecArray) => string | undefined][] = [
  [
    /^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/,
    ([, nothing, name]) => `what stands before \`.${name!}\` is ${nothing!}: it has no value here`,
  ],
  [
    /^(?!Promise resolver)(.+) is not a function$/,
    ([, name]) => `\`${name!}\` is something else, or has no value yet; print it to see`,
  ],
  [
    /^(?:number |object )?(.+) is not iterable/,
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
  [
    / in JSON at position|^Unexpected end of JSON input| is not valid JSON$/,
    () => 'the text is no JSON, where names and texts stand between ", as in {"rate": 0.1}; print it to see',
  ],
  [
    /^ENOENT: no such file or directory, open '(.+)'$/,
    ([, name]) =>
      `there is no file \`${name!}\` in the folder where the kernel looks; is it beside the notebook?`,
  ],
  [
    /^(?:Cannot find (?:module|package) '|there is no module ")(.*?)['"](?: imported from| in a page|$)/,
    ([, name]) => missingModule(name!).help,
  ],
  [/^Failed to parse URL from /, () => "an address begins with https://; a file is read with node:fs"],
  [/^fetch failed$/, () => "nothing answered at this address; is it right, and is there a network?"],
  [/^Converting circular structure to JSON/, () => "the object holds itself, so its text would have no end"],
  [
    /^Cannot add property .+, object is not extensible$|^Cannot assign to read only property/,
    () => "it does not let itself be changed; work on a copy, as in [...list] or { ...object }",
  ],
  [/^Cannot mix BigInt and other types/, () => "write both numbers with n at their end, or none"],
  [/^Invalid time value$/, () => 'the date could not be read; write it as in new Date("2026-01-31")'],
  [
    /^Spread syntax requires/,
    () => "what stands after `...` is no list: only lists, texts, maps and sets can be spread",
  ],
];

/** Advice for an error that was thrown; undefined where we have none. */
export function helpAtRunTime(message: string): string | undefined {
  for (const [says, help] of helps) {
    const match = says.exec(inWordsOfV8(message));
    if (match) return help(match);
  }
  return undefined;
}
