import type * as TS from "typescript";

/** What is said of some tags before what they say themselves. */
const announced: Readonly<Record<string, string>> = {
  param: "@param ",
  throws: "throws ",
  example: "for example:\n",
};

/**
 * The name that a cell asks about: `name?`, as in IPython, `?name`, as in R and Julia, or `help(name)`, as in Python.
 * @param own the names of cells: a `help` of the student's own is a function as any
 */
export function askedOf(code: string, own: ReadonlySet<string>): string | undefined {
  const [, before, after, called] =
    /^\s*(?:([\w.$]+)\?\??|\?\??\s*([\w.$]+)|help\(([\w.$]+)\))\s*;?\s*$/.exec(code) ?? [];
  return before ?? after ?? (own.has("help") ? undefined : called);
}

/** What is known of a name as a text: what it is for comes first, its types come last. */
export function helpText({ displayParts = [], documentation = [], tags = [] }: TS.QuickInfo): string {
  const told = tags.flatMap(({ name, text = [] }) =>
    text.length > 0 ? [`${announced[name] ?? ""}${joined(text)}`] : [],
  );
  const types = joined(displayParts)
    .replace(/^\(alias\) /, "")
    // Two types of one name are told apart in the library's declarations.
    .replace(/\b(\w+)\$\d+\b/g, "$1")
    .replace(/\n(?:import|export) .*$/, "");
  return [joined(documentation).trim(), told.join("\n"), types].filter((part) => part !== "").join("\n\n");
}

function joined(parts: readonly TS.SymbolDisplayPart[]): string {
  return parts.map(({ text }) => text).join("");
}
