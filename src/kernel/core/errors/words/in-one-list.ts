import { ts, type TS } from "../../compiler/typescript.ts";
import { isKind, isListType, partsOf } from "./kinds.ts";
import { nodeAt, type Scene, stretchOf, type Words } from "./scene.ts";

/** `curves(a, b)`: several, where the first may be a list of them. */
export function inOneListWords({ program, diagnostic }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallExpression);
  const [first, ...more] = call?.arguments ?? [];
  const takes = first && checker.getContextualType(first);
  const isKnown = takes && !(checker.getTypeAtLocation(first).flags & ts.TypeFlags.Any);
  const isList = isKnown && partsOf(takes).some((part) => isListOf(checker, part, first));
  const others = isList
    ? more.filter((one) => partsOf(takes).some((part) => isListOf(checker, part, one)))
    : [];
  const [second] = others;
  if (!call || !second) return undefined;
  const called = call.expression.getText();
  return {
    reason: `\`${called}\` takes several as one list`,
    help: `write: ${called}([${[first!, ...others].map((one) => one.getText()).join(", ")}])`,
    place: stretchOf(second),
  };
}

/** Whether a value could stand in a list of a type: of `run.losses` it is `run` that is meant. */
export function isListOf(checker: TS.TypeChecker, list: TS.Type, value: TS.Expression): boolean {
  const entry = isListType(checker, list) && checker.getIndexTypeOfType(list, ts.IndexKind.Number);
  return entry
    ? isKind(entry.getSymbol()?.name ?? "__") &&
        checker.isTypeAssignableTo(checker.getTypeAtLocation(value), entry)
    : false;
}
