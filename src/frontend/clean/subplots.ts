import { atMost } from "./caps.ts";
import type { PlainObject } from "./plain.ts";

/** The most plots of one kind, each with its axes, in one figure. */
const MOST: Readonly<Record<string, number>> = {
  xaxis: 40,
  yaxis: 40,
  scene: 4,
  polar: 8,
  ternary: 8,
  smith: 8,
  legend: 8,
  coloraxis: 16,
};

/** The most names in a layout. */
const MOST_NAMES = 500;

const PAIRS = 64;

/** @throws InputError when a figure has more plots than a page draws without being held up */
export function checkSubplots(data: readonly PlainObject[], layout: PlainObject): void {
  atMost(MOST_NAMES, Object.keys(layout).length, "names in the layout");
  const named = data.flatMap(({ xaxis, yaxis, scene, subplot, legend, coloraxis }) => [
    textOr(xaxis, "x").replace("x", "xaxis"),
    textOr(yaxis, "y").replace("y", "yaxis"),
    ...[scene, subplot, legend, coloraxis].map((name) => textOr(name, "")),
  ]);
  const all = [...new Set([...named, ...Object.keys(layout)])];
  for (const [kind, most] of Object.entries(MOST)) {
    const count = all.filter((name) => name.replace(/\d+$/, "") === kind).length;
    atMost(most, count, kind.endsWith("axis") ? `axes of kind ${kind}` : `plots of kind ${kind}`);
  }
  atMost(
    PAIRS,
    new Set(data.map(({ xaxis, yaxis }) => `${textOr(xaxis, "x")} ${textOr(yaxis, "y")}`)).size,
    "plots",
  );
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);
