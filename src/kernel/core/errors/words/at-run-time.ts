import { inWordsOfV8 } from "../../../../engine-message.ts";
import { missingModule, notHandedOut } from "./modules.ts";

/** What a student can make of the engine's own errors. */
const helps: readonly [RegExp, (match: RegExpExecArray, code: string) => string | undefined][] = [
  [/^(\S+) is not defined$/, ([, name], code) => ofNothing(name!, code)],
  [
    /^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/,
    ([, nothing, name], code) =>
      name!.startsWith("#")
        ? "a method was handed over without its object: hand over a function that calls it, () => thing.method()"
        : isOfThis(name!, code)
          ? `\`this\` is ${nothing!} where a method is called without its object: call it with it, as in thing.method()`
          : `what stands before \`${/^\d+$/.test(name!) ? `[${name!}]` : `.${name!}`}\` is ${nothing!}: it has no value here`,
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
    /^(?:Cannot find (?:module|package) '|there is no module ")(.*?)['"](?: imported from| in a page|$)/,
    ([, name]) => missingModule(name!).help,
  ],
  [
    /^Package subpath '\.\/(.*)' is not defined by "exports" in .*?([^\\/]+)[\\/]package\.json/,
    ([, part, name]) => notHandedOut(`${name!}/${part!}`).help,
  ],
  [
    /^(Failed to parse URL from |Invalid URL$)/,
    () => "an address begins with https://; a file is read with node:fs",
  ],
  [/^bad port$/, () => "no server for pages listens at this port, and `fetch` does not ask there"],
  [
    /^Body is unusable/,
    () => "an answer is read once: keep what was read, const text = await response.text()",
  ],
  [/^The operation was aborted$/, () => "its `signal` has ended it: it was aborted, or its time was over"],
  [/could not be cloned\.?$/, () => "a copy is made of data alone: leave out functions, and what holds them"],
  [
    /^Reduce of empty array with no initial value$/,
    () => "the list is empty: say what to begin with, as in list.reduce((total, x) => total + x, 0)",
  ],
  [/^incorrect header check$/, () => "what was given is not packed in this form"],
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

/** What is written for what modules of Node know by themselves. */
const ofModules: Readonly<Record<string, string>> = {
  __dirname: "write: import.meta.dirname",
  __filename: "write: import.meta.filename",
  module: "a cell exports nothing: what it declares is known in all cells",
  exports: "a cell exports nothing: what it declares is known in all cells",
};

/** A name that the compiler knows, and that is not there all the same. */
function ofNothing(name: string, code: string): string | undefined {
  if (/\b(eval|new Function)\s*\(/.test(code))
    return "a text that is run as code does not know the names of cells; write the code itself";
  return ofModules[name];
}

/** Whether a property is asked of `this` wherever it is asked for. */
function isOfThis(name: string, code: string): boolean {
  const before = code.split(`.${name}`).slice(0, -1);
  return before.length > 0 && before.every((text) => /\bthis$/.test(text));
}

/**
 * Advice for an error that was thrown; undefined where we have none.
 * @param code the cell in which it was thrown
 */
export function helpAtRunTime(message: string, code = ""): string | undefined {
  for (const [says, help] of helps) {
    const match = says.exec(inWordsOfV8(message));
    if (match) return help(match, code);
  }
  return undefined;
}
