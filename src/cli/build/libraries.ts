import type { Bundle } from "../../course/bundle.ts";
import { packageSources } from "../../course/package-sources.ts";

/** The libraries that are built without a course. */
export function librariesOf(projectDir: string): Bundle[] {
  return Object.entries(packageSources(projectDir)).map(([name, entry]) => ({
    projectDir,
    entry,
    out: name.replace("fall-line", "dist"),
    lessons: [],
  }));
}
