import { enumerated } from "../../../enumerated.ts";
import { type Lacking, maxListed } from "./words/scene.ts";

/** From so many names on it is a cell that was run before those above it, and no slip. */
const several = 2;

/** What is said of all names that a cell lacks, once and not for each; nothing where they are few. */
export function lackingWords(all: readonly Lacking[]): { reason: string; help: string } | undefined {
  const names = namesOf(all);
  if (names.length < several) return undefined;
  const exported = namesOf(all.filter(({ isExported }) => isExported === true));
  const imported =
    exported.length === 0
      ? ""
      : `; the lesson library has ${listed(exported)}: import { ${exported.join(", ")} } from "fall-line"`;
  return {
    reason: `this cell needs ${listed(names)}, which no cell has declared yet`,
    help: `run the cells above that declare them (Run > Run All Above Selected Cell)${imported}`,
  };
}

function namesOf(all: readonly Lacking[]): string[] {
  return [...new Set(all.flatMap(({ lacks }) => lacks ?? []))];
}

function listed(names: readonly string[]): string {
  const quoted = names.slice(0, maxListed).map((name) => `\`${name}\``);
  const more = names.length - quoted.length;
  return enumerated(more > 0 ? [...quoted, `${String(more)} more`] : quoted);
}
