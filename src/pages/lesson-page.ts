/** The page of a lesson that has been run: its cells one below another, and a table of contents beside them. */
import { escapeHtml } from "../escape.ts";
import { CODE_TAG, OPENING_TAG, TITLE_TAG } from "../notebook/tags.ts";
import type { CourseLesson } from "../rendering/course.ts";
import { anchorToHtml, Contents } from "./contents.ts";
import { type Assets, bodyOf, documentToHtml } from "./document.ts";
import type { CellMetadata, ExecutedCell, ExecutedNotebook, Output } from "../rendering/executed.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { markdownToHtml } from "../rendering/markdown.ts";
import { cardOf, isDrawn, outputToHtml } from "../rendering/output.ts";

/** What surrounds a lesson. */
export interface Surroundings {
  /** The lessons that have a page beside this one; to others there are no links. */
  readonly beside: ReadonlySet<string>;
  /** The page with the map of the course, if there is one. */
  readonly home?: string;
  readonly previous?: CourseLesson | undefined;
  readonly next?: CourseLesson | undefined;
  /** The address of its preview. */
  readonly preview?: string;
  /** What a page that can be worked in holds besides; a page without is only read. */
  readonly workbook?: string;
}

const NOT_RUN =
  '<p class="note">What the cells of this lesson show comes when you run them: Run all, at the foot, runs them one after another.</p>\n';

/** A lesson as a page. */
export function lessonPage(
  lesson: CourseLesson,
  notebook: ExecutedNotebook,
  surroundings: Surroundings,
  assets: Assets,
): string {
  const contents = new Contents();
  const link = (href: string): string | undefined => addressOf(href, surroundings.beside);
  const cells = notebook.cells.map((cell) =>
    cell.type === "markdown"
      ? `<section class="cell markdown${cell.metadata.tags?.includes(TITLE_TAG) === true ? " title" : ""}">${markdownToHtml(cell.source, { link, heading: (heading) => contents.take(heading) })}</section>`
      : codeCellToHtml(cell, contents),
  );
  const main = `${notebook.isRun === false ? NOT_RUN : ""}${cells.join("\n")}
${neighboursToHtml(surroundings)}`;
  const parts = {
    title: `${lesson.title} (fall-line, lesson ${lesson.number})`,
    description: `You will learn ${lesson.learn}`.replaceAll("$", "").replaceAll("\n", " "),
    bar: barToHtml(lesson, surroundings),
    body: `${bodyOf(main, contents.html)}\n${surroundings.workbook ?? ""}`,
    preview: surroundings.preview,
    live: surroundings.workbook !== undefined || cells.some((cell) => cell.includes("data-fall-line=")),
  };
  return documentToHtml(parts, assets);
}

/** Between lessons, links lead from page to page as they do from notebook to notebook. */
function addressOf(href: string, beside: ReadonlySet<string>): string | undefined {
  const [, name, anchor = ""] = /^([\w-]+)\.ipynb(#.*)?$/.exec(href) ?? [];
  if (name === undefined) return href;
  return beside.has(name) ? `${name}.html${anchor}` : undefined;
}

function codeCellToHtml({ id, type, source, metadata, outputs }: ExecutedCell, contents: Contents): string {
  if (type === "raw") return "";
  const isAnswer = metadata.nbgrader?.solution === true;
  const code = codeBlock(source, "typescript");
  const shown = outputs.map(outputToHtml).join("");
  const below = shown === "" ? "" : `<div class="outputs">${shown}</div>`;
  const above = isFolded(metadata, outputs)
    ? `<details class="fold"><summary>The code</summary>${code}</details>`
    : code;
  const card = outputs.map(cardOf).find((found) => found !== undefined);
  const anchor = card && contents.takeCard(card.id);
  return (
    `<section class="cell code${isAnswer ? " answer" : ""}" data-cell="${escapeHtml(id)}"${anchor === undefined ? "" : ` id="${escapeHtml(anchor)}"`}>` +
    (anchor === undefined ? "" : anchorToHtml(anchor, `Link to the card: ${card!.title}`)) +
    (isAnswer ? '<p class="yours">Yours to write</p>' : "") +
    (metadata.tags?.includes(OPENING_TAG) === true ? below + above : above + below) +
    "</section>"
  );
}

/** Code is folded where it would give an answer away, and where it only draws a figure or asks a question. */
function isFolded({ jupyter, nbgrader, tags = [] }: CellMetadata, outputs: readonly Output[]): boolean {
  if (jupyter?.source_hidden === true) return true;
  if (nbgrader?.solution === true || tags.includes(CODE_TAG)) return false;
  return outputs.length > 0 && outputs.every(isDrawn);
}

function barToHtml({ number, short }: CourseLesson, { home, previous, next }: Surroundings): string {
  const brand =
    home === undefined
      ? '<span class="home">fall-line</span>'
      : `<a class="home" href="${home}">fall-line</a>`;
  const arrow = (lesson: CourseLesson | undefined, rel: string, sign: string): string =>
    lesson === undefined
      ? ""
      : `<a rel="${rel}" href="${lesson.name}.html" title="${escapeHtml(lesson.title)}" aria-label="${escapeHtml(`${rel === "prev" ? "Previous" : "Next"}: ${lesson.title}`)}">${sign}</a>`;
  return `${brand}<span class="where">${number} ${escapeHtml(short)}</span>${arrow(previous, "prev", "←")}${arrow(next, "next", "→")}`;
}

function neighboursToHtml({ previous, next }: Surroundings): string {
  if (previous === undefined && next === undefined) return "";
  const card = (lesson: CourseLesson | undefined, kind: string, words: string): string =>
    lesson === undefined
      ? ""
      : `<a class="${kind}" href="${lesson.name}.html"><small>${words}</small>${lesson.number} ${escapeHtml(lesson.title)}</a>`;
  return `<nav class="neighbours" aria-label="Neighbouring lessons">${card(previous, "previous", "← Before this")}${card(next, "next", "Next →")}</nav>`;
}
