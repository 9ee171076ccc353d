/** A deck: the slides of one lesson that has been run, as one file that needs no other and no network. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../escape.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { CourseLesson } from "../rendering/course.ts";
import { type ExecutedCell, type ExecutedNotebook, readNotebook } from "../rendering/executed.ts";
import { dataElement, partElement } from "../rendering/data-element.ts";
import { inlineFont, styleSheet } from "../rendering/styles.ts";
import { policyElement, policyFor, type WorkbookParts } from "../rendering/workbook-parts.ts";
import { rules } from "../rules/list.ts";
import { packageFile } from "../system/packages.ts";
import { shortPath, stacksOf } from "./groups.ts";
import { DATA_ID, type DeckData } from "./page/deck-data.ts";
import { slideToHtml } from "./slide-html.ts";
import { slidesOf } from "./slides.ts";

export interface DeckOptions {
  /** Those of the course, by their ids. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** What its code is changed and run with. */
  readonly workbook: WorkbookParts;
  /** Only what is tagged for the short path. */
  readonly short: boolean;
  /** How the deck opens; a key changes it. By default as the system is. */
  readonly theme?: "light" | "dark" | undefined;
  /** Of a deck with a room behind it: the element, or what will stand in its place, that says what it knows of the room. */
  readonly room?: string;
}

/** By this a file is known as a deck. */
export const GENERATOR = '<meta name="generator" content="fall-line deck">';

/** Whether a lesson has cells on the short path. */
export function hasShortPath(notebooks: string, name: string): boolean {
  const text = readFileSync(join(notebooks, `${name}.ipynb`), "utf8");
  return shortPath(readNotebook(text).cells).length > 0;
}

/** The deck of a lesson as HTML. */
export function deckToHtml(
  projectDir: string,
  lesson: CourseLesson,
  { cells }: ExecutedNotebook,
  { exercises, workbook, short, theme, room }: DeckOptions,
): string {
  const slides = slidesOf(stacksOf(short ? shortPath(cells) : cells), exercises)
    .map((stack) => `<section>\n${stack.map((slide) => slideToHtml(slide, lesson)).join("\n")}\n</section>`)
    .join("\n");
  const product = (name: string): string => readFileSync(join(projectDir, "dist", name), "utf8");
  return `<!doctype html>
<html lang="en"${theme === undefined ? "" : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
${policyElement(policyFor())}
<title>${escapeHtml(lesson.title)} (fall-line deck)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${GENERATOR}
<link rel="icon" href="data:,">
<style>${styleOf(projectDir, lesson)}${room === undefined ? "" : sheetOf(projectDir, "room")}</style>
</head>
<body>
<div class="reveal"><div class="slides">
${slides}
</div></div>
<footer class="foot"><div class="code-foot" hidden></div><span class="place"></span></footer>
${partElement("drawing", product("deck-drawing.js"))}
${partElement("workbench", product("deck-workbench.js"))}
${workbook.inFile}
${dataElement(JSON.stringify(dataOf(cells, workbook)), DATA_ID)}
${room === undefined ? "" : `${room}\n<script>${product("deck-room.js")}</script>`}
<script>${product("deck.js")}</script>
</body>
</html>
`;
}

/** Our own sheets, in `style`. */
const SHEETS = [
  "deck",
  "layouts",
  "idea",
  "worked",
  "question",
  "task",
  "figures",
  "around",
  "workbench",
  "speaker",
  "print",
];

function dataOf(cells: readonly ExecutedCell[], { about }: WorkbookParts): DeckData {
  const code = cells.filter(({ type }) => type === "code");
  const known = code.map(({ id, source, metadata }, i) => ({
    id,
    title: metadata.title ?? `cell ${i + 1}`,
    source: source.trim(),
  }));
  return { ...about, cells: known };
}

function styleOf(projectDir: string, { rule }: CourseLesson): string {
  const own = SHEETS.map((sheet) => sheetOf(projectDir, sheet));
  const whole = readFileSync(packageFile(projectDir, "reveal.js/dist/reveal.css"), "utf8");
  // Its rules for paper come last, and print a running text; ours print slides.
  const [reveal = ""] = whole.split("@media print");
  const accent = rule === undefined ? "" : accentOf(rule);
  return [reveal, styleSheet(projectDir, ["theme", "content", "running"], inlineFont), ...own, accent].join(
    "\n",
  );
}

function sheetOf(projectDir: string, name: string): string {
  return readFileSync(join(projectDir, "src", "presenting", "style", `${name}.css`), "utf8");
}

function accentOf(id: string): string {
  const look = rules.find((rule) => rule.id === id)?.look;
  return look === undefined ? "" : `:root { --accent: light-dark(${look.color}, ${look.dark}); }`;
}
