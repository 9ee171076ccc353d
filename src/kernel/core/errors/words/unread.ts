import type * as TS from "typescript";
import { mistyped } from "../mistyped.ts";
import { lineAt, quoted, type Scene, textBefore, withoutStrings, type Words } from "./scene.ts";
import { wordsElsewhere } from "./elsewhere.ts";
import { unreadLines } from "./unread-lines.ts";

/** Signs that are pasted or typed, and no signs of the language: what is written instead. */
const otherSigns: readonly [signs: string, instead: string][] = [
  ["“”„«»", 'a text stands between " and "'],
  ["‘’‚´", "a text stands between ' and '"],
  ["–—−", "write: -"],
  ["×·∙⋅", "write: *"],
  ["÷", "write: /"],
  ["≤", "write: <="],
  ["≥", "write: >="],
  ["≠", "write: !=="],
  ["；", "write: ;"],
  ["，、", "write: ,"],
  ["（）", "write: ( and )"],
  ["²", "a power is written x ** 2"],
  ["³", "a power is written x ** 3"],
  ["√", "write: Math.sqrt(x)"],
  ["½¼¾", "write it as a division: 1 / 2"],
  ["\\", "a division is written with /"],
];

const closing: Readonly<Record<string, string>> = { "}": "{", ")": "(", "]": "[" };

/** What is said of a cell that cannot be read, by what stands on the line. */
export function lineWords({ diagnostic }: Scene): Words | undefined {
  const { file, start = 0, code } = diagnostic;
  if (!file) return undefined;
  const sign = file.text[start] ?? "";
  if (code === 1127) {
    const instead = otherSigns.find(([signs]) => signs.includes(sign))?.[1];
    return {
      reason: `\`${String.fromCodePoint(file.text.codePointAt(start) ?? 0x20)}\` is no sign of the language`,
      ...(instead !== undefined && { help: instead }),
    };
  }
  const line = lineAt(file.text, start);
  const bare = withoutStrings(line.text).replace(/\/\/.*/, "");
  for (const { looks, reason, help } of unreadLines) {
    const found = looks.exec(bare);
    if (!found) continue;
    const at = found.index + found[0].indexOf(found[1]!);
    return {
      reason: typeof reason === "string" ? reason : reason(found),
      help: typeof help === "string" ? help : help(found),
      place: { start: line.start + at, length: found[1]!.length },
    };
  }
  return undefined;
}

/** What is said of a cell that cannot be read, by the place where the compiler gave up. */
export function placeWords({ diagnostic, message }: Scene): Words | undefined {
  const { file, start = 0, code } = diagnostic;
  if (!file) return undefined;
  return (
    openBracketWords(file, start, message) ??
    colonWords(file, start, message) ??
    closingWords(file.text, start, code, message) ??
    inClassWords(file, start, code) ??
    betweenWords(file, start, diagnostic.length ?? 1) ??
    mistypedWords(/^[A-Za-z]+(?=\s)/.exec(file.text.slice(start))?.[0]) ??
    sameUnread[code]
  );
}

/** A bracket that is still open at the end of a line, or of the cell. */
function openBracketWords(file: TS.SourceFile, start: number, message: string): Words | undefined {
  const [sign = ""] = quoted(message);
  if (!",;])}".includes(sign) || !message.endsWith("expected.")) return undefined;
  const rest = file.text.slice(start);
  const isAtEnd = /^\s*(export \{[^{}]*\};?\s*)?$/.test(rest);
  const open = openBefore(file.text, start);
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const opens = file.text[last]!;
  const closes = Object.keys(closing).find((one) => closing[one] === opens)!;
  const here = rest[0] ?? "";
  const isClosedAround = closing[here] !== opens && open.some((at) => file.text[at] === closing[here]);
  const isAtItsEnd = isClosedAround || /^;[^\n)\]}]*(\n|$)/.test(rest);
  if (!isAtEnd && !isAtItsEnd && !/\n\s*$/.test(textBefore(file.text, start))) return undefined;
  const before = isAtEnd ? "" : isAtItsEnd ? ` before the \`${here}\`` : " before the next line begins";
  return {
    reason: `this \`${opens}\` is not closed${before}`,
    help: `write \`${closes}\` where it ends${isAtEnd || isAtItsEnd ? "" : ", or a comma where it goes on"}`,
    place: { start: last, length: 1 },
  };
}

/** A colon that is missing in an object, or stands where none belongs. */
function colonWords(file: TS.SourceFile, start: number, message: string): Words | undefined {
  const [wanted = ""] = quoted(message);
  const before = textBefore(file.text, start);
  const open = openBefore(file.text, start).at(-1);
  const bracket = open === undefined ? "" : file.text[open]!;
  const option = /[{,]\s*([A-Za-z_$][\w$]*)\s*$/.exec(before)?.[1];
  if (bracket === "{" && wanted === "," && option !== undefined && /[[{"'`\w-]/.test(file.text[start] ?? ""))
    return { reason: `\`:\` is missing after \`${option}\``, help: `write: ${option}: ...` };
  const [, valued, value] =
    bracket === "{" && wanted === ":" ? (/([A-Za-z_$][\w$]*)\s*,\s*([\d.]+)\s*$/.exec(before) ?? []) : [];
  if (valued !== undefined && value !== undefined)
    return {
      reason: `between \`${valued}\` and its value stands a colon`,
      help: `write: ${valued}: ${value}`,
    };
  if (file.text[start] !== ":" || !",;)]".includes(wanted)) return undefined;
  const name = /[A-Za-z_$][\w$]*\s*$/.exec(before)?.[0].trim();
  if (bracket === "[" && name !== undefined)
    return file.text.slice(open! + 1, start).includes(",")
      ? openListWords(open!)
      : { reason: "`name: value` stands in { ... }, not in [ ... ]", help: `write: { ${name}: ... }` };
  if (bracket === "(")
    return {
      reason: "`name: ...` in a call is written so in other languages, not in TypeScript",
      help: `values with a name are given in an object: f({ ${name ?? "name"}: ... })`,
    };
  const isRange = /(^|[=\s])\d+\s*$/.test(before) && /^:\s*\d/.test(file.text.slice(start));
  return isRange
    ? {
        reason: "`1:10` is written so in R, not in TypeScript",
        help: "write: Array.from({ length: 10 }, (_, i) => i + 1)",
      }
    : { reason: "`:` has no place here", help: "a statement ends with ;" };
}

function openListWords(open: number): Words {
  return {
    reason: "this `[` is not closed before the next name",
    help: "write `]` where the list ends",
    place: { start: open, length: 1 },
  };
}

/** Where the brackets stand that are open at a place. */
function openBefore(text: string, end: number): number[] {
  const open: number[] = [];
  const code = withoutStrings(text.slice(0, end)).replace(/\/\/.*/g, blank);
  for (const { 0: one, index } of code.matchAll(/[[({})\]]/g))
    if (closing[one] === undefined) open.push(index);
    else open.pop();
  return open;
}

const blank = (text: string) => " ".repeat(text.length);

/** A bracket that closes nothing, a colon or a semicolon in an object. */
function closingWords(text: string, start: number, code: number, message: string): Words | undefined {
  const sign = text[start] ?? "";
  const opens = closing[sign];
  const [wanted] = quoted(message);
  const isOpen = openBefore(text, start).some((at) => text[at] === opens);
  if (opens !== undefined && !isOpen && (code === 1128 || wanted === "," || wanted === ";"))
    return { reason: `\`${sign}\` closes nothing: no \`${opens}\` is open here`, help: "leave it out" };
  if (sign === "=" && wanted === ":")
    return { reason: "in an object a value follows a colon", help: "write: { a: 1 }" };
  const isWithin =
    wanted === "," || (",)]".includes(wanted ?? " ") && /^;[^\n]*[)\]]/.test(text.slice(start)));
  if (sign === ";" && isWithin)
    return {
      reason: "what stands in brackets is divided by commas, and not by ;",
      help: "write , in its place",
    };
  return undefined;
}

/** What stands in a class as it does outside of one. */
function inClassWords(file: TS.SourceFile, start: number, code: number): Words | undefined {
  const notInClass = 1068;
  const [word] = /^(let|var|function)\b/.exec(file.text.slice(start)) ?? [];
  if (code !== notInClass || word === undefined) return undefined;
  return {
    reason: `in a class stands no \`${word}\``,
    help: word === "function" ? "write: area() { ... }" : "write: x = 3;",
  };
}

const words = [
  ...["if", "for", "while", "else", "do", "return", "let", "const", "var", "function", "class", "new"],
  ...["typeof", "case", "default", "import", "await", "async", "throw", "export"],
];

/** Two words side by side, or a word and a text: what is between them is missing. */
function betweenWords(file: TS.SourceFile, start: number, length: number): Words | undefined {
  const here = file.text.slice(start, start + length);
  // The compiler is at the first of the two, or at the second.
  const before = /([\w$.]+)[ \t]+$/.exec(textBefore(file.text, start))?.[1];
  const after = /^[ \t]+(["'`][^\n]*?["'`]|[\w$.]+)/.exec(file.text.slice(start + length))?.[1];
  const [first, second] = before !== undefined && /^["'`\w$]/.test(here) ? [before, here] : [here, after];
  if (
    second === undefined ||
    !/^[A-Za-z_$][\w$.]*$/.test(first) ||
    words.includes(first) ||
    words.includes(second)
  )
    return /^\d/.test(first) && second !== undefined ? missingBetween(first, second) : undefined;
  return (
    mistypedWords(first) ??
    wordsElsewhere(first) ?? {
      ...missingBetween(first, second),
      help: `to call a function, write: ${first}(${second})`,
    }
  );
}

/** `retrun x`, `Const x`: a word of the language with a slip in it. */
function mistypedWords(word = ""): Words | undefined {
  const meant = mistyped(word, words);
  return meant === undefined
    ? undefined
    : { reason: `nothing here is called \`${word}\``, help: `did you mean \`${meant}\`?` };
}

function missingBetween(first: string, second: string): Words {
  return {
    reason: `between \`${first}\` and \`${second}\` something is missing`,
    help: "a comma, a semicolon, or a sign as *",
  };
}

const unknownWord = { reason: "what stands here begins nothing that the language knows" };

/** What is said in the same words whatever stands there. */
const sameUnread: Readonly<Record<number, Words>> = {
  1003: { reason: "a name is missing here" },
  1010: { reason: "a comment that begins with /* has no end", help: "it ends with */" },
  1109: {
    reason: "something is missing here: a name, a number, a text",
    help: "go on where the line breaks off",
  },
  1110: {
    reason: "after the colon stands what kind of value it is",
    help: "write: const x: number = 3, or leave the colon out",
  },
  1121: { reason: "a number does not begin with 0", help: "leave the 0 out" },
  1128: unknownWord,
  1160: { reason: "a text that begins with ` has no end", help: "it ends with the same sign, `" },
  1351: {
    reason: "between a number and a name stands a sign",
    help: "write: 2 * x; a number's method is called so: (3).toFixed(2)",
  },
  1434: unknownWord,
  1435: unknownWord,
  1472: {
    reason: "after `try { ... }` follows `catch` or `finally`",
    help: "write: try { ... } catch (error) { ... }",
  },
};
