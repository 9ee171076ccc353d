import type * as TS from "typescript";
import { isInternalName } from "../cell/prepare.ts";
import type { Content } from "../channel.ts";
import { toCodePoints } from "./positions.ts";

/** What front ends call the compiler's kinds; others keep their names. */
const kinds: Readonly<Record<string, string>> = {
  const: "instance",
  let: "instance",
  var: "instance",
  parameter: "instance",
  alias: "instance",
  method: "function",
  "local function": "function",
  getter: "property",
  setter: "property",
  interface: "type",
  script: "module",
  directory: "module",
  "external module name": "module",
};

/** What the converter offers, and which part of the cell it would stand for. */
export interface Completions {
  start: number;
  end: number;
  original: TS.CompletionInfo | undefined;
}

/** What the compiler offers at a position, as front ends want it: what the student and the library have named comes first. */
export function completion(
  code: string,
  position: number,
  found: Completions,
  own: ReadonlySet<string>,
): Content {
  const { original } = found;
  const entries = original?.entries ?? [];
  const isText = entries.some(({ kind }) => isTextKind(kind));
  // What is typed of a text begins after its quotation mark, of the name of a module or a file after the last slash too.
  const marks = entries.some(({ kind }) => isWhole(kind)) ? QUOTES : [...QUOTES, "/"];
  const start = isText ? Math.max(...marks.map((c) => code.lastIndexOf(c, position - 1))) + 1 : found.start;
  const end = isText ? position : found.end;
  const typed = code.slice(start, position);
  const rank = ({ kind, name }: { kind: string; name: string }) =>
    original?.isMemberCompletion === true || own.has(name) ? 0 : kind === "keyword" ? 2 : 1;
  const order = (entry: TS.CompletionEntry) =>
    `${String(rank(entry))}${entry.name.startsWith(typed) ? "0" : "1"}${entry.sortText}`;
  const fitting = entries
    .filter(({ name }) => !isInternalName(name) && !(/^_[_A-Z]/.test(name) && !typed.startsWith("_")))
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i)
    .sort((a, b) => order(a).localeCompare(order(b)));
  const cursor = { cursor_start: toCodePoints(code, start), cursor_end: toCodePoints(code, end) };
  const types = fitting.map(({ name, kind }) => ({
    start: cursor.cursor_start,
    end: cursor.cursor_end,
    text: name,
    type: kinds[kind] ?? kind,
  }));
  return {
    status: "ok",
    matches: fitting.map(({ name }) => name),
    ...cursor,
    metadata: { _jupyter_types_experimental: types },
  };
}

const QUOTES = ['"', "'", "`"];

/** A text that is one of several, and no path. */
function isWhole(kind: string): boolean {
  return kind === "string";
}

function isTextKind(kind: string): boolean {
  return ["string", "script", "directory", "external module name"].includes(kind);
}
