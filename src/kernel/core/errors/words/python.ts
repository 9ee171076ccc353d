import { ts } from "../../compiler/typescript.ts";
import { lineAt, nodeAt, quoted, type Scene, type Words } from "./scene.ts";

/** Names that Python has and TypeScript has not, and what is written for them. */
const names: Readonly<Record<string, string>> = {
  None: "null",
  True: "true",
  False: "false",
  print: "console.log(...)",
  len: "list.length",
  range: "for (let i = 0; i < n; i++) { ... }",
  str: "String(x)",
  int: "Math.trunc(x)",
  float: "Number(x)",
  abs: "Math.abs(x)",
  self: "this",
  sum: "list.reduce((total, x) => total + x, 0)",
  np: "what fall-line has, or Math",
};

/** What a line of Python looks like, and what is written instead. */
const lines: readonly { looks: RegExp; word: string; instead: string }[] = [
  { looks: /^\s*#(?!!)/, word: "#", instead: "// begins a comment" },
  { looks: /^\s*(async\s+)?def\s+\w+/, word: "def", instead: "function f(x: number) { return x }" },
  {
    looks: /^\s*import\s+[\w.]+\s+as\s+\w+/,
    word: "import ... as",
    instead: 'import * as name from "package"',
  },
  {
    looks: /^\s*from\s+[\w.]+\s+import\b/,
    word: "from ... import",
    instead: 'import { name } from "package"',
  },
  { looks: /\belif\b/, word: "elif", instead: "else if (...) { ... }" },
  { looks: /^\s*if\s+[^(].*:/, word: "if ...:", instead: "if (x > 0) { ... }" },
  { looks: /^\s*while\s+[^(].*:/, word: "while ...:", instead: "while (x > 0) { ... }" },
  { looks: /^\s*for\s+\w+\s+in\b/, word: "for ... in", instead: "for (const x of list) { ... }" },
  { looks: /^\s*else\s*:/, word: "else:", instead: "else { ... }" },
  { looks: /^\s*(try|except.*|finally)\s*:/, word: "try:", instead: "try { ... } catch (error) { ... }" },
  { looks: /^\s*raise\b/, word: "raise", instead: 'throw new Error("...")' },
  { looks: /\bf["'`]?\s{2,}/, word: 'f"..."', instead: "`value ${x}`" },
  { looks: /^\s*print\s+\S/, word: "print", instead: "console.log(...)" },
  { looks: /\blambda\s+\w+(\s*,\s*\w+)*\s*:/, word: "lambda", instead: "(x) => x + 1" },
  { looks: /[\w)\]]\s+and\s+[\w([!]/, word: "and", instead: "a && b" },
  { looks: /[\w)\]]\s+or\s+[\w([!]/, word: "or", instead: "a || b" },
  { looks: /(^|[\s(=])not\s+\w/, word: "not", instead: "!a" },
  { looks: /[\w)\]]\s*\/\/\s*[\w(]/, word: "//", instead: "Math.floor(a / b); // begins a comment" },
];

/** Types that are called otherwise in Python. */
const types: Readonly<Record<string, string>> = {
  int: "number",
  float: "number",
  str: "string",
  bool: "boolean",
  list: "number[], or what else it holds",
  dict: "Record<string, number>, or what else it holds",
};

const unknownName = 2304;

/** True for what the compiler says of a text that it cannot read. */
export function isSyntaxError(code: number): boolean {
  return code >= 1000 && code < 2000;
}

/** Advice for what is Python and not TypeScript. */
export function pythonWords({ diagnostic, message }: Scene): Words | undefined {
  const { file, start = 0, code } = diagnostic;
  if (!file) return undefined;
  const line = lineAt(file.text, start);
  if (isSyntaxError(code) || code === unknownName) {
    const bare = withoutStrings(line.text);
    for (const { looks, word, instead } of lines) {
      if (!looks.test(bare)) continue;
      const at = Math.max(bare.indexOf(word), 0);
      const place = { start: line.start + at, length: bare.includes(word) ? word.length : line.length };
      return { ...inTypeScript(word, instead), place, covers: { start: line.start, length: Infinity } };
    }
  }
  const name = quoted(message)[0] ?? "";
  const node = nodeAt(diagnostic);
  if (code === unknownName && node && ts.isTypeReferenceNode(node.parent) && Object.hasOwn(types, name))
    return inTypeScript(name, types[name]!);
  const instead = code === unknownName && Object.hasOwn(names, name) ? names[name] : undefined;
  return instead === undefined ? undefined : inTypeScript(name, instead);
}

/** A line with blanks in the place of what is quoted in it. */
function withoutStrings(line: string): string {
  return line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, (text) => " ".repeat(text.length));
}

function inTypeScript(word: string, instead: string): Words {
  return { reason: `\`${word}\` is written so in Python, not in TypeScript`, help: `write: ${instead}` };
}
