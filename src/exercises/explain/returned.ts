/** What can be wrong with how something is returned: `check` says it of what a function gave, the kernel of what its types say. */
import type { Mistake } from "../mistake.ts";

/** A fault of how something is returned. */
export const returnFault = (id: string, sentence: string, cure?: string): Mistake => ({
  id: `return: ${id}`,
  sentence,
  ...(cure === undefined ? {} : { cure }),
});

/** A fault of how one quantity is returned. */
export const quantityFault = (name: string, id: string, sentence: string, cure?: string): Mistake => ({
  ...returnFault(`${name} ${id}`, sentence, cure),
  quantity: name,
});

/** What a step gives back: `{ w: ..., m: ... }`. */
export const shapeOf = (states: readonly string[]): string =>
  `{ ${["w", ...states].map((name) => `${name}: ...`).join(", ")} }`;

export const PROMISE = returnFault(
  "promise",
  "your function returns a promise",
  "A step is computed at once: take out async and await.",
);

/** @param what "a bare list", "a list of lists" */
export const bareList = (what: string, states: readonly string[]): Mistake =>
  returnFault(
    "bare list",
    `your function returns ${what}, and an object is asked for`,
    `Return ${shapeOf(states)}.`,
  );

export const noObject = (got: string, states: readonly string[]): Mistake =>
  returnFault("no object", `your function returns ${got}, and ${shapeOf(states)} is asked for`);

/** @param shown what the quantity is called in words */
export const underAnotherName = (name: string, other: string, shown: string): Mistake =>
  quantityFault(
    name,
    "under another name",
    `the new ${shown} is returned under the name ${other}, and it is looked for under ${name}`,
    `Return ${name}: ${other}.`,
  );

/** @param others the names of what is returned */
export const noW = (others: readonly string[]): Mistake =>
  returnFault(
    "no w",
    `there is no w in what your function returns${others.length === 0 ? "" : `; there is ${others.join(", ")}`}`,
  );

export const ofForEach = (name: string, shown: string): Mistake =>
  quantityFault(
    name,
    "undefined",
    `${shown} is undefined: forEach gives nothing back`,
    "map makes a new list.",
  );

export const noList = (name: string, shown: string, got: string): Mistake =>
  quantityFault(name, "no list", `${shown} should be a list of numbers; it is ${got}`);

export const noEntries = (name: string, shown: string): Mistake =>
  quantityFault(
    name,
    "undefined entries",
    `every entry of ${shown} is undefined: a function with braces gives back only what return says`,
    "Write return in it, or take the braces away.",
  );

export const badEntry = (name: string, shown: string, got: string): Mistake =>
  quantityFault(name, "entries", `an entry of ${shown} is ${got} and no number`);
