/** The reference of the rules: beside each its path, its equations, what is chosen, where it comes from, and the same as a program. */
import { referenceOf } from "../../bibliography.ts";
import type { MimeBundle } from "../../display.ts";
import { authorsAndYear } from "../../citation.ts";
import { escapeHtml } from "../../escape.ts";
import { SURFACES } from "../../frontend/explorer/settings.ts";
import { numberText, pointNumeral } from "../../math/numerals.ts";
import { beale } from "../../objectives/surfaces.ts";
import type { CourseLesson } from "../../rendering/course.ts";
import { dataElement } from "../../rendering/data-element.ts";
import { formulaToHtml } from "../../rendering/formulas.ts";
import { rangeInWords } from "../../rules/hyperparameters.ts";
import type { Rule, Source, State } from "../../rules/rule.ts";
import { equationsTex, texOf } from "../../rules/tex.ts";
import { placeIn, sourceText } from "../../rules/text.ts";
import { SPECIFICATION } from "../../mime.ts";
import { sampleSvg } from "../../trace/worked/sample.ts";
import { groupedContents } from "../contents.ts";
import { type Assets, PAGES, textPageToHtml } from "../document.ts";
import { groupsOf, type Told } from "./ideas.ts";
import { explorerLink } from "./link.ts";
import { descentOf, mapOf, MARKED, reliefSymbol, type Scene, sceneOf, STEPS } from "./map.ts";
import { programsToHtml } from "./programs.ts";

const TITLE = "The update rules";
const DESCRIPTION =
  "Every update rule of the course: its path, equations, hyperparameters and source, and the same rule as a program.";

/** The site that the page stands in. */
export interface RulesPlace {
  /** The explorer that its first page opens with. */
  readonly race: MimeBundle;
  readonly course: readonly CourseLesson[];
}

/** The page with all rules. */
export function rulesPage(rules: readonly Rule[], place: RulesPlace, assets: Assets): string {
  const { race } = place;
  const groups = groupsOf(rules);
  const scene = sceneOf(beale);
  const contents = groupedContents(
    groups.map(({ title, rules: own }) => ({
      title,
      links: own.map(({ rule }) => [rule.id, escapeHtml(rule.title)]),
    })),
  );
  const rows = groups.flatMap(({ rules: own }) => own.map((told) => ruleToHtml(told, scene, place)));
  const main = `<h1>${TITLE}</h1>
<p>One surface, one start for all: ${surfaceMenu()}, from <span data-start>${pointNumeral(scene.start)}</span>, ${STEPS} steps, a mark every ${MARKED}; grey: gradient
descent; each with the rate that the same search finds best for it. An index <em>t</em> is the new value, <em>t</em>−1 the old one; unless a line says otherwise, ${formulaToHtml("g_t = \\nabla L(w_{t-1})", false)}.</p>
${reliefSymbol(scene)}
${rows.join("\n")}
${dataElement(JSON.stringify(race[SPECIFICATION]), "race")}`;
  const page = { title: TITLE, description: DESCRIPTION, main, contents, live: true };
  return textPageToHtml(page, assets);
}

function surfaceMenu(): string {
  const options = SURFACES.filter(({ start }) => start !== undefined).map(
    ({ name }) => `<option${name === beale.name ? " selected" : ""}>${escapeHtml(name)}</option>`,
  );
  return `<select data-surface aria-label="surface of all pictures">${options.join("")}</select>`;
}

function ruleToHtml({ rule, idea, lesson }: Told, scene: Scene, { race, course }: RulesPlace): string {
  const trace = descentOf(rule, scene.surface);
  const taught = course.find(({ name }) => name.replace(/^\d+-/, "") === lesson);
  const facts = [
    ...(rule.source === undefined ? [] : [sourceToHtml(rule.source)]),
    ...(taught === undefined ? [] : [`<a href="${taught.name}.html">lesson ${taught.number}</a>`]),
  ];
  const explorer = `href="${explorerLink(race[SPECIFICATION], PAGES.home, trace, scene)}" data-explorer`;
  const look = rule.look === undefined ? "" : sampleSvg(rule.look);
  return `<section class="cell rule" data-rule="${rule.id}"${colours(rule)}>
<a class="rule-map" ${explorer}>${mapOf(rule, trace, scene)}</a>
<div class="rule-words"><a class="open" ${explorer} tabindex="-1" aria-hidden="true">open in the explorer</a><h2 id="${rule.id}">${look}${escapeHtml(rule.title)}</h2>
${idea === undefined ? "" : `<p class="idea">${escapeHtml(idea)}</p>`}
<div class="rule-lines">${formulaToHtml(linesTex(rule), true)}${hyperparametersToHtml(rule)}</div>
<p class="facts">${facts.join(" · ")}</p>
${detailsToHtml("it remembers", statesToHtml(rule))}${detailsToHtml("as a program", programsToHtml(rule))}</div>
</section>`;
}

/** The lines of a rule; that of a gradient taken at w is told once for all. */
function linesTex(rule: Rule): string {
  const told = rule.gradientAt === "w" ? ["g"] : [];
  const lines = equationsTex(rule).filter(({ name }) => !told.includes(name));
  return `\\begin{aligned} ${lines.map(({ left, right }) => `${left} &= ${right}`).join(" \\\\ ")} \\end{aligned}`;
}

const colours = ({ look }: Rule): string =>
  look === undefined ? "" : ` style="--hue: light-dark(${look.color}, ${look.dark})"`;

const detailsToHtml = (summary: string, content: string): string =>
  content === "" ? "" : `<details><summary>${summary}</summary>${content}</details>`;

function hyperparametersToHtml({ hyperparameters }: Rule): string {
  const rows = Object.values(hyperparameters).map((about) => [
    `${formulaToHtml(about.tex, false)} ${escapeHtml(about.meaning)}`,
    escapeHtml(rangeInWords(about)),
    numberText(about.default),
  ]);
  return tableToHtml(["you choose", "range", "usual"], rows);
}

function statesToHtml(rule: Rule): string {
  const rows = Object.entries(rule.state).map(([name, state]) => [
    formulaToHtml(texOf(rule, name), false),
    escapeHtml(state.meaning),
    shapeInWords(state),
  ]);
  return tableToHtml(["", "meaning", "at first"], rows);
}

function shapeInWords({ shape, start, capacity }: State): string {
  if (shape === "history") return `empty; keeps ${capacity!} vectors`;
  if (start === "identity") return "the identity matrix";
  return shape === "scalar" ? String(start) : `${start} in every entry`;
}

function tableToHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => (cell === "" ? "<td></td>" : `<${tag}>${cell}</${tag}>`)).join("")}</tr>`;
  return `<table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}

function sourceToHtml(source: Source): string {
  const reference = referenceOf(source.key);
  return reference === undefined
    ? escapeHtml(sourceText(source))
    : `<a href="${escapeHtml(reference.link)}" title="${escapeHtml(`${reference.title}. ${reference.published}`)}">${escapeHtml(authorsAndYear(reference))}</a>, ${escapeHtml(placeIn(source))}`;
}
