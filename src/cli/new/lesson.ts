import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Course, COURSE_FILE } from "../../course/course.ts";
import { lessonPlace } from "../../course/folder.ts";
import { LESSON_HEADER } from "../../notebook/lesson.ts";
import { UserError } from "../../system/user-error.js";
import { checkName } from "./asked.ts";
import { type Draft, words } from "./draft.ts";

/** A lesson of five cells. What stands between double braces must be written before it can be built. */
export function lessonDraft(
  asked: string,
  folder: string,
  course: Course | undefined,
  projectDir: string,
): Draft {
  const numbers = (course?.lessons ?? []).map(({ name }) => Number(name.slice(0, 2)));
  const next = String(Math.max(0, ...numbers) + 1).padStart(2, "0");
  const numbered = /^\d\d-/.test(asked) ? asked : `${next}-${asked}`;
  checkName("lesson", numbered.slice(3));
  const place = lessonPlace(folder, numbered)!;
  const { name, subject } = place;
  const same = course?.lessons.find((one) => one.subject === subject && one.name !== name);
  if (same !== undefined)
    throw new UserError(
      `${same.name} is there already, and the ids of its exercises begin with ${subject}/ too`,
      "Choose another name, or go on with it.",
    );
  const isOwn = folder === join(projectDir, "lessons");
  const test = join(projectDir, "test", "lessons", `${name}.test.ts`);
  const chosen = join(folder, COURSE_FILE);
  return {
    changed: existsSync(chosen) ? withLesson(chosen, name) : {},
    files: {
      [join(place.folder, "about.ts")]: `import type { About } from "fall-line/library";

export const about: About = {
  title: "${words(subject)}",
  question: "{{write: what does the opening make one ask?}}",
  short: "${words(subject)}",
  minutes: 20,
  learn: "{{write: to do what?}}",
};
`,
      [join(place.folder, "lesson.ts")]: `${LESSON_HEADER}
// %% The opening tags=["opening"]
import { descend, display, landscape, momentum, ravine } from "fall-line";

const path = descend(ravine, momentum, { steps: 50 });
display(landscape([path], { height: 420, plays: true }));

// %% [markdown]
// ## The problem
//
// {{write: what does one see here?}}

// %% The numbers
display(path.worked(1));

// %% [markdown] tags=["summary"]
// # One page to keep
//
// $$ {{tex momentum}} $$
`,
      ...(isOwn && {
        [test]: `/** What lesson ${name.slice(0, 2)} says in numbers, computed again. */
import { expect, test } from "vitest";

test("the numbers in the prose of ${name} are those of its runs", () => {
  expect.fail("write lessons/${name}/lesson.ts, then compute the numbers of its prose here");
});
`,
      }),
    },
    next: [
      `Write ${join(place.folder, "about.ts")} and lesson.ts beside it; lessons/README.md says what they may hold.`,
      ...(isOwn ? ["Write its row in the table of lessons/README.md."] : []),
      `npx fall-line check ${subject}${isOwn ? "" : ` --course ${folder}`} says what is missing.`,
      `npx fall-line new exercise ${subject}/NAME --kind KIND${isOwn ? "" : ` --course ${folder}`} begins an exercise of it.`,
    ],
  };
}

/** A `course.json` that names its lessons names this one too, the last of them. */
function withLesson(path: string, name: string): Draft["changed"] & object {
  const course = JSON.parse(readFileSync(path, "utf8")) as { readonly lessons?: readonly string[] };
  if (course.lessons === undefined || course.lessons.includes(name)) return {};
  const lessons = [...course.lessons, name];
  return { [path]: `${JSON.stringify({ ...course, lessons }, undefined, 2)}\n` };
}
