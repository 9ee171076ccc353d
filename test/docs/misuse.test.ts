import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import { misuses, refused } from "./misuse.ts";

/** Runs plain JavaScript with the library's names at hand. */
function run(code: string): unknown {
  const at = code.lastIndexOf("; ") + 1;
  // oxlint-disable-next-line typescript/no-implied-eval
  const program = new Function(
    ...Object.keys(library),
    `{ ${code.slice(0, at)} return (${code.slice(at)}); }`,
  );
  return (program as (...values: unknown[]) => unknown)(...Object.values(library));
}

function errorOf(code: string): library.InputError {
  try {
    run(code);
  } catch (error) {
    expect(error, code).toBeInstanceOf(library.InputError);
    return error as library.InputError;
  }
  throw new Error(`${code} is accepted`);
}

/** The code in a cure: what stands behind its colon, or the name that was meant. */
function codeIn(cure: string | undefined): string {
  const [, meant, code] = /did you mean (.+)\?|: (.+)$/s.exec(cure ?? "") ?? [];
  return meant ?? code ?? `nothing in the cure ${String(cure)}`;
}

describe("bad use is told with a cure that then is accepted", () => {
  test.each(misuses)("$bad", ({ bad, mended }) => {
    const { complaint, message } = errorOf(bad);
    expect(message.length).toBeLessThan(700);
    expect(() => run(mended(codeIn(complaint.cure)))).not.toThrow();
  });
});

test.each(refused)("%s is refused in words", (bad) => {
  const { allowed, cure } = errorOf(bad).complaint;
  expect(allowed ?? cure ?? errorOf(bad).message).not.toBe("");
});

test("what is not a number is shown as it was given", () => {
  expect(errorOf('descend("x^2", momentum, { steps: 5, start: [NaN] })').message).toContain("got [NaN]");
  expect(errorOf('descend("x^2", momentum, { steps: 5, start: undefined })').message).toContain("start: [1]");
  expect(errorOf("descend(ravine, momentum, { steps: Infinity })").message).toContain("got Infinity");
});

test("what is asked of an exercise under anything but a name is answered in words", () => {
  expect(run("check(momentum, 3).headline")).toBe(
    "The first thing to give is the id of an exercise, in quotes; this was an object.",
  );
  expect(run("ask().text")).toContain("There are exercises of: start-here");
});
