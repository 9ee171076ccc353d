import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { explore, momentum, ravine } from "fall-line";
import { bundleOf } from "fall-line/tools";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { CourseLesson } from "../../../src/rendering/course.ts";
import { type Output, readNotebook } from "../../../src/rendering/executed.ts";
import { pageFiles, type Shown, siteWith } from "../../../src/pages/export.ts";
import { writeFolder } from "../../../src/pages/folder.ts";
import type { WorkbookSource } from "../../../src/rendering/workbook-parts.ts";
import { freshFolder, projectDir } from "../harness/pages.ts";
import { sharedBrowser } from "../harness/shared.ts";
import { type Served, serveFolder } from "./server.ts";

/** The code cells of a small lesson, by their ids. */
export const CELLS = {
  first:
    'import { ask, check, descend, display, landscape, momentum, parabola, showProgress } from "fall-line";',
  path: 'const small = descend(parabola, momentum, { start: [1], steps: 3 });\nconsole.log("built");',
  mine: "const answer = 41;\nanswer + 1",
  last: "small.path.length",
};

type Cells = Readonly<Record<string, string>>;
type Outputs = Readonly<Record<string, readonly Output[]>>;

export const NAME = "01-small";

/** What the cell with the path has shown when the lesson was built. */
const BUILT: readonly Output[] = [{ output_type: "stream", name: "stdout", text: "as it was built\n" }];

function notebook(cells: Cells, outputs: Outputs): string {
  const code = Object.entries(cells).map(([id, source]) => ({
    id,
    cell_type: "code",
    metadata: { title: `The cell ${id}` },
    source,
    outputs: outputs[id] ?? [],
    execution_count: null,
  }));
  const title = { id: "title", cell_type: "markdown", metadata: {}, source: "# A small lesson" };
  const kernelspec = { name: "fall-line", display_name: "TypeScript (fall-line)", language: "typescript" };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec },
    cells: [title, ...code],
  });
}

const LESSON: CourseLesson = {
  name: NAME,
  number: "01",
  needs: [],
  title: "A small lesson",
  short: "Small",
  learn: "to run cells.",
  minutes: 5,
};

/** What each of these sites shows of itself: less than one that is exported, whose pictures take long. */
let shown: Promise<Shown> | undefined;

async function makeShown(): Promise<Shown> {
  const none = (): Uint8Array => new Uint8Array();
  const race = await bundleOf(explore({ objective: ravine, rules: [momentum], steps: 3 }));
  const library = { declared: new Map(), pictures: new Map<string, string>() };
  return { race, library, previews: { ofCourse: none, ofLesson: none } };
}

/** A site with one small lesson, in a folder: `www/course` in it. */
export class SmallSite {
  readonly #place = freshFolder();
  readonly root = join(this.#place.folder, "www");
  readonly #notebooks = join(this.#place.folder, "notebooks");

  /** Makes it, or makes it anew with other cells; `outputs` are what cells have shown when it was built. */
  async make(cells: Cells = CELLS, outputs: Outputs = { path: BUILT }): Promise<void> {
    const text = this.#lay(cells, outputs);
    const executed = new Map([[NAME, readNotebook(text)]]);
    writeFolder(
      join(this.root, "course"),
      "site",
      siteWith(await (shown ??= makeShown()), projectDir, [LESSON], executed, this.#source),
    );
  }

  /** Makes the lesson as one file. @returns its path */
  makeOneFile(): string {
    const folder = join(this.#place.folder, "pages");
    const executed = new Map([[NAME, readNotebook(this.#lay(CELLS, { path: BUILT }))]]);
    writeFolder(folder, "pages", pageFiles(projectDir, [LESSON], executed, this.#source));
    return join(folder, `${NAME}.html`);
  }

  remove(): void {
    this.#place.remove();
  }

  get #source(): WorkbookSource {
    const exercises = { [NAME]: ["momentum/zero", "momentum/truth"] };
    return {
      projectDir,
      notebooks: this.#notebooks,
      library: join(projectDir, "dist", "index.js"),
      exercises,
    };
  }

  #lay(cells: Cells, outputs: Outputs): string {
    const text = notebook(cells, outputs);
    mkdirSync(this.#notebooks, { recursive: true });
    writeFileSync(join(this.#notebooks, `${NAME}.ipynb`), text);
    return text;
  }
}

/** A small site that is served while the tests of a file run, and a browser for them. @param policy the server's own */
export function useSmallSite(policy?: string) {
  const site = new SmallSite();
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    await site.make();
    [browser, served] = await Promise.all([sharedBrowser(), serveFolder(site.root, policy)]);
  });

  afterAll(async () => {
    await browser.close();
    served.close();
    site.remove();
  });

  return {
    site,
    get browser() {
      return browser;
    },
    /** The addresses of its map and of its lesson. */
    get course() {
      return `${served.address}course/`;
    },
    get lesson() {
      return `${served.address}course/${NAME}.html`;
    },
  };
}
