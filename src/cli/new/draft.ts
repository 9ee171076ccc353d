/** What is written to begin something, and what is to be done then. */
export interface Draft {
  /** Texts by the paths of their files. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that grow: their new texts. */
  readonly changed?: Readonly<Record<string, string>>;
  /** One sentence each. */
  readonly next: readonly string[];
}

/** `sign-descent` as it stands in code: `signDescent`. */
export function identifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `sign-descent` as it stands in prose: `Sign descent`. */
export function words(name: string): string {
  const text = name.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
