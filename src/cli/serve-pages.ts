import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../jupyter/browser.ts";
import { choosePort } from "../jupyter/ports.ts";
import type { NoPython } from "../jupyter/python.js";
import { readNotebook } from "../rendering/executed.ts";
import { siteFiles } from "../pages/export.ts";
import { serveFiles } from "../pages/serve.ts";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { hostsAsked } from "./host-names.ts";
import { workbookOf } from "./workbook.ts";

/** The lessons as pages in which cells can be changed and run, on this machine alone, until Ctrl-C. Node is enough for them. */
export async function servePages(invocation: Invocation, session: Session, why: NoPython): Promise<number> {
  const { options, lists } = invocation;
  const { projectDir, progress } = session;
  const hosts = hostsAsked(lists["host"]);
  progress.line(
    `${why.message}: the lessons open as pages of your browser instead, which runs their cells and keeps what you write.`,
  );
  const asked = options["port"] === undefined ? undefined : String(options["port"]);
  if (asked !== undefined) await choosePort(asked);
  await session.build(["pages"]);
  const course = await CourseAsked.of(invocation, session);
  const files = await progress.during("Pages", "making", async () => {
    const lessons = course.lessons();
    const { notebooks } = course.product;
    const stored = lessons.map(({ name }) => {
      const text = readFileSync(join(notebooks, `${name}.ipynb`), "utf8");
      return [name, { ...readNotebook(text), isRun: false }] as const;
    });
    return siteFiles(projectDir, lessons, new Map(stored), await workbookOf(course, lessons, projectDir));
  });
  // While the pages were made another program may have taken a port.
  const url = await serveFiles(files, await choosePort(asked), hosts);
  session.serving?.tell({ url, dir: "the lessons as pages" });
  Object.assign(session.stop, { code: 0, farewell: "The pages are no longer served." });
  progress.line(`\nThe lessons are at ${progress.strong(url)}`);
  progress.line(`To have them in JupyterLab: ${why.cure}\nCtrl-C ends it.`);
  if (!options["no-browser"]) openBrowser(url);
  return new Promise(() => undefined);
}
