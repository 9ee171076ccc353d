/**
 * What a student does not get to see. In a lesson an answer stands between two comments; in the notebook a stub takes
 * its place:
 *
 *     // BEGIN SOLUTION
 *     return alpha * m - lambda * g;
 *     // END SOLUTION
 *
 * The author may write the stub behind the first comment: `// BEGIN SOLUTION return NaN;`.
 */

const BEGIN = /^(\s*)\/\/ BEGIN SOLUTION(?: (.+))?$/;
const END = /^\s*\/\/ END SOLUTION$/;

/** What stands in a notebook for an answer whose author gave no stub. */
export const DEFAULT_STUB = 'throw new Error("not written yet");';

/** Whether a cell's source asks for an answer. */
export function hasSolution(source: string): boolean {
  return source.split("\n").some((line) => BEGIN.test(line));
}

/** The source as the student gets it: each answer replaced by its stub. */
export function stripSolutions(source: string): string {
  const kept: string[] = [];
  let inside = false;
  for (const line of source.split("\n")) {
    const begin = BEGIN.exec(line);
    if (begin) {
      if (inside)
        throw new SyntaxError("BEGIN SOLUTION inside a solution; close the first with // END SOLUTION");
      inside = true;
      const [, indent = "", stub = DEFAULT_STUB] = begin;
      kept.push(`${indent}// your answer here`, `${indent}${stub}`);
    } else if (END.test(line)) {
      if (!inside) throw new SyntaxError("END SOLUTION without a BEGIN SOLUTION before it");
      inside = false;
    } else if (!inside) kept.push(line);
  }
  if (inside)
    throw new SyntaxError("BEGIN SOLUTION without an END SOLUTION; add // END SOLUTION after the answer");
  return kept.join("\n");
}

/** The source with its answers in place and without the comments around them. */
export function keepSolutions(source: string): string {
  const isMarker = (line: string): boolean => BEGIN.test(line) || END.test(line);
  return source
    .split("\n")
    .filter((line) => !isMarker(line))
    .join("\n");
}
