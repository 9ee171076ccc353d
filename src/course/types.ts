/** What the TypeScript compiler says about the files of lessons. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { wordsFor } from "../kernel/core/errors/help.ts";
import { runOnNode } from "../kernel/node/platform.ts";
import { nodeVersion } from "../kernel/node/words.ts";
import { packageFolders } from "../system/packages.ts";
import type { LessonPlace } from "./folder.ts";
import { packageSources, pathsOf } from "./package-sources.ts";
import type { Fault } from "./lesson-rule.ts";

/** Type errors by the names of the lessons that they are in. `entry` is what the lessons import as `fall-line`. */
export function typeFaults(
  projectDir: string,
  entry: string,
  lessons: readonly LessonPlace[],
): ReadonlyMap<string, readonly Fault[]> {
  runOnNode();
  const config = ts.readConfigFile(join(projectDir, "lessons", "tsconfig.json"), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.convertCompilerOptionsFromJson(
    (config.config as { compilerOptions: object }).compilerOptions,
    join(projectDir, "lessons"),
  );
  const paths = pathsOf({ "fall-line": entry, ...packageSources(projectDir) });
  const files = lessons.flatMap(({ folder }) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  );
  const typeRoots = packageFolders(projectDir)
    .map((folder) => join(folder, "@types"))
    .filter((folder) => existsSync(folder));
  const program = ts.createProgram(files, { ...options, paths, typeRoots, noEmit: true });
  return new Map(
    lessons.map(({ name, folder }) => [
      name,
      files
        .filter((file) => file.startsWith(join(folder, "/")))
        .flatMap((file) => {
          const source = program.getSourceFile(file);
          const found = [
            ...program.getSyntacticDiagnostics(source),
            ...program.getSemanticDiagnostics(source),
          ];
          return found.map((diagnostic) => {
            const line = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
            return {
              place: `${name}/${relative(folder, file)}:${line + 1}`,
              ...told(program, diagnostic, entry),
            };
          });
        }),
    ]),
  );
}

/** In the words that the kernel has for it; what it has no cure for the compiler has explained. */
function told(program: ts.Program, diagnostic: ts.Diagnostic, library: string): Pick<Fault, "what" | "cure"> {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n  ");
  const node = nodeVersion();
  const scene = { program, diagnostic, message, library, failed: new Map<string, number>(), node };
  const { reason = message, help } = wordsFor(scene);
  const cure = help === undefined ? "Change this line so that the types agree." : `Help: ${help}`;
  return { what: reason, cure };
}
