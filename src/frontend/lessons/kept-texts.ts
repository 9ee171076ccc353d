/** What a student wrote into a cell before it was reset. It is kept in the cell's metadata, so it is saved with the notebook. */

const KEY = "fall-line";

/** What the metadata of a cell says of it under that key; there may be more. */
interface Metadata {
  readonly kept?: readonly string[];
}

/** A cell's model: what is used of JupyterLab's. */
export interface CellModel {
  readonly id: string;
  readonly sharedModel: { getSource(): string; setSource(text: string): void };
  getMetadata(key: string): Metadata | undefined;
  setMetadata(key: string, value: unknown): void;
}

/** The texts that are kept, the newest last. */
export function keptTexts(cell: CellModel): readonly string[] {
  return metadataOf(cell).kept ?? [];
}

/** Puts the lesson's text into a cell, and keeps the student's. @returns false when it is the lesson's already */
export function reset(cell: CellModel, original: string): boolean {
  const mine = cell.sharedModel.getSource();
  if (mine === original) return false;
  keep(cell, [...keptTexts(cell), mine]);
  cell.sharedModel.setSource(original);
  return true;
}

/**
 * Brings the text back that was kept last. One that the student has written since is kept in its place, as the oldest, so
 * that asking again and again shows each in turn.
 */
export function bringBack(cell: CellModel, original: string | undefined): void {
  const kept = [...keptTexts(cell)];
  const text = kept.pop();
  if (text === undefined) return;
  const now = cell.sharedModel.getSource();
  keep(cell, now === original || now === text ? kept : [now, ...kept]);
  cell.sharedModel.setSource(text);
}

function metadataOf(cell: CellModel): Metadata {
  return cell.getMetadata(KEY) ?? {};
}

function keep(cell: CellModel, kept: readonly string[]): void {
  const metadata: { kept?: readonly string[] } = { ...metadataOf(cell), kept };
  if (kept.length === 0) delete metadata.kept;
  cell.setMetadata(KEY, metadata);
}
