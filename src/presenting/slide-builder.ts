import { isCard } from "../frontend/cards/read.ts";
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { MimeBundle } from "../display.ts";
import type { ExecutedCell, Output } from "../pages/executed.ts";
import { STOP_TAG, TITLE_TAG } from "../notebook/tags.ts";
import { Trouble } from "../system/trouble.js";
import type { Group, PlacedCell } from "./groups.ts";
import type { Note } from "./notes.ts";
import { type Question, questionOf } from "./question.ts";
import {
  HEADING,
  heightOfMarkdown,
  heightOfOutputs,
  heightOfQuestion,
  KICKER,
  ROOM,
  splitMarkdown,
} from "./room.ts";
import type { Part, Slide } from "./slide.ts";
import { piecesOf, workedOf } from "./worked.ts";

/** A slide that is being made. */
interface Draft {
  kind: Slide["kind"];
  heading: string;
  isContinued: boolean;
  parts: Part[];
  question?: Question;
  revealed: Output[];
  code: string[];
  used: number;
}

/** Lays the cells of one group on as many slides as they need, split at cell borders. */
export class SlideBuilder {
  /** The heading that what follows stands under. */
  heading: string;
  readonly #drafts: Draft[] = [];
  readonly #notes: readonly Note[];
  readonly #areExercises: boolean;
  readonly #exercises: ReadonlyMap<string, Exercise>;
  /** Code that has shown nothing yet goes with the next thing shown. */
  #code: string[] = [];
  /** The last cell that the student writes. */
  #answer: ExecutedCell | undefined;

  /** @param exercises those of the course, by their ids */
  constructor({ cells, notes }: Group, heading: string, exercises: ReadonlyMap<string, Exercise>) {
    this.heading = heading;
    this.#exercises = exercises;
    this.#notes = notes;
    this.#areExercises = cells.some(({ cell }) => exerciseOf(cell) !== undefined);
    for (const placed of cells) {
      if (placed.cell.type === "code") this.#takeCode(placed);
      else this.#takeMarkdown(placed);
    }
    if (!this.#areExercises) this.#drafts.at(-1)?.code.push(...this.#code);
  }

  get slides(): Slide[] {
    const minutes = this.#notes.reduce((sum, note) => sum + note.minutes, 0);
    return this.#drafts.map((draft, i) => ({
      ...draft,
      // What comes first is there from the first.
      parts: draft.parts.map((part, place) => (place === 0 ? { ...part, fragment: false } : part)),
      notes: this.#notes,
      minutes: i === 0 ? minutes : 0,
    }));
  }

  #takeMarkdown({ cell, fragment }: PlacedCell): void {
    const tags = cell.metadata.tags ?? [];
    // Places to stop are for those who read alone.
    if (tags.includes(STOP_TAG)) return;
    const { heading, rest } = splitHeading(cell.source);
    if (heading !== undefined) {
      this.heading = heading;
      this.#begin(tags.includes(TITLE_TAG) ? "title" : this.#areExercises ? "section" : "text", false);
    }
    // What an exercise asks stands in its question.
    if (this.#areExercises || rest === "") return;
    for (const piece of splitMarkdown(rest, ROOM - HEADING)) {
      this.#add({ kind: "markdown", source: piece, fragment }, heightOfMarkdown(piece));
    }
  }

  #takeCode({ cell, fragment }: PlacedCell): void {
    this.#code.push(cell.source);
    if (cell.metadata.nbgrader?.solution === true) this.#answer = cell;
    // Of the exercises only what asks: the rest are remarks on answers that are still to be written.
    if (!this.#areExercises) this.#take(cell.outputs, fragment);
    else this.#take(cell.outputs.filter(isCardOutput), false);
  }

  /** Cards and figures have slides of their own; what is text between them stays together. */
  #take(outputs: readonly Output[], fragment: boolean): void {
    let texts: Output[] = [];
    const flush = (): void => {
      for (const part of partsOf(texts)) {
        this.#add({ kind: "outputs", outputs: part, fragment }, heightOfOutputs(part));
      }
      texts = [];
    };
    for (const output of outputs) {
      if (isCardOutput(output)) {
        flush();
        this.#ask(output.data[SPECIFICATION] as CardData);
      } else if (isFigure(output)) {
        flush();
        this.#begin("figure", true).parts.push({ kind: "outputs", outputs: [output], fragment: false });
      } else texts.push(...piecesOf(output));
    }
    flush();
  }

  /** A question, on the slide of the words that lead to it where it fits. */
  #ask({ id, reveal = [] }: CardData): void {
    const question = this.#questionOf(id);
    const outputs = reveal.map((data): Output => ({ output_type: "display_data", data }));
    const words = outputs.filter(isProse);
    const evidence = outputs.filter((output) => !isProse(output));
    const firstFigure = evidence.findIndex(isFigure);
    const texts = firstFigure === -1 ? evidence : evidence.slice(0, firstFigure);
    const height = heightOfQuestion(question);
    const open = this.#drafts.at(-1);
    const leads =
      open?.kind === "text" && !open.parts.some(({ fragment }) => fragment) && open.used + height <= ROOM;
    const draft = leads ? open : this.#begin("question", true);
    draft.kind = "question";
    draft.question = question;
    draft.used += height;
    draft.code.push(...(this.#areExercises ? [] : this.#code));
    this.#code = [];
    const stays = (some: readonly Output[]): boolean => {
      const isRoom = draft.used + heightOfOutputs(some) <= ROOM;
      if (isRoom) draft.revealed.push(...some);
      if (isRoom) draft.used += heightOfOutputs(some);
      return isRoom;
    };
    const after = evidence.slice(stays(texts) ? texts.length : 0);
    this.#take([...after, ...(stays(words) ? [] : words)], false);
  }

  #questionOf(id: string): Question {
    const exercise = this.#exercises.get(id);
    const given =
      this.#answer !== undefined && exerciseOf(this.#answer) === id ? this.#answer.source : undefined;
    if (exercise !== undefined) return questionOf(id, exercise, given);
    throw new Trouble(
      `A card asks for the exercise ${id}, which the course does not have`,
      "A deck needs it in the exercises.ts of a lesson; add it there, or mark the cell as skip.",
    );
  }

  /** Onto the slide that is open, if it is one of text and has room left. */
  #add(part: Part, height: number): void {
    const open = this.#drafts.at(-1);
    const fits =
      open !== undefined &&
      ["text", "title"].includes(open.kind) &&
      (open.parts.length === 0 || open.used + height <= ROOM);
    const draft = fits ? open : this.#begin("text", true);
    draft.parts.push(part);
    draft.used += height;
    draft.code.push(...this.#code);
    this.#code = [];
  }

  #begin(kind: Slide["kind"], isContinued: boolean): Draft {
    const code = kind === "figure" ? this.#code : [];
    if (kind === "figure") this.#code = [];
    const used = isContinued ? KICKER : HEADING;
    const draft = { kind, heading: this.heading, isContinued, parts: [], revealed: [], code, used };
    this.#drafts.push(draft);
    return draft;
  }
}

interface CardData {
  readonly id: string;
  readonly reveal?: readonly MimeBundle[];
}

type DataOutput = Extract<Output, { readonly data: unknown }>;

function isCardOutput(output: Output): output is DataOutput {
  return "data" in output && isCard(output.data[SPECIFICATION]);
}

function isFigure(output: Output): boolean {
  return (
    "data" in output &&
    workedOf(output) === undefined &&
    (SPECIFICATION in output.data || PLOTLY in output.data)
  );
}

/** The explanation of an answer. */
function isProse(output: Output): boolean {
  return "data" in output && "text/markdown" in output.data;
}

/** What a part may take of a slide that goes on under its heading. */
const HIGHEST = ROOM - KICKER;

/** What stays together: a worked step is a part of its own, and what stands between two is another, or more where it is high. */
function partsOf(outputs: readonly Output[]): Output[][] {
  const parts: Output[][] = [];
  const isAlone = (one: Output): boolean => workedOf(one) !== undefined;
  const left = (): number => {
    const open = parts.at(-1);
    return open === undefined || isAlone(open[0]!) ? 0 : HIGHEST - heightOfOutputs(open);
  };
  for (const output of outputs)
    for (const piece of splitProse(output, left())) {
      if (!isAlone(piece) && heightOfOutputs([piece]) <= left()) parts.at(-1)!.push(piece);
      else parts.push([piece]);
    }
  return parts;
}

/** An explanation that is higher than the room left for it, as what has room and what comes after it. */
function splitProse(output: Output, room: number): Output[] {
  if (!isProse(output) || heightOfOutputs([output]) <= room) return [output];
  const { "text/markdown": source } = (output as DataOutput).data;
  const [first = "", ...rest] = splitMarkdown(String(source), room);
  const pieces = rest.length === 0 ? [first] : [first, rest.join("\n\n")];
  return pieces.map((piece) => ({ output_type: "display_data", data: { "text/markdown": piece } }));
}

/** The exercise that a cell belongs to. */
function exerciseOf({ metadata }: ExecutedCell): string | undefined {
  return metadata["fall-line"]?.exercise;
}

function splitHeading(source: string): { heading?: string; rest: string } {
  const [line, heading] = /^#{1,3} +(.+)\n*/.exec(source) ?? [];
  if (line === undefined || heading === undefined) return { rest: source.trim() };
  return { heading, rest: source.slice(line.length).trim() };
}
