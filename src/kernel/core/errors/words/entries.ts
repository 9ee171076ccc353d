import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeSpanning } from "./kinds.ts";
import type { Explain } from "./explain.ts";
import { nodeAt, stretchOf } from "./scene.ts";

/** The name of a loop that goes through positions, where the values are meant. */
export const positionWords: Explain = ({ program, diagnostic }) => {
  const checker = program.getTypeChecker();
  const loopOf = (name: TS.Identifier): TS.ForInStatement | undefined =>
    ts.findAncestor(checker.getSymbolAtLocation(name)?.valueDeclaration, ts.isForInStatement);
  const visit = (node: TS.Node): TS.ForInStatement | undefined =>
    (ts.isIdentifier(node) ? loopOf(node) : undefined) ?? ts.forEachChild(node, visit);
  const at = nodeSpanning(diagnostic) ?? nodeAt(diagnostic);
  const loop = at && visit(ts.isPropertyAssignment(at.parent) ? at.parent.initializer : at);
  if (!loop || !checker.isArrayLikeType(checker.getTypeAtLocation(loop.expression))) return undefined;
  const name = loop.initializer.getText().replace(/^\w+\s+/, "");
  return {
    reason: `\`in\` goes through the positions of a list, as texts, and \`${name}\` is one of them`,
    help: `for the values, write: for (const ${name} of ${loop.expression.getText()})`,
    place: stretchOf(at),
  };
};

/** `list[[1]]`: a list where the number of an entry is wanted. */
export const indexWords: Explain = ({ diagnostic }) => {
  const access = ts.findAncestor(nodeAt(diagnostic), ts.isElementAccessExpression);
  const index = access?.argumentExpression;
  if (!access || !index) return undefined;
  const owner = access.expression.getText();
  const isBracketed = ts.isArrayLiteralExpression(index) && index.elements.length === 1;
  return {
    reason: "between the brackets after a name stands the number of one entry",
    help: isBracketed
      ? `write: ${owner}[${index.elements[0]!.getText()}]`
      : `several are taken so: ${owner}.slice(1, 3)`,
  };
};
