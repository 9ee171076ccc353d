import ts from "typescript";
import { idOf, parseEvents, splitId } from "../../exercises/progress-event.ts";
import { type FormerNames, presentId } from "../../exercises/progress.ts";
import type { Read } from "../submission/read.ts";
import { type Code, readCode } from "./cells.ts";
import type { Original } from "./originals.ts";
import { declarationOf, type Expression } from "./needed.ts";

/** What was found in the place of an answer. */
export type Found =
  | { readonly kind: "expression"; readonly code: Code; readonly expression: Expression }
  /** Answered on a card: what was picked or typed, the first first. */
  | { readonly kind: "picked"; readonly picks: readonly unknown[] }
  /** There is no answer: why, in a sentence; nothing where it was never begun. */
  | { readonly kind: "missing"; readonly why?: string };

const declares = (code: Code, name: string): boolean =>
  declarationOf(code, name, code.cells.length) !== undefined;

/** Notebooks of an old format have no ids: nothing is known of what was deleted. */
const isOfIds = ({ cells }: Code): boolean => cells.some(({ id }) => id !== undefined);

/** Finds answers in what a student handed in. */
export class Answers {
  readonly #codes = new Map<string, Code>();
  readonly #ofLessons = new Map<string, Code | undefined>();

  constructor(
    private readonly read: Read,
    private readonly formerNames: FormerNames,
  ) {}

  /** Does a notebook that was handed in belong to a lesson? */
  has(lesson: string): boolean {
    return this.#notebookOf(lesson) !== undefined;
  }

  /** The answer to an exercise: what is checked last, as in a notebook; else found by the ids of cells. */
  find(id: string, { notebook, answerCell, answerName }: Original): Found {
    const code = this.#notebookOf(notebook);
    if (code === undefined) {
      const picks = this.#picks(id);
      return picks.length > 0
        ? { kind: "picked", picks }
        : { kind: "missing", why: `${notebook} was not handed in` };
    }
    const checks = code.checks.filter(
      (one) => presentId(one.id, this.formerNames) === id && one.answer !== undefined,
    );
    const call = checks.at(-1);
    const isGone =
      call !== undefined &&
      ts.isIdentifier(call.answer!) &&
      !declares(code, call.answer.text) &&
      call.answer.text !== "undefined";
    if (call !== undefined && !isGone) {
      const expression = { node: call.answer!, file: call.file, cell: call.cell };
      return { kind: "expression", code, expression };
    }
    const picks = this.#picks(id);
    if (picks.length > 0) return { kind: "picked", picks };
    if (answerName === undefined) return { kind: "missing" };
    const at = code.cells.findIndex((cell) => cell.id === answerCell);
    const cell = at < 0 ? code.cells.length : at;
    if (code.unread.includes(at))
      return { kind: "missing", why: `the cell ${answerCell} is too long, or nested too deeply, to be read` };
    if (declares(code, answerName))
      return { kind: "expression", code, expression: { node: answerName, cell } };
    const place = isOfIds(code) ? `the cell ${answerCell}` : notebook;
    const isDeleted = at < 0 && isOfIds(code);
    const why = isDeleted ? `${place} was deleted` : `there is no ${answerName} in ${place}`;
    return { kind: "missing", why };
  }

  /** The ids of all exercises that are checked in what was handed in. */
  checked(): ReadonlySet<string> {
    const codes = this.read.notebooks.map(({ name, cells }) => this.#codeOf(name, cells));
    return new Set(codes.flatMap(({ checks }) => checks.map(({ id }) => presentId(id, this.formerNames))));
  }

  /** The cells with these ids that are gone from the notebook of a lesson. */
  deleted({ notebook, answerCell }: Original): string[] {
    const code = this.#notebookOf(notebook);
    if (code === undefined || answerCell === undefined || !isOfIds(code)) return [];
    return code.cells.some(({ id }) => id === answerCell) ? [] : [answerCell];
  }

  #picks(id: string): unknown[] {
    return parseEvents(this.read.progress)
      .filter((one) => one.event === "attempt" && one.picked !== undefined)
      .filter((one) => presentId(idOf(one), this.formerNames) === id)
      .map(({ picked }) => picked);
  }

  #notebookOf(lesson: string): Code | undefined {
    if (!this.#ofLessons.has(lesson)) this.#ofLessons.set(lesson, this.#searched(lesson));
    return this.#ofLessons.get(lesson);
  }

  /** The notebook of a lesson: by its name, else by the ids of its cells, else by the exercises that it checks. */
  #searched(lesson: string): Code | undefined {
    const { notebooks } = this.read;
    const subject = lesson.slice(3);
    const ofIds = notebooks.filter(({ cells }) =>
      cells.some(({ id }) => id?.startsWith(`${lesson}-`) === true),
    );
    const own =
      ofIds.find(({ name }) => name === lesson) ??
      ofIds[0] ??
      notebooks.find(({ name }) => name === lesson) ??
      notebooks.find(({ name, cells }) =>
        this.#codeOf(name, cells).checks.some(
          ({ id }) => splitId(presentId(id, this.formerNames)).lesson === subject,
        ),
      );
    return own === undefined ? undefined : this.#codeOf(own.name, own.cells);
  }

  #codeOf(name: string, cells: Code["cells"]): Code {
    let code = this.#codes.get(name);
    if (code === undefined || code.cells !== cells) this.#codes.set(name, (code = readCode(cells)));
    return code;
  }
}
