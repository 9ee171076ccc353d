/** From cells to the slides of a deck: what stands together on a slide, and what has one of its own. */
import { isCard } from "../frontend/cards/read.ts";
import { PLOTLY, SPECIFICATION } from "../frontend/mime.ts";
import { lessonExercises } from "../exercises/bank/index.ts";
import type { MimeBundle } from "../display.ts";
import type { ExecutedCell, Output } from "../pages/executed.ts";
import { Trouble } from "../system/trouble.js";
import type { Group, PlacedCell, Stack } from "./groups.ts";
import { type Note, readNote } from "./notes.ts";
import { type Question, questionOf } from "./question.ts";
import { HEADING, heightOfMarkdown, heightOfText, KICKER, ROOM } from "./room.ts";

/** Something on a slide. */
export type Part = { readonly fragment: boolean } & (
  | { readonly kind: "markdown"; readonly source: string }
  | { readonly kind: "output"; readonly output: Output }
);

/** One slide. */
export interface Slide {
  readonly kind: "title" | "section" | "text" | "figure" | "question";
  /** Its own heading; else the one that it stands under. */
  readonly heading: string;
  readonly isContinued: boolean;
  readonly parts: readonly Part[];
  readonly question?: Question;
  /** The code behind it. */
  readonly code: readonly string[];
  readonly notes: readonly Note[];
  /** What the notes ask for; counted once for all slides that share them. */
  readonly minutes: number;
}

/** The slides of a lesson, in stacks as its metadata stack them. */
export function slidesOf(stacks: readonly Stack[]): Slide[][] {
  let heading = "";
  return stacks
    .map((stack) =>
      stack.flatMap((group) => {
        const builder = new SlideBuilder(group, heading);
        heading = builder.heading;
        return builder.slides;
      }),
    )
    .filter((stack) => stack.length > 0);
}

interface Draft {
  kind: Slide["kind"];
  heading: string;
  isContinued: boolean;
  parts: Part[];
  question?: Question;
  code: string[];
  used: number;
}

/** Lays the cells of one group on as many slides as they need, split at cell borders. */
class SlideBuilder {
  heading: string;
  readonly #drafts: Draft[] = [];
  readonly #notes: readonly Note[];
  /** Code that has shown nothing yet goes with the next thing shown. */
  #code: string[] = [];

  constructor({ cells, notes }: Group, heading: string) {
    this.heading = heading;
    this.#notes = notes.map(readNote);
    const exercises = cells.some(({ cell }) => isExercise(cell));
    for (const placed of cells) {
      if (placed.cell.type === "code") this.#takeCode(placed, exercises);
      else this.#takeMarkdown(placed, exercises);
    }
    this.#drafts.at(-1)?.code.push(...this.#code);
  }

  get slides(): Slide[] {
    const minutes = this.#notes.reduce((sum, note) => sum + note.minutes, 0);
    return this.#drafts.map(({ kind, heading, isContinued, parts, question, code }, i) => ({
      kind,
      heading,
      isContinued,
      parts,
      ...(question === undefined ? {} : { question }),
      code,
      notes: this.#notes,
      minutes: i === 0 ? minutes : 0,
    }));
  }

  #takeMarkdown({ cell, fragment }: PlacedCell, exercises: boolean): void {
    // Places to stop are for those who read alone.
    if (cell.source.startsWith("■")) return;
    const { heading, rest } = splitHeading(cell.source);
    if (heading !== undefined) {
      this.heading = heading;
      const kind = /^\*Lesson /.test(rest) ? "title" : exercises ? "section" : "text";
      this.#begin(kind, false);
    }
    // What is asked stands in the question itself.
    if (exercises || rest === "") return;
    this.#add({ kind: "markdown", source: rest, fragment }, heightOfMarkdown(rest));
  }

  #takeCode({ cell, fragment }: PlacedCell, exercises: boolean): void {
    if (!exercises) this.#code.push(cell.source);
    // Of the exercises only what asks: the rest are remarks on answers that are still to be written.
    const shown = exercises ? cell.outputs.filter(isCardOutput) : cell.outputs;
    for (const output of shown) this.#takeOutput(output, fragment);
  }

  #takeOutput(output: Output, fragment: boolean): void {
    const bundle = "data" in output ? output.data : {};
    const specification = bundle[SPECIFICATION];
    if (isCard(specification)) {
      const { id, reveal = [] } = specification as unknown as CardData;
      const draft = this.#begin("question", this.#drafts.length > 0);
      draft.question = questionById(id);
      for (const data of reveal) this.#takeOutput({ output_type: "display_data", data }, false);
    } else if (specification !== undefined || PLOTLY in bundle) {
      this.#begin("figure", true).parts.push({ kind: "output", output, fragment: false });
    } else {
      const height = "data" in output ? heightOfText(bundle) : heightOfText({ "text/plain": textOf(output) });
      this.#add({ kind: "output", output, fragment }, height);
    }
  }

  /** Onto the slide that is open, if it is one of text and has room left. */
  #add(part: Part, height: number): void {
    let draft = this.#drafts.at(-1);
    const isOpen = draft !== undefined && ["text", "title"].includes(draft.kind);
    if (!isOpen || (draft!.parts.length > 0 && draft!.used + height > ROOM))
      draft = this.#begin("text", true);
    draft!.parts.push(part);
    draft!.used += height;
    draft!.code.push(...this.#code);
    this.#code = [];
  }

  #begin(kind: Slide["kind"], isContinued: boolean): Draft {
    const draft: Draft = {
      kind,
      heading: this.heading,
      isContinued: isContinued || kind === "figure" || kind === "question",
      parts: [],
      code: this.#code,
      used: isContinued ? KICKER : HEADING,
    };
    this.#code = [];
    this.#drafts.push(draft);
    return draft;
  }
}

interface CardData {
  readonly id: string;
  readonly reveal?: readonly MimeBundle[];
}

function isCardOutput(output: Output): boolean {
  return "data" in output && isCard(output.data[SPECIFICATION]);
}

/** A cell of the exercises at the end of a lesson. */
function isExercise({ metadata }: ExecutedCell): boolean {
  return /^Exercise \d/.test(metadata.title ?? "");
}

function splitHeading(source: string): { heading?: string; rest: string } {
  const [line, heading] = /^#{1,3} +(.+)\n*/.exec(source) ?? [];
  if (line === undefined || heading === undefined) return { rest: source.trim() };
  return { heading, rest: source.slice(line.length).trim() };
}

function textOf(output: Output): string {
  if (output.output_type === "stream") return output.text;
  return output.output_type === "error" ? `${output.ename}: ${output.evalue}` : "";
}

function questionById(id: string): Question {
  const exercise = lessonExercises.all.get(id);
  if (exercise !== undefined) return questionOf(id, exercise);
  throw new Trouble(
    `A card asks for the exercise ${id}, which is not in the bank of exercises`,
    "A deck needs its exercises in src/exercises/bank/; add it there, or mark the cell as skip.",
  );
}
