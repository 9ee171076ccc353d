import { ts, type TS } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { nodeAt, quoted, type Scene, type Words } from "../words/scene.ts";
import { answerAt, givenTo } from "./answer.ts";

/** What an answer is given, in the order in which it is told. */
const OF_ALL = ["g", "t", "gradient", "H", "solve"];

/** A name that an answer is given and has not taken, or that it looks for in the wrong place. */
export function givenWords({ program, diagnostic, message, failed }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const at = nodeAt(diagnostic);
  const answer = answerAt(checker, at);
  const name = quoted(message)[0];
  if (!answer || !at || name === undefined || failed.has(name)) return undefined;
  const given = givenTo(checker, answer);
  const element = ts.isBindingElement(at.parent) ? at.parent : undefined;
  const isTaken =
    element && ts.isParameter(element.parent.parent) && element.parent.parent.parent === answer.written;
  if (ts.isBindingElement(at.parent) && !isTaken) return undefined;
  const all = given.flat();
  const meant = all.includes(name) ? name : mistyped(name, all);
  if (!isTaken && meant !== name) return undefined;
  const parameters = given.map((names, i) => takenApart(names, answer.written.parameters[i], meant));
  const help = `take it from there: (${parameters.join(", ")}) => ...`;
  if (!isTaken) return { reason: `\`${name}\` is given to your function, and not taken`, help };
  if (meant === name)
    return {
      reason: `\`${name}\` is given in the ${given[0]!.includes(name) ? "first" : "second"} place`,
      help,
    };
  return {
    reason: `your function is given no \`${name}\``,
    help:
      meant === undefined
        ? `it is given ${given.flatMap((names) => (names.length > 0 ? [`{ ${inOrder(names).join(", ")} }`] : [])).join(" and ")}`
        : `did you mean \`${meant}\`?`,
  };
}

/** `{ lambda, alpha }`: what is taken of an argument that is asked for, and with it what is meant. */
function takenApart(
  names: readonly string[],
  parameter: TS.ParameterDeclaration | undefined,
  meant: string | undefined,
): string {
  const taken =
    parameter && ts.isObjectBindingPattern(parameter.name)
      ? parameter.name.elements.map((one) => one.name.getText()).filter((one) => names.includes(one))
      : [];
  const isOwn = meant !== undefined && names.includes(meant);
  return `{ ${[...new Set([...taken, ...(isOwn ? [meant] : [])])].join(", ")} }`;
}

function inOrder(names: readonly string[]): string[] {
  return [
    ...names.filter((name) => !OF_ALL.includes(name)),
    ...OF_ALL.filter((name) => names.includes(name)),
  ];
}

const HOW: Readonly<Record<string, Words>> = {
  gradient: {
    reason: "`gradient` takes a whole place, a list of numbers",
    help: "make the place first, and then call it once: gradient(ahead)",
  },
  solve: {
    reason: "`solve` takes the whole matrix first, and then the list",
    help: "write: solve(H, g)",
  },
};

/** A call of what an answer is given, with something else than it takes. */
export function calledWords({ program, diagnostic }: Scene): Words | undefined {
  const at = nodeAt(diagnostic);
  const answer = answerAt(program.getTypeChecker(), at);
  const call =
    answer && ts.findAncestor(at, (node) => ts.isCallExpression(node) && node.expression.getText() in HOW);
  return call && ts.isCallExpression(call) ? HOW[call.expression.getText()] : undefined;
}
