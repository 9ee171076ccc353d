import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Mistake } from "../mistake.ts";
import type { LineFinding } from "../search/finding.ts";
import { keyOf } from "../search/tree.ts";

/**
 * The mistake that explains a line, with other words for it where a second explanation fits as well.
 * @param line the line's name in the id; empty where there is only one
 * @param place the line's place in words: "in the line of m, "
 */
export function mistakeOf(all: readonly LineFinding[], line: string, place: string): Mistake {
  const [first, second] = all as [LineFinding, LineFinding?];
  const [said, or] = [first, second].map((one) => one && say(one, place));
  return {
    id: idOf(first, line === "" ? "" : `${line}: `),
    ...(line === "" ? {} : { quantity: line }),
    what: said!,
    ...(or === undefined || or === said ? {} : { or }),
    ...(first.edits[0]?.kind === "always" ? { credit: 0 } : {}),
  };
}

function idOf({ edits, where }: LineFinding, line: string): string {
  const condition = where === undefined ? "" : `where ${keyOf(where.tree)}`;
  if (edits.length === 0) return line + condition;
  const slips = edits.map(({ kind, of }) => `${line}${kind} of ${of()}`).join(" + ");
  return condition === "" ? slips : `${slips} ${condition}`;
}

function say({ edits, where, isNumber = true }: LineFinding, place: string): string {
  // The words of a rule's own slips name their line.
  const each = edits.map(({ what, kind }, i) => (i === 0 && kind !== "slip" ? place : "") + what());
  const isTwice = edits.length > 1 && edits[0]!.what() === edits[1]!.what();
  const said = isTwice ? `${each[0]!}, in two places` : joined(each);
  if (where === undefined) return said;
  return edits.length === 0
    ? `${place}${isNumber ? "something else comes out" : "no number comes out"} ${where.says}, and elsewhere it is right`
    : joined([`${where.says}, ${said}`, "elsewhere it is right"], "; ");
}

/** So many words a sentence may have. */
const MOST_WORDS = 20;

function joined(clauses: readonly string[], otherwise = "; besides, "): string {
  const together = clauses.join(", and ");
  return together.split(/\s+/).length > MOST_WORDS ? clauses.join(otherwise) : together;
}

/** @param isReturnedOnly whether w is computed with the right state, and not with what came */
export function mistakeOfLine(
  line: string,
  all: readonly LineFinding[],
  { state }: Rule,
  isReturnedOnly = false,
): Mistake {
  const isOneOfSeveral = Object.keys(state).length > 0;
  const place = isReturnedOnly
    ? `in the ${nameText(line)} that is returned, `
    : `in the line of ${nameText(line)}, `;
  return mistakeOf(all, line, isOneOfSeveral ? place : "");
}
