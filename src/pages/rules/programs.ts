/** A rule in NumPy, and in the words of libraries. */
import { codeBlock } from "../../rendering/highlight.ts";
import { escapeHtml } from "../../escape.ts";
import { libraryWords } from "../../rules/libraries.ts";
import { numpyProgram } from "../../rules/numpy.ts";
import type { Rule } from "../../rules/rule.ts";

const LIBRARIES = { torch: "PyTorch", optax: "optax" } as const;

export function programsToHtml(rule: Rule): string {
  const words = Object.entries(LIBRARIES).flatMap(([library, title]) => {
    const found = libraryWords(rule, library as keyof typeof LIBRARIES);
    if (found === undefined) return [];
    const code = found.code === undefined ? "" : codeBlock(found.code, "python");
    const note = found.note === undefined ? "" : `<p>${escapeHtml(found.note)}</p>`;
    return [`<h3>${title}</h3>${code}${note}`];
  });
  return `<h3>NumPy</h3>${codeBlock(numpyProgram(rule).trimEnd(), "python")}${words.join("")}`;
}
