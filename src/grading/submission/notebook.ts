import type { HandedIn } from "../answers/cells.ts";

/** A notebook that cannot be read: a sentence about it. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Largest notebook that is read, in bytes. */
export const LARGEST = 200 * 2 ** 20;

/** How many cells of a notebook are read. */
const MOST_CELLS = 5000;

/**
 * The code cells of a notebook: ids and text, and nothing else. Outputs, counts and metadata could say anything.
 * @throws Unreadable
 */
export function codeCells(text: string): HandedIn[] {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (error) {
    throw new Unreadable(`it is no notebook: ${(error as Error).message.slice(0, 120)}`);
  }
  const cells = (notebook as { cells?: unknown } | null)?.cells;
  if (!Array.isArray(cells)) throw new Unreadable("it is no notebook: there are no cells in it");
  if (cells.length > MOST_CELLS)
    throw new Unreadable(`it has ${cells.length} cells; up to ${MOST_CELLS} are read`);
  return (cells as unknown[]).flatMap((cell) => {
    const { cell_type: type, id, source } = (cell ?? {}) as Readonly<Record<string, unknown>>;
    if (type !== "code") return [];
    return [{ id: typeof id === "string" ? id : undefined, source: textOf(source) }];
  });
}

function textOf(source: unknown): string {
  if (typeof source === "string") return source;
  if (!Array.isArray(source)) return "";
  return (source as unknown[]).filter((line) => typeof line === "string").join("");
}
