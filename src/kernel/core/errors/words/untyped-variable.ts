import { ts } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

/** `let x;` or `const x = []`, where nothing says what x is to hold. */
export function untypedVariableWords({ program, diagnostic }: Scene): Words {
  const at = nodeAt(diagnostic);
  const checker = program.getTypeChecker();
  const made = at && checker.getSymbolAtLocation(at)?.valueDeclaration;
  if (!made || !ts.isVariableDeclaration(made))
    return { help: "say what it holds, as in: const path: number[] = []" };
  const name = made.name.getText();
  const keyword = made.parent.getFirstToken()!.getText();
  const isList = made.initializer !== undefined && ts.isArrayLiteralExpression(made.initializer);
  return isList
    ? {
        reason: `\`${name}\` is empty at first, and nothing says what it is to hold`,
        help: `where it is made write: ${keyword} ${name}: number[] = []`,
      }
    : {
        reason: `\`${name}\` has no value at first, and nothing says what it is to hold`,
        help: `give it one where it is made, as in: let ${name} = 0`,
      };
}
