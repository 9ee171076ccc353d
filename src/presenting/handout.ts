/** A page to print of a lesson: its summary, pictures, formulas and exercises; with the answers, for the instructor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askedIn } from "../course/cells.ts";
import { escapeHtml } from "../escape.ts";
import { plainBlocks } from "../exercises/blocks.ts";
import { type ExerciseKind, type Exercise, kindOf, optionsOf } from "../exercises/exercise.ts";
import type { Paper } from "../exercises/kind.ts";
import { SUMMARY_TAG } from "../notebook/tags.ts";
import { slidesOfDeck } from "../notebook/title.ts";
import { remembered } from "../remembered.ts";
import type { CourseLesson } from "../rendering/course.ts";
import type { ExecutedCell, ExecutedNotebook, Output } from "../rendering/executed.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { outputToHtml } from "../rendering/output.ts";
import { inlineFont, styleSheet } from "../rendering/styles.ts";
import { blocksToHtml } from "./blocks-html.ts";
import { type Picture, picturesOf } from "./pictures.ts";
import { inline, proseToHtml } from "./prose.ts";
import { type Choice, choicesOf, questionOf, sentence } from "./question.ts";
import { stilled } from "./still.ts";

export interface HandoutOptions {
  readonly answers: boolean;
  /** Those of the course, by their ids. */
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** The handout of a lesson as HTML, in one file. */
export function handoutToHtml(
  projectDir: string,
  lesson: CourseLesson,
  { cells }: ExecutedNotebook,
  { answers, exercises }: HandoutOptions,
): string {
  const { number, title, learn, minutes, slides } = lesson;
  const facts = [
    `Lesson ${number}`,
    `${minutes} minutes`,
    ...(slides === undefined ? [] : [`${slidesOfDeck(slides)} of the deck`]),
    ...(answers ? ["with answers"] : []),
  ];
  const own = readFileSync(join(projectDir, "src", "presenting", "style", "handout.css"), "utf8");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} (fall-line handout${answers ? ", answers" : ""})</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="fall-line handout">
<link rel="icon" href="data:,">
<style>${styleSheet(projectDir, ["theme", "content"], inlineFont)}\n${own}</style>
</head>
<body>
<main class="cell">
<p class="facts">${facts.join(" · ")}</p>
<h1>${escapeHtml(title)}</h1>
<p class="about">${inline(`You will learn ${learn}`)}</p>
${openingToHtml(cells)}
${summaryToHtml(cells)}
${picturesToHtml(picturesOf(cells, exercises))}
${formulasToHtml(cells, exercises)}
<section><h2>Exercises</h2>
${exercisesOf(cells, exercises)
  .map((exercise, i) => exerciseToHtml(exercise, i + 1, answers))
  .join("\n")}
</section>
</main>
</body>
</html>
`;
}

/** The picture that the lesson opens with, where its notebook holds one. */
function openingToHtml(cells: readonly ExecutedCell[]): string {
  const isPicture = (output: Output): boolean => "data" in output && "image/svg+xml" in output.data;
  const picture = cells.flatMap(({ outputs }) => outputs).find(isPicture);
  return picture === undefined ? "" : `<figure>${outputToHtml(stilled(picture))}</figure>`;
}

const HEADING = /^#{1,3} +(.+)\n*/;
const FORMULA = /\$\$[^]+?\$\$/g;

function summaryToHtml(cells: readonly ExecutedCell[]): string {
  const source = summaryOf(cells)?.replace(HEADING, "");
  return source === undefined ? "" : `<section><h2>Summary</h2>${proseToHtml(source)}</section>`;
}

function summaryOf(cells: readonly ExecutedCell[]): string | undefined {
  return cells.find(({ metadata }) => metadata.tags?.includes(SUMMARY_TAG))?.source;
}

function picturesToHtml(pictures: readonly Picture[]): string {
  if (pictures.length === 0) return "";
  const figures = pictures.map(
    ({ section, finding, output }) =>
      `<figure class="row"><figcaption><p class="label">${inline(section)}</p>${proseToHtml(finding)}</figcaption>` +
      `${outputToHtml(output)}</figure>`,
  );
  return `<section><h2>Pictures</h2>${figures.join("\n")}</section>`;
}

/** The formulas that stand on a line of their own, under the headings of their sections; the summary's are in it. */
function formulasToHtml(cells: readonly ExecutedCell[], exercises: ReadonlyMap<string, Exercise>): string {
  let heading = "";
  const sections = new Map<string, string[]>();
  const seen = new Set(summaryOf(cells)?.match(FORMULA));
  for (const { type, source, metadata } of cells) {
    if (metadata["fall-line"]?.exercise !== undefined) break;
    const prose = type === "markdown" ? source : explanationsIn(source, exercises);
    if (type === "markdown") heading = HEADING.exec(source)?.[1] ?? heading;
    for (const [formula] of prose.matchAll(FORMULA)) {
      if (seen.has(formula)) continue;
      seen.add(formula);
      remembered(sections, heading, () => []).push(proseToHtml(alone(formula)));
    }
  }
  const rows = Array.from(
    sections,
    ([section, formulas]) =>
      `<div class="row"><p class="label">${inline(section)}</p><div>${formulas.join("")}</div></div>`,
  );
  return rows.length === 0 ? "" : `<section><h2>Formulas</h2>${rows.join("")}</section>`;
}

/** A formula without the comma or the stop of the sentence that it stood in. */
function alone(formula: string): string {
  return formula.replace(/[.,]\s*\$\$$/, "$$$$");
}

/** What opens with the answers of the cards that code asks. */
function explanationsIn(code: string, exercises: ReadonlyMap<string, Exercise>): string {
  return askedIn(code)
    .map((id) => {
      const exercise = exercises.get(id);
      return exercise !== undefined && "explanation" in exercise ? (exercise.explanation ?? "") : "";
    })
    .join("\n\n");
}

interface Asked {
  readonly id: string;
  readonly exercise: Exercise;
  /** What is given to begin with, where there is code to write. */
  stub: string;
}

/** The exercises at the end of a lesson, in order. */
function exercisesOf(cells: readonly ExecutedCell[], exercises: ReadonlyMap<string, Exercise>): Asked[] {
  const asked: Asked[] = [];
  for (const { source, metadata } of cells) {
    const id = metadata["fall-line"]?.exercise;
    const exercise = id === undefined ? undefined : exercises.get(id);
    if (id === undefined || exercise === undefined) continue;
    if (asked.at(-1)?.id !== id) asked.push({ id, exercise, stub: "" });
    if (metadata.nbgrader?.solution === true) asked.at(-1)!.stub = source;
  }
  return asked;
}

function exerciseToHtml({ id, exercise, stub }: Asked, number: number, answers: boolean): string {
  const kind = kindOf(exercise);
  const paper = kind.onPaper?.(exercise);
  const options = paper === undefined ? optionsOf(exercise) : undefined;
  const asked =
    paper !== undefined
      ? paperToHtml(paper)
      : options === undefined
        ? placeToHtml(kind, stub.trim(), answers)
        : `<ol class="options">${choicesOf(options)
            .map((one) => optionToHtml(one, answers))
            .join("")}</ol>`;
  const solution = blocksToHtml(plainBlocks(kind.solution(exercise)));
  const mistakes = mistakesToHtml(questionOf(id, exercise).mistakes);
  return (
    `<article><h3><span class="number">${number}</span> ${escapeHtml(exercise.title)}</h3><p>${escapeHtml(exercise.prompt)}</p>` +
    asked +
    (answers && options === undefined
      ? `<div class="solution"><p class="label">Answer</p>${solution}${mistakes}</div>`
      : "") +
    "</article>"
  );
}

/** What is marked or numbered with a pen. */
function paperToHtml({ boxes = [], picture }: Paper): string {
  if (picture !== undefined)
    return `<figure class="marked">${outputToHtml(stilled({ output_type: "display_data", data: { "image/svg+xml": picture.svg, "text/plain": picture.alt } }))}</figure>`;
  const items = boxes.map((line) => `<li><span class="box"></span> ${escapeHtml(line)}</li>`);
  return `<ul class="boxes">${items.join("")}</ul>`;
}

/** Where an answer is written, below what is given to begin with; what is written in words begins with nothing. */
function placeToHtml({ answered, earns }: ExerciseKind, stub: string, answers: boolean): string {
  if (answers) return "";
  const given = stub === "" || earns === "by being read" ? "" : codeBlock(stub, "typescript");
  return `${given}<div class="room${answered === "by a function" ? " code" : ""}"></div>`;
}

function optionToHtml({ text, reason, right }: Choice, answers: boolean): string {
  const why = answers ? ` <span class="reason">${escapeHtml(reason)}</span>` : "";
  return `<li class="${answers && right ? "right" : ""}">${escapeHtml(text)}${why}</li>`;
}

/** Mistakes that are often made, as a list. */
function mistakesToHtml(mistakes: readonly string[]): string {
  if (mistakes.length === 0) return "";
  const items = mistakes.map((mistake) => `<li>${escapeHtml(sentence(mistake))}</li>`);
  return `<div class="mistakes"><p class="label">Usual mistakes</p><ul>${items.join("")}</ul></div>`;
}
