/** A question to the room as HTML: choices with a place for hands, and the answer, which a key brings out. */
import { escapeHtml } from "../escape.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { dataElement } from "../rendering/data-element.ts";
import { svgAddress } from "../svg-address.ts";
import { CARD_PICTURE } from "./page/drawing-name.ts";
import { blocksToHtml } from "./blocks-html.ts";
import { proseToHtml } from "./prose.ts";
import { type Choice, type Question, sentence } from "./question.ts";

/**
 * A question in two states. What stands in `.answer` is hidden until it is asked for.
 * @param lead what leads to it
 * @param evidence what is shown beside the answer
 * @param small what is shown with it
 */
export function questionToHtml(
  { prompt, given, lines = [], picture, card, choices, answer, mistakes, explanation = "" }: Question,
  lead: string,
  evidence: string,
  small: string,
): string {
  const areAnswers = choices.some(({ right }) => right);
  const told = areAnswers ? "" : blocksToHtml(answer) + small + mistakesToHtml(mistakes);
  const explained = explanation === "" ? "" : proseToHtml(explanation);
  const isWithin = !areAnswers && evidence !== "";
  const within = told + (isWithin ? explained : "");
  const beside = evidence + (isWithin ? "" : explained);
  return (
    `<div class="asking${lead === "" ? "" : " led"}${picture === undefined ? "" : " pictured"}${beside === "" ? "" : " shown"}">` +
    (lead === "" ? "" : `<div class="lead">${lead}</div>`) +
    `<div class="asked"><p class="prompt">${escapeHtml(prompt)}</p>` +
    (given === undefined ? "" : `<div class="given">${codeBlock(given, "typescript")}</div>`) +
    (lines.length === 0
      ? ""
      : `<ol class="lines">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ol>`) +
    `<ol class="choices${areAnswers ? "" : " ready"}">${choices.map(choiceToHtml).join("")}</ol>` +
    (within === "" ? "" : `<div class="answer told">${within}</div>`) +
    "</div>" +
    (picture === undefined ? "" : pictureToHtml(picture, card)) +
    (beside === "" ? "" : `<div class="answer evidence">${beside}</div>`) +
    "</div>"
  );
}

/** The room of a picture that is looked at, in pixels of a slide. */
const PICTURE = { width: 660, height: 490 };

/** A picture that comes to life where its card is there, and its still picture until then. */
function pictureToHtml({ svg, alt }: NonNullable<Question["picture"]>, card: object | undefined): string {
  const { width, height } = PICTURE;
  const still = `<img alt="${escapeHtml(alt)}" class="still figure" src="${svgAddress(svg)}">`;
  const live =
    card === undefined
      ? still
      : `<div class="live" data-fall-line="${CARD_PICTURE}">${dataElement(JSON.stringify(card))}${still}</div>`;
  return `<div class="stage" data-width="${width}" data-height="${height}" style="width:${width}px;height:${height}px">${live}</div>`;
}

/** What the speaker can say about the answers. */
export function talkingPoints({ choices, mistakes, answer }: Question): string {
  const points = choices.flatMap(({ text, reason, right }, i) =>
    reason === undefined
      ? []
      : [
          `<b>${letterOf(i)}${right ? " ✓" : ""}</b> ${escapeHtml(text.replaceAll("\n", "; "))} ${escapeHtml(reason)}`,
        ],
  );
  const isChoice = points.length > 0;
  const list = isChoice ? points : mistakes.map((mistake) => `Usual mistake: ${escapeHtml(mistake)}`);
  const items = list.map((item) => `<li>${item}</li>`).join("");
  return `${items === "" ? "" : `<ul class="points">${items}</ul>`}${isChoice ? "" : blocksToHtml(answer)}`;
}

/** Mistakes that are often made, as a list. */
export function mistakesToHtml(mistakes: readonly string[]): string {
  if (mistakes.length === 0) return "";
  const items = mistakes.map((mistake) => `<li>${escapeHtml(sentence(mistake))}</li>`);
  return `<div class="mistakes"><p class="label">Usual mistakes</p><ul>${items.join("")}</ul></div>`;
}

function choiceToHtml({ text, reason, right }: Choice, place: number): string {
  const lines = text.split("\n").map(escapeHtml).join("<br>");
  return (
    `<li class="choice${right ? " right" : ""}"><button type="button" class="hand" aria-label="a hand for ${letterOf(place)}">${letterOf(place)}</button>` +
    `<div><div class="text">${lines}</div>${reason === undefined ? "" : `<p class="reason answer">${escapeHtml(reason)}</p>`}</div>` +
    `<div class="hands"><span class="bar"></span><output>0</output></div></li>`
  );
}

function letterOf(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}
