import { numeral } from "../../math/numerals.ts";
import { equationsTex } from "../../rules/tex.ts";
import { sentenceOf } from "../../trace/worked/sentence.ts";
import { html, write } from "../elements.ts";
import { formula } from "./formula.ts";
import { sample } from "./look.ts";
import type { Model, Run } from "./model.ts";

/** The rules beside one another at the step shown: the lowest loss first, with what has happened; and the chosen one's lines. */
export class Standings {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #title = html("strong", { class: "step-name" });
  readonly #list = html("ol", { class: "by-loss", "aria-label": "rules by loss" });
  readonly #nothing = html("p", { class: "nothing" }, "No rule is on the map. Press one above.");
  readonly #single = html("button", { type: "button", class: "to-single" });
  readonly #lines = html("div", { class: "lines" });
  #written = "";

  constructor(model: Model) {
    this.#model = model;
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
    model.onChange((change) => change !== "motion" && this.#show());
  }

  #show(): void {
    const { t, last, runs, chosen, settings } = this.#model;
    write(this.#title, t === 0 ? "At the start" : `After ${t === 1 ? "1 step" : `${t} steps`}`);
    const sorted = [...runs].sort((a, b) => heightOf(a, t) - heightOf(b, t));
    this.#list.replaceChildren(
      ...sorted.map((run) => standingOf(run, t, settings.runners.indexOf(run.runner), run === chosen)),
    );
    this.#nothing.hidden = runs.length > 0;
    this.#single.hidden = chosen === undefined || last === 0;
    write(
      this.#single,
      t === 0 ? "the first step in numbers" : `${t === last ? "the last" : "this"} step in numbers`,
    );
    this.#writeLines(chosen);
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
function standingOf({ look, runner, story }: Run, t: number, place: number, isChosen: boolean): HTMLElement {
  const { loss, distance, words } = story.at(t);
  const number = (name: string, value: number): Node =>
    html("data", { class: name, value: String(value) }, numeral(value));
  const away = distance === undefined ? [] : [number("distance", distance), ` from ${story.minimum}`];
  return html(
    "li",
    { class: isChosen ? "standing chosen" : "standing", "data-place": place },
    sample(look),
    html("span", { class: "who" }, runner.rule.title),
    html("span", { class: "words" }, ...(words.length > 0 ? [words.join(", ")] : away)),
    ...(loss === undefined ? [] : [number("loss", loss)]),
  );
}

/** The rule's lines as letters, each below what it computes; of the slope only where it is taken elsewhere. */
function linesOf({ look, runner: { rule } }: Run): Node[] {
  const lines = equationsTex(rule)
    .filter(({ name }) => name !== "g" || rule.gradientAt !== "w")
    .flatMap(({ name, tex }) => [html("p", { class: "says" }, sentenceOf(rule, name)), formula(tex)]);
  return [html("p", { class: "whose" }, sample(look), html("strong", {}, rule.title)), ...lines];
}
