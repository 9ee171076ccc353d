/** Thrown in the place of an exit of the process. */
export class ExitAttempt extends Error {}

/** How many lines an answer may print while it is checked: it is tried many times over, and each would print anew. */
export const PRINTED = 12;

const EXITS = ["exit", "reallyExit", "abort", "kill"];
const TIMERS = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"];
const PRINTERS = ["log", "info", "debug", "warn", "error", "table", "dir"];

type Functions = Record<string, (...inputs: unknown[]) => unknown>;

/** Closes the ways by which an answer could reach beyond its check, where they are there; returns what opens them again. */
export function lockWorld(lines: number): () => void {
  const world = globalThis as unknown as { process?: Functions; console: Functions };
  let left = lines;
  const undo = [
    replace(world.process, EXITS, () => () => {
      throw new ExitAttempt();
    }),
    replace(world as unknown as Functions, TIMERS, (name) => () => {
      throw new Error(`${name} has no place here: an answer is computed at once`);
    }),
    replace(world.console, PRINTERS, (name, print) => (...inputs) => {
      left -= 1;
      if (left >= 0) print(...inputs);
      if (left === 0) print("(an answer is tried many times; what it prints from here on is left out)");
    }),
  ];
  return () => {
    for (const open of undo) open();
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
    for (const [name, was] of before) owner[name] = was;
  };
}
