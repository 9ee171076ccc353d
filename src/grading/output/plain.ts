import { escapeHtml } from "../../escape.ts";

/** Characters that move a terminal's cursor, colour it, or turn the order of a text round. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text of a stranger's in which nothing acts: control characters are shown as what they are. */
export function plain(text: string): string {
  return text.replace(UNSEEN, (one) =>
    one === "\r" ? "" : `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The same as HTML. */
export const safe = (text: string): string => escapeHtml(plain(text));

/** The same on one line, and cut. */
export function plainLine(text: string, longest = 300): string {
  const line = plain(text).replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
