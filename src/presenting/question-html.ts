/** A question to the room as HTML: choices with a place for hands, and the answer, which a key brings out. */
import { escapeHtml } from "../escape.ts";
import { dataElement } from "../rendering/data-element.ts";
import { svgAddress } from "../svg-address.ts";
import { CARD_PICTURE } from "./page/drawing-name.ts";
import { blocksToHtml } from "./blocks-html.ts";
import { sizeOf, type Stage } from "./exhibit-html.ts";
import { plainToHtml } from "./plain-text.ts";
import { ofLecture, proseToHtml } from "./prose.ts";
import { type Choice, type Question } from "./question.ts";
import { sentencesOf } from "./sentences.ts";
import { writtenToHtml } from "./task-html.ts";
import { toldOf } from "./told.ts";

/**
 * A question in two states. What stands in `.answer` is hidden until it is asked for.
 * @param evidence what is shown beside the answer, a picture aside
 * @param isHeadline whether what is asked is the headline until it is answered
 */
export function questionToHtml(question: Question, evidence: string, isHeadline = false): string {
  const { task, lines = [], choices, explanation = "" } = question;
  const told =
    (choices.length > 0 ? "" : blocksToHtml(toldOf(question))) +
    (explanation === "" ? "" : proseToHtml(explanation));
  return (
    `<div class="asking${evidence === "" ? "" : " shown"}">` +
    `<div class="asked"><p class="prompt${isHeadline ? " answer" : ""}">${promptToHtml(askedOfHall(question))}</p>` +
    (task === undefined || task.aim !== undefined ? "" : writtenToHtml(task)) +
    (lines.length === 0
      ? ""
      : `<ol class="lines">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ol>`) +
    (choices.length === 0 ? "" : `<ol class="choices">${choices.map(choiceToHtml).join("")}</ol>`) +
    (told === "" ? "" : `<div class="answer told">${told}</div>`) +
    "</div>" +
    (evidence === "" ? "" : `<div class="answer evidence">${evidence}</div>`) +
    "</div>"
  );
}

/**
 * What is asked. Where there is no room for all of it beside the answer, its last sentence stays, and all from the first on that
 * has a number; what to choose goes.
 */
function promptToHtml(prompt: string): string {
  const sentences = sentencesOf(prompt);
  const press = sentences.length > 1 && sentences.at(-1)!.startsWith("Choose ") ? sentences.pop() : undefined;
  const withNumber = sentences.findIndex((one) => /\d/.test(one));
  const stays = sentences.splice(withNumber < 0 ? -1 : withNumber).join(" ");
  const led = sentences.length === 0 ? "" : `<span class="led">${plainToHtml(sentences.join(" "))} </span>`;
  return (
    led +
    plainToHtml(stays) +
    (press === undefined ? "" : ` <span class="press">${plainToHtml(press)}</span>`)
  );
}

/** What is asked of a hall, which raises its hands for one of several where a reader presses a picture or draws in it, and types nothing. */
export function askedOfHall({ prompt, choices }: Pick<Question, "prompt" | "choices">): string {
  const asked = ofLecture(prompt).replace(/ ?\(Write [^()]*\)/g, "");
  if (choices.length === 0) return asked;
  return asked.replace(/\b(?:press|draw) (?=the\b|where\b)/gi, (word) =>
    /^[PD]/.test(word) ? "Choose " : "choose ",
  );
}

/** The picture that is looked at, which comes to life where its card is there: its still picture until then. */
export function guessToHtml({ picture, card }: Question, stage: Stage): string {
  const still = `<img alt="${escapeHtml(picture!.alt)}" class="still figure" src="${svgAddress(picture!.svg)}">`;
  const live =
    card === undefined
      ? still
      : `<div class="live" data-fall-line="${CARD_PICTURE}">${dataElement(JSON.stringify(card))}${still}</div>`;
  return `<div class="stage"${sizeOf(stage)}>${live}</div>`;
}

/** What the speaker can say about the answers. */
export function talkingPoints({ choices, mistakes, answer }: Question): string {
  const points = choices.map(
    ({ text, reason, right }, i) =>
      `<b>${i + 1}${right ? " ✓" : ""}</b> ${plainToHtml(text.replaceAll("\n", "; "))} ${plainToHtml(reason)}`,
  );
  const isChoice = points.length > 0;
  const list = isChoice ? points : mistakes.map((mistake) => `Usual mistake: ${escapeHtml(mistake)}`);
  const items = list.map((item) => `<li>${item}</li>`).join("");
  return `${items === "" ? "" : `<ul class="points">${items}</ul>`}${isChoice ? "" : blocksToHtml(answer)}`;
}

/** A choice bears the digit by which a hand is raised for it. */
function choiceToHtml({ text, reason, right }: Choice, place: number): string {
  const digit = place + 1;
  const lines = text.split("\n").map(plainToHtml).join("<br>");
  const [first = "", ...others] = sentencesOf(reason);
  const more = others.length === 0 ? "" : ` <span class="more">${plainToHtml(others.join(" "))}</span>`;
  const why = first === "" ? "" : `<p class="reason answer">${plainToHtml(first)}${more}</p>`;
  return (
    `<li class="choice${right ? " right" : ""}"><button type="button" class="hand" aria-label="a hand for ${digit}">${digit}</button>` +
    `<div><div class="text">${lines}${right ? ' <b class="verdict">✓ right</b>' : ""}</div>` +
    `${why}</div>` +
    `<div class="hands"><span class="bar"></span><output>0</output></div></li>`
  );
}
