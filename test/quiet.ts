import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error"] as const;

/** Unexpected console output fails a test; a test that expects some mocks the console itself. */
beforeEach(() => {
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      expect.unreachable(`unexpected console.${method}: ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

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
