import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { figureDraft } from "../../src/cli/new/figure.ts";
import { ruleDraft } from "../../src/cli/new/rule.ts";

test("what is begun in the library agrees with its types", () => {
  const root = resolve(import.meta.dirname, "../..");
  const drafts = new Map(
    [ruleDraft("tide", root), figureDraft("tide", root)].flatMap(({ files }) =>
      Object.entries(files).filter(([path]) => path.startsWith(join(root, "src"))),
    ),
  );
  const read = (path: string): string | undefined => drafts.get(path) ?? ts.sys.readFile(path);
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), read) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => drafts.has(path) || ts.sys.fileExists(path);
  host.getSourceFile = (path, target) => {
    const text = read(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram([...drafts.keys()], options, host);
  const faults = [...drafts.keys()].flatMap((path) =>
    program.getSemanticDiagnostics(program.getSourceFile(path)),
  );
  expect(faults.map(({ messageText }) => messageText)).toEqual([]);
});
