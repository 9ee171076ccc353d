import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

const maxListed = 12;

/** A value where one of a few is allowed: which they are. */
export function unionWords({ program, diagnostic }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const given = valueAt(nodeAt(diagnostic));
  const wanted = given && checker.getContextualType(given);
  if (!given || !ts.isLiteralExpression(given) || !wanted) return undefined;
  const allowed = (wanted.isUnion() ? wanted.types : [wanted]).filter(
    (type): type is TS.StringLiteralType | TS.NumberLiteralType =>
      type.isStringLiteral() || type.isNumberLiteral(),
  );
  if (allowed.length < 2) return undefined;
  const text = ts.isStringLiteralLike(given) ? given.text : "";
  const texts = allowed.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const near = mistyped(text, texts) ?? texts.find((one) => text !== "" && one.endsWith(`/${text}`));
  const listed = allowed
    .slice(0, maxListed)
    .map((type) =>
      type.flags & ts.TypeFlags.EnumLiteral ? checker.typeToString(type) : JSON.stringify(type.value),
    );
  const more = allowed.length > maxListed ? ", ..." : "";
  return {
    reason: `${given.getText()} is none of the allowed values`,
    help: `${near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `}allowed: ${listed.join(", ")}${more}`,
    place: { start: given.getStart(), length: given.getWidth() },
  };
}

/** The value that does not fit: at the place of the error, or beside the name that the error is at. */
function valueAt(node: TS.Node | undefined): TS.Expression | undefined {
  if (!node) return undefined;
  if (ts.isLiteralExpression(node)) return node;
  const { parent } = node;
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.initializer)
    return parent.initializer;
  return ts.isBinaryExpression(parent) ? parent.right : undefined;
}
