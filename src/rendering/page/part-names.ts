/** Parts of a page or a deck that are loaded when they are wanted: a file each, or in one that is one file an element each. */
export type ScriptPart = "charts" | "drawing" | "editor" | "kernel" | "workbench";

export const partId = (part: ScriptPart): string => `fall-line-${part}`;
