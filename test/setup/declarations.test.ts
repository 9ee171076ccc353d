import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
/** The build of TypeScript 5.0 that comes with tslab; the kernel does not use it. */
const old = createRequire(require.resolve("tslab/package.json"))(
  "@tslab/typescript-for-tslab",
) as typeof import("typescript");
const built = fileURLToPath(new URL("../../dist/index.d.ts", import.meta.url));

const PROGRAM = `import { adam, convention, descend, momentum, ravine, Trace } from "./fall-line";
const path = descend(ravine, momentum, { steps: 3, hyper: { lambda: 0.1 } });
const m: Float64Array = path.at(1).m;
const back: Trace = path;
path.worked(1).lines[0]?.name.length;
descend(ravine, convention("momentum", "torch"), { steps: 3, hyper: { tau: 0.1 } }).at(1).loss.toFixed(2);
descend(ravine, adam, { steps: 3, hyper: { lamda: 0.1 } });
`;

describe("the built declarations", () => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-types-"));
  beforeAll(() => {
    writeFileSync(join(folder, "fall-line.d.ts"), readFileSync(built));
    writeFileSync(join(folder, "program.ts"), PROGRAM);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("stand alone", () => {
    expect(readFileSync(built, "utf8")).not.toMatch(/^\s*import |<reference|Float64Array</m);
  });

  test("are read by TypeScript 5.0 with Node10 resolution, which finds a wrong hyperparameter", () => {
    expect(old.version).toMatch(/^5\.0\./);
    const program = old.createProgram([join(folder, "program.ts")], {
      strict: true,
      noEmit: true,
      module: old.ModuleKind.CommonJS,
      moduleResolution: old.ModuleResolutionKind.Node10,
      target: old.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      // TypeScript's own are its authors' to check.
      skipDefaultLibCheck: true,
      types: [],
    });
    const found = old
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => old.flattenDiagnosticMessageText(messageText, " "));
    expect(found).toEqual([expect.stringContaining("lamda")]);
  });
});
