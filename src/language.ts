/**
 * What the kernel says of its language, and what each notebook says of the language it is written in. JupyterLab writes
 * the first into the notebook: where the two differ, a lesson that was merely opened counts as changed.
 */
export const LANGUAGE = {
  name: "typescript",
  /** Of the compiler. */
  version: "5.9.3",
  mimetype: "text/typescript",
  file_extension: ".ts",
  pygments_lexer: "typescript",
  codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
  nbconvert_exporter: "script",
} as const;

/** The kernel's name, and how it is shown. */
export const KERNEL = {
  name: "fall-line",
  display_name: "TypeScript (fall-line)",
  language: LANGUAGE.name,
} as const;
