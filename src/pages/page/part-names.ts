/** Parts of a page that are loaded when they are wanted: a file each, or in a page that is one file an element each. */
export type Part = "charts" | "editor" | "kernel";

export const partId = (part: Part): string => `fall-line-${part}`;
