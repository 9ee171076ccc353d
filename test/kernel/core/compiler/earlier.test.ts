import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EarlierCells } from "../../../../src/kernel/core/compiler/earlier.ts";
import { localsOf, ts } from "../../../../src/kernel/core/compiler/typescript.ts";
import { platform } from "../../../../src/kernel/core/platform.ts";

const before = { ...platform };
beforeAll(() => Object.assign(platform, { folder: () => "/work" }));
afterAll(() => Object.assign(platform, before));

function after(...declarations: string[]): EarlierCells {
  const cells = new EarlierCells();
  for (const one of declarations) cells.add(one, ts.ScriptTarget.ES2022);
  return cells;
}
const numbers = (cells: EarlierCells): string[] => cells.paths.map((path) => /\d+/.exec(path)![0]);

describe("what earlier cells declared", () => {
  test("is a file for each, beside the notebook, whose names are exported", () => {
    const cells = after("declare const a: number;", "interface B {}\ndeclare let c: B;");
    expect(cells.paths).toEqual(["/work/__cell1__.d.ts", "/work/__cell2__.d.ts"]);
    expect(cells.names).toEqual(["a", "B", "c"]);
    expect(cells.file("/work/__cell2__.d.ts")!.text).toBe(
      "interface B {}\ndeclare let c: B;\nexport { B, c };\n",
    );
    expect(cells.file("/work/__cell3__.d.ts")).toBeUndefined();
  });

  test("is looked up in the latest first, and from there in the one before", () => {
    const cells = after("declare const a: 1;", "declare const b: 2;", "declare const c: 3;");
    const chain: string[] = [];
    for (let at = cells.latest as { parent?: object; fileName?: string } | undefined; at; at = at.parent)
      chain.push(at.fileName!);
    expect(chain).toEqual([3, 2, 1].map((n) => `/work/__cell${n}__.d.ts`));
    expect(after().latest).toBeUndefined();
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "goes when a later cell declares all of it anew",
      ["declare const a: 1;", "declare const b: 2;", "declare const a: 3;"],
      ["2", "3"],
    ],
    ["goes when it is declared anew at once", ["declare const a: 1;", "declare const a: 2;"], ["2"]],
    [
      "stays when a part of it is",
      ["declare const a: 1;\ndeclare const b: 2;", "declare const a: 3;"],
      ["1", "2"],
    ],
    [
      "stays when a cell in between speaks of it",
      ["type A = 1;", "declare const b: A;", "type A = 2;"],
      ["1", "2", "3"],
    ],
    [
      "goes when the cell in between that speaks of it declares it too",
      ["type A = 1;", "type A = 2;\ndeclare const b: A;", "type A = 3;"],
      ["2", "3"],
    ],
    [
      "stays when the latest speaks of its file",
      ["type A = 1;", 'type A = 2;\ndeclare const b: import("./__cell1__").A;'],
      ["1", "2"],
    ],
  ])("%s", (_, declarations, left) => {
    expect(numbers(after(...declarations))).toEqual(left);
  });

  test("is numbered on, whatever has gone", () => {
    expect(numbers(after("declare const a: 1;", "declare const a: 2;", "declare const b: 1;"))).toEqual([
      "2",
      "3",
    ]);
  });

  test("holds the symbols at its top, and no others", () => {
    const cells = after("declare const a: 1;\ndeclare function f(x: number): void;");
    const file = cells.latest!;
    const [a, f] = ["a", "f"].map((name) => localsOf(file).get(name as never));
    expect([cells.declares(a!), cells.declares(f!)]).toEqual([true, true]);
    const inner = localsOf(f!.declarations![0] as never).get("x" as never)!;
    expect(cells.declares(inner)).toBe(false);
    const unknown = after("declare const a: 1;", "declare const z: 2;").latest!;
    expect([...localsOf(unknown).values()].map((one) => cells.declares(one))).toEqual([false]);
    expect(cells.declares({} as never)).toBe(false);
    expect(localsOf(ts.createSourceFile("x.ts", "let x", ts.ScriptTarget.ES2022)).size).toBe(0);
  });
});
