/** Asks the student for a line of text; `null` when nothing can be asked here. */
declare function prompt(message?: string, initial?: string): string | null;
/** Asks the student a yes-or-no question. */
declare function confirm(message?: string): boolean;

interface ImportMeta {
  /** The folder of the notebook. */
  dirname: string;
  /** A file in the folder of the notebook, as a path. */
  filename: string;
}

/** What Node has of the web besides what its own declarations say. */
declare const File: typeof import("node:buffer").File;
type File = InstanceType<typeof File>;
