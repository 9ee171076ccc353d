/** A rule in NumPy, and in the words of libraries. */
import { codeBlock } from "../../rendering/highlight.ts";
import { escapeHtml } from "../../escape.ts";
import { numberText } from "../../math/numerals.ts";
import { LIBRARIES, libraryWords } from "../../rules/libraries.ts";
import { numpyProgram } from "../../rules/numpy.ts";
import type { Rule } from "../../rules/rule.ts";

export function programsToHtml(rule: Rule): string {
  const words = Object.entries(LIBRARIES).flatMap(([library, { title }]) => {
    const found = libraryWords(rule, library as keyof typeof LIBRARIES);
    if (found === undefined) return [];
    const code = found.code === undefined ? "" : codeBlock(found.code, "python");
    const defaults =
      found.defaults === undefined ? [] : [`Where nothing is said, it takes ${inProse(found.defaults)}.`];
    const words = [...(found.note === undefined ? [] : [found.note]), ...defaults];
    return [`<h3>${title}</h3>${code}${words.map((text) => `<p>${escapeHtml(text)}</p>`).join("")}`];
  });
  return `<h3>NumPy</h3>${codeBlock(numpyProgram(rule).trimEnd(), "python")}${words.join("")}`;
}

/** Arguments with their values as they are read: `epsilon=1e-7` is "epsilon 10⁻⁷". */
const inProse = (given: string): string =>
  given.replaceAll("=", " ").replaceAll(/\d\S*\d/g, (number) => numberText(Number(number)));
