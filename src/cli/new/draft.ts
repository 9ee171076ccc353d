import { existsSync, readFileSync } from "node:fs";

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

/** The sentence that tells the author of a name with hyphens what it is in code. */
export function saidInCode(name: string, where = "In code"): string[] {
  return identifier(name) === name ? [] : [`${where} ${name} is ${identifier(name)}.`];
}

/** `sign-descent` or `signDescent` as it stands in prose: `Sign descent`. */
export function words(name: string): string {
  const text = name.replaceAll("-", " ").replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A list of exports that grows by a line, in the order of the files' names; nothing where there is no such list. */
export function withLine(path: string, line: string): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const fileOf = (one: string): string => one.split(" from ")[1] ?? "";
  const next = lines.findIndex((one) => one.startsWith("export") && fileOf(one) > fileOf(line));
  lines.splice(next < 0 ? lines.length : next, 0, line);
  return { [path]: `${lines.join("\n")}\n` };
}
