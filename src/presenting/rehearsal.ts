/** A copy of a lesson that is presented once and then thrown away. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apart, metadataOfNote } from "../notebook/stored-notes.ts";
import { STOP_TAG } from "../notebook/tags.ts";
import type { CellMetadata } from "../pages/executed.ts";
import { state } from "../system/state.js";
import { writing } from "../system/trouble.js";

/** Lays a fresh copy of a lesson in a folder of its own; `end` takes the folder away. */
export function layRehearsal(
  projectDir: string,
  notebooks: string,
  name: string,
): { folder: string; end: () => void } {
  const all = state(projectDir, "presenting");
  const folder = join(all, String(process.pid));
  const text = readFileSync(join(notebooks, `${name}.ipynb`), "utf8");
  writing(folder, () => {
    mkdirSync(all, { recursive: true });
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

/** Type that can be read from the back; a slide that is higher than the screen can be scrolled. */
const RISE = {
  scroll: true,
  overlay: "<style>.reveal { --jp-content-font-size1: 22px; --jp-code-font-size: 18px; }</style>",
};

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

type PresentedMetadata = Omit<CellMetadata, "slideshow"> & { slideshow?: { readonly slide_type: string } };

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
