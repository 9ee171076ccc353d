import { join, resolve } from "node:path";
import { openBrowser } from "../jupyter/browser.ts";
import { layLessons, readLessons } from "../jupyter/lessons.ts";
import { choosePort } from "../jupyter/ports.ts";
import { startServer } from "../jupyter/server.ts";
import { NoPython } from "../jupyter/python.js";
import { wrapped } from "../system/lines.js";
import { UserError } from "../system/user-error.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { hostsAsked } from "./host-names.ts";
import { stoppedAt } from "./progress/stopped-at.ts";
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
    const { servePages } = await import("./serve-pages.ts");
    return servePages(invocation, session, error);
  }
}

async function startJupyter(invocation: Invocation, session: Session): Promise<number> {
  const { options, lists } = invocation;
  const { projectDir, progress } = session;
  const hosts = hostsAsked(lists["host"]);
  const { product } = await CourseAsked.of(invocation, session);
  const { notebooks, kernels, library, work } = product;
  const folder = workingFolder(options["dir"], work, session);
  const asked = textOf(options["port"]);
  // A port that was asked for and is taken is told before the long work, not after.
  if (asked !== undefined) await choosePort(asked);
  const server = await setUpJupyter(session, product, {
    chosen: textOf(options["jupyter"]),
    // A page takes a moment to open: the kernel is prepared meanwhile.
    beside: async (python) => {
      const { lessons, notices } = layLessons(readLessons(notebooks), folder, folder === work);
      const server = await progress.during("JupyterLab", "starting", () =>
        startServer({ projectDir, python, folder, lessons: notebooks, kernels, asked, hosts }),
      );
      const stopped = stoppedAt(folder, library, lessons);
      const url = server.urlOf(stopped ?? lessons[0] ?? "");
      session.serving?.tell({ url, dir: folder });
      Object.assign(session.stop, { code: 0, farewell: "JupyterLab has ended." });
      for (const notice of notices) progress.line(notice);
      if (stopped !== undefined) progress.line(`\nIt opens where you stopped: ${stopped}`);
      progress.line(
        `\nThe lessons are in ${folder}\nJupyterLab is at ${progress.strong(url)}\nCtrl-C ends it.`,
      );
      if (!options["no-browser"]) openBrowser(url);
      return server;
    },
  });
  const made = timesOf(progress.times);
  if (made !== undefined) progress.line(`\n${made}`);
  await server.ended;
  return 0;
}

/** When what was set up began and ended, where more was done than to start the server. */
function timesOf(times: Session["progress"]["times"]): string | undefined {
  if (times.length < 2) return undefined;
  const first = Math.min(...times.map(({ began }) => began));
  const seconds = (time: number): string => ((time - first) / 1000).toFixed(1);
  const parts = times.map(({ title, began, ended }) => `${title} ${seconds(began)}-${seconds(ended)}`);
  return wrapped(`Set up in ${seconds(Math.max(...times.map(({ ended }) => ended)))} s: ${parts.join(", ")}`);
}

function workingFolder(
  dir: string | boolean | undefined,
  work: string,
  { callerDir, projectDir }: Session,
): string {
  const folder = dir === undefined ? work : resolve(callerDir, String(dir));
  const source = join(projectDir, "notebooks");
  if (folder === source || folder === projectDir)
    throw new UserError(
      `--dir must not be a folder of the project itself, got ${folder}`,
      "Choose another folder.",
    );
  return folder;
}

function textOf(option: string | boolean | undefined): string | undefined {
  return option === undefined ? undefined : String(option);
}
