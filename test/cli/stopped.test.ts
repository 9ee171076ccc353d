import { resolve } from "node:path";
import { expect, test } from "vitest";
import { defineRule } from "fall-line";
import { wrongSource } from "../../src/cli/build/stopped.ts";

const projectDir = resolve(import.meta.dirname, "../..");

function thrown(throwing: () => unknown): unknown {
  try {
    return throwing();
  } catch (error) {
    return error;
  }
}

test("what a source does wrong is told with its file, its rule and its line, without a stack", () => {
  const equations = { w: "w - lamda*g" };
  const error = thrown(() => defineRule({ id: "sign-momentum", title: "Sign momentum", equations }));
  expect(wrongSource(error, projectDir)).toMatch(
    /^test\/cli\/stopped\.test\.ts: rule "sign-momentum", line of w: lamda is not defined here\n[^]*\nallowed: [^\n]*$/,
  );
});

test("any other error is not told so", () => {
  expect(wrongSource(new Error("no"), projectDir)).toBeUndefined();
});
