import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { misfit } from "./kinds.ts";
import { maxListed, nodeAt, type Scene, type Words } from "./scene.ts";

/** A property that must be there, or one that must not. */
export function optionWords(scene: Scene): Words | undefined {
  const { program, diagnostic, message } = scene;
  const missing = /Property '([^']+)' is missing in type/.exec(message)?.[1];
  if (missing !== undefined && !ts.isObjectLiteralExpression(misfit(scene)?.given ?? nodeAt(diagnostic)!))
    return undefined;
  const [, several, more] =
    /is missing the following properties from type '.*': ([\w, ]+?)(, and \d+ more\.)?$/.exec(message) ?? [];
  if (several !== undefined && ts.isObjectLiteralExpression(misfit(scene)?.given ?? nodeAt(diagnostic)!)) {
    const names = several.split(", ");
    const others = more === undefined ? "" : ", ...";
    return {
      reason: `${names.map((name) => `\`${name}\``).join(" and ")}${more === undefined ? "" : " and others"} are missing here`,
      help: `add them: { ${names.map((name) => `${name}: ...`).join(", ")}${others} }`,
    };
  }
  if (missing !== undefined)
    return { reason: `\`${missing}\` is missing here`, help: `add it: { ${missing}: ... }` };
  const extra = / '([^']+)' does not exist in type/.exec(message)?.[1];
  const literal = ts.findAncestor(nodeAt(diagnostic), ts.isObjectLiteralExpression);
  const wanted = literal && program.getTypeChecker().getContextualType(literal);
  if (extra === undefined || !wanted) return undefined;
  const checker = program.getTypeChecker();
  if (checker.getIndexTypeOfType(wanted, ts.IndexKind.Number))
    return {
      reason: "a list is wanted here, and this is an object",
      help: "write: [1, 2]",
      place: { start: literal.getStart(), length: literal.getWidth() },
    };
  const names = wanted.getProperties().map(({ name }) => name);
  const inside = placeInside(checker, wanted, extra);
  if (inside !== undefined) return { reason: `nothing here is called \`${extra}\``, help: inside };
  const near = mistyped(extra, names);
  const guess = near === undefined ? "" : `did you mean \`${near}\`? `;
  return {
    reason: `nothing here is called \`${extra}\``,
    help: `${guess}allowed: ${names.slice(0, maxListed).join(", ")}${names.length > maxListed ? ", ..." : ""}`,
  };
}

const rate = /^(lr|eta|lambda|.*rate)$/i;

/** Where an option stands that is one level further in, as a hyperparameter, or what the learning rate is called. */
function placeInside(checker: TS.TypeChecker, wanted: TS.Type, name: string): string | undefined {
  const rateAmong = (type: TS.Type) =>
    type.getProperties().find((one) => /^(lambda|eta)$/.test(one.name))?.name;
  const here = rateAmong(wanted);
  if (here !== undefined && rate.test(name)) return `the learning rate is called ${here} here`;
  for (const option of wanted.getProperties()) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(option));
    const found =
      checker.getPropertyOfType(type, name)?.name ?? (rate.test(name) ? rateAmong(type) : undefined);
    const isObject = type.flags & ts.TypeFlags.Object && !checker.isArrayLikeType(type);
    if (isObject && found !== undefined && option.name === "hyper")
      return `it stands further in: hyper: { ${found}: ... }`;
  }
  return undefined;
}
