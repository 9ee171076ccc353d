import { createHash } from "node:crypto";

/** What JupyterLab writes into a notebook's metadata by itself when a kernel answers. */
const NOT_OF_THE_STUDENT = new Set(["kernelspec", "language_info"]);

/**
 * A hash of what a notebook says: its cells, with their outputs, and its metadata, but not how the file is laid out
 * or what JupyterLab writes into it when it is merely opened. So a copy that was opened, and saved by itself, is
 * still an untouched one. A file that is no notebook is hashed as it is.
 */
export function fingerprint(content: Buffer): string {
  let said: unknown;
  try {
    said = canonical(JSON.parse(content.toString("utf8")));
  } catch {
    said = content.toString("base64");
  }
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** The value with its keys in order and each text in one piece: notebooks may hold a text as a list of its lines. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((item) => typeof item === "string") ? value.join("") : value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([key]) => !NOT_OF_THE_STUDENT.has(key) && key !== "nbformat_minor")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, canonical(item)]);
}
