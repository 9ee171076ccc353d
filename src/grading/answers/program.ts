import ts from "typescript";
import { lastValue, scopeName } from "../../kernel/core/cell/names.ts";
import { awaitsAtTop } from "../../kernel/core/cell/prepare.ts";
import type { Code, Statement } from "./cells.ts";
import type { Compiled, Language } from "./language.ts";
import { type Expression, mayRemember, statementsFor } from "./needed.ts";

/** A program for the sandbox: what it comes to is the answer, or a promise of it where it waits for something. */
export interface Program {
  readonly text: string;
  readonly waits: boolean;
  /** Whether it may keep something from one call to the next. */
  readonly remembers: boolean;
  /** What the student wrote of it, types and all. */
  readonly written: string;
  /** What keeps a cell of it from being read as TypeScript. */
  readonly fault: string | undefined;
  /** Why the compiler refuses a cell of it, as it does in a notebook; nothing where it does not. */
  readonly refusal: string | undefined;
}

/** The answer with what it needs from other cells, and nothing else, compiled as the kernel compiles cells. */
export function programOf(code: Code, answer: Expression, language: Language): Program {
  const needed = statementsFor(code, answer);
  const own = needed.filter(({ node }) => !ts.isImportDeclaration(node));
  const waits = own.some(({ node }) => awaitsAtTop(node));
  const compiled = language.compile(code.files);
  const written = own.map(({ node, file }) => node.getText(file));
  return {
    text: textOf(compiled, needed, answer, waits),
    waits,
    remembers: mayRemember(needed) || !isFunction(answer),
    written: [...written, ...inlineOf(answer)].join("\n\n"),
    fault: firstOf(own, (file) => compiled.unreadable(file)),
    get refusal() {
      return refusalOf(compiled, own, answer);
    },
  };
}

/** Whether an answer is the name of a function, or one that is written where it is handed over. */
const isFunction = ({ node }: Expression): boolean =>
  typeof node === "string" ||
  ts.isIdentifier(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node);

/** The text of an answer that is written where it is handed over, and has no name. */
function inlineOf({ node, file }: Expression): string[] {
  return typeof node === "string" || ts.isIdentifier(node) ? [] : [node.getText(file)];
}

/**
 * Each cell is a function of its own, as in a kernel: what stops one stops no other. Where there is no answer then, what
 * stopped the first is thrown.
 */
function textOf(
  compiled: Compiled,
  needed: readonly Statement[],
  answer: Expression,
  waits: boolean,
): string {
  const [begins, waited] = waits ? ["async ", "await "] : ["", ""];
  const files = [...new Set(needed.map(({ file }) => file))];
  const cells = files.map((file) => {
    const statements = new Set(needed.filter((one) => one.file === file).map(({ node }) => node));
    return `try { ${waited}(${begins}function () {\n${compiled.codeOf(file, statements)}\n})(); } catch (error) { stopped ??= { error }; }`;
  });
  const { node, file } = answer;
  const value =
    typeof node === "string"
      ? `const answer = ${compiled.placeOf(node)};`
      : `${compiled.valueOf(file!, node)}\nconst answer = ${scopeName}.${lastValue};`;
  const below = declaredBelow(needed).map((name) => {
    const place = compiled.placeOf(name);
    return `Object.defineProperty(globalThis, "${name}", { get: () => ${place}, set: (value) => { ${place} = value; }, configurable: true });\n`;
  });
  return `(${begins}function (exports) { ${compiled.prologue}
${below.join("")}let stopped;
${cells.join("\n")}
${value}
if (answer === undefined && stopped !== undefined) throw stopped.error;
return answer;
})(((all) => (i) => (all[i] ??= {}))([]));`;
}

/** Names that are used before the cell that declares them, as where cells were run in another order than they stand in. */
function declaredBelow(needed: readonly Statement[]): string[] {
  const names = needed.flatMap(({ uses, cell }) =>
    [...uses].filter((name) => {
      const declared = needed.find(({ declares }) => declares.includes(name));
      return declared !== undefined && declared.cell > cell;
    }),
  );
  return [...new Set(names)];
}

/** What the compiler has against the cells that an answer stands on, or against the answer where it is handed over. */
function refusalOf(
  compiled: Compiled,
  own: readonly Statement[],
  { node, file }: Expression,
): string | undefined {
  return (
    firstOf(own, (one) => compiled.refusal(one)) ??
    (typeof node === "string" ? undefined : compiled.refusal(file!, node))
  );
}

/** The first that is said of the cells of some statements. */
function firstOf(
  statements: readonly Statement[],
  said: (cell: ts.SourceFile) => string | undefined,
): string | undefined {
  const cells = new Set(statements.map(({ file }) => file));
  return [...cells].map(said).find((one) => one !== undefined);
}
