import { afterEach, beforeEach, expect, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error"] as const;

const loud = Object.fromEntries(
  METHODS.map((method) => [
    method,
    (...words: unknown[]) =>
      expect.unreachable(`unexpected console.${method}: ${words.map(String).join(" ")}`),
  ]),
);

const usual = Object.fromEntries(METHODS.map((method) => [method, console[method]]));

/** Unexpected console output fails a test; a test that expects some mocks the console itself. */
beforeEach(() => {
  Object.assign(console, loud);
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(console, usual);
});
