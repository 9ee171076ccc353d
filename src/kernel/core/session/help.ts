import type * as TS from "typescript";

/** What is known of a name as a text: what it is for comes first, its types come last. */
export function helpText({ displayParts = [], documentation = [], tags = [] }: TS.QuickInfo): string {
  const told = tags.flatMap(({ name, text = [] }) =>
    text.length > 0 ? [`${name === "param" ? "@param " : ""}${joined(text)}`] : [],
  );
  const types = joined(displayParts)
    .replace(/^\(alias\) /, "")
    .replace(/\nimport .*$/, "");
  return [joined(documentation).trim(), told.join("\n"), types].filter((part) => part !== "").join("\n\n");
}

function joined(parts: readonly TS.SymbolDisplayPart[]): string {
  return parts.map(({ text }) => text).join("");
}
