/**
 * Where the cells of a percent-format program begin. A mark is a `// %%` comment at the start of a line, outside of
 * every string, template literal, regular expression and block comment.
 */

/** A `// %%` line: its line number (from 0) and what follows the two percent signs. */
export interface Mark {
  readonly line: number;
  readonly text: string;
}

const MARK = /^\/\/ %%(?:\s+(.*?))?\s*$/;

const SPACE = /\s+/y;
const LINE_COMMENT = /\/\/[^\n]*/y;
const BLOCK_COMMENT = /\/\*[^]*?(?:\*\/|$)/y;
const STRING = /"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/y;
const TEMPLATE_PIECE = /[`}](?:\\[^]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;
const REGULAR_EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const WORD = /[\p{ID_Continue}$]+/uy;

/** Words after which a slash begins a regular expression and not a division. */
const OPERATOR_WORDS = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "delete",
  "void",
  "throw",
  "new",
  "else",
]);

/** The cell marks of a program, in order. */
export function findMarks(source: string): Mark[] {
  const marks: Mark[] = [];
  for (const { start, text } of topLevelLineComments(source)) {
    const startsLine = start === 0 || source[start - 1] === "\n";
    const match = startsLine ? MARK.exec(text) : null;
    if (match) marks.push({ line: source.slice(0, start).split("\n").length - 1, text: match[1] ?? "" });
  }
  return marks;
}

/** Every `//` comment that is not inside a template literal's substitution. */
function* topLevelLineComments(source: string): Generator<{ start: number; text: string }> {
  const braces: number[] = []; // one count of open braces for each substitution we are inside
  let operandBefore = false;
  let at = 0;

  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    at += text?.length ?? 0;
    return text;
  };

  while (at < source.length) {
    const start = at;
    if (read(SPACE) !== undefined) continue;
    const comment = read(LINE_COMMENT);
    if (comment !== undefined) {
      if (braces.length === 0) yield { start, text: comment };
      continue;
    }
    if (read(BLOCK_COMMENT) !== undefined) continue;

    const next = source[at]!;
    if (next === "`" || (next === "}" && braces.at(-1) === 0)) {
      if (next === "}") braces.pop();
      const opens = read(TEMPLATE_PIECE)!.endsWith("${");
      if (opens) braces.push(0);
      operandBefore = !opens;
      continue;
    }
    if (read(STRING) !== undefined || (!operandBefore && read(REGULAR_EXPRESSION) !== undefined)) {
      operandBefore = true;
      continue;
    }
    const word = read(WORD);
    if (word !== undefined) {
      operandBefore = !OPERATOR_WORDS.has(word);
      continue;
    }
    if (braces.length > 0 && (next === "{" || next === "}"))
      braces.push(braces.pop()! + (next === "{" ? 1 : -1));
    operandBefore = next === ")" || next === "]" || next === "}";
    at += 1;
  }
}
