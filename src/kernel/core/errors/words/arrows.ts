import { ts } from "../../compiler/typescript.ts";
import type { Explain } from "./explain.ts";
import { nodeAt, stretchOf } from "./scene.ts";

/** `() => { step: 1, loss }`: an object is meant, and braces after => hold statements. */
export const objectAfterArrowWords: Explain = ({ diagnostic }) => {
  const labelled = ts.findAncestor(nodeAt(diagnostic), ts.isLabeledStatement);
  const arrow = labelled?.parent.parent;
  if (!labelled || !arrow || !ts.isArrowFunction(arrow)) return undefined;
  return {
    reason: "the braces right after => hold what the function does, and no object",
    help: `an object stands in round brackets: => (${arrow.body.getText()})`,
    place: stretchOf(arrow.body),
    covers: stretchOf(arrow.body),
  };
};

/** `if (x => 0)`: a function where a comparison is meant. */
export const arrowInConditionWords: Explain = ({ diagnostic }) => {
  const arrow = ts.findAncestor(nodeAt(diagnostic), ts.isArrowFunction);
  if (!arrow) return undefined;
  return {
    reason: "=> makes a function, and compares nothing",
    help: "write: >=",
    covers: stretchOf(arrow),
  };
};
