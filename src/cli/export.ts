import { join, resolve } from "node:path";
import { readCourse } from "../pages/course.ts";
import { executeLessons } from "../pages/execute.ts";
import { type Files, pageFiles, siteFiles } from "../pages/export.ts";
import { checkFolder, writeFolder } from "../pages/folder.ts";
import { lessonsNamed } from "./lessons.ts";
import type { Command } from "./command.ts";
import { setUpJupyter } from "./setup.ts";

/**
 * `fall-line export [LESSON...] [--out DIR]`: without names a site of all lessons, with names a page in one file for each of
 * those; run anew, live, and good without a network.
 */
export const exportLessons: Command = async ({ words, options }, session) => {
  const { projectDir, callerDir, progress } = session;
  const kind = words.length === 0 ? "site" : "pages";
  const course = readCourse(join(projectDir, "notebooks"));
  const lessons = kind === "site" ? course : lessonsNamed(course, words);
  const folder = resolve(callerDir, String(options["out"] ?? kind));
  // A folder that will not do is told before the long work, not after.
  checkFolder(folder, kind);
  const python = await setUpJupyter(session);
  const names = lessons.map(({ name }) => name);
  const executed = await progress.during("Lessons", "running", (stage) => {
    let count = 0;
    return executeLessons({ projectDir, python }, names, (name) => {
      count += 1;
      stage.note(`${count} of ${names.length}: ${name}`);
    });
  });
  const files =
    kind === "site" ? siteFiles(projectDir, course, executed) : pageFiles(projectDir, lessons, executed);
  writeFolder(folder, kind, files);
  const first = kind === "site" ? ["index.html"] : [...files.keys()];
  progress.line(`\n${first.map((file) => join(folder, file)).join("\n")}`);
  progress.line(
    `${sizeOf(files)} MB in all. It opens in any browser, without a server and without a network.`,
  );
  return 0;
};

function sizeOf(files: Files): string {
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return (bytes / 1e6).toFixed(1);
}
