import { describe, expect, test } from "vitest";
import {
  completionsAt,
  diagnosticsOf,
  quickInfoAt,
  signatureAt,
} from "../../../../src/kernel/core/compiler/services.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";

const GLOBALS =
  ["Array<T>", "Boolean", "CallableFunction", "Function", "IArguments", "NewableFunction", "Number", "Object", "RegExp", "String"] // prettier-ignore
    .map((name) => `interface ${name} {}`)
    .join("\n");

/** A program of a cell and what is global, without the library of the language. */
function programOf(code: string, globals = GLOBALS) {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, noLib: true, types: [], strict: true }; // prettier-ignore
  const files = new Map(
    Object.entries({ "cell.ts": code, "globals.d.ts": globals }).map(([name, text]) => [
      name,
      ts.createSourceFile(name, text, options.target, true),
    ]),
  );
  const host = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name: string) => files.get(name),
    fileExists: (name: string) => files.has(name),
    directoryExists: () => false,
    getDirectories: () => [],
    readDirectory: () => [],
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return { program, host, file: files.get("cell.ts")!, globals: files.get("globals.d.ts")! };
}

const textOf = (parts: readonly { text: string }[] | undefined): string | undefined =>
  parts?.map(({ text }) => text).join("");

describe("what the compiler has against files", () => {
  const found = (code: string, globals?: string): unknown[] => {
    const { program, file } = programOf(code, globals);
    return diagnosticsOf(program, [file, file]).map(({ code: number, start }) => [number, start]);
  };

  test.each<[code: string, said: unknown[]]>([
    ["const a = 1;", []],
    ["const a: number = ''; b;", [[2322, 6], [2304, 22]]],
    ["b; const = 1;", [[2304, 0], [1134, 9], [1134, 11]]],
  ])("of %j it is said once, in its order", (code, said) => {
    expect(found(code)).toEqual(said);
  }); // prettier-ignore

  test("is also what is missing of all that is global", () => {
    expect(found("1;", "")).toContainEqual([2318, undefined]);
  });
});

describe("what is known of a name", () => {
  const code = `/** A ball. */
class Ball {
  roll(time: number): number { return time; }
}
const ball = new Ball();
export interface Shape { width: number }
declare type Rule = "adam";
ball.roll(2);
Shape;
let r: Rule;
interface Options {
  /** How far. */
  steps: number;
}
declare function go(options: Options): void;
declare const steps: number;
go({ steps: 3 });
go({ steps });
1 + 1;`;
  const { program, file } = programOf(code);
  const known = (position: number) => quickInfoAt(file, program.getTypeChecker(), position);

  test.each<[at: string, name: string, kind: string, text: string, said: string]>([
    ["Ball {", "Ball", "class", "class Ball", "A ball."],
    ["ball.roll(2)", "ball", "const", "const ball: Ball", ""],
    ["roll(2)", "roll", "method", "(method) Ball.roll(time: number): number", ""],
    ["Shape;", "Shape", "interface", "interface Shape { width: number }", ""],
    ["steps: 3", "steps", "property", "(property) Options.steps: number", "How far."],
    ["steps });", "steps", "property", "(property) Options.steps: number", "How far."],
    ["Rule;", "Rule", "type", 'type Rule = "adam";', ""],
  ])("at %j", (at, name, kind, text, said) => {
    const start = code.lastIndexOf(at);
    for (const position of [start, start + name.length - 1]) {
      const info = known(position)!;
      expect([info.kind, textOf(info.displayParts), textOf(info.documentation)]).toEqual([kind, text, said]);
      expect([info.textSpan, info.kindModifiers]).toEqual([{ start, length: name.length }, ""]);
    }
  });

  test.each([code.indexOf("1 + 1"), code.indexOf("+ 1"), code.length, code.indexOf("const ball")])(
    "is nothing where there is none: %i",
    (position) => expect(known(position)).toBeUndefined(),
  );
});

describe("the function that is called around a position", () => {
  const declared = `/** Rolls.
 * @param far is far */
declare function roll(time: number, far?: string): number;
declare function none(): void;
`;
  const around = (call: string) => {
    const { program, file } = programOf(declared + call);
    return signatureAt(program, file, declared.length + call.length);
  };

  test.each<[call: string, text: string, said: string]>([
    ["roll(", "roll(\u001b[1mtime: number\u001b[22m, far?: string): number", "Rolls."],
    ["roll(1, ", "roll(time: number, \u001b[1mfar?: string\u001b[22m): number", "Rolls.\nis far"],
    ["none(", "none(): void", ""],
  ])("%s", (call, text, said) => {
    const info = around(call)!;
    expect([info.kind, textOf(info.displayParts), textOf(info.documentation)]).toEqual(["function", text, said]);
    expect([info.kindModifiers, info.textSpan.start]).toEqual(["", declared.length + call.indexOf("(") + 1]);
  }); // prettier-ignore

  test.each(["roll", "roll(1, 'a');", "nowhere(", ""])("is none after %j", (call) => {
    expect(around(call)).toBeUndefined();
  });
});

describe("what can stand at a position", () => {
  const names = (code: string, modules: string[] = []): string[] | undefined => {
    const { program, host, file } = programOf(code, `${GLOBALS}\ndeclare module "known" {}`);
    const found = completionsAt(program, host, file, code.length, () => modules);
    return found?.entries.map(({ name }) => name);
  };

  test("are the members of what stands before a point", () => {
    expect(names("const a = { b: 1, c: '' }; a.")).toEqual(["b", "c"]);
  });

  test("are names, and words of the language", () => {
    const found = names("const mine = 1; function own() {} m");
    expect(found).toEqual(expect.arrayContaining(["mine", "own", "return"]));
  });

  test("are the modules that the program knows, and others that can be imported", () => {
    expect(names('import x from "', ["node:fs"])!.sort()).toEqual(["known", "node:fs"]);
  });

  test("are texts, where a type has only some", () => {
    expect(names('const r: "adam" | "sgd" = "')).toEqual(["adam", "sgd"]);
  });
});
