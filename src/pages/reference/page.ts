/** The reference of the library: each name with its documentation, how it is called, its example, and figures with a picture. */
import { escapeHtml } from "../../escape.ts";
import * as figures from "../../figures/index.ts";
import * as surfaces from "../../objectives/surfaces.ts";
import { codeBlock } from "../../rendering/highlight.ts";
import { markdownToHtml } from "../../rendering/markdown.ts";
import * as rules from "../../rules/index.ts";
import type { Rule } from "../../rules/rule.ts";
import { svgAddress } from "../../svg-address.ts";
import { groupedContents } from "../contents.ts";
import { type Assets, PAGES, textPageToHtml } from "../document.ts";
import type { Place } from "../search/place.ts";
import type { Declared } from "./declared.ts";

const TITLE = "Reference";
const DESCRIPTION =
  "Every function, surface, schedule, figure and error of the library fall-line, with examples.";

/** A longer one is read in an editor. */
const LONGEST = 400;

/** What the page is made of. */
export interface Library {
  readonly declared: ReadonlyMap<string, Declared>;
  /** A picture of each figure, as SVG, by the function that draws it. */
  readonly pictures: ReadonlyMap<string, string>;
}

interface Group {
  readonly title: string;
  readonly entries: readonly Declared[];
}

/** The names in groups; rules have a page of their own. */
export function groupsOf(declared: ReadonlyMap<string, Declared>): readonly Group[] {
  const all = [...declared.values()].filter(({ name }) => !Object.hasOwn(rules, name));
  const [figure, surface] = [figures, surfaces].map((module) => new Set(Object.keys(module)));
  const isValue = ({ name }: Declared): boolean => /^[a-z]/.test(name);
  const others = all.filter((one) => isValue(one) && !figure!.has(one.name) && !surface!.has(one.name));
  const functions = others.filter(({ members }) => members.length === 0);
  const objects = others.filter(({ members }) => members.length > 0);
  const errors = all.filter(({ name }) => name.endsWith("Error"));
  const shown = [
    ...functions,
    ...errors,
    ...all.filter(({ name }) => figure!.has(name) || surface!.has(name)),
  ];
  const named = new Set(shown.flatMap(textsOf).flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? []));
  return [
    { title: "Functions", entries: functions },
    { title: "Schedules, exercises and parts of rules", entries: objects },
    { title: "Figures", entries: all.filter(({ name }) => figure!.has(name)) },
    { title: "Surfaces", entries: all.filter(({ name }) => surface!.has(name)) },
    { title: "Errors", entries: errors },
    {
      title: "What they take and give",
      entries: all.filter((one) => !isValue(one) && !errors.includes(one) && named.has(one.name)),
    },
  ];
}

const textsOf = ({ signature, members }: Declared): string[] => [signature, ...members.flatMap(textsOf)];

/** The page of the reference. */
export function referencePage({ declared, pictures }: Library, assets: Assets): string {
  const groups = groupsOf(declared);
  const contents = groupedContents(
    groups.map(({ title, entries }) => ({ title, links: entries.map(({ name }) => [name, name]) })),
  );
  const sections = groups.map(
    ({ title, entries }) =>
      `<h2>${title}</h2>${entries.map((entry) => entryToHtml(entry, pictures.get(entry.name))).join("\n")}`,
  );
  const main = `<h1>${TITLE}</h1>
<section class="cell reference"><p>What <code>import { … } from "fall-line"</code> gives; <a href="${PAGES.library}">the library in ten minutes</a> comes before it. The rules have <a href="${PAGES.rules}">a page of their own</a>, which says what PyTorch, optax and Keras call them:</p>
<p class="names">${rulesToHtml()}</p></section>
${sections.join("\n")}`;
  return textPageToHtml({ title: TITLE, description: DESCRIPTION, main, contents }, assets);
}

const rulesToHtml = (): string =>
  Object.entries<Rule>(rules)
    .map(([name, { id }]) => `<a href="${PAGES.rules}#${id}">${name}</a>`)
    .join(", ");

/** The names as a search finds them. */
export function placesOfReference(declared: ReadonlyMap<string, Declared>): Place[] {
  return groupsOf(declared).flatMap(({ entries }) =>
    entries.map(({ name, comment, members }) => ({
      address: `${PAGES.reference}#${name}`,
      title: name,
      within: TITLE,
      also: members.map((member) => member.name).join(" "),
      text: comment.replaceAll(/\s+/g, " "),
      weight: 0.8,
    })),
  );
}

function entryToHtml({ name, comment, tags, signature, members }: Declared, picture?: string): string {
  const examples = tags.filter((tag) => tag.name === "example");
  const facts = tags.filter((tag) => tag.name !== "example" && tag.text !== "");
  return `<section class="cell reference"><h3 id="${name}">${name}</h3>
${markdownToHtml(comment)}${signature === "" ? "" : codeBlock(formulaOf(name) ?? signature, "typescript")}
${listOf(facts.map((tag) => [tag.name, tag.text]))}${listOf(members.map(memberText))}
${examples.map(({ text }) => codeBlock(text, "typescript")).join("")}
${picture === undefined ? "" : `<img class="figure" src="${svgAddress(picture)}" alt="${name}, drawn">`}</section>`;
}

/** What a surface is. */
function formulaOf(name: string): string | undefined {
  return (surfaces as Readonly<Record<string, { readonly expression?: string }>>)[name]?.expression;
}

/** A member: its type, or how it is called, and what it is. */
function memberText({ name, comment, signature }: Declared): readonly [string, string] {
  const type = signature.replace(/^(?:readonly )?\w+\??: /, "").replaceAll(/\s+/g, " ");
  return [name, signature === "" || signature.length > LONGEST ? comment : `\`${type}\` ${comment}`];
}

function listOf(rows: readonly (readonly [name: string, text: string])[]): string {
  if (rows.length === 0) return "";
  const items = rows.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${markdownToHtml(text)}</dd>`);
  return `<dl>${items.join("")}</dl>`;
}
