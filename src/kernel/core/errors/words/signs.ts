import type { Explain } from "./explain.ts";
import { lineAt, quoted, textBefore } from "./scene.ts";

const reserved =
  /\b(?:let|const|var)\s+(break|case|catch|class|const|default|delete|do|else|enum|export|extends|for|function|if|import|in|new|return|super|switch|this|throw|try|typeof|var|void|while|with)\b/;

/** A sign that is missing, where the line shows what is meant. */
export const signWords: Explain = ({ diagnostic, message }) => {
  const { file, start = 0 } = diagnostic;
  const line = file ? lineAt(file.text, start) : undefined;
  const word = line && reserved.exec(line.text);
  if (line && word)
    return {
      reason: `\`${word[1]!}\` is a word of the language and cannot be a name`,
      help: "choose another name",
      place: { start: line.start + word.index + word[0].length - word[1]!.length, length: word[1]!.length },
      covers: line,
    };
  if (line && /\bfor\s*\(\s*(let|var|const)?\s*\w+\s*=[^;{]*,[^;{]*,[^;{]*\)\s*\{/.test(line.text))
    return {
      reason: "the three parts of `for (...)` stand between semicolons",
      help: "write: for (let i = 0; i < 3; i++) { ... }",
      covers: line,
    };
  const [sign] = quoted(message);
  const [, head] = /\b(if|while|for|switch)\s+[^\s(]/.exec(line?.text ?? "") ?? [];
  if (sign === "(" && head !== undefined && line)
    return {
      reason: `what follows \`${head}\` stands in brackets`,
      help: `write: ${head} (...) { ... }`,
      covers: line,
    };
  const [next] = /^(?:let|const|if|for|while|return|function)\b/.exec(file?.text.slice(start) ?? "") ?? [];
  if ((sign === "," || sign === ";") && next !== undefined && line)
    return {
      reason: `a new statement begins here, \`${next}\`, and the one before has no end`,
      help: "write ; between them",
      covers: line,
    };
  return undefined;
};

/** A comma that is missing before the next name of an object, or stands where a number has a point. */
export const commaWords: Explain = ({ diagnostic, message }) => {
  const { file, start = 0 } = diagnostic;
  if (!file) return undefined;
  const before = textBefore(file.text, start);
  const digits = /^\d*/.exec(file.text.slice(start))![0];
  const number = /:\s*(-?(\d+),(\d+))\s*$/.exec(before + digits);
  if (number && !message.startsWith("','"))
    return {
      reason: `\`${number[1]!}\`: a number has no comma in it`,
      help: `the fraction follows a point: ${number[2]!}.${number[3]!}`,
      place: {
        start: start - before.length + number.index + number[0].indexOf(number[1]!),
        length: number[1]!.length,
      },
    };
  const [, next] = /^([A-Za-z_$][\w$]*)\s*:/.exec(file.text.slice(start)) ?? [];
  if (quoted(message)[0] !== "," || next === undefined || !/[\w\])}"'`]\s*$/.test(before)) return undefined;
  return { reason: `before \`${next}\` a comma is missing`, help: `write: ..., ${next}: ...` };
};

/** A sign that is missing, or something before it is wrong: nothing more is certain. */
export const missingSignWords: Explain = ({ message }) => {
  const [sign] = quoted(message);
  return sign === undefined || !message.endsWith("expected.")
    ? undefined
    : { reason: `\`${sign}\` is missing here, or something before it is not as it should be` };
};

/** A text that does not end; most often an apostrophe ends it before its end. */
export const openTextWords: Explain = ({ diagnostic }) => {
  const { file, start = 0, code } = diagnostic;
  const openText = 1002;
  if (code !== openText || !file) return undefined;
  const line = lineAt(file.text, start);
  const apostrophe = /(?<=[A-Za-z])'(?=[A-Za-z])/.exec(line.text);
  const begins = apostrophe?.index ?? lastOpen(line.text);
  return {
    reason: "a text does not end on its line, or begins where none should",
    help: 'it ends with the sign that it begins with; one with \' in it stands between "..."',
    ...(begins >= 0 && { place: { start: line.start + begins, length: 1 } }),
    covers: line,
  };
};

/** Where the text begins that has no end on a line. */
function lastOpen(line: string): number {
  const closed = line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, (text) => " ".repeat(text.length));
  return closed.search(/["'`]/);
}
