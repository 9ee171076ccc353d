import { join, resolve } from "node:path";
import { openBrowser } from "../jupyter/browser.ts";
import { pythonOfChosen } from "../jupyter/chosen.ts";
import { layLessons } from "../jupyter/lessons.ts";
import { choosePort } from "../jupyter/ports.ts";
import { register } from "../jupyter/register.ts";
import { startServer } from "../jupyter/server.ts";
import { ensureVenv } from "../jupyter/venv.ts";
import { Trouble } from "../system/trouble.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./boot/main.js";

/** `fall-line start`: the lessons in JupyterLab, until Ctrl-C. */
export async function start({ options }: Invocation, session: Session): Promise<number> {
  const { projectDir, progress } = session;
  const folder = workingFolder(options["dir"], session);
  const port = await choosePort(textOf(options["port"]));
  const python = await setUp(textOf(options["jupyter"]), session);
  const { lessons, notices } = layLessons(join(projectDir, "notebooks"), folder);
  const server = await progress.during("JupyterLab", "starting", () =>
    startServer({ projectDir, python, folder, port }),
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

/** The project's own Jupyter, or the one that was chosen, made ready. Gives its Python. */
async function setUp(chosen: string | undefined, { callerDir, projectDir, progress, settingUp }: Session) {
  const done = await settingUp();
  try {
    const python =
      chosen === undefined
        ? await ensureVenv(projectDir, false, progress)
        : await pythonOfChosen(resolve(callerDir, chosen), projectDir);
    await register(projectDir);
    return python;
  } finally {
    done();
  }
}

function workingFolder(dir: string | boolean | undefined, { callerDir, projectDir }: Session): string {
  const folder = dir === undefined ? join(projectDir, "work") : resolve(callerDir, String(dir));
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
