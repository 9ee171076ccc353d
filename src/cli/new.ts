import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Course, readCourseFolder } from "../course/course.ts";
import { lessonsIn } from "../course/folder.ts";
import { makeFolder } from "../system/folders.js";
import { UserError, writing } from "../system/user-error.js";
import { isPackage } from "../system/state.js";
import { placeNamed } from "./lessons.ts";
import type { Command } from "./command.ts";
import type { Draft } from "./new/draft.ts";
import { checkName, exerciseNamed, type Thing, thingAsked } from "./new/asked.ts";
import { figureDraft } from "./new/figure.ts";
import { lessonDraft } from "./new/lesson.ts";
import { ruleDraft } from "./new/rule.ts";

/** `fall-line new rule|lesson|exercise|figure NAME`: the files to begin with; none that is there is overwritten. */
export const newThing: Command = async ({ words, options }, { projectDir, callerDir, progress }) => {
  const { thing, name } = thingAsked(words, options);
  const own = join(projectDir, "lessons");
  if (options["course"] === undefined && isPackage(projectDir)) refuse(thing, name);
  const folder = options["course"] === undefined ? own : resolve(callerDir, String(options["course"]));
  const draft = await draftOf(thing, name, {
    folder,
    projectDir,
    kind: options["kind"] as string | undefined,
  });
  await write(draft);
  const paths = [...Object.keys(draft.files), ...Object.keys(draft.changed ?? {})];
  progress.line(`${paths.join("\n")}\n\n${draft.next.join("\n")}`);
  return 0;
};

/** An installed course stays as it is: what is begun belongs to a course of one's own. */
function refuse(thing: Thing, name: string): never {
  const isOfCourse = thing === "lesson" || thing === "exercise";
  throw new UserError(
    `The installed course takes no ${thing} of yours: an update would remove it`,
    isOfCourse
      ? `Write it into a folder of your own: npx fall-line new ${thing} ${name} --course DIR`
      : `In a program of your own a ${thing} is made with the library; one for everybody belongs into the source of fall-line.`,
  );
}

async function draftOf(
  thing: Thing,
  name: string,
  {
    folder,
    projectDir,
    kind: asked,
  }: { readonly folder: string; readonly projectDir: string; readonly kind: string | undefined },
): Promise<Draft> {
  if (thing === "lesson") return lessonDraft(name, folder, courseIfAny(folder, projectDir), projectDir);
  if (thing === "exercise") {
    const { lesson, own } = exerciseNamed(name, asked);
    // The kinds load all that exercises need, which nothing else waits for.
    const { exerciseDraft, kindAsked } = await import("./new/exercise.ts");
    const kind = kindAsked(asked, name);
    const isOwn = folder === join(projectDir, "lessons");
    return exerciseDraft(own, placeNamed(lessonsIn(folder), lesson), kind, isOwn ? projectDir : undefined);
  }
  checkName(thing, name);
  return thing === "rule" ? ruleDraft(name, projectDir) : figureDraft(name, projectDir);
}

/** A folder without a lesson is no course yet, and may become one. */
function courseIfAny(folder: string, projectDir: string): Course | undefined {
  return existsSync(folder) && lessonsIn(folder).length > 0
    ? readCourseFolder(folder, projectDir)
    : undefined;
}

async function write({ files, changed = {} }: Draft): Promise<void> {
  const taken = Object.keys(files).find((path) => existsSync(path));
  if (taken !== undefined)
    throw new UserError(
      `${taken} is there already, and is left as it is`,
      "Choose another name, or go on with it.",
    );
  const begun = Object.entries(files).map(
    async ([path, text]) => [path, await formatted(path, text)] as const,
  );
  for (const [path, text] of [...(await Promise.all(begun)), ...Object.entries(changed)]) {
    makeFolder(dirname(path));
    writing(path, () => writeFileSync(path, text));
  }
}

/** As prettier writes a text. */
async function formatted(path: string, text: string): Promise<string> {
  const prettier = await import("prettier");
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}
