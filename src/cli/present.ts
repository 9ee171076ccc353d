import { openBrowser } from "../jupyter/browser.ts";
import { layLessons, readLessons } from "../jupyter/lessons.ts";
import { choosePort } from "../jupyter/ports.ts";
import { startServer } from "../jupyter/server.ts";
import { layRehearsal } from "../presenting/rehearsal.ts";
import { CourseAsked } from "./course.ts";
import { lessonNamed } from "./lessons.ts";
import type { Command } from "./command.ts";
import { setUpJupyter } from "./setup.ts";

/**
 * `fall-line present LESSON [--keep]`: a lesson as slides in JupyterLab, until Ctrl-C. What is presented is a fresh copy in a
 * folder of its own, or with `--keep` the copy in work/.
 */
export const present: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, progress } = session;
  const course = await CourseAsked.of(invocation, session);
  const { notebooks, kernels, work } = course.product;
  const { name } = lessonNamed(course.choice(), words[0]!);
  const asked = options["port"] === undefined ? undefined : String(options["port"]);
  // A port that was asked for and is taken is told before the long work, not after.
  if (asked !== undefined) await choosePort(asked);
  const python = await setUpJupyter(session, course.product);
  const keep = options["keep"] === true;
  const { folder, end } = keep
    ? { folder: work, end: () => undefined }
    : layRehearsal(projectDir, notebooks, name);
  const notices = keep ? layLessons(readLessons(notebooks), folder, true).notices : [];
  process.once("exit", end);
  const server = await progress.during("JupyterLab", "starting", () =>
    startServer({ projectDir, python, folder, lessons: notebooks, kernels, asked }),
  );
  const url = server.slidesUrlOf(`${name}.ipynb`);
  Object.assign(session.stop, { code: 0, farewell: "The presentation has ended." });
  for (const notice of notices) progress.line(notice);
  progress.line(`\nThe slides are at ${progress.strong(url)}`);
  progress.line(
    keep
      ? `This is your own copy in ${folder}; what you change stays. Ctrl-C ends it.`
      : "This is a fresh copy; nothing that you do in it is kept. Ctrl-C ends it.",
  );
  if (options["no-browser"] !== true) openBrowser(url);
  await server.ended;
  return 0;
};
