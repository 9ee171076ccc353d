import { readFile } from "node:fs/promises";
import ts from "typescript";

export const LESSON_CONFIG = "lessons/tsconfig.json";

/** The compiler options of the lessons, which are those of cells too. */
export async function lessonOptions(): Promise<{ lib: string[] }> {
  const { config } = ts.parseConfigFileTextToJson(LESSON_CONFIG, await readFile(LESSON_CONFIG, "utf8")) as {
    config: { compilerOptions: { lib: string[] } };
  };
  return config.compilerOptions;
}
