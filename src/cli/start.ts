import { join, resolve } from "node:path";
import { openBrowser } from "../jupyter/browser.ts";
import { layLessons } from "../jupyter/lessons.ts";
import { choosePort } from "../jupyter/ports.ts";
import { startServer } from "../jupyter/server.ts";
import { NoPython } from "../jupyter/python.ts";
import { Trouble } from "../system/trouble.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { hostsAsked } from "./hosts.ts";
import { servePages } from "./serve-pages.ts";
import { setUpJupyter } from "./setup.ts";

/**
 * `fall-line start`: the lessons in JupyterLab, until Ctrl-C. Where no Python can carry a Jupyter they are served as pages,
 * for which Node is enough.
 */
export async function start(invocation: Invocation, session: Session): Promise<number> {
  try {
    return await startJupyter(invocation, session);
  } catch (error) {
    if (!(error instanceof NoPython)) throw error;
    return servePages(invocation, session, error);
  }
}

async function startJupyter(invocation: Invocation, session: Session): Promise<number> {
  const { options, lists } = invocation;
  const { projectDir, progress } = session;
  const hosts = hostsAsked(lists["host"]);
  const { product } = await CourseAsked.of(invocation, session);
  const { notebooks, kernels, work } = product;
  const folder = workingFolder(options["dir"], work, session);
  const asked = textOf(options["port"]);
  // A port that was asked for and is taken is told before the long work, not after.
  if (asked !== undefined) await choosePort(asked);
  const python = await setUpJupyter(session, product, { chosen: textOf(options["jupyter"]) });
  const { lessons, notices } = layLessons(notebooks, folder, folder === work);
  const server = await progress.during("JupyterLab", "starting", () =>
    startServer({ projectDir, python, folder, lessons: notebooks, kernels, asked, hosts }),
  );
  const url = server.urlOf(lessons[0] ?? "");
  session.serving?.tell({ url, dir: folder });
  Object.assign(session.stop, { code: 0, farewell: "JupyterLab has ended." });
  for (const notice of notices) progress.line(notice);
  progress.line(`\nThe lessons are in ${folder}\nJupyterLab is at ${progress.strong(url)}\nCtrl-C ends it.`);
  if (!options["no-browser"]) openBrowser(url);
  await server.ended;
  return 0;
}

function workingFolder(
  dir: string | boolean | undefined,
  work: string,
  { callerDir, projectDir }: Session,
): string {
  const folder = dir === undefined ? work : resolve(callerDir, String(dir));
  const source = join(projectDir, "notebooks");
  if (folder === source || folder === projectDir) {
    throw new Trouble(
      `--dir must not be a folder of the project itself, got ${folder}`,
      "Choose another folder.",
    );
  }
  return folder;
}

function textOf(option: string | boolean | undefined): string | undefined {
  return option === undefined ? undefined : String(option);
}
