/** Names in a sentence: "a", "a and b", "a, b and c". */
export function enumerated(names: readonly string[], before: "and" | "or" = "and"): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)]
    .filter((part) => part !== "")
    .join(` ${before} `);
}
