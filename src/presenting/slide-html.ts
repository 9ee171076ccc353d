/** One slide of a deck as HTML. */
import { escapeHtml } from "../escape.ts";
import type { CourseLesson } from "../rendering/course.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { type CellCode, type Exhibit, isLandscape } from "./exhibit.ts";
import { exhibitsToHtml, type Stage } from "./exhibit-html.ts";
import { ideaToHtml } from "./idea-html.ts";
import { inline, plain, proseToHtml } from "./prose.ts";
import { questionToHtml, talkingPoints } from "./question-html.ts";
import { isPair, isSmall, lettersOf, mayStandIn } from "./slide-space.ts";
import type { Layout, Slide, Words } from "./slide.ts";

/** A slide. Its code lies behind it, its notes in an `<aside class="notes">`. */
export function slideToHtml(slide: Slide, lesson: CourseLesson): string {
  const { layout, headline, minutes, question } = slide;
  const title = layout === "question" ? question!.title : plain(headline);
  const layer = codeOf(slide).map(codeToHtml).join("");
  const id = question === undefined ? "" : escapeHtml(question.id);
  const asks =
    id === "" ? "" : ` data-question="${id}"${question?.hides === true ? ` data-hides="${id}"` : ""}`;
  return (
    `<section class="slide ${classesOf(slide)}" data-title="${escapeHtml(title)}" data-minutes="${minutes}"${asks}>` +
    `<div class="body cell">${bodyOf(slide, lesson)}</div>` +
    (layer === ""
      ? ""
      : `<div class="code-layer" data-prevent-swipe><p class="kicker">The code</p>${layer}</div>`) +
    `<aside class="notes">${notesToHtml(slide)}</aside></section>`
  );
}

/** The code behind a slide, and that which stands on it. */
function codeOf({ code, exhibits }: Slide): CellCode[] {
  return [...code, ...exhibits.filter((one) => one.kind === "code")];
}

function codeToHtml({ id, source }: CellCode): string {
  return `<div class="cell code" data-cell="${escapeHtml(id)}">${codeBlock(source.trim(), "typescript")}</div>`;
}

/** More words than this stand in a wider column; more than the other, alone on a slide, in two. */
const MANY = 400;
const LONG = 650;

function classesOf({ layout, words, exhibits }: Slide): string {
  const isWordy = layout === "beside" && lettersOf(words) > MANY;
  const isPaired = layout === "stacked" && isPair(exhibits, words);
  const isLong = layout === "words" && lettersOf(words) > LONG && mayStandIn(words, COLUMN);
  const isBled = layout === "title" && exhibits.some(isLandscape);
  return [
    layout,
    ...(isWordy ? ["wordy"] : []),
    ...(isLong ? ["long"] : []),
    ...(isBled ? ["bled"] : []),
    ...(isPaired ? ["paired"] : []),
    ...new Set(exhibits.map(({ kind }) => `with-${kind}`)),
  ].join(" ");
}

/** The width of one of two columns, in pixels. */
const COLUMN = 548;

const STAGES: Readonly<Record<Layout, Stage>> = {
  title: { width: 1280, height: 720 },
  beside: { width: 696, height: 490 },
  question: { width: 540, height: 480 },
  figure: { width: 1152, height: 500 },
  stacked: { width: 1152, height: 400 },
  idea: { width: 1152, height: 400 },
  words: { width: 1152, height: 400 },
};

const WORDY: Stage = { width: 576, height: 490 };

/** What opens a lesson and is no landscape stands beside the title. */
const OPENING: Stage = { width: 780, height: 590 };

function stageOf(slide: Slide): Stage {
  if (slide.layout === "title" && !slide.exhibits.some(isLandscape)) return OPENING;
  return classesOf(slide).includes("wordy") ? WORDY : STAGES[slide.layout];
}

function bodyOf(slide: Slide, lesson: CourseLesson): string {
  const { layout, section, headline, words, exhibits, question, idea } = slide;
  const stage = stageOf(slide);
  const isTold = question?.choices.some(({ right }) => right) === false;
  const [main, small] = isTold ? apart(exhibits) : [exhibits, []];
  const shown = main.length === 0 ? "" : exhibitsToHtml(main, stage);
  if (layout === "title") return titleToHtml(headline, shown, lesson);
  const kicker = headline === section ? lesson.short : section;
  const top = `<p class="kicker">${inline(kicker)}</p>`;
  if (layout === "question") {
    const found = headline === "" ? "" : `<h2 class="answer">${inline(headline)}</h2>`;
    return (
      `${top}<h2${found === "" ? "" : ' class="open"'}>${escapeHtml(question!.title)}</h2>${found}` +
      questionToHtml(question!, words.map(wordsToHtml).join(""), shown, exhibitsToHtml(small, stage)) +
      '<span class="fragment reveals"></span>'
    );
  }
  const heading = `${top}<h2>${inline(headline)}</h2>`;
  if (layout === "idea") return heading + ideaToHtml(idea!);
  const told = words.length === 0 ? "" : `<div class="words">${words.map(wordsToHtml).join("")}</div>`;
  return `${heading}<div class="laid">${told}${shown === "" ? "" : `<div class="exhibits">${shown}</div>`}</div>`;
}

/** The evidence of a question without choices, and what little of it stands with the answer when there is a figure. */
function apart(exhibits: readonly Exhibit[]): [Exhibit[], Exhibit[]] {
  const isApart = (one: Exhibit): boolean => exhibits.some(({ kind }) => kind === "figure") && isSmall(one);
  return [exhibits.filter((one) => !isApart(one)), exhibits.filter(isApart)];
}

/** A name of more letters is set smaller. */
const LONG_NAME = 9;

/** The first slide: its number, title, what one will learn, over the figure. */
function titleToHtml(headline: string, shown: string, { learn, number }: CourseLesson): string {
  const [name, below] = headline.split(/: (.*)/);
  const size = name!.length > LONG_NAME ? ' class="long"' : "";
  const second = below === undefined ? "" : `<p class="second">${inline(below)}</p>`;
  return (
    `${shown}<div class="over"><p class="kicker">Lesson ${number}</p><h1${size}>${inline(name!)}</h1>${second}` +
    `<div class="about">${proseToHtml(`You will learn ${learn}`)}</div></div>`
  );
}

function wordsToHtml({ source, fragment }: Words): string {
  return `<div class="part${fragment ? " fragment" : ""}">${proseToHtml(source)}</div>`;
}

function notesToHtml({ notes, question }: Slide): string {
  const told = notes.map(({ text, minutes }) =>
    proseToHtml(minutes > 0 ? `**${minutes} min.** ${text}` : text),
  );
  return told.join("") + (question === undefined ? "" : talkingPoints(question));
}
