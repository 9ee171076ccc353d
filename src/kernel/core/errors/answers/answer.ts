import { nodesIn, ts, type TS } from "../../compiler/typescript.ts";
import { withoutBrackets } from "../words/scene.ts";

/** An answer to an exercise: a function at the top of a cell with a type that says what it is given and gives back, or an exercise's own solution. */
export interface Answer {
  readonly name: TS.Node;
  readonly written: TS.ArrowFunction | TS.FunctionExpression;
  readonly signature: TS.Signature;
  /** What it is to give back. */
  readonly wanted: TS.Type;
  /** The states of a rule, where it is to give back `{ w, ... }`. */
  readonly states?: readonly string[];
}

/** The answer that a place in a cell is in. */
export function answerAt(checker: TS.TypeChecker, at: TS.Node | undefined): Answer | undefined {
  const declaration = ts.findAncestor(at, isTypedFunction);
  if (!declaration) return undefined;
  const { name, initializer } = declaration;
  const [signature] = checker.getContextualType(initializer)?.getCallSignatures() ?? [];
  if (!signature) return undefined;
  const wanted = checker.getReturnTypeOfSignature(signature);
  const states = statesIn(wanted);
  return { name, written: initializer, signature, wanted, ...(states && { states }) };
}

/** What is given to an answer, its first argument and its second: the names of each. */
export function givenTo(checker: TS.TypeChecker, { signature }: Answer): string[][] {
  return signature.parameters.map((parameter) =>
    checker
      .getTypeOfSymbol(parameter)
      .getProperties()
      .map(({ name }) => name),
  );
}

/** All that a function gives back, in the order of its text; functions in it give back their own. */
export function returnedBy({ body }: Answer["written"]): TS.Expression[] {
  if (!ts.isBlock(body)) return [withoutBrackets(body)];
  return nodesIn(body, ts.isFunctionLike)
    .filter(ts.isReturnStatement)
    .flatMap(({ expression }) => (expression ? [withoutBrackets(expression)] : []));
}

type TypedFunction = (TS.VariableDeclaration | TS.PropertyAssignment) & {
  readonly initializer: Answer["written"];
};

function isTypedFunction(node: TS.Node): node is TypedFunction {
  const isAnswer =
    ts.isVariableDeclaration(node) && node.type !== undefined && ts.isSourceFile(node.parent.parent.parent);
  if (!isAnswer && !(ts.isPropertyAssignment(node) && node.name.getText() === "solution")) return false;
  const { initializer } = node;
  return (
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
  );
}

function statesIn(wanted: TS.Type): string[] | undefined {
  const parts = wanted.isUnion() ? wanted.types : [wanted];
  const names = parts
    .map((one) => one.getProperties().map(({ name }) => name))
    .find((all) => all.includes("w"));
  return names?.filter((name) => name !== "w");
}
