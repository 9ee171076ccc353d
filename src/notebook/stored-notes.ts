/** The speaker's notes: in a notebook they lie in the metadata of the cell before them, since they are not for its readers. */

/** A note as a notebook keeps it. */
export interface StoredNote {
  /** The id of the cell that it was written in. */
  readonly id: string;
  /** Markdown. */
  readonly source: string;
  readonly minutes?: number;
  readonly tags?: readonly string[];
}

/** The metadata of a cell made of a note. */
export function metadataOfNote({ minutes, tags }: StoredNote) {
  return {
    slideshow: { slide_type: "notes" },
    ...(tags !== undefined && { tags }),
    ...(minutes !== undefined && { "fall-line": { minutes } }),
  };
}

interface Carrier {
  readonly "fall-line"?: { readonly notes?: readonly StoredNote[] };
}

/** A cell's metadata without the notes that follow it, and these. */
export function apart<M extends Carrier>(metadata: M): { metadata: M; notes: readonly StoredNote[] } {
  const { notes, ...own } = metadata["fall-line"] ?? {};
  if (notes === undefined) return { metadata, notes: [] };
  const left: M & { "fall-line"?: object } = { ...metadata, "fall-line": own };
  if (Object.keys(own).length === 0) delete left["fall-line"];
  return { metadata: left, notes };
}
