import { join, resolve } from "node:path";
import { type Files, pageFiles, siteFiles } from "../pages/export.ts";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import { UserError } from "../system/user-error.js";
import { CourseAsked } from "./course.ts";
import { lessonsNamed } from "./lessons.ts";
import type { Command } from "./command.ts";
import { runLessons } from "./run-lessons.ts";
import { workbookOf } from "./workbook.ts";

/**
 * `fall-line export [LESSON...] [--out DIR] [--read-only] [--address URL]`: without names a site of all lessons, with names a page in one file
 * for each of those; run anew, live, good without a network, and with a kernel in the page unless they are only to be read.
 */
export const exportLessons: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const kind = words.length === 0 ? "site" : "pages";
  const course = await CourseAsked.of(invocation, session);
  const lessons = kind === "site" ? course.lessons() : lessonsNamed(course.choice(), words);
  const folder = resolve(callerDir, String(options["out"] ?? kind));
  const address = addressOf(options["address"]);
  // A folder that will not do is told before the long work, not after.
  claimFolder(folder, kind);
  const executed = await runLessons(course, lessons, session);
  const ran = lessons.filter(({ name }) => executed.has(name));
  const source = options["read-only"] === true ? undefined : await workbookOf(course, lessons, projectDir);
  const files =
    kind === "site"
      ? await siteFiles(projectDir, ran, executed, source, address)
      : pageFiles(projectDir, ran, executed, source);
  writeFolder(folder, kind, files);
  const first = kind === "site" ? ["index.html"] : [...files.keys()];
  progress.line(`\n${first.map((file) => join(folder, file)).join("\n")}`);
  progress.line(
    `${sizeOf(files)} MB in all. It opens in any browser, without a server and without a network.`,
  );
  return course.code;
};

/** The address of a site with a slash at its end, for what is found below it. */
export function addressOf(option: string | boolean | undefined): string {
  if (option === undefined) return "";
  const asked = String(option);
  if (!URL.canParse(asked))
    throw new UserError(
      `--address must be a whole address, got ${asked}`,
      "For example: --address https://name.github.io/fall-line",
    );
  return new URL(`${asked.replace(/\/$/, "")}/`).href;
}

/** How large files are together, in megabytes. */
export function sizeOf(files: Files): string {
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return (bytes / 1e6).toFixed(1);
}
