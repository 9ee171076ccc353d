import { afterAll, expect } from "vitest";

/** Files of tests follow one another in a process: what one puts where the library looks for its host has to go with it. */
const found = slots();
afterAll(() => {
  expect(slots()).toEqual(found);
});

function slots(): string[] {
  return Object.getOwnPropertySymbols(globalThis)
    .filter((slot) => Reflect.get(globalThis, slot) !== undefined)
    .map(String)
    .filter((name) => name.startsWith("Symbol(fall-line"))
    .sort();
}
