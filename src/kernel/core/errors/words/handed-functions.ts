import { ts } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";
import { simple } from "./slips.ts";

/** `[1, 2].map(parseInt)`: a function that takes something else than it is given there. */
export function handedFunctionWords({ diagnostic, message }: Scene): Words | undefined {
  const [, given, taken] =
    /Types of parameters '[^']+' and '[^']+' are incompatible\.\s+Type '([^']+)' is not assignable to type '([^']+)'/.exec(
      message,
    ) ?? [];
  const [gets, takes] = [simple[given ?? ""], simple[taken ?? ""]];
  const node = nodeAt(diagnostic);
  if (!gets || !takes || !node) return undefined;
  const isNamed = ts.isIdentifier(node) && !ts.isParameter(node.parent);
  return {
    reason: `${isNamed ? `\`${node.text}\`` : "the function"} takes ${takes.called}, and is given ${gets.called} here`,
    help: isNamed
      ? `write: (x) => ${node.text}(${takes.made.replace(/,.*/, "")})`
      : "leave the type of its parameter out, or write the other one",
  };
}
