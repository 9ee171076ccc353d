import { ts } from "../../compiler/typescript.ts";
import type { Explain } from "./explain.ts";
import { isAssigned, nodeAt, quoted, stretchOf } from "./scene.ts";

/** `if (n = 3)`: an assignment where a comparison is meant, of what cannot be assigned or not to this. */
export const assignedInConditionWords: Explain = ({ diagnostic }) => {
  const given = ts.findAncestor(nodeAt(diagnostic), ts.isBinaryExpression);
  const isCondition = given && (ts.isIfStatement(given.parent) || ts.isWhileStatement(given.parent));
  if (!isCondition || given.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return {
    reason: "`=` gives a name its value, and compares nothing",
    help: `write: ${given.left.getText()} === ${given.right.getText()}`,
    place: { start: given.operatorToken.getStart(), length: 1 },
    covers: stretchOf(given),
  };
};

/** `Math = 3`: what the language has is not given another value. */
export const ofLanguageWords: Explain = ({ program, diagnostic }) => {
  const given = ts.findAncestor(nodeAt(diagnostic), isAssigned);
  const made = given && program.getTypeChecker().getSymbolAtLocation(given.left)?.valueDeclaration;
  if (!made || !ts.isIdentifier(given.left)) return undefined;
  if (!program.isSourceFileDefaultLibrary(made.getSourceFile())) return undefined;
  return {
    reason: `\`${given.left.text}\` is the language's own, and keeps its value`,
    help: `choose another name: const my${given.left.text.replace(/^./, (first) => first.toUpperCase())} = ...`,
    place: { start: given.getStart(), length: given.left.getWidth() },
  };
};

/** A constant that is to be changed: in a later cell it may be made anew. */
export const constantWords: Explain = ({ program, diagnostic, message }) => {
  const name = quoted(message)[0] ?? "";
  const node = nodeAt(diagnostic);
  const made = node && program.getTypeChecker().getSymbolAtLocation(node)?.valueDeclaration;
  const isOfThisCell = made?.getSourceFile() === diagnostic.file;
  return {
    reason: `\`${name}\` is a constant, and keeps its value`,
    help: isOfThisCell
      ? `to change it, declare it with \`let\` instead of \`const\``
      : `to make it anew in this cell, write: const ${name} = ...`,
  };
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
