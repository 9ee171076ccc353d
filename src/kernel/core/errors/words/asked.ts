import { ts } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { valuesOf } from "./exported.ts";
import { partsOf } from "./kinds.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

/** `ask("momentum/rule")`, which no card asks, or `ask("mine/step")`, which is of no lesson. */
export function askedWords({ program, diagnostic, library }: Scene): Words | undefined {
  const id = nodeAt(diagnostic);
  const call = id?.parent;
  if (!id || !ts.isStringLiteralLike(id) || !call || !ts.isCallExpression(call)) return undefined;
  const { expression: called } = call;
  const owner = ts.isPropertyAccessExpression(called) ? called.expression : undefined;
  if (!/(^|\.)ask$/.test(called.getText()) || call.arguments[0] !== id) return undefined;
  const checker = program.getTypeChecker();
  const check = owner
    ? checker.getTypeAtLocation(owner).getProperty("check")
    : valuesOf(program, library).find(({ name }) => name === "check");
  const [takesId] = check ? (checker.getTypeOfSymbol(check).getCallSignatures()[0]?.parameters ?? []) : [];
  const allowed = takesId && checker.getBaseConstraintOfType(checker.getTypeOfSymbol(takesId));
  const ids = allowed ? partsOf(allowed).flatMap((one) => (one.isStringLiteral() ? [one.value] : [])) : [];
  if (ids.includes(id.text))
    return {
      reason: `${id.getText()} is not answered on a card`,
      help: `it is answered in code: ${owner && ts.isIdentifier(owner) ? `${owner.text}.` : ""}check(${id.getText()}, ...)`,
    };
  const [set, lesson] = /^([^/]+)\/./.exec(id.text)?.slice(0, 2).reverse() ?? [];
  const isOfLesson = lesson === undefined || ids.some((one) => one.startsWith(`${set}/`));
  if (owner || isOfLesson || mistyped(id.text, ids) !== undefined) return undefined;
  return {
    reason: `no lesson has an exercise ${id.getText()}`,
    help: `those of your own are asked by what defineExercises gives: const mine = defineExercises("${set}", { ... }); mine.ask(${id.getText()})`,
  };
}
