/** A home, as what is done in it needs to know it. */
export interface Place {
  readonly path: string;
  /** The number of its owner. */
  readonly uid: number;
}

/** Why something could not be done in a home, in words. */
export function whyNot(error: unknown, { uid }: Place): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" && process.getuid?.() === uid) return "its owner has no right to it";
  return WORDS[code ?? ""] ?? message;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "it is closed to you: run the command as root",
  ENOSPC: "the disk is full",
  EDQUOT: "the student's share of the disk is full",
};
