/** The front-end extension as JupyterLab gets it: as it was built, and in it the lessons as they are handed out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contents, filesIn, nameOf } from "./install/contents.ts";
import { OpenFiles } from "./install/open-files.ts";

/** An extension that can be laid into a folder. */
export interface Extension {
  /** Whether it lies there as it is. */
  isIn(folder: string): boolean;
  /** Lays it into a folder that nobody uses yet. */
  layInto(folder: string): void;
}

const NOTE = ".release";

export function readExtension(projectDir: string, notebooks: string): Extension {
  const lessons = readdirSync(notebooks).filter((name) => name.endsWith(".ipynb"));
  const contents: Contents = new Map([
    ...filesIn(join(projectDir, "dist", "labextension"), ""),
    ...lessons.map((name): [string, string] => [`static/lessons/${name}`, join(notebooks, name)]),
  ]);
  const name = nameOf(contents);
  return {
    isIn(folder) {
      const note = join(folder, NOTE);
      return existsSync(note) && readFileSync(note, "utf8") === name;
    },
    layInto(folder) {
      const files = new OpenFiles();
      files.copyAll(contents, folder);
      const names = lessons.map((lesson) => lesson.slice(0, -".ipynb".length)).sort();
      files.writeJson(join(folder, "static", "lessons", "index.json"), names);
      files.write(join(folder, NOTE), name);
    },
  };
}
