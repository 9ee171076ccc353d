import { counted } from "../counted.ts";
import { type MimeBundle, showsItself } from "../display.ts";
import { expressionTex } from "../math/expression-tex.ts";
import { numberText } from "../math/numerals.ts";

type Points = readonly (readonly number[])[];

/** What is told of an objective. */
interface Shown {
  readonly name: string;
  readonly dimension: number;
  readonly expression?: string;
  readonly variables?: readonly string[];
  readonly minima?: Points;
  readonly localMinima?: Points;
  readonly least?: number;
  readonly start?: readonly number[];
  readonly source?: string;
}

/** An objective that shows itself as its formula, where it has one, and what is known of it. */
export function shownObjective<O extends Shown>(on: O): O {
  return showsItself(on, { kind: "Objective", name: ({ name }) => name, bundle: bundleOf });
}

function bundleOf(on: Shown): MimeBundle {
  const { name, expression } = on;
  const facts = factsOf(on);
  const isNamed = name !== expression;
  const formula = expression === undefined ? [] : [`$$${expressionTex(expression)}$$`];
  const head = expression === undefined || !isNamed ? name : `${name}: ${expression}`;
  return {
    "text/markdown": [...(isNamed ? [`**${name}**`] : []), ...formula, facts.join("  \n")].join("\n\n"),
    "text/plain": [head, ...facts.map((fact) => `  ${fact}`)].join("\n"),
  };
}

/** Points are told up to so many numbers. */
const fewNumbers = 3;

function factsOf({ dimension, variables, minima, localMinima, least, start, source }: Shown): string[] {
  const isShort = dimension <= fewNumbers;
  const places = (points: Points): string =>
    points.map((point) => `(${point.map(numberText).join(", ")})`).join(", ");
  const lowest = least === undefined ? "" : `least value ${numberText(least)}`;
  const at = isShort && minima?.length ? ` at ${places(minima)}` : "";
  return [
    `in ${counted(dimension, "parameter")}${isShort && variables ? `: ${variables.join(", ")}` : ""}`,
    ...(lowest === "" ? [] : [least === -Infinity ? "without a least value" : `${lowest}${at}`]),
    ...(isShort && localMinima?.length ? [`other minima at ${places(localMinima)}`] : []),
    ...(isShort && start !== undefined ? [`usual start ${places([start])}`] : []),
    ...(source === undefined ? [] : [`Source: ${source}`]),
  ];
}
