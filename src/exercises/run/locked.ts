import { withholdFromCells } from "../from-kernel.ts";
import { OFFERED, SILENT } from "./offered.ts";
import { STAND_INS } from "./stand-ins.ts";
import { absence, absent, type Substitute, Substitution, valuesAt, withheld } from "./withheld.ts";

/** Thrown in the place of an exit of the process. */
export class ExitAttempt extends Error {}

/** How many lines an answer may print while it is checked: it is tried many times over, and each would print anew. */
export const PRINTED = 12;

const EXITS = ["exit", "reallyExit", "abort", "kill"];

/** What shows values in a notebook. */
const DISPLAY = Symbol.for("fall-line.display");

type Functions = Record<string, (...inputs: unknown[]) => unknown>;

interface World {
  readonly process?: Functions;
  readonly console: Functions;
  readonly [DISPLAY]?: Functions;
}

const noExit = (): never => {
  throw new ExitAttempt();
};
const nothing = (): undefined => undefined;

/**
 * Closes the ways by which an answer could reach beyond its check, and withholds what it may not use; returns what opens them
 * again.
 */
export function lockWorld(lines: number): () => void {
  const world = globalThis as unknown as World;
  const { log } = world.console;
  const exits = Object.fromEntries(EXITS.map((name) => [name, noExit]));
  const places = withheld();
  let left = lines;
  let isLocked = true;
  let isAside = false;
  // What prints and shows is not the answer's, and works with all that there is.
  const aside = <T>(action: () => T): T => {
    isAside = true;
    substitution.end();
    try {
      return action();
    } finally {
      isAside = false;
      if (isLocked) substitution.begin();
    }
  };
  const say = (action: () => unknown): void => {
    // What prints may print by another.
    if (isAside) return void action();
    left -= 1;
    if (left < 0) return;
    aside(() => {
      action();
      if (left === 0) log!("(an answer is tried many times; what it prints from here on is left out)");
    });
  };
  const substitution = new Substitution([
    ...places.map(absence),
    ...STAND_INS,
    ...insteadOf(world.process, "process", () => absent("process", exits)),
    ...insteadOf(world[DISPLAY], DISPLAY, (host) => ({
      ...host,
      show: (...inputs: unknown[]) => say(() => host["show"]!(...inputs)),
      describe: host["describe"] && ((value: unknown) => aside(() => host["describe"]!(value))),
      clear: nothing,
    })),
  ]);
  const undo = [
    replace(world.process, EXITS, () => noExit),
    replace(world.console, OFFERED["console"]!.split(" "), (name, was) => {
      if (SILENT.includes(name)) return nothing;
      const print = name.startsWith("group") ? log! : was;
      return (...inputs) => {
        if (name !== "assert" || !inputs[0]) say(() => print(...inputs));
      };
    }),
    withholdFromCells(valuesAt(places), unlock),
  ];
  substitution.begin();
  return unlock;

  // Without anything that the answer may have changed, as loops over lists. A kernel may have called it before.
  function unlock(): void {
    if (!isLocked) return;
    isLocked = false;
    substitution.end();
    for (let i = 0; i < undo.length; i++) undo[i]!();
  }
}

/** What takes the place of something that is global, if it is there. */
const insteadOf = <T>(was: T | undefined, key: PropertyKey, by: (was: T) => unknown): Substitute[] =>
  was === undefined ? [] : [{ object: globalThis, key, value: by(was) }];

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
