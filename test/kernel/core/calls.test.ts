import { describe, expect, test } from "vitest";
import { callsOfText, scriptNames } from "../../../src/kernel/core/errors/calls.ts";
import { propertyPlace } from "../../../src/kernel/core/errors/words/property-place.ts";

describe("callsOfText", () => {
  test("reads a stack as Firefox writes it", () => {
    const stack =
      "inner@cell-1:3:5\nasync*outer/step@cell-2:1:12\nouter/<@cell-2:4:1\n@cell-3:2:1\nh@http://a/b.js line 3 > eval:1:2\n";
    expect(callsOfText(stack)).toEqual([
      { file: "cell-1", name: "inner", line: 2, column: 4 },
      { file: "cell-2", name: "step", line: 0, column: 11 },
      { file: "cell-2", name: undefined, line: 3, column: 0 },
      { file: "cell-3", name: undefined, line: 1, column: 0 },
      { file: "http://a/b.js line 3 > eval", name: "h", line: 0, column: 1 },
    ]);
  });

  test("names no function after what called it back, and calls a script as it calls itself", () => {
    scriptNames.set("blob:x", "cell-9");
    try {
      const stack = "promise callback*a@blob:x:1:1\nsetTimeout handler*b@blob:x:2:1\nasync*c@other:3:1";
      expect(callsOfText(stack).map(({ name, file }) => [name, file])).toEqual([
        ["a", "cell-9"],
        ["b", "cell-9"],
        ["c", "other"],
      ]);
    } finally {
      scriptNames.delete("blob:x");
    }
  });

  test("reads a stack as Safari writes it, and passes over what has no place", () => {
    expect(callsOfText("step@cell-4:7:9\nmap@[native code]\neval code@cell-4:9:1\nglobal code")).toEqual([
      { file: "cell-4", name: "step", line: 6, column: 8 },
      { file: "cell-4", name: undefined, line: 8, column: 0 },
    ]);
  });
});

describe("propertyPlace", () => {
  test("finds the property that an error speaks of, where it stands once behind the place", () => {
    const place = (code: string) =>
      propertyPlace(code, { line: 1, column: 2 }, `can't access property "b", o.a is undefined`);
    expect(place("f();\n  return o.a.b;")).toEqual({ line: 1, column: 13, length: 1 });
    expect(place("f();\n  return o.b.b;")).toBeUndefined();
    expect(place("f();\n  return o[a];")).toBeUndefined();
    const safari = (message: string) => propertyPlace("  o.a.b = 1;", { line: 0, column: 5 }, message);
    expect(safari("undefined is not an object (evaluating 'o.a.b = 1')")).toEqual({
      line: 0,
      column: 6,
      length: 1,
    });
    expect(safari("undefined is not an object (evaluating 'o[0]')")).toBeUndefined();
  });
});
