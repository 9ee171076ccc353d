import { resolve } from "node:path";
import { expect, test } from "vitest";
import { defineRule, InputError } from "fall-line";
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

/** An error of the library that was thrown here, when these were running, the innermost first. */
function stopped(...running: string[]): InputError {
  const error = new InputError({ what: "no" });
  error.stack = ["InputError: no", "at the end of 2:1", ...running.map((place) => `    at ${place}`)].join(
    "\n",
  );
  return error;
}

const file = (path: string): string => resolve("/project", path);

test.each([
  ["the file that was running", [`${file("src/rules/a.ts")}:3:1`], "src/rules/a.ts: no"],
  [
    "the outermost of several",
    [`make (${file("src/math/parse.ts")}:9:1)`, `new Rule (${file("src/rules/a.ts")}:3:1)`],
    "src/rules/a.ts: no",
  ],
  ["a file by its address", ["make (file:///project/src/a%20b.ts:9:1)"], "src/a b.ts: no"],
  [
    "no file that only waited",
    [`${file("src/a.ts")}:3:1`, `async ${file("src/cli/build.ts")}:9:1`],
    "src/a.ts: no",
  ],
  [
    "no file of a package",
    [`${file("src/a.ts")}:3:1`, `run (${file("node_modules/tsx/a.js")}:9:1)`],
    "src/a.ts: no",
  ],
  ["no file of Node's", [`${file("src/a.ts")}:3:1`, "run (node:internal/modules:9:1)"], "src/a.ts: no"],
  ["no file of elsewhere", [`${file("src/a.ts")}:3:1`, "run (/elsewhere/b.ts:9:1)"], "src/a.ts: no"],
  ["none where there is none", ["run (node:internal/modules:9:1)", "<anonymous>"], "no"],
])("what stopped the build names %s", (_, running, told) => {
  expect(wrongSource(stopped(...running), "/project")).toBe(told);
});

test("any other error is not told so", () => {
  expect(wrongSource(new Error("no"), projectDir)).toBeUndefined();
});
