/** The glossary: each word of the course in a sentence, its letter here and elsewhere, and where it is taught. */
import { remembered } from "../../remembered.ts";
import { escapeHtml } from "../../escape.ts";
import type { CourseLesson } from "../../rendering/course.ts";
import { formulaToHtml } from "../../rendering/formulas.ts";
import { argumentOf, LIBRARIES } from "../../rules/libraries.ts";
import { texOf } from "../../rules/tex.ts";
import { type Assets, PAGES, textPageToHtml } from "../document.ts";
import type { Place } from "../search/place.ts";
import { LANDSCAPE_TERMS } from "./landscape-terms.ts";
import { RULE_TERMS } from "./rule-terms.ts";
import type { Term } from "./term.ts";

const TITLE = "Glossary";
const DESCRIPTION =
  "The words of the course, each in a sentence, with its letter here and in papers and libraries.";

/** A word with its lesson. */
interface Word extends Term {
  readonly word: string;
  readonly lesson: string;
}

/** By the alphabet. */
const WORDS: readonly Word[] = [LANDSCAPE_TERMS, RULE_TERMS]
  .flatMap((terms) => Object.entries(terms))
  .flatMap(([lesson, terms]) => Object.entries(terms).map(([word, term]) => ({ word, lesson, ...term })))
  .sort((a, b) => (a.word.toLowerCase() < b.word.toLowerCase() ? -1 : 1));

/** Where words are taught. */
export interface Taught {
  readonly course: readonly CourseLesson[];
  /** The places of a lesson, by its name. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

/** The page of the glossary. */
export function glossaryPage(taught: Taught, assets: Assets): string {
  const entries = WORDS.map((word) => wordToHtml(word, taught));
  const main = `<h1>${TITLE}</h1>
<p>The words of the course, with their letters. Papers and libraries write some of them with others, which stand below.</p>
<dl class="glossary">
${entries.join("\n")}
</dl>`;
  return textPageToHtml({ title: TITLE, description: DESCRIPTION, main }, assets);
}

/** The words as a search finds them. */
export function placesOfGlossary(): Place[] {
  return WORDS.map((one) => ({
    address: `${PAGES.glossary}#${idOf(one.word)}`,
    title: one.word,
    within: TITLE,
    also: (one.also ?? []).join(", "),
    text: `${one.sentence} ${elsewhereOf(one)}`.trim(),
    weight: 1.5,
  }));
}

const idOf = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

function wordToHtml(one: Word, taught: Taught): string {
  const { word, sentence } = one;
  const facts = [escapeHtml(elsewhereOf(one)), linkTo(one, taught)].filter((fact) => fact !== "");
  const letters = lettersOf(one).map((tex) => formulaToHtml(tex, false));
  return (
    `<div id="${idOf(word)}"><dt>${escapeHtml(word)} <span>${letters.join(", ")}</span></dt>` +
    `<dd>${escapeHtml(sentence)}<p class="facts">${facts.join(" · ")}</p></dd></div>`
  );
}

function lettersOf({ of = [], letter }: Term): string[] {
  return letter === undefined ? of.map(([rule, name]) => texOf(rule, name)) : [letter];
}

/** What papers and libraries call it. */
function elsewhereOf({ of = [], elsewhere, keras }: Term): string {
  const callers = new Map<string, Set<string>>();
  const note = (name: string | undefined, library: string): void => {
    if (name !== undefined) remembered(callers, name, () => new Set()).add(library);
  };
  for (const [rule, name] of of)
    for (const [library, { title }] of Object.entries(LIBRARIES))
      note(argumentOf(rule, library as keyof typeof LIBRARIES, name), title);
  note(keras, "Keras");
  const named = [...callers].map(([name, libraries]) => `${name} (${[...libraries].join(", ")})`);
  const all = [...(elsewhere === undefined ? [] : [elsewhere]), ...named];
  return all.length === 0 ? "" : `Elsewhere ${all.join(", ")}`;
}

/** The first section of its lesson that speaks of it, the lesson's beginning aside. */
function linkTo({ word, lesson: name, also = [] }: Word, { course, places }: Taught): string {
  const lesson = course.find((one) => one.name.replace(/^\d+-/, "") === name);
  if (lesson === undefined) return "";
  const [, ...sections] = places.get(lesson.name) ?? [];
  const names = [word, ...also].map((one) => one.toLowerCase());
  const found = sections.find(({ title, text }) => {
    const said = `${title} ${text}`.toLowerCase();
    return names.some((one) => said.includes(one));
  });
  return `<a href="${found?.address ?? `${lesson.name}.html`}">Lesson ${lesson.number}${found === undefined ? "" : `, ${escapeHtml(found.title)}`}</a>`;
}
