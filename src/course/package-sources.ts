import { join } from "node:path";

/** What exercises and courses import, as source: the library without a course, and what programs around it need. */
export function packageSources(projectDir: string): Record<"fall-line/library" | "fall-line/tools", string> {
  const source = (file: string): string => join(projectDir, "src", file);
  return { "fall-line/library": source("index.ts"), "fall-line/tools": source("tools.ts") };
}

/** Modules and where they are, as the compiler's option `paths` has it. */
export function pathsOf(places: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, [place]]));
}
