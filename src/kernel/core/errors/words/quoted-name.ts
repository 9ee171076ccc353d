import { ts } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { valuesOf } from "./exported.ts";
import { calledOf } from "./kinds.ts";
import { listed, nodeAt, type Scene, stretchOf, type Words } from "./scene.ts";

/** A text where something of the library's is wanted, as a rule: its name, in quotes. */
export function quotedNameWords({ program, diagnostic, library }: Scene): Words | undefined {
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallExpression);
  const checker = program.getTypeChecker();
  const parameters = (call && checker.getResolvedSignature(call)?.parameters) ?? [];
  for (const [i, parameter] of parameters.entries()) {
    const argument = call?.arguments[i];
    if (!argument || !ts.isStringLiteralLike(argument)) continue;
    const wanted = checker.getTypeOfSymbol(parameter);
    const called = calledOf(checker, wanted);
    const symbol = wanted.getSymbol();
    if (symbol === undefined) continue;
    const names = valuesOf(program, library)
      .filter((one) => checker.getTypeOfSymbol(one).getSymbol() === symbol)
      .map(({ name }) => name);
    if (called === undefined || names.length === 0) continue;
    const near = names.includes(argument.text) ? argument.text : mistyped(argument.text, names);

    return {
      reason: `\`${argument.getText()}\` is a text, and ${called} is wanted here`,
      help:
        near === undefined
          ? `write a name without quotes: ${listed(names)}`
          : `write it without quotes: ${near}`,
      place: stretchOf(argument),
    };
  }
  return undefined;
}
