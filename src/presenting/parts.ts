/** What the cells of a group say and show, in order. */
import type { Exercise } from "../exercises/exercise.ts";
import { SPECIFICATION } from "../mime.ts";
import type { MimeBundle } from "../display.ts";
import type { SlideOptions } from "../notebook/cell-options.ts";
import { CODE_TAG, OPENING_TAG, STOP_TAG, SUMMARY_TAG, TITLE_TAG } from "../notebook/tags.ts";
import type { ExecutedCell, Output } from "../rendering/executed.ts";
import { UserError } from "../system/user-error.js";
import { type CellCode, type Exhibit, exhibitOf, isCardOutput, proseOf } from "./exhibit.ts";
import type { PlacedCell } from "./groups.ts";
import { type Question, questionOf } from "./question.ts";
import type { Words } from "./slide.ts";
import { isLongOutput, piecesOf } from "./worked.ts";

/** Something that a cell says or shows. */
export type DeckPart =
  | { readonly kind: "heading"; readonly text: string; readonly isTitle: boolean }
  | ({ readonly kind: "words" } & Words & Found)
  | { readonly kind: "idea"; readonly rule: string; readonly finding?: string | undefined }
  | ({ readonly kind: "code" } & CellCode)
  | ({ readonly kind: "exhibit"; readonly exhibit: Exhibit; readonly isOpening: boolean } & Found)
  | ({
      readonly kind: "question";
      readonly question: Question;
      readonly evidence: readonly Exhibit[];
      /** What explains the answer, as Markdown. */
      readonly explanation: string;
      /** The step at which the film of its evidence stops until the answer is shown. */
      readonly stops?: number | undefined;
      /** What the slide behind the answer finds. */
      readonly then?: string | undefined;
    } & Found);

/** What a cell finds. */
interface Found {
  readonly finding?: string | undefined;
}

/** Reads the cells of a group. @param exercises those of the course, by their ids */
export function partsOf(cells: readonly PlacedCell[], exercises: ReadonlyMap<string, Exercise>): DeckPart[] {
  const areExercises = cells.some(({ cell }) => exerciseOf(cell) !== undefined);
  /** The last cell that the student writes. */
  let answer: ExecutedCell | undefined;
  return cells.flatMap((placed) => {
    const { cell } = placed;
    if (cell.metadata.nbgrader?.solution === true) answer = cell;
    if (cell.type !== "code") return partsOfMarkdown(placed, areExercises);
    return partsOfCode(cell, areExercises, (id) => asked(id, exercises, answer));
  });
}

function partsOfMarkdown({ cell, fragment }: PlacedCell, areExercises: boolean): DeckPart[] {
  const tags = cell.metadata.tags ?? [];
  // Places to stop are for those who read alone; the page to keep is on the handout.
  if (tags.includes(STOP_TAG) || tags.includes(SUMMARY_TAG)) return [];
  const { heading, rest } = splitHeading(unfolded(cell.source));
  const { finding, idea } = optionsOf(cell);
  const parts: DeckPart[] = [];
  if (heading !== undefined)
    parts.push({ kind: "heading", text: heading, isTitle: tags.includes(TITLE_TAG) });
  if (idea !== undefined) parts.push({ kind: "idea", rule: idea, finding });
  // What an exercise asks stands in its question; what the title says in its own words.
  else if (rest !== "" && !areExercises && !tags.includes(TITLE_TAG))
    parts.push({ kind: "words", source: rest, fragment, finding });
  return parts;
}

function partsOfCode(cell: ExecutedCell, areExercises: boolean, ask: (id: string) => Question): DeckPart[] {
  const options = optionsOf(cell);
  const { finding } = options;
  const tags = cell.metadata.tags ?? [];
  const isOpening = tags.includes(OPENING_TAG);
  const shown = cell.outputs.flatMap((output): DeckPart[] => {
    if (isCardOutput(output)) {
      const { id, reveal = [] } = output.data[SPECIFICATION] as CardData;
      const outputs = reveal.map((data): Output => ({ output_type: "display_data", data }));
      // Of an exercise only what fits beside its answer.
      const isShown = (one: Output): boolean =>
        proseOf(one) === undefined && !(areExercises && isLongOutput(one));
      const evidence = outputs.filter(isShown);
      return [
        {
          kind: "question",
          question: ask(id),
          evidence: evidence.flatMap((one) => exhibitsOf(one, options)),
          explanation: outputs.map(proseOf).join("\n\n").trim(),
          stops: options.stops,
          then: options.then,
          finding,
        },
      ];
    }
    // Of the exercises only what asks: the rest are remarks on answers that are still to be written.
    if (areExercises) return [];
    return exhibitsOf(output, options).map((exhibit) => ({ kind: "exhibit", exhibit, isOpening, finding }));
  });
  if (areExercises) return shown;
  const code = { kind: "code", id: cell.id, source: cell.source.trim() } as const;
  return tags.includes(CODE_TAG)
    ? [{ kind: "exhibit", exhibit: code, isOpening: false, finding }, ...shown]
    : [code, ...shown];
}

function exhibitsOf(output: Output, options: SlideOptions): Exhibit[] {
  const hidesNumbers = options.rows?.length === 0;
  return piecesOf(output)
    .map((piece) => exhibitOf(piece, options))
    .filter(({ kind }) => !(hidesNumbers && (kind === "table" || kind === "worked")));
}

interface CardData {
  readonly id: string;
  readonly reveal?: readonly MimeBundle[];
}

function asked(
  id: string,
  exercises: ReadonlyMap<string, Exercise>,
  answer: ExecutedCell | undefined,
): Question {
  const exercise = exercises.get(id);
  const given = answer !== undefined && exerciseOf(answer) === id ? answer.source : undefined;
  if (exercise !== undefined) return questionOf(id, exercise, given);
  throw new UserError(
    `A card asks for the exercise ${id}, which the course does not have`,
    "A deck needs it in the exercises.ts of a lesson; add it there, or mark the cell as skip.",
  );
}

function optionsOf({ metadata }: ExecutedCell): SlideOptions {
  return metadata["fall-line"] ?? {};
}

/** The exercise that a cell belongs to. */
function exerciseOf({ metadata }: ExecutedCell): string | undefined {
  return metadata["fall-line"]?.exercise;
}

/** Nothing is folded on a slide. */
function unfolded(source: string): string {
  return source.replace(/<details>\s*<summary>.*?<\/summary>|<\/details>/g, "");
}

function splitHeading(source: string): { heading?: string; rest: string } {
  const [line, heading] = /^#{1,3} +(.+)\n*/.exec(source) ?? [];
  if (line === undefined || heading === undefined) return { rest: source.trim() };
  return { heading, rest: source.slice(line.length).trim() };
}
