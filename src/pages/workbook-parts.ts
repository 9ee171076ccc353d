/** What makes pages ones that can be worked in: scripts, the kernel, the notebooks, and what a browser may do with them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inAscii } from "../course/in-ascii.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { dataElement } from "./data-element.ts";
import type { Assets } from "./document.ts";
import { type Part, partId } from "./page/part-names.ts";
import { DATA_ID, KERNEL_CALL, type KernelParts, type LessonData } from "./workbook/data.ts";
import type { CourseData } from "./workbook/home.ts";

/** The course that pages are made of. */
export interface WorkbookSource {
  readonly projectDir: string;
  /** The folder of its notebooks. */
  readonly notebooks: string;
  /** What its cells import, as it is built; its declarations lie beside it. */
  readonly library: string;
  /** The ids of the exercises of each lesson, by the names of the lessons. */
  readonly exercises: CourseData["exercises"];
}

/** Where a site keeps what its lessons run with. */
export const WORKBOOK_ASSETS = {
  kernel: "assets/kernel.js",
  editor: "assets/editor.js",
  home: "assets/home.js",
  worker: "service-worker.js",
} as const;

/** The parts of the pages of a course that can be worked in. */
export class WorkbookParts {
  readonly #source: WorkbookSource;
  readonly #kernel: string;

  constructor(source: WorkbookSource) {
    this.#source = source;
    const { library } = source;
    const parts: KernelParts = {
      worker: this.#product("page-kernel.js"),
      code: readFileSync(library, "utf8"),
      types: readFileSync(library.replace(/\.js$/, ".d.ts"), "utf8"),
    };
    this.#kernel = `${KERNEL_CALL}(${inAscii(JSON.stringify(parts))})\n`;
  }

  /** For a site: what lies beside its pages. */
  files(): Map<string, string> {
    return new Map([
      [WORKBOOK_ASSETS.kernel, this.#kernel],
      [WORKBOOK_ASSETS.editor, this.#product("editor.js")],
      [WORKBOOK_ASSETS.home, this.#product("home.js")],
      [WORKBOOK_ASSETS.worker, this.#product("service-worker.js")],
    ]);
  }

  /** What a lesson's page holds of it; a page that is one file holds the editor and the kernel too. */
  ofLesson(name: string, title: string, isOneFile: boolean): string {
    const text = readFileSync(join(this.#source.notebooks, `${name}.ipynb`), "utf8");
    const data: LessonData = {
      lesson: name,
      title,
      notebook: JSON.parse(text) as LessonData["notebook"],
      formerNames: readFormerNames(this.#source.library),
      kernelSize: this.#kernel.length,
    };
    const held = dataElement(JSON.stringify(data), DATA_ID);
    if (!isOneFile) return held;
    const part = (which: Part, content: string): string => dataElement(content, partId(which));
    return held + part("kernel", this.#kernel) + part("editor", JSON.stringify(this.#product("editor.js")));
  }

  /** What the map of the course holds. */
  ofCourse(): string {
    const data: CourseData = {
      exercises: this.#source.exercises,
      formerNames: readFormerNames(this.#source.library),
    };
    return `<section id="work" aria-label="My work"><h2>My work</h2></section>${dataElement(JSON.stringify(data), "fall-line-course")}`;
  }

  #product(name: string): string {
    return readFileSync(join(this.#source.projectDir, "dist", name), "utf8");
  }
}

/**
 * What a page may do, for the browser to enforce: cells are compiled in a worker, and no request leaves the site.
 * @param assets those of a site, of whose scripts the small one in the head is known by its hash; or of one file
 */
export function policyFor({ siteScript }: Assets, isOneFile: boolean): string {
  const [, head = ""] = /<script>([^]*)<\/script>/.exec(siteScript) ?? [];
  const known = `'sha256-${createHash("sha256").update(head).digest("base64")}'`;
  const scripts = isOneFile ? "'unsafe-inline'" : `'self' ${known}`;
  return [
    "default-src 'none'",
    `script-src ${scripts} 'unsafe-eval' blob:`,
    "worker-src 'self' blob:",
    "connect-src 'self' blob:",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
