import { withholdFromCells } from "../from-kernel.ts";
import { STAND_INS } from "./stand-ins.ts";
import { absence, absent, Substitution, valuesAt, withheld } from "./withheld.ts";

/** Thrown in the place of an exit of the process. */
export class ExitAttempt extends Error {}

/** How many lines an answer may print while it is checked: it is tried many times over, and each would print anew. */
export const PRINTED = 12;

const EXITS = ["exit", "reallyExit", "abort", "kill"];
const PRINTERS = ["log", "info", "debug", "warn", "error", "table", "dir"];

type Functions = Record<string, (...inputs: unknown[]) => unknown>;

const noExit = (): never => {
  throw new ExitAttempt();
};

/**
 * Closes the ways by which an answer could reach beyond its check, and withholds what it may not use; returns what opens them
 * again.
 */
export function lockWorld(lines: number): () => void {
  const world = globalThis as unknown as { process?: Functions; console: Functions };
  const exits = Object.fromEntries(EXITS.map((name) => [name, noExit]));
  const places = withheld();
  const substitution = new Substitution([
    ...places.map(absence),
    ...STAND_INS,
    ...(world.process === undefined
      ? []
      : [{ object: globalThis, key: "process", value: absent("process", exits) }]),
  ]);
  let left = lines;
  const undo = [
    replace(world.process, EXITS, () => noExit),
    replace(world.console, PRINTERS, (_, print) => (...inputs) => {
      left -= 1;
      if (left < 0) return;
      // What prints is not the answer's, and works with all that there is.
      substitution.end();
      try {
        print(...inputs);
        if (left === 0) print("(an answer is tried many times; what it prints from here on is left out)");
      } finally {
        substitution.begin();
      }
    }),
    withholdFromCells(valuesAt(places)),
  ];
  substitution.begin();
  // Without anything that the answer may have changed, as loops over lists.
  return () => {
    substitution.end();
    for (let i = 0; i < undo.length; i++) undo[i]!();
  };
}

/** Puts other functions in the place of some; returns what puts them back. */
function replace(
  owner: Functions | undefined,
  names: readonly string[],
  by: (name: string, was: Functions[string]) => Functions[string],
): () => void {
  if (owner === undefined) return () => undefined;
  const before = names
    .filter((name) => typeof owner[name] === "function")
    .map((name) => [name, owner[name]!] as const);
  for (const [name, was] of before) owner[name] = by(name, was);
  return () => {
    for (let i = 0; i < before.length; i++) owner[before[i]![0]] = before[i]![1];
  };
}
