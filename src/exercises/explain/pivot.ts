/** An answer that is right but where one of its arguments is 0. */
import { nameText } from "../../math/text.ts";
import type { FormulaExplanation, Came, Tried } from "./tried-formula.ts";
import { same, valuesOf } from "../formula-target.ts";

/** So many points at least must come out right. */
const LEAST_RIGHT = 5;

/** Does no number come out exactly where one of the arguments is 0? Then the text divides by it. */
export function pivot({ right, points, got, source, unseen }: Tried): FormulaExplanation | undefined {
  if (got === undefined) return undefined;
  const all = [{ points, got }, ...(unseen === undefined ? [] : [unseen])];
  const zero = Object.keys(points[0]!).find(
    (name) => new RegExp(String.raw`/\s*${name}\b`).test(source) && all.every(failsAt(name, right)),
  );
  if (zero === undefined) return undefined;
  const x = nameText(zero);
  return {
    mistakes: [
      {
        id: `where ${zero} is 0`,
        what: `it divides by ${x}, so no number comes out where ${x} is 0, and elsewhere it is right`,
      },
    ],
    holds: failsAt(zero, right),
  };
}

const failsAt =
  (name: string, right: readonly string[]) =>
  ({ points, got }: Came): boolean => {
    const due = valuesOf(right, points);
    const isRight = points.map((_, i) => same([due[i]!], [got[i]!]));
    return (
      isRight.filter((one) => one).length >= LEAST_RIGHT &&
      points.every((point, i) => (point[name] === 0 ? !got[i]!.every(Number.isFinite) : isRight[i]))
    );
  };
