/** One slide of a deck as HTML. */
import { escapeHtml } from "../escape.ts";
import { slidesOfDeck } from "../notebook/title.ts";
import type { CourseLesson } from "../pages/course.ts";
import { codeBlock } from "../pages/highlight.ts";
import { markdownToHtml } from "../pages/markdown.ts";
import { outputToHtml } from "../pages/output.ts";
import { questionToHtml, talkingPoints } from "./question-html.ts";
import type { Part, Slide } from "./slide.ts";

/** A slide. Its code lies behind it, its notes in an `<aside class="notes">`. */
export function slideToHtml(slide: Slide, lesson: CourseLesson): string {
  const { kind, heading, minutes, code, question } = slide;
  const title = kind === "question" ? question!.title : plain(heading);
  const layer = code.map((source) => codeBlock(source.trim(), "typescript")).join("");
  const hides = question?.hides === true ? ` data-hides="${escapeHtml(question.id)}"` : "";
  return (
    `<section class="slide ${kind}" data-title="${escapeHtml(title)}" data-minutes="${minutes}"${hides}>` +
    `<div class="body cell">${bodyOf(slide, lesson)}</div>` +
    (layer === "" ? "" : `<div class="code-layer cell"><p class="kicker">The code</p>${layer}</div>`) +
    `<aside class="notes">${notesToHtml(slide)}</aside></section>`
  );
}

function bodyOf(slide: Slide, lesson: CourseLesson): string {
  const { kind, heading, isContinued, parts, question, revealed } = slide;
  const words = inline(heading);
  const kicker = `<p class="kicker">${words}</p>`;
  if (kind === "title") return titleToHtml(words, parts, lesson);
  if (kind === "section") return `<h1>${words}</h1>`;
  const shown = parts.map(partToHtml).join("");
  if (kind === "figure") return `${kicker}<div class="stage">${shown}</div>`;
  const top = isContinued ? kicker : `<h2>${words}</h2>`;
  if (question === undefined) return top + shown;
  return top + shown + questionToHtml(question, isContinued ? 2 : 3, revealed);
}

/** The first slide: title, where it stands in the course, what one will learn. */
function titleToHtml(words: string, parts: readonly Part[], { learn, number, slides }: CourseLesson): string {
  const place = slides === undefined ? "" : `, ${slidesOfDeck(slides)} of the deck`;
  const shown = parts.filter(({ kind }) => kind === "outputs").map(partToHtml);
  return (
    `<p class="kicker">Lesson ${number}${place}</p><h1>${words}</h1>` +
    `<div class="about">${link(`You will learn ${learn}`)}</div>${shown.join("")}`
  );
}

function partToHtml(part: Part): string {
  const html = part.kind === "markdown" ? link(part.source) : part.outputs.map(outputToHtml).join("");
  return `<div class="part${part.fragment ? " fragment" : ""}">${html}</div>`;
}

/** Links to other lessons are words here: a deck is one file. */
function link(source: string): string {
  return markdownToHtml(source, { link: (href) => (/\.ipynb\b/.test(href) ? undefined : href) });
}

function inline(heading: string): string {
  return link(heading).replace(/^\s*<p>|<\/p>\s*$/g, "");
}

function plain(markdown: string): string {
  return markdown.replace(/[*`$\\{}]/g, "");
}

function notesToHtml({ notes, question }: Slide): string {
  const told = notes.map(({ text, minutes }) => link(minutes > 0 ? `**${minutes} min.** ${text}` : text));
  return told.join("") + (question === undefined ? "" : talkingPoints(question));
}
