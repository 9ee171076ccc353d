import { enumerated } from "../../../../enumerated.ts";
import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, stretchOf, type Words } from "../words/scene.ts";
import { answerAt } from "./answer.ts";

/** A helper in an answer, of which nobody says what it takes: all its parameters are told together. */
export function untypedWords({ program, diagnostic }: Scene): Words | undefined {
  const at = nodeAt(diagnostic);
  const parameter = ts.findAncestor(at, ts.isParameter);
  if (!parameter || !answerAt(program.getTypeChecker(), at)) return undefined;
  const { parameters } = parameter.parent;
  const untyped = parameters.filter(({ type, initializer }) => !type && !initializer);
  if (!untyped.every(({ name }) => ts.isIdentifier(name))) return undefined;
  const names = untyped.map(({ name }) => `\`${name.getText()}\``);
  const typed = parameters.map((one) => (untyped.includes(one) ? typedAs(one) : one.getText()));
  const isOne = names.length === 1;
  const [start, end] = [parameters[0]!.getStart(), parameters.at(-1)!.end];
  return {
    reason: isOne
      ? `the parameter ${names[0]!} has no type`
      : `the parameters ${enumerated(names)} have no types`,
    help: `write (${typed.join(", ")}) => ..., or what else ${isOne ? "it is" : "they are"}`,
    covers: { start, length: end - start },
  };
}

/** `xs: number[]` for what is gone through or has entries taken, else `x: number`. */
function typedAs({ name, parent }: TS.ParameterDeclaration): string {
  const text = name.getText();
  const isUsedAsList = (node: TS.Node): boolean => {
    const isOwner =
      (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) &&
      node.expression.getText() === text;
    const isThrough =
      ts.isCallExpression(node) &&
      node.expression.getText() === "Array.from" &&
      node.arguments[0]?.getText() === text;
    return (
      isOwner || isThrough || ts.forEachChild(node, (child) => isUsedAsList(child) || undefined) === true
    );
  };
  return `${text}: ${isUsedAsList(parent) ? "number[]" : "number"}`;
}

/** A list that is empty at first, of which nobody says what it is to hold. */
export function emptyListWords({ program, diagnostic, message }: Scene): Words | undefined {
  const at = nodeAt(diagnostic);
  if (!at || !answerAt(program.getTypeChecker(), at)) return undefined;
  const call = ts.findAncestor(at, ts.isCallExpression);
  const isPut = message.endsWith("type 'never'.") && call && ts.isPropertyAccessExpression(call.expression);
  if (diagnostic.code === 2769)
    return message.endsWith("type 'never'.")
      ? {
          reason: "a list that is empty at first is to hold nothing",
          help: "say what it holds: [] as number[]",
        }
      : undefined;
  if (diagnostic.code === 2345 && !isPut) return undefined;
  const list = isPut ? call.expression.expression : at;
  const typed = ts.isPropertyAccessExpression(list)
    ? `${list.name.text}: [] as number[]`
    : `const ${list.getText()}: number[] = []`;
  return {
    reason: `\`${list.getText()}\` is empty at first, and nothing says what it is to hold`,
    help: `where it is made write: ${typed}`,
  };
}

/** `function step({ w, g }, { lambda })`, an answer to which its type was not given. */
export function untypedAnswerWords({ diagnostic }: Scene): Words | undefined {
  const parameter = ts.findAncestor(nodeAt(diagnostic), ts.isParameter);
  const [first] = parameter?.parent.parameters ?? [];
  if (!parameter || !first || first.type || !ts.isObjectBindingPattern(first.name)) return undefined;
  if (!first.name.elements.some(({ name }) => name.getText() === "w")) return undefined;
  const { parent: written } = parameter;
  return {
    reason: "nothing says what your function is given",
    help: "give it the type that it has in the notebook: const step: StepOf<...> = ({ w, g }, { lambda }) => ...",
    covers: stretchOf(written),
  };
}
