/** What makes pages ones that can be worked in: scripts, the kernel, the notebooks, and what a browser may do with them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { dataElement, partElement } from "./data-element.ts";
import {
  type CourseData,
  DATA_ID,
  KERNEL_CALL,
  type KernelAbout,
  type KernelParts,
  type LessonData,
} from "./running/data.ts";

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
  readonly #kernel: string;
  #inFile: string | undefined;

  constructor(private readonly source: WorkbookSource) {
    const { library } = source;
    const parts: KernelParts = {
      worker: this.#product("page-kernel.js"),
      code: readFileSync(library, "utf8"),
      types: readFileSync(library.replace(/\.js$/, ".d.ts"), "utf8"),
    };
    this.#kernel = `${KERNEL_CALL}(${jsonInAscii(parts)})\n`;
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
    const text = readFileSync(join(this.source.notebooks, `${name}.ipynb`), "utf8");
    const data: LessonData = {
      lesson: name,
      title,
      notebook: JSON.parse(text) as LessonData["notebook"],
      ...this.about,
    };
    const held = dataElement(JSON.stringify(data), DATA_ID);
    return isOneFile ? held + this.inFile : held;
  }

  /** What is known of the kernel before it is loaded. */
  get about(): KernelAbout {
    return { formerNames: readFormerNames(this.source.library), kernelSize: this.#kernel.length };
  }

  /** The kernel and the editor, as a file has them that needs no other. */
  get inFile(): string {
    this.#inFile ??= partElement("kernel", this.#kernel) + partElement("editor", this.#product("editor.js"));
    return this.#inFile;
  }

  /** What the map of the course holds. */
  ofCourse(): string {
    const data: CourseData = {
      exercises: this.source.exercises,
      formerNames: readFormerNames(this.source.library),
    };
    return `<section id="work" aria-label="My work"><h2>My work</h2></section>${dataElement(JSON.stringify(data), "fall-line-course")}`;
  }

  #product(name: string): string {
    return readFileSync(join(this.source.projectDir, "dist", name), "utf8");
  }
}

interface HeadScript {
  readonly siteScript: string;
}

/** A policy for the browser to enforce. */
export function policyElement(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/**
 * What a page may do, for the browser to enforce: cells are compiled in a worker, and no request leaves the site.
 * @param assets those of a site, of whose scripts the small one in the head is known by its hash; nothing for one file
 */
export function policyFor(assets?: HeadScript): string {
  const scripts = assets === undefined ? "'unsafe-inline'" : `'self' ${hashOf(assets)}`;
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

function hashOf({ siteScript }: HeadScript): string {
  const [, head = ""] = /<script>([^]*)<\/script>/.exec(siteScript) ?? [];
  return `'sha256-${createHash("sha256").update(head).digest("base64")}'`;
}

/** JSON in which other letters are escaped: a browser keeps the text in half the memory. */
function jsonInAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
