import { begin, calls, caught, countName, end, left, passName, rounds } from "./counting-nodes.ts";
import { kernelName } from "./names.ts";

const look = (counter: string): string =>
  String.raw`--${counter} < 0 && \(${counter} = ${kernelName}\.${countName}\(\)\)`;
const asking = String.raw`${left} = -1; ${left} < 0; ${rounds} = ${left}\)`;
const beginning = String.raw`${left} = \(${rounds} >= 0 \? ${rounds} : ${kernelName}\.${countName}\(\)\) \| 0;`;

const machinery: readonly [RegExp, string][] = [
  [new RegExp(String.raw`\s*let ${rounds} = \d+;`, "g"), ""],
  [new RegExp(String.raw`for \(let ${asking} \{\s*/\*${begin}\*/\s*${beginning}\s*`, "g"), ""],
  [new RegExp(String.raw`(?:, |let )${asking}\s*for \(${beginning}`, "g"), ";"],
  [new RegExp(String.raw`--${left} >= 0(?: && \()?`, "g"), ""],
  [new RegExp(String.raw`\s*\{\s*/\*${begin}\*/\s*${look(rounds)};`, "g"), ""],
  [new RegExp(String.raw`\(${look(calls)}, `, "g"), ""],
  [new RegExp(String.raw`\s*/\*${end}\*/\s*[)}]`, "g"), ""],
  [new RegExp(String.raw`\s*(?:${look(calls)}|${look(rounds)});`, "g"), ""],
  [new RegExp(String.raw`\s*${kernelName}\.${passName}\([\w$]+\);`, "g"), ""],
  [new RegExp(String.raw`catch \(${caught}\)`, "g"), "catch"],
];

/** The text of a function without what counts in it. */
export function withoutCounting(text: string): string {
  return machinery.reduce((rest, [what, by]) => rest.replace(what, by), text);
}
