import { afterEach, expect, test, vi } from "vitest";
import { cellOptions } from "../../../../src/kernel/core/compiler/compiler-options.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";

afterEach(() => vi.unstubAllGlobals());

test("the options for cells are those of the lessons, with declarations of ours and all that is emitted", () => {
  vi.stubGlobal("LESSON_OPTIONS", { target: "es2022", strict: true, noEmit: true, lib: ["es2022"], types: ["node"] });
  const places = { library: { code: "/l.js", types: "/l.d.ts" }, tslabTypes: "/t.d.ts" };
  expect(cellOptions(places as never)).toEqual({
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noLib: true,
    types: [],
    paths: { "fall-line": ["/l.d.ts"], tslab: ["/t.d.ts"] },
    declaration: true,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  });
}); // prettier-ignore
