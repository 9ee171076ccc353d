import { ts, type TS } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { nodeAt, type Scene, stretchOf, type Words } from "./scene.ts";

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
  if (allowed.length === 0) return undefined;
  const text = ts.isStringLiteralLike(given) ? given.text : "";
  const texts = allowed.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const [lesson] = /^[^/]+\//.exec(text) ?? [];
  const isOfLesson = ({ value }: { value: unknown }) =>
    lesson !== undefined && String(value).startsWith(lesson);
  const ofLesson = allowed.filter(isOfLesson);
  const near = ofLesson.length > 0 ? nearIn(lesson!, text, texts) : nearTo(text, texts);
  const listed = (ofLesson.length > 0 ? ofLesson : allowed)
    .slice(0, maxListed)
    .map((type) =>
      type.flags & ts.TypeFlags.EnumLiteral ? checker.typeToString(type) : JSON.stringify(type.value),
    );
  const more = allowed.length > listed.length ? ", ..." : "";
  return {
    reason: `${given.getText()} is ${allowed.length === 1 ? "not allowed here" : "none of the allowed values"}`,
    help: `${near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `}allowed: ${listed.join(", ")}${more}`,
    place: stretchOf(given),
  };
}

/** The text that is meant; an id may lack the name of its lesson. */
function nearTo(text: string, texts: readonly string[]): string | undefined {
  return mistyped(text, texts) ?? texts.find((one) => text !== "" && one.endsWith(`/${text}`));
}

/** The id of a lesson that is meant: of what stands behind the lesson's name. */
function nearIn(lesson: string, text: string, texts: readonly string[]): string | undefined {
  const ids = texts.filter((one) => one.startsWith(lesson)).map((one) => one.slice(lesson.length));
  const near = mistyped(text.slice(lesson.length), ids);
  return near === undefined ? undefined : lesson + near;
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
