import { join, resolve } from "node:path";
import { ensureLite } from "../jupyter/venv.js";
import { makeLiteSite } from "../lite/site.ts";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { setUpJupyter } from "./setup.ts";

/** `fall-line lite [--out DIR]`: the notebooks in the whole of JupyterLab, as a web site without a server that computes. */
export const lite: Command = async (invocation, session) => {
  const { projectDir, callerDir, progress } = session;
  const folder = resolve(callerDir, String(invocation.options["out"] ?? "lite"));
  claimFolder(folder, "lite");
  const course = await CourseAsked.of(invocation, session);
  await setUpJupyter(session, course.product);
  const python = await ensureLite(projectDir, progress);
  const { notebooks, library } = course.product;
  await progress.during("JupyterLite", "making the site", async () => {
    writeFolder(folder, "lite", new Map());
    await makeLiteSite({ projectDir, python, notebooks, library }, folder);
  });
  progress.line(
    `\n${join(folder, "lab", "index.html")}\nIt needs a web server, any static one; no server computes.`,
  );
  return course.code;
};
