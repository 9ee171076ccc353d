import { numeral } from "../../math/numerals.ts";
import { equationsTex } from "../../rules/tex.ts";
import { sentenceOf } from "../../trace/worked/sentence.ts";
import { html, set, write } from "../elements.ts";
import { formula } from "./formula.ts";
import { listenInTurn } from "./in-turn.ts";
import { sample } from "./look.ts";
import type { Model, Run } from "./model.ts";

/** The rules beside one another at the step shown: the lowest loss first, with what has happened; and the chosen one's lines. */
export class Standings {
  readonly node: HTMLElement;
  readonly #title = html("strong", { class: "step-name" });
  readonly #list = html("ol", { class: "by-loss", "aria-label": "rules by loss" });
  readonly #nothing = html("p", { class: "nothing" }, "No rule is on the map. Press one above.");
  readonly #single = html("button", { type: "button", class: "to-single" });
  readonly #lines = html("div", { class: "lines" });
  /** Of each rule, by its place and look. */
  readonly #rows = new Map<string, StandingRow>();
  #written = "";

  constructor(private readonly model: Model) {
    this.#single.addEventListener("click", () => model.goTo(Math.max(1, model.t), true));
    this.node = html(
      "div",
      { class: "standings", role: "group", "aria-label": "the rules beside one another" },
      html(
        "div",
        { class: "step-head" },
        this.#title,
        html("span", { class: "column", "aria-hidden": "true" }, "loss"),
      ),
      this.#list,
      this.#nothing,
      this.#single,
      this.#lines,
    );
    this.#show();
    listenInTurn(model, (change) => change !== "motion" && this.#show());
  }

  #show(): void {
    const { t, last, runs, chosen, settings } = this.model;
    write(this.#title, t === 0 ? "At the start" : `After ${t === 1 ? "1 step" : `${t} steps`}`);
    const sorted = [...runs].sort((a, b) => heightOf(a, t) - heightOf(b, t));
    this.#arrange(sorted.map((run) => this.#row(run, settings.runners.indexOf(run.runner))));
    this.#nothing.hidden = runs.length > 0;
    this.#single.hidden = chosen === undefined || last === 0;
    write(
      this.#single,
      t === 0 ? "the first step in numbers" : `${t === last ? "the last" : "this"} step in numbers`,
    );
    this.#writeLines(chosen);
  }

  #row(run: Run, place: number): StandingRow {
    const { look, runner } = run;
    const key = [place, runner.rule.title, look.color, look.dash, look.symbol].join();
    const row = this.#rows.get(key) ?? new StandingRow(run, place);
    this.#rows.set(key, row);
    row.show(run, this.model.t, run === this.model.chosen);
    return row;
  }

  /** Only rows that come to another place are moved. */
  #arrange(rows: readonly StandingRow[]): void {
    const { children } = this.#list;
    for (const [k, { node }] of rows.entries())
      if (children[k] !== node) this.#list.insertBefore(node, children[k] ?? null);
    while (children.length > rows.length) this.#list.lastElementChild!.remove();
  }

  #writeLines(run: Run | undefined): void {
    const written = run === undefined ? "" : JSON.stringify(run.runner.rule.equations);
    if (written === this.#written) return;
    this.#written = written;
    this.#lines.replaceChildren(...(run === undefined ? [] : linesOf(run)));
  }
}

/** By this rules are put in order; what has left the map comes last. */
const heightOf = ({ story }: Run, t: number): number => story.at(t).loss ?? Infinity;

/** One rule: its line, what has happened, and its loss with all digits in the element's value. */
class StandingRow {
  readonly node: HTMLElement;
  readonly #words = html("span", { class: "words" });
  readonly #distance = html("data", { class: "distance" });
  readonly #loss = html("data", { class: "loss" });

  constructor({ look, runner }: Run, place: number) {
    const who = html("span", { class: "who" }, runner.rule.title);
    this.node = html("li", { "data-place": place }, sample(look), who, this.#words, this.#loss);
  }

  show({ story }: Run, t: number, isChosen: boolean): void {
    const { loss, distance, words } = story.at(t);
    set(this.node, { class: isChosen ? "standing chosen" : "standing" });
    this.#loss.hidden = loss === undefined;
    if (loss !== undefined) writeNumber(this.#loss, loss);
    if (words.length > 0 || distance === undefined) write(this.#words, words.join(", "));
    else {
      writeNumber(this.#distance, distance);
      const from = ` from ${story.minimum}`;
      if (this.#distance.nextSibling?.textContent !== from) this.#words.replaceChildren(this.#distance, from);
    }
  }
}

function writeNumber(element: HTMLDataElement, value: number): void {
  set(element, { value: String(value) });
  write(element, numeral(value));
}

/** The rule's lines as letters, each below what it computes; of the slope only where it is taken elsewhere. */
function linesOf({ look, runner: { rule } }: Run): Node[] {
  const lines = equationsTex(rule)
    .filter(({ name }) => name !== "g" || rule.gradientAt !== "w")
    .flatMap(({ name, tex }) => [html("p", { class: "says" }, sentenceOf(rule, name)), formula(tex)]);
  return [html("p", { class: "whose" }, sample(look), html("strong", {}, rule.title)), ...lines];
}
