import { ts } from "../../compiler/typescript.ts";
import { lineAt, nodeAt, quoted, type Scene, type Words } from "./scene.ts";

type Explain = (scene: Scene) => Words | undefined;

/** How a student calls the simplest types, and what makes one of another. */
const simple: Readonly<Record<string, { called: string; made: string }>> = {
  number: { called: "a number", made: "Number(x)" },
  string: { called: "a text", made: "String(x)" },
  boolean: { called: "true or false", made: "a comparison, as x > 0," },
};

const reserved =
  /\b(?:let|const|var)\s+(break|case|catch|class|const|default|delete|do|else|enum|export|extends|for|function|if|import|in|new|return|super|switch|this|throw|try|typeof|var|void|while|with)\b/;

/** A sign that is missing. */
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
  if ((sign === "," || sign === ";") && file?.text[start] === ":")
    return { reason: "`:` has no place here", help: "a statement ends with ;" };
  return sign === undefined || !message.endsWith("expected.")
    ? undefined
    : { reason: `\`${sign}\` is missing here, or something before it is not as it should be` };
};

/** A text that does not end. */
export const openTextWords: Explain = ({ diagnostic }) => {
  const { file, start = 0 } = diagnostic;
  return {
    reason: "a text does not end on its line, or begins where none should",
    help: 'it ends with the sign that it begins with; one with \' in it stands between "..."',
    ...(file ? { covers: lineAt(file.text, start) } : {}),
  };
};

export const declaredTwiceWords: Explain = ({ message }) => {
  const name = quoted(message)[0] ?? "";
  return {
    reason: `\`${name}\` is declared twice in this cell`,
    help: `to change it, write it without \`let\` or \`const\`: ${name} = ...`,
  };
};

/** One simple type where another is wanted. */
export const simpleTypeWords: Explain = ({ message }) => {
  const [given, wanted] = quoted(message).map((type) => simple[type]);
  if (!given || !wanted) return undefined;
  return {
    help: `${wanted.called} is wanted here, and this is ${given.called}; ${wanted.made} makes one of it`,
  };
};

/** Two types that are never equal. */
export const neverEqualWords: Explain = ({ message }) => {
  const [one, other] = quoted(message).map((type) => simple[type]?.called);
  return one && other ? { reason: `${one} and ${other} are never equal` } : undefined;
};

/** Arithmetic on what is no number. */
export const noNumberWords: Explain = ({ diagnostic }) => {
  const { file, start = 0, length = 0 } = diagnostic;
  if (!file) return undefined;
  const text = file.text.slice(start, start + length);
  const isText = /["'`]/.test(text);
  return {
    reason: `\`${text}\` is ${isText ? "a text" : "no number"}, and this works on numbers only`,
    ...(isText ? { help: "Number(x) makes a number of a text" } : {}),
  };
};

/** A call of what is no function. */
export const noFunctionWords: Explain = ({ program, diagnostic, message }) => {
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallExpression);
  const type = call && program.getTypeChecker().getTypeAtLocation(call.expression);
  const file = diagnostic.file;
  if (!call || !file || !type || /not all constituents/i.test(message)) return undefined;
  const text = call.expression.getText(file);
  const { called } = simple[program.getTypeChecker().typeToString(type)] ?? {};
  return {
    reason: `\`${text}\` is ${called ?? "no function"}${called ? ", not a function" : ""}`,
    ...(call.arguments.length === 0 && { help: `write it without the brackets: ${text}` }),
  };
};

/** One name twice in an object. */
export const twiceInObjectWords: Explain = ({ diagnostic }) => {
  const name = nodeAt(diagnostic)?.getText();
  return name === undefined
    ? undefined
    : { reason: `\`${name}\` stands twice in this object`, help: "leave one of the two out" };
};

/** A name that is nearly right. */
export const nearWords: Explain = ({ message }) => {
  const [name, , near] = quoted(message);
  return name && near
    ? { reason: `nothing here is called \`${name}\``, help: `did you mean \`${near}\`?` }
    : undefined;
};

/** What is said in the same words whatever stands there. */
export const sameWords: Readonly<Record<number, Words>> = {
  1108: {
    reason: "`return` ends a function, and there is none around it",
    help: "a cell shows the value of its last line: write the value alone",
  },
  1312: { reason: "in an object a value follows a colon", help: "write: { a: 1 }" },
  2364: { reason: "what stands left of `=` must be a name or a place, as x or w[0]" },
  2695: {
    reason: "of values between commas in round brackets only the last counts",
    help: "a list is written with square brackets: [1, 2]",
  },
};
