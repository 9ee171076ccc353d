import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { inWords, nodeSpanning } from "./kinds.ts";
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
  if ((sign === "," || sign === ";") && file?.text[start] === ":")
    return { reason: "`:` has no place here", help: "a statement ends with ;" };
  return undefined;
};

/** A sign that is missing, or something before it is wrong: nothing more is certain. */
export const missingSignWords: Explain = ({ message }) => {
  const [sign] = quoted(message);
  return sign === undefined || !message.endsWith("expected.")
    ? undefined
    : { reason: `\`${sign}\` is missing here, or something before it is not as it should be` };
};

/** A text that does not end. */
export const openTextWords: Explain = ({ diagnostic }) => {
  const { file, start = 0, code } = diagnostic;
  const openText = 1002;
  if (code !== openText) return undefined;
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
export const noNumberWords: Explain = ({ program, diagnostic }) => {
  const { file, start = 0, length = 0 } = diagnostic;
  const node = file && nodeSpanning(file, start, length);
  if (!node) return undefined;
  const checker = program.getTypeChecker();
  const called = inWords(checker, checker.getTypeAtLocation(node)) ?? "no number";
  return {
    reason: `\`${node.getText()}\` is ${called}, and this works on numbers only`,
    ...(called === "a text" && { help: "Number(x) makes a number of a text" }),
    ...(called.includes(" or ") && { help: `ask first: if (typeof ${node.getText()} === "number") { ... }` }),
  };
};

/** A call of what is no function. */
export const noFunctionWords: Explain = ({ program, diagnostic, message }) => {
  const checker = program.getTypeChecker();
  const isNoFunction = (node: TS.Node): node is TS.CallExpression =>
    ts.isCallExpression(node) && checker.getTypeAtLocation(node.expression).getCallSignatures().length === 0;
  const call = ts.findAncestor(nodeAt(diagnostic), isNoFunction);
  if (!call || /not all constituents/i.test(message)) return undefined;
  const text = call.expression.getText();
  const called = inWords(checker, checker.getTypeAtLocation(call.expression));
  return {
    reason: `\`${text}\` is ${called === undefined ? "no function" : `${called}, not a function`}`,
    ...(call.arguments.length === 0 && { help: `write it without the brackets: ${text}` }),
  };
};

/** A class that is called, and what is made with `new` and is no class. */
export const newWords: Explain = ({ program, diagnostic }) => {
  const made = ts.findAncestor(nodeAt(diagnostic), ts.isCallOrNewExpression);
  if (!made) return undefined;
  const text = made.expression.getText();
  if (ts.isCallExpression(made)) return { reason: `\`${text}\` is a class`, help: `write: new ${text}(...)` };
  const checker = program.getTypeChecker();
  const called = inWords(checker, checker.getTypeAtLocation(made.expression));
  return {
    reason: `\`${text}\` is ${called ?? "no class"}${called === undefined ? "" : ", not a class"}`,
    help: "leave `new` out",
  };
};

/** `if (x => 0)`: a function where a comparison is meant. */
export const arrowInConditionWords: Explain = ({ diagnostic }) => {
  const arrow = ts.findAncestor(nodeAt(diagnostic), ts.isArrowFunction);
  if (!arrow) return undefined;
  return {
    reason: "=> makes a function, and compares nothing",
    help: "write: >=",
    covers: { start: arrow.getStart(), length: arrow.getWidth() },
  };
};

/** A property of the class, without `this`. */
export const memberWords: Explain = ({ message }) => {
  const [name, member] = quoted(message);
  if (!name || !member) return undefined;
  return { reason: `there is no \`${name}\` here`, help: `the class has it; write: ${member}` };
};

/** What can be read, and not changed. */
export const readOnlyWords: Explain = ({ diagnostic, message }) => {
  const onlyReading = 2542;
  if (diagnostic.code === onlyReading)
    return {
      reason: "the list can be read here, and not changed",
      help: "make a list of your own: const copy = [...list]",
    };
  const name = quoted(message)[0];
  return name === undefined ? undefined : { reason: `\`${name}\` can be read here, and not changed` };
};

/** A name that is used above its declaration. */
export const tooEarlyWords: Explain = ({ diagnostic, message }) => {
  const { start = 0, length = 0 } = diagnostic;
  return {
    reason: `\`${quoted(message)[0] ?? ""}\` is declared further down`,
    help: "move its declaration up, before this line",
    covers: { start, length },
  };
};

/** A type where a value is wanted. */
export const onlyTypeWords: Explain = ({ message }) => {
  const name = quoted(message)[0] ?? "";
  return {
    reason: `\`${name}\` is a type: it says what values look like, and is none itself`,
    ...(name === "Console" && { help: "did you mean `console`?" }),
  };
};

/** What cannot be gone through with `for ... of` or `...`. */
export const notIterableWords: Explain = ({ program, diagnostic }) => {
  const node = nodeAt(diagnostic);
  const checker = program.getTypeChecker();
  const loop = node && ts.findAncestor(node, ts.isForOfStatement);
  const text = loop ? loop.expression.getText() : node?.getText();
  const called = node && inWords(checker, checker.getTypeAtLocation(loop?.expression ?? node));
  if (text === undefined || called === undefined) return undefined;
  return {
    reason: `\`${text}\` is ${called}, and only lists, texts, maps and sets can be gone through`,
    ...(called === "an object" && { help: `write: Object.entries(${text})` }),
    ...(called === "a number" && loop && { help: `write: for (let i = 0; i < ${text}; i++) { ... }` }),
  };
};

/** What does not go together on the two sides of a sign. */
export const comparisonWords: Explain = ({ diagnostic, message }) => {
  const [operator, ...types] = quoted(message);
  const boxed = types.find((type) => /^(Number|String|Boolean)$/.test(type));
  if (boxed !== undefined)
    return {
      reason: `the type \`${boxed}\` is none to work with`,
      help: `write it with a small letter: ${boxed.toLowerCase()}`,
    };
  if (types.some((type) => /^(\d+n|bigint)$/.test(type)))
    return {
      reason: "whole numbers with n at their end do not mix with others",
      help: "write both with n, or none",
    };
  const { file, start = 0, length = 0 } = diagnostic;
  const compared = file && nodeSpanning(file, start, length);
  if (!compared || !ts.isBinaryExpression(compared) || !/^[<>]=?$/.test(operator ?? "")) return undefined;
  if (types[0] === "boolean" && ts.isBinaryExpression(compared.left))
    return {
      reason: "one comparison has two sides, and this has three",
      help: `write: ${compared.left.getText()} && ${compared.left.right.getText()} ${operator!} ${compared.right.getText()}`,
    };
  const [one, other] = types.map((type) => simple[type]?.called);
  return one && other && one !== other ? { reason: `${one} and ${other} cannot be compared` } : undefined;
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
  1102: { reason: "a name cannot be deleted", help: "to have it say something else, give it a new value" },
  2703: { reason: "a name cannot be deleted", help: "to have it say something else, give it a new value" },
  2850: {
    reason: "`using` is for what is closed at the end: an object with a method [Symbol.dispose]",
    help: "for everything else write: const x = ...",
  },
  1104: { reason: "`continue` goes on with a loop, and there is none around it" },
  1105: { reason: "`break` ends a loop, and there is none around it" },
  1141: { reason: "the name of a package stands between quotes", help: 'write: from "fall-line"' },
  1163: { reason: "`yield` stands only in a function that begins with function*" },
  1308: {
    reason: "`await` stands only in a function that begins with `async`",
    help: "write: async () => { ... }",
  },
  1312: { reason: "in an object a value follows a colon", help: "write: { a: 1 }" },
  2364: { reason: "what stands left of `=` must be a name or a place, as x or w[0]" },
  2683: {
    reason: "`this` is nothing here: it stands in the methods of a class",
    help: "give the function what it works on: function f(x: number) { return x }",
  },
  2695: {
    reason: "of values between commas in round brackets only the last counts",
    help: "a list is written with square brackets: [1, 2]",
  },
  2839: {
    reason: "lists and objects are equal only to themselves, whatever they hold: this is always false",
    help: "compare what they hold: a.every((x, i) => x === b[i])",
  },
  17006: { reason: "it is not plain what `-` belongs to", help: "write: -(2 ** 2), or (-2) ** 2" },
  17007: { reason: "it is not plain what `-` belongs to", help: "write: -(2 ** 2), or (-2) ** 2" },
};
