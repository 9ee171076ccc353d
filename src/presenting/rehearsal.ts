/** A copy of a lesson that is presented once and then thrown away. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apart, metadataOfNote } from "../notebook/stored-notes.ts";
import { CODE_TAG, STOP_TAG } from "../notebook/tags.ts";
import type { CellMetadata } from "../rendering/executed.ts";
import { stateFolder } from "../system/state.js";
import { writing } from "../system/user-error.js";

/** Lays a fresh copy of a lesson in a folder of its own; `end` takes the folder away. */
export function layRehearsal(
  projectDir: string,
  notebooks: string,
  name: string,
): { folder: string; end: () => void } {
  const all = stateFolder(projectDir, "presenting");
  const folder = join(all, String(process.pid));
  const text = readFileSync(join(notebooks, `${name}.ipynb`), "utf8");
  writing(folder, () => {
    for (const left of readdirSync(all)) if (!isRunning(Number(left))) remove(join(all, left));
    remove(folder);
    mkdirSync(folder);
    writeFileSync(join(folder, `${name}.ipynb`), forTheRoom(text));
  });
  return {
    folder,
    end: () => {
      remove(folder);
    },
  };
}

/** Type and margins of our slides, read from the back; a slide that is higher than the screen can be scrolled. */
const STYLE = `
.reveal { --jp-content-font-size1: 24px; --jp-code-font-size: 20px; --jp-content-line-height: 1.4; }
.reveal .slides { text-align: left; }
.reveal .slides > section > section { box-sizing: border-box; padding: 20px 40px; }
.reveal .jp-RenderedMarkdown { font-family: "Source Serif 4 Variable", "Source Serif 4", "Iowan Old Style", Charter, Georgia, serif; }
.reveal .jp-RenderedMarkdown :is(h1, h2, h3) { font-family: inherit; font-weight: 630; text-transform: none; letter-spacing: -0.015em; }
.reveal .jp-RenderedMarkdown :is(h1, h2) { margin: 0 0 0.4em; font-size: 44px; line-height: 1.15; }`;

const RISE = { scroll: true, overlay: `<style>${STYLE}</style>` };

interface PresentedNotebook {
  readonly metadata: Record<string, unknown>;
  cells: readonly PresentedCell[];
}

interface PresentedCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: PresentedMetadata;
}

type PresentedMetadata = Omit<CellMetadata, "slideshow" | "jupyter"> & {
  slideshow?: { readonly slide_type: string };
  jupyter?: { readonly source_hidden: boolean };
};

/** A lesson as it is presented: with its notes, each exercise on a slide of its own, no places to stop for those who read alone. */
export function forTheRoom(text: string): string {
  const notebook = JSON.parse(text) as PresentedNotebook;
  notebook.metadata["rise"] = RISE;
  notebook.cells = notebook.cells.flatMap((cell) => {
    const { metadata, notes } = apart(cell.metadata);
    const asCells = notes.map((note): PresentedCell => {
      const { id, source } = note;
      return { id, cell_type: "markdown", source, metadata: metadataOfNote(note) };
    });
    return [{ ...cell, metadata }, ...asCells];
  });
  let before: string | undefined;
  for (const { cell_type, metadata } of notebook.cells) {
    const exercise = metadata["fall-line"]?.exercise;
    // Code is folded until it is wanted, but where it is the point.
    const isPoint = exercise !== undefined || metadata.tags?.includes(CODE_TAG) === true;
    if (cell_type === "code" && !isPoint) metadata.jupyter = { source_hidden: true };
    if (metadata.tags?.includes(STOP_TAG)) metadata.slideshow = { slide_type: "skip" };
    else if (cell_type === "markdown" && exercise !== undefined && exercise !== before)
      metadata.slideshow = { slide_type: "subslide" };
    before = exercise;
  }
  return JSON.stringify(notebook);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What cannot be removed now goes the next time. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Next time.
  }
}
