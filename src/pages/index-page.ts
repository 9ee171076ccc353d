/** The first page of the site: the map of the course, and what each lesson is about. */
import { escapeHtml } from "../escape.ts";
import { slidesOfDeck } from "../notebook/title.ts";
import { courseMapToHtml } from "./course-map-svg.ts";
import type { CourseLesson } from "../rendering/course.ts";
import { type Assets, documentToHtml, PAGES } from "./document.ts";
import type { MimeBundle } from "../display.ts";
import { markdownToHtml } from "../rendering/markdown.ts";
import { bundleToHtml } from "../rendering/output.ts";

const DESCRIPTION =
  "The optimizers behind deep learning, step by step, in figures that can be played with: gradient descent, momentum, " +
  "Nesterov, AdaGrad, RMSProp, Adam, learning-rate decay and second-order methods.";

/** What the index has besides the lessons. */
interface Opening {
  /** The explorer that it opens with, which plays by itself. */
  readonly race: MimeBundle;
  /** The address of its preview. */
  readonly preview: string;
}

/**
 * The index of a site that has a page for each lesson.
 * @param workbook what it holds besides when the lessons can be worked in
 */
export function indexPage(
  course: readonly CourseLesson[],
  { race, preview }: Opening,
  assets: Assets,
  workbook?: string,
): string {
  const counted = course.filter(({ optional }) => optional !== true);
  const minutes = counted.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const beyond = course.length - counted.length;
  const body = `<div class="frame single opens">
<main id="main">
<div class="race" data-cell="race">${bundleToHtml(race)}</div>
<p class="summary">Six rules, one start: drag the ring, choose another surface, play. ${DESCRIPTION} ${counted.length} lessons, about ${Math.round(minutes / 60)} hours in all${beyond === 0 ? "" : `, and ${beyond} more that ${beyond === 1 ? "is" : "are"} optional`}; each can be read on its own
once you know what it builds on. <a href="${PAGES.rules}">The update rules</a> have a page of their own.</p>
<nav id="lessons" aria-label="Map of the course">${courseMapToHtml(course)}</nav>
<ol class="lessons">
${course.map((lesson) => entry(lesson, course)).join("\n")}
</ol>
${workbook ?? ""}
</main>
</div>`;
  const bar =
    '<span class="home">fall-line</span><h1 class="question">How does a network find its way down?</h1>' +
    `<nav aria-label="This site"><a href="#lessons">Lessons</a> <a href="${PAGES.rules}">Rules</a> <a href="${PAGES.glossary}">Glossary</a> <a href="${PAGES.library}">Library</a></nav>`;
  return documentToHtml(
    { title: "fall-line", description: DESCRIPTION, bar, body, live: true, preview },
    assets,
  );
}

function entry(
  { name, number, title, learn, minutes, optional, slides, needs }: CourseLesson,
  course: readonly CourseLesson[],
): string {
  const links = course
    .filter((lesson) => needs.includes(lesson.name))
    .map((lesson) => `<a href="${lesson.name}.html">${lesson.number} ${escapeHtml(lesson.short)}</a>`);
  const facts = [
    `${minutes} minutes`,
    ...(optional === true ? ["optional"] : []),
    ...(slides === undefined ? [] : [slidesOfDeck(slides)]),
    ...(links.length === 0 ? [] : [`builds on ${links.join(", ")}`]),
  ];
  return `<li><span class="number">${number}</span><div>
<h2><a href="${name}.html">${escapeHtml(title)}</a></h2>
<div class="cell">${markdownToHtml(`You will learn ${learn}`)}</div>
<p class="facts">${facts.join(" · ")}<span class="done" data-done-of="${name}" hidden></span></p>
</div></li>`;
}
