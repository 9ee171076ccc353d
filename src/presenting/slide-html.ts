/** One slide of a deck as HTML. */
import { escapeHtml } from "../escape.ts";
import type { CourseLesson } from "../rendering/course.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { type CellCode, isPicture } from "./exhibit.ts";
import { exhibitToHtml, type Stage } from "./exhibit-html.ts";
import { ideaToHtml } from "./idea-html.ts";
import { plainToHtml } from "./plain-text.ts";
import { inline, ofLecture, plain, proseToHtml } from "./prose.ts";
import { askedOfHall, guessToHtml, questionToHtml, talkingPoints } from "./question-html.ts";
import { taskToHtml } from "./task-html.ts";
import { isPair } from "./slide-space.ts";
import type { Slide, Words } from "./slide.ts";

/** A slide. Its picture has edges of its own, its code lies behind it, its notes stand in an `<aside class="notes">`. */
export function slideToHtml(slide: Slide, lesson: CourseLesson): string {
  const { layout, headline, minutes, question } = slide;
  const title = layout === "question" ? ofLecture(question!.title) : plain(headline);
  const layer = codeOf(slide).map(codeToHtml).join("");
  const id = question === undefined ? "" : escapeHtml(question.id);
  const asks =
    id === "" ? "" : ` data-question="${id}"${question?.hides === true ? ` data-hides="${id}"` : ""}`;
  return (
    `<section class="slide ${classesOf(slide)}" data-title="${escapeHtml(title)}" data-minutes="${minutes}"${asks}>` +
    `<div class="body cell">${bodyOf(slide, lesson)}</div>${pictureOf(slide)}` +
    (layer === ""
      ? ""
      : `<div class="code-layer" data-prevent-swipe><p class="kicker">The code</p>${layer}</div>`) +
    `<aside class="notes">${notesToHtml(slide, lesson)}</aside></section>`
  );
}

/** The code behind a slide, and that which stands on it. */
function codeOf({ code, exhibits }: Slide): CellCode[] {
  return [...code, ...exhibits.filter((one) => one.kind === "code")];
}

function codeToHtml({ id, source }: CellCode): string {
  return `<div class="cell code" data-cell="${escapeHtml(id)}">${codeBlock(source.trim(), "typescript")}</div>`;
}

function classesOf(slide: Slide): string {
  const { layout, exhibits } = slide;
  const isPictured = isAskedOfPicture(slide) || exhibits.some(isPicture);
  const isAnswer = layout === "question" && !isAskedOfPicture(slide) && isPictured;
  return [
    layout,
    ...(isAnswer ? ["pictured-answer"] : isPictured ? ["pictured"] : []),
    ...(layout === "stacked" && isPair(exhibits) ? ["paired"] : []),
    ...new Set(exhibits.map(({ kind }) => `with-${kind}`)),
  ].join(" ");
}

/** Whether there is a picture while a question is open. */
const isAskedOfPicture = ({ question, asked, stops }: Slide): boolean =>
  [question?.picture, question?.task?.aim, asked, stops].some((one) => one !== undefined);

/** A picture beside words goes to three edges of the slide, above the bar of progress; an explorer has all of it. */
const BESIDE_WORDS: Stage = { width: 824, height: 714 };
const WHOLE: Stage = { width: 1280, height: 714 };

function pictureOf({ layout, exhibits, question, asked, stops }: Slide): string {
  if (question?.picture !== undefined)
    return `<div class="picture">${guessToHtml(question, BESIDE_WORDS)}</div>`;
  if (question?.task?.aim !== undefined)
    return `<div class="picture task">${taskToHtml(question.task, BESIDE_WORDS)}</div>`;
  const looked =
    asked === undefined ? "" : `<div class="picture">${exhibitToHtml(asked, BESIDE_WORDS)}</div>`;
  const [picture] = exhibits.filter(isPicture);
  if (picture === undefined) return looked;
  const isWhole = picture.kind === "explorer" && layout === "figure";
  const shown = exhibitToHtml(picture, isWhole ? WHOLE : BESIDE_WORDS);
  if (stops !== undefined) return `<div class="picture held" data-stops="${stops}">${shown}</div>`;
  return `${looked}<div class="picture${layout === "question" ? " answer" : ""}">${shown}</div>`;
}

/** In the column beside a picture a longer name of a section would take two lines. */
const LONG_KICKER = 26;

/** Beside a picture such a question is the headline itself. */
const SHORT = /^[^.]{1,50}\?$/;

function bodyOf(slide: Slide, lesson: CourseLesson): string {
  const { layout, section, headline, words, exhibits, question, idea } = slide;
  const shown = exhibits
    .filter((one) => !isPicture(one))
    .map((one) => exhibitToHtml(one))
    .join("");
  if (layout === "title") return titleToHtml(headline, lesson) + shown;
  const isNarrow = isAskedOfPicture(slide) || exhibits.some(isPicture);
  const kicker =
    headline === section || (isNarrow && ofLecture(section).length > LONG_KICKER) ? lesson.short : section;
  const top = `<p class="kicker">${inline(kicker)}</p>`;
  if (layout === "question") {
    const found = headline === "" ? "" : `<h2 class="answer">${inline(headline)}</h2>`;
    const isHeadline = found !== "" && isAskedOfPicture(slide) && SHORT.test(question!.prompt);
    const asked = isHeadline ? askedOfHall(question!) : ofLecture(question!.title);
    return (
      `${top}<h2${found === "" ? "" : ' class="open"'}>${plainToHtml(asked)}</h2>${found}` +
      questionToHtml(question!, shown, isHeadline) +
      '<span class="fragment reveals"></span>'
    );
  }
  const heading = `${top}<h2>${inline(headline)}</h2>`;
  if (layout === "idea") return heading + ideaToHtml(idea!);
  const told = words.length === 0 ? "" : `<div class="words">${words.map(wordsToHtml).join("")}</div>`;
  return `${heading}<div class="laid">${told}${shown === "" ? "" : `<div class="exhibits">${shown}</div>`}</div>`;
}

/** A name with a word of more letters is set smaller. */
const LONG_NAME = 8;

/** The first slide: its number, its name, what is told of it. */
function titleToHtml(headline: string, { number, short, question }: CourseLesson): string {
  const [name, below] = question === undefined ? headline.split(/: (.*)/) : [short, question];
  const size = name!.split(" ").some(({ length }) => length > LONG_NAME) ? ' class="long"' : "";
  const second = below === undefined ? "" : `<p class="second">${inline(below)}</p>`;
  return `<p class="kicker">Lesson ${number}</p><h1${size}>${inline(name!)}</h1>${second}`;
}

function wordsToHtml({ source, fragment }: Words): string {
  return `<div class="part${fragment ? " fragment" : ""}">${proseToHtml(source)}</div>`;
}

function notesToHtml({ layout, notes, question }: Slide, { learn }: CourseLesson): string {
  const told = notes.map(({ text, minutes }) =>
    proseToHtml(minutes > 0 ? `**${minutes} min.** ${text}` : text),
  );
  const aim = layout === "title" ? proseToHtml(`You will learn ${learn}`) : "";
  return told.join("") + aim + (question === undefined ? "" : talkingPoints(question));
}
