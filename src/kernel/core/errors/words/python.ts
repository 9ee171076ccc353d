import { ts, type TS } from "../../compiler/typescript.ts";
import { wordsElsewhere } from "./elsewhere.ts";
import { moduleOfPython } from "./modules.ts";
import {
  isAssigned,
  lineAt,
  nodeAt,
  quoted,
  type Scene,
  textBefore,
  withoutStrings,
  type Words,
} from "./scene.ts";

/** What a line of Python looks like, and what is written instead. */
const lines: readonly { looks: RegExp; word: string; instead: string }[] = [
  { looks: /^\s*#/, word: "#", instead: "// begins a comment" },
  { looks: /(^|[{;])\s*(async\s+)?def\s+\w+/, word: "def", instead: "function f(x: number) { return x }" },
  {
    looks: /^\s*import\s+[\w.]+(\s+as\s+\w+)?\s*$/,
    word: "import",
    instead: 'import { name } from "package", as in: import { descend } from "fall-line"',
  },
  {
    looks: /^\s*from\s+[\w.]+\s+import\b/,
    word: "from ... import",
    instead: 'import { name } from "package"',
  },
  { looks: /\belif\b/, word: "elif", instead: "else if (...) { ... }" },
  { looks: /^\s*if\s+[^(].*:/, word: "if ...:", instead: "if (x > 0) { ... }" },
  { looks: /^\s*while\s+[^(].*:/, word: "while ...:", instead: "while (x > 0) { ... }" },
  {
    looks: /^\s*for\s+\w+\s+in\s+range\b/,
    word: "for ... in range",
    instead: "for (let i = 0; i < n; i++) { ... }",
  },
  {
    looks: /^\s*for\s+\w+\s*,\s*\w+\s+in\b/,
    word: "for ..., ... in",
    instead: "for (const [i, x] of list.entries()) { ... }",
  },
  { looks: /^\s*for\s+\w+\s+in\b/, word: "for ... in", instead: "for (const x of list) { ... }" },
  { looks: /^\s*(if|while|for)\b.*\)\s*:\s*$/, word: ":", instead: "{ ... } in the place of the colon" },
  { looks: /^\s*class\s+\w+.*:\s*$/, word: "class ...:", instead: "class A { ... }" },
  {
    looks: /^\s*with\s+open\b.*:/,
    word: "with open",
    instead: 'const text = readFileSync("data.csv", "utf8"); the function is imported from "node:fs"',
  },
  { looks: /^\s*with\s+.*:/, word: "with ...:", instead: "const file = ..." },
  { looks: /^\s*del\s+\w/, word: "del", instead: "delete object.name" },
  { looks: /^\s*assert\s+[^(\s]/, word: "assert", instead: "console.assert(x > 0)" },
  { looks: /^\s*(global|nonlocal)\s+\w/, word: "global", instead: "the name alone, as functions know it" },
  { looks: /[[(].*\bfor\s+\w+\s+in\b/, word: "for ... in", instead: "list.map((x) => x ** 2)" },
  {
    looks: /\[[^\]{]*?\bfor\s+(const\s+)?\w+\s+of\b/,
    word: "[... for ...]",
    instead: "list.map((x) => x ** 2)",
  },
  { looks: /[^\s{;]\s+if\s+.+\selse\s/, word: "... if ... else", instead: "x > 0 ? 1 : 2" },
  { looks: /[\w)\]]\[\s*-?\w*\s*:\s*-?\w*\s*\]/, word: "[...:...]", instead: "list.slice(1, 3)" },
  { looks: /[\w)\]]\s+is\s+\w/, word: "is", instead: "a === b" },
  { looks: /[\w)\]]\s+@\s+\w/, word: "@", instead: "a.reduce((total, x, i) => total + x * b[i], 0)" },
  {
    looks: /^\s*(let|const|var)?\s*\[?\w+,\s*\w+\]?\s*=[^=>]+,/,
    word: "a, b = ...",
    instead: "let [a, b] = [1, 2]",
  },
  { looks: /^\s*else\s*:/, word: "else:", instead: "else { ... }" },
  { looks: /^\s*(try|except.*|finally)\s*:/, word: "try:", instead: "try { ... } catch (error) { ... }" },
  { looks: /^\s*raise\b/, word: "raise", instead: 'throw new Error("...")' },
  { looks: /\bf["'`]?\s{2,}/, word: 'f"..."', instead: "`value ${x}`" },
  { looks: /^\s*print\s+\S/, word: "print", instead: "console.log(...)" },
  { looks: /\blambda\s+\w+(\s*,\s*\w+)*\s*:/, word: "lambda", instead: "(x) => x + 1" },
  { looks: /[\w)\]]\s+and\s+[\w([!]/, word: "and", instead: "a && b" },
  { looks: /[\w)\]]\s+or\s+[\w([!]/, word: "or", instead: "a || b" },
  { looks: /(^|[\s(=])not\s+\w/, word: "not", instead: "!a" },
  {
    looks: /[\w)\]]\s*\/\/\s*[\w.]+\s*[)\];]*\s*$/,
    word: "//",
    instead: "Math.floor(a / b); // begins a comment",
  },
];

/** Types that are called otherwise in Python. */
const types: Readonly<Record<string, string>> = {
  int: "number",
  float: "number",
  str: "string",
  bool: "boolean",
  list: "number[], or what else it holds",
  array: "number[], or what else it holds",
  List: "number[], or what else it holds",
  dict: "Record<string, number>, or what else it holds",
};

/** The same of other languages. */
const typesElsewhere: Readonly<Record<string, string>> = {
  double: "number",
  Integer: "number",
  Double: "number",
  Float: "number",
};

const unknownNames = new Set([2304, 2552]);

/** True for what the compiler says of a text that it cannot read. */
export function isSyntaxError(code: number): boolean {
  return code >= 1000 && code < 2000;
}

/** Advice for what is Python and not TypeScript. */
export function pythonWords({ diagnostic, message, failed }: Scene): Words | undefined {
  const { file, start = 0, code } = diagnostic;
  if (!file) return undefined;
  const line = lineAt(file.text, beforeBareImport(file.text, start));
  if (isSyntaxError(code) || unknownNames.has(code)) {
    const whole = withoutStrings(line.text);
    const code = whole.replace(/\/\/.*/, "");
    const covers = { start: line.start, length: Infinity };
    const [, module] = /^\s*(?:import|from)\s+(\w+)[\w.]*\s*(?:$|\s(?:as|import)\b)/.exec(code) ?? [];
    const instead = module === undefined ? undefined : moduleOfPython(module);
    if (instead) return { ...instead, place: { start: line.start, length: line.length }, covers };
    for (const { looks, word, instead } of lines) {
      const bare = word === "//" ? whole : code;
      if (!looks.test(bare)) continue;
      const at = Math.max(bare.indexOf(word), 0);
      const place = { start: line.start + at, length: bare.includes(word) ? word.length : line.length };
      return { ...inTypeScript(word, instead), place, covers };
    }
  }
  if (!unknownNames.has(code)) return undefined;
  const name = quoted(message)[0] ?? "";
  const node = nodeAt(diagnostic);
  if (!node || failed.has(name)) return undefined;
  return ts.isTypeReferenceNode(node.parent)
    ? typeWords(name)
    : withItsLine(wordsElsewhere(name, behind(node)), file.text, node);
}

/** `import time` and the end of its line: the compiler misses what follows only on the next one. */
function beforeBareImport(text: string, start: number): number {
  const above = textBefore(text, start).trimEnd();
  return /(^|\n)[ \t]*import[ \t]+[\w.]+$/.test(above) ? text.slice(0, start).trimEnd().length : start;
}

/** What stands behind a name: `(`, with `=` where values with names are given, or `.` and a name. */
function behind(node: TS.Node): string {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node)
    return parent.arguments.some(isAssigned) ? "(=" : "(";
  const isOwner = ts.isPropertyAccessExpression(parent) && parent.expression === node;
  return isOwner ? `.${parent.name.text}` : "";
}

/** Of what is not there nothing else on its line is of interest yet. */
function withItsLine(words: Words | undefined, text: string, node: TS.Node): Words | undefined {
  if (!words) return undefined;
  const start = node.getStart();
  const end = Math.max(lineEnd(text, start), ts.isCallExpression(node.parent) ? node.parent.end : start);
  return { ...words, covers: { start, length: end - start } };
}

function lineEnd(text: string, position: number): number {
  const end = text.indexOf("\n", position);
  return end < 0 ? text.length : end;
}

function typeWords(name: string): Words | undefined {
  if (Object.hasOwn(types, name)) return inTypeScript(name, types[name]!);
  return Object.hasOwn(typesElsewhere, name)
    ? inTypeScript(name, typesElsewhere[name]!, "other languages")
    : undefined;
}

function inTypeScript(word: string, instead: string, language = "Python"): Words {
  return { reason: `\`${word}\` is written so in ${language}, not in TypeScript`, help: `write: ${instead}` };
}
