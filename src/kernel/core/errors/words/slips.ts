import { ts, type TS } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { inWords, misfit, nodeSpanning } from "./kinds.ts";
import type { Explain } from "./explain.ts";
import { nodeAt, quoted, stretchOf } from "./scene.ts";

/** How a student calls the simplest types, and what makes one of another. */
export const simple: Readonly<Record<string, { called: string; made: string }>> = {
  number: { called: "a number", made: "Number(x)" },
  string: { called: "a text", made: "String(x)" },
  boolean: { called: "true or false", made: "a comparison, as x > 0," },
};

export const declaredTwiceWords: Explain = ({ diagnostic, message }) => {
  const name = quoted(message)[0] ?? "";
  const parent = nodeAt(diagnostic)?.parent;
  if (parent && (ts.isParameter(parent) || ts.isClassElement(parent)))
    return { reason: `\`${name}\` is declared twice`, help: "give one of the two another name" };
  return {
    reason: `\`${name}\` is declared twice in this cell`,
    help: `to change it, write it without \`let\` or \`const\`: ${name} = ...`,
  };
};

/** One simple type where another is wanted. */
export const simpleTypeWords: Explain = (scene) => {
  const [given, wanted] = quoted(scene.message).map((type) => simple[type]);
  if (!given || !wanted) return undefined;
  const value = misfit(scene)?.given;
  const isQuotedNumber =
    value && ts.isStringLiteral(value) && wanted === simple["number"] && /^-?\d/.test(value.text);
  return {
    reason: `${wanted.called} is wanted here, and this is ${given.called}`,
    help: isQuotedNumber ? `write it without quotes: ${value.text}` : `${wanted.made} makes one of it`,
    ...(value && { place: stretchOf(value) }),
  };
};

/** `let = 3`: a word that only the strict language keeps for itself; that nothing is called so follows from it. */
export const keptWords: Explain = ({ diagnostic: { start = 0, length = 0 }, message }) => ({
  reason: `\`${quoted(message)[0] ?? ""}\` is a word of the language and cannot be a name`,
  help: "choose another name, and declare it: let x = 3",
  covers: { start, length },
});

/** Two types that are never equal. */
export const neverEqualWords: Explain = ({ message }) => {
  const types = quoted(message);
  const [one, other] = types.map((type) => simple[type]?.called);
  if (!one || !other) return undefined;
  const help =
    types.includes("string") && types.includes("number") ? "Number(x) makes a number of a text" : "";
  return {
    reason: `${one} and ${other} are compared, and are never the same`,
    ...(help !== "" && { help }),
  };
};

/** Dates that are taken from one another. */
export const dateWords: Explain = ({ program, diagnostic }) => {
  const node = nodeSpanning(diagnostic);
  const whole = node?.parent;
  if (!whole || !ts.isBinaryExpression(whole)) return undefined;
  const checker = program.getTypeChecker();
  const isDate = (part: TS.Expression): boolean =>
    checker.getTypeAtLocation(part).getSymbol()?.name === "Date";
  if (!isDate(node as TS.Expression)) return undefined;
  const inTime = (part: TS.Expression): string => part.getText() + (isDate(part) ? ".getTime()" : "");
  return {
    reason: "a Date is no number: what it counts, in milliseconds, is asked of it",
    help: `write: ${inTime(whole.left)} ${whole.operatorToken.getText()} ${inTime(whole.right)}`,
    covers: stretchOf(whole),
  };
};

/** Arithmetic on what is no number. */
export const noNumberWords: Explain = ({ program, diagnostic }) => {
  const node = nodeSpanning(diagnostic);
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

/** A property of the class, without `this`. */
export const memberWords: Explain = ({ message }) => {
  const [name, member] = quoted(message);
  if (!name || !member) return undefined;
  return { reason: `there is no \`${name}\` here`, help: `the class has it; write: ${member}` };
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

/** What gives its values one after another in time, where all are wanted at once. */
export const overTimeWords: Explain = ({ program, diagnostic }) => {
  const given = nodeSpanning(diagnostic);
  const type = given && program.getTypeChecker().getTypeAtLocation(given);
  if (!type?.getProperties().some(({ name }) => name.startsWith("__@asyncIterator"))) return undefined;
  return {
    reason: `\`${given!.getText()}\` gives its values one after another, and each comes later`,
    help: `write: for await (const x of ${given!.getText()}) { ... }`,
  };
};

/** What cannot be gone through with `for ... of` or `...`. */
export const notIterableWords: Explain = ({ program, diagnostic }) => {
  const at = nodeSpanning(diagnostic);
  const gone = at && takenApart(at);
  const checker = program.getTypeChecker();
  const called = gone && inWords(checker, checker.getTypeAtLocation(gone));
  if (called === undefined) return undefined;
  const text = gone!.getText();
  const isLoop = ts.isForOfStatement(gone!.parent);
  return {
    reason: `\`${text}\` is ${called}, and only lists, texts, maps and sets can be gone through`,
    ...(called === "a function" && { help: `call it: ${text}(...)` }),
    ...(called === "an object" && { help: `write: Object.entries(${text})` }),
    ...(called === "a number" && isLoop && { help: `write: for (let i = 0; i < ${text}; i++) { ... }` }),
  };
};

/** What is given to a pattern as `[a, b]`, or what is itself gone through. */
function takenApart(node: TS.Node): TS.Node | undefined {
  const { parent } = node;
  if (ts.isArrayBindingPattern(node) && ts.isVariableDeclaration(parent)) return parent.initializer;
  return ts.isBinaryExpression(parent) && parent.left === node ? parent.right : node;
}

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
  const compared = nodeSpanning(diagnostic);
  if (!compared || !ts.isBinaryExpression(compared) || !/^[<>]=?$/.test(operator ?? "")) return undefined;
  if (types[0] === "boolean" && ts.isBinaryExpression(compared.left))
    return {
      reason: "one comparison has two sides, and this has three",
      help: `write: ${compared.left.getText()} && ${compared.left.right.getText()} ${operator!} ${compared.right.getText()}`,
    };
  const [one, other] = types.map((type) => simple[type]?.called);
  return one && other ? { reason: `${one} and ${other} cannot be compared` } : undefined;
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
  return name && near && mistyped(name, [near]) !== undefined
    ? { reason: `nothing here is called \`${name}\``, help: `did you mean \`${near}\`?` }
    : undefined;
};
