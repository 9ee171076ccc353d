/** Parts of a page or a deck that are loaded when they are wanted: a file each, or in one that is one file an element each. */
export type Part = "charts" | "drawing" | "editor" | "kernel" | "workbench";

export const partId = (part: Part): string => `fall-line-${part}`;
