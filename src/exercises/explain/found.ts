import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Mistake, withoutConsequence } from "../mistake.ts";
import { type Edit, edited, unedited } from "../search/edits.ts";
import type { LineFinding } from "../search/finding.ts";
import { linesThatDiffer, PLACE_OF_GRADIENT } from "../search/lines.ts";
import { ofLookAhead, placeWithin } from "../search/called.ts";
import { keyOf, swapped, type Tree } from "../search/tree.ts";
import type { ToldPlace } from "./claim.ts";

/** A line as it is told: its name, and its place in words: "in the line of m, ". */
interface ToldLine {
  readonly name: string;
  readonly place: string;
}

/**
 * The mistake that explains a line: the simplest of what does. The others say the same numbers in other words.
 * @param line its name is empty where there is only one
 */
export function mistakeOf([first]: readonly LineFinding[], line: ToldLine): Mistake {
  const { name } = line;
  return {
    id: idOf(first!, name === "" ? "" : `${name}: `),
    ...(name === "" ? {} : { quantity: name }),
    what: say(first!, line),
    ...(first!.edits[0]?.kind === "always" ? { credit: 0 } : {}),
  };
}

function idOf({ edits, where }: LineFinding, line: string): string {
  const condition = where === undefined ? "" : `where ${keyOf(where.tree)}`;
  const slips = edits.map(({ kind, of }) => `${line}${kind} of ${of()}`).join(" + ");
  return condition === "" ? slips : `${slips} ${condition}`;
}

function say({ edits, where }: LineFinding, line: ToldLine): string {
  const [first, second] = edits;
  const isTwice = second !== undefined && first!.what() === second.what();
  const said = isTwice ? twice(first!, second, line) : joined(clauses(edits, line));
  if (where === undefined) return said;
  const [, all] = /^in the line(s?) of/.exec(said) ?? [];
  const isRight = `elsewhere ${all === undefined ? "it is" : all === "" ? "this line is" : "these lines are"} right`;
  return joined([`${where.says}, ${said}`, isRight], "; ");
}

/** Each slip with its place, where that was not said just before. */
function clauses(edits: readonly Edit[], only: ToldLine): string[] {
  let before = "";
  // Beside the words of a rule's own slips, which name their line, none goes without saying.
  const isNamed =
    only.name !== "" &&
    edits.some(({ kind, what }) => kind === "slip" && /^in the (?!look-ahead)/.test(what()));
  const line = isNamed ? { ...only, place: `in the line of ${nameText(only.name)}, ` } : only;
  return edits.map((edit) => {
    // What comes of one slip need not come of it beside another.
    const what = edits.length > 1 ? withoutConsequence(edit.what()) : edit.what();
    const place = saidPlace(edit, line);
    // The words of a rule's own slips name their line.
    const said =
      edit.kind === "slip"
        ? what
        : isOfGradient(edit, line)
          ? aheadOf(edit)
          : place === before
            ? what
            : place + what;
    before = said.startsWith(place) || place === before ? place : "";
    return said;
  });
}

/** Whether a slip is in the point at which the gradient is taken, and speaks of that point alone. */
const isOfGradient = (edit: Edit, line: ToldLine): boolean =>
  line.place !== "" &&
  linesOfEdit(edit, line.name).every((one) => one === PLACE_OF_GRADIENT) &&
  !edit.what().includes("gradient");

const aheadOf = ({ place, by, what }: Edit): string =>
  ofLookAhead(place.parent?.node.op === "gradient" && by.name === "w" ? undefined : what());

/** The same slip in two places: in two lines, or twice in one. */
function twice(first: Edit, second: Edit, line: ToldLine): string {
  const lines = new Set([first, second].flatMap((edit) => linesOfEdit(edit, line.name)));
  return lines.size > 1 && first.kind !== "slip"
    ? saidPlace(first, line, [...lines]) + first.what()
    : `${clauses([first], line)[0]!}, in two places`;
}

/** Where a slip is: of lines that are put into one, in its own. */
function saidPlace(edit: Edit, { name, place }: ToldLine, lines = linesOfEdit(edit, name)): string {
  if (place === "") return "";
  if (lines.length === 1 && lines[0] === name) return place;
  const shown = lines.filter((one) => one !== PLACE_OF_GRADIENT).map(nameText);
  const isOfOthers = shown.length === lines.length && !lines.includes(name);
  if (isOfOthers) return placeWithin(shown, name);
  if (shown.length === 0) return "";
  const ahead = shown.length < lines.length ? " and in the look-ahead point" : "";
  return `in the line${shown.length === 1 ? "" : "s"} of ${shown.join(" and ")}${ahead}, `;
}

/** The lines that a slip changes. @param line that in which it was found */
const linesOfEdit = (edit: Edit, line: string): string[] => {
  const lines = linesThatDiffer(unedited(edit), edited(edit), line);
  // w is returned, and told by itself where its own line is wrong.
  return [...new Set(lines.map((one) => (one === "w" ? line : one)))];
};

/** What is claimed of the place of slips, where they are made everywhere. */
export function placeOf(
  { edits, tree, where }: LineFinding,
  line: string,
  right: Tree,
  columns: ToldPlace["columns"],
): ToldPlace | undefined {
  if (where !== undefined || tree.op === "where") return undefined;
  const named = [...new Set(edits.flatMap((edit) => linesOfEdit(edit, line)))];
  const [first, second] = edits as [Edit, Edit?];
  const mended = swapped(tree, new Map([[first.by, first.place.node]]));
  const alone = second === undefined ? [] : [edited(first), ...(mended === tree ? [] : [mended])];
  return { line, right, of: unedited(first), computes: tree, named, alone, columns };
}

/** So many words a sentence may have. */
const MOST_WORDS = 20;

function joined(clauses: readonly string[], otherwise = "; besides, "): string {
  const together = clauses.join(", and ");
  return together.split(/\s+/).length > MOST_WORDS ? clauses.join(otherwise) : together;
}

/** @param isReturnedOnly whether w is computed with the right state, and not with what came */
export function mistakeOfLine(
  name: string,
  all: readonly LineFinding[],
  { state }: Rule,
  isReturnedOnly = false,
): Mistake {
  const isOneOfSeveral = Object.keys(state).length > 0;
  const place = isReturnedOnly
    ? `in the ${nameText(name)} that is returned, `
    : `in the line of ${nameText(name)}, `;
  return mistakeOf(all, { name, place: isOneOfSeveral ? place : "" });
}
