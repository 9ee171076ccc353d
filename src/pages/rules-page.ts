/** The reference of the rules: for each its equations, what is chosen, what is remembered, and where it comes from. */
import { referenceOf } from "../bibliography.ts";
import { escapeHtml } from "../escape.ts";
import { numberText } from "../math/numerals.ts";
import { rangeInWords } from "../rules/hyperparameters.ts";
import type { Rule, Source, State } from "../rules/rule.ts";
import { alignedTex, texOf } from "../rules/tex.ts";
import { placeIn, sourceText } from "../rules/text.ts";
import { type Assets, documentToHtml } from "./document.ts";
import { formulaToHtml } from "../rendering/formulas.ts";
import { referenceToHtml } from "./reference.ts";

const DESCRIPTION =
  "Every update rule of the course: equations, hyperparameters, what it remembers, and its source.";

/** The page with all rules; `home` is the address of the map of the course. */
export function rulesPage(rules: readonly Rule[], home: string, assets: Assets): string {
  const entries = rules.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  const body = `<div class="frame with-contents">
<nav class="contents" aria-label="On this page"><details><summary>On this page</summary><ol>${entries.join("")}</ol></details></nav>
<main id="main">
<h1>The update rules</h1>
<p>Equations run in the order written: an index <em>t</em> is the new value, <em>t</em>-1 the old one.</p>
${rules.map(ruleToHtml).join("\n")}
</main>
</div>`;
  const bar = `<a class="home" href="${home}">fall-line</a><span class="where">The update rules</span>`;
  return documentToHtml(
    { title: "The update rules (fall-line)", description: DESCRIPTION, bar, body, live: false },
    assets,
  );
}

function ruleToHtml(rule: Rule): string {
  return `<section class="cell rule"><h2 id="${rule.id}">${escapeHtml(rule.title)}</h2>
${formulaToHtml(alignedTex(rule), true)}
${hyperparametersToHtml(rule)}
${statesToHtml(rule)}
${rule.source === undefined ? "" : `<p>${sourceToHtml(rule.source)}</p>`}
</section>`;
}

function hyperparametersToHtml({ hyperparameters, rate }: Rule): string {
  const rows = Object.entries(hyperparameters).map(([name, about]) => [
    formulaToHtml(about.tex, false),
    `<code>${name}</code>`,
    escapeHtml(name === rate ? `${about.meaning}; schedules act on it` : about.meaning),
    escapeHtml(rangeInWords(about)),
    numberText(about.default),
  ]);
  return tableToHtml(["you choose", "name", "meaning", "range", "usual"], rows);
}

function statesToHtml(rule: Rule): string {
  const rows = Object.entries(rule.state).map(([name, state]) => [
    formulaToHtml(texOf(rule, name), false),
    `<code>${name}</code>`,
    escapeHtml(state.meaning),
    shapeInWords(state),
  ]);
  return tableToHtml(["it remembers", "name", "meaning", "at first"], rows);
}

function shapeInWords({ shape, start, capacity }: State): string {
  if (shape === "history") return `empty; keeps ${capacity!} vectors`;
  if (start === "identity") return "the identity matrix";
  return shape === "scalar" ? String(start) : `${start} in every entry`;
}

function tableToHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<div class="wide"><table class="prose"><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table></div>`;
}

function sourceToHtml(source: Source): string {
  const reference = referenceOf(source.key);
  return reference === undefined
    ? `Source: ${escapeHtml(sourceText(source))}.`
    : `Source: ${referenceToHtml(reference)} There: ${escapeHtml(placeIn(source))}.`;
}
