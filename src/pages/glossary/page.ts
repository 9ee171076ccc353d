/** The glossary: each word of the course in a sentence, its letter here and elsewhere, and where it is taught. */
import { escapeHtml } from "../../escape.ts";
import type { CourseLesson } from "../../rendering/course.ts";
import { formulaToHtml } from "../../rendering/formulas.ts";
import { argumentOf, LIBRARIES } from "../../rules/libraries.ts";
import { texOf } from "../../rules/tex.ts";
import { type Assets, textPageToHtml } from "../document.ts";
import type { Place } from "../search/place.ts";
import { LANDSCAPE_TERMS } from "./landscape-terms.ts";
import { RULE_TERMS } from "./rule-terms.ts";
import type { Term } from "./term.ts";

const TITLE = "Glossary";
const DESCRIPTION =
  "The words of the course, each in a sentence, with its letter here and in papers and libraries.";

/** By the alphabet. */
const TERMS = Object.entries({ ...LANDSCAPE_TERMS, ...RULE_TERMS }).toSorted(([a], [b]) =>
  a.toLowerCase() < b.toLowerCase() ? -1 : 1,
);

/** Where words are taught. */
export interface Taught {
  readonly course: readonly CourseLesson[];
  /** The places of a lesson, by its name. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

/** The page of the glossary. */
export function glossaryPage(home: string, taught: Taught, assets: Assets): string {
  const entries = TERMS.map(([word, term]) => termToHtml(word, term, taught));
  const body = `<div class="frame single">
<main id="main">
<h1>${TITLE}</h1>
<p>The words of the course, with their letters. Papers and libraries write some of them with others, which stand below.</p>
<dl class="glossary">
${entries.join("\n")}
</dl>
</main>
</div>`;
  return textPageToHtml({ title: TITLE, description: DESCRIPTION, body }, home, assets);
}

/** The words as a search finds them. */
export function placesOfGlossary(path: string): Place[] {
  return TERMS.map(([word, term]) => ({
    address: `${path}#${idOf(word)}`,
    title: word,
    within: TITLE,
    also: (term.also ?? []).join(", "),
    text: `${term.sentence} ${elsewhereOf(term)}`.trim(),
    weight: 1.5,
  }));
}

const idOf = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

function termToHtml(word: string, term: Term, taught: Taught): string {
  const facts = [escapeHtml(elsewhereOf(term)), linkTo(word, term, taught)].filter((fact) => fact !== "");
  const letters = lettersOf(term).map((tex) => formulaToHtml(tex, false));
  return (
    `<div id="${idOf(word)}"><dt>${escapeHtml(word)} <span>${letters.join(", ")}</span></dt>` +
    `<dd>${escapeHtml(term.sentence)}<p class="facts">${facts.join(" · ")}</p></dd></div>`
  );
}

function lettersOf({ of = [], letter }: Term): string[] {
  return letter === undefined ? of.map(([rule, name]) => texOf(rule, name)) : [letter];
}

/** What papers and libraries call it. */
function elsewhereOf({ of = [], elsewhere, keras }: Term): string {
  const callers = new Map<string, Set<string>>();
  const note = (name: string | undefined, library: string): void => {
    if (name !== undefined) callers.set(name, (callers.get(name) ?? new Set()).add(library));
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
function linkTo(word: string, { lesson: name, also = [] }: Term, { course, places }: Taught): string {
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
