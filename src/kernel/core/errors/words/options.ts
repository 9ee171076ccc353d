import { enumerated } from "../../../../enumerated.ts";
import { ts, type TS } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { misfit, partsOf } from "./kinds.ts";
import { listed, nodeAt, type Scene, stretchOf, type Words } from "./scene.ts";

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
      reason: `${enumerated([...names.map((name) => `\`${name}\``), ...(more === undefined ? [] : ["others"])])} are missing here`,
      help: `add them: { ${names.map((name) => `${name}: ...`).join(", ")}${others} }`,
    };
  }
  if (missing !== undefined)
    return { reason: `\`${missing}\` is missing here`, help: `add it: { ${missing}: ... }` };
  const node = nodeAt(diagnostic);
  const literal = ts.findAncestor(node, ts.isObjectLiteralExpression);
  const checker = program.getTypeChecker();
  const wanted = literal && checker.getContextualType(literal);
  if (!/ does not exist in type/.test(message) || !node || !wanted) return undefined;
  const options = optionsOf(checker, wanted);
  if (options.length === 0 && partsOf(wanted).some((type) => isList(checker, type)))
    return {
      reason: "a list is wanted here, and this is an object",
      help: "write: [1, 2]",
      place: stretchOf(literal),
    };
  const extra = ts.isStringLiteralLike(node) ? node.text : node.getText();
  return { reason: `nothing here is called \`${extra}\``, help: helpAmong(checker, options, extra) };
}

/** What an object may hold instead of a name that it may not. */
function helpAmong(checker: TS.TypeChecker, options: readonly TS.Symbol[], name: string): string {
  const inside = placeInside(checker, options, name);
  if (inside !== undefined) return inside;
  const names = options.map((option) => option.name);
  if (names.length === 0) return "leave it out: nothing can be named here";
  const near = mistyped(name, names);
  const guess = near === undefined ? "" : `did you mean \`${near}\`? `;
  return `${guess}allowed: ${listed(names)}`;
}

/** What can be named in an object of a type: of one that may be of several kinds, what any of them has. */
function optionsOf(checker: TS.TypeChecker, wanted: TS.Type): readonly TS.Symbol[] {
  const kinds = partsOf(checker.getBaseConstraintOfType(wanted) ?? wanted).filter(
    (type) =>
      type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) &&
      !isList(checker, type) &&
      type.getCallSignatures().length === 0,
  );
  const options = kinds
    .flatMap((type) => type.getProperties())
    .filter((option) => !/^__|^#/.test(option.name));
  return [...new Map(options.map((option) => [option.name, option])).values()];
}

function isList(checker: TS.TypeChecker, type: TS.Type): boolean {
  return checker.getIndexTypeOfType(type, ts.IndexKind.Number) !== undefined;
}

const rate = /^(lr|eta|lambda|.*rate)$/i;

/** Where an option stands that is one level further in, as a hyperparameter, or what the learning rate is called. */
function placeInside(
  checker: TS.TypeChecker,
  options: readonly TS.Symbol[],
  name: string,
): string | undefined {
  const rateAmong = (among: readonly TS.Symbol[]) =>
    among.find((one) => /^(lambda|eta)$/.test(one.name))?.name;
  const here = rateAmong(options);
  if (here !== undefined && rate.test(name)) return `the learning rate is called ${here} here`;
  for (const option of options) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(option));
    const found =
      checker.getPropertyOfType(type, name)?.name ??
      (rate.test(name) ? rateAmong(type.getProperties()) : undefined);
    const isObject = type.flags & ts.TypeFlags.Object && !checker.isArrayLikeType(type);
    if (isObject && found !== undefined && option.name === "hyper")
      return `it stands further in: hyper: { ${found}: ... }`;
  }
  return undefined;
}
