import { numeral } from "../../math/numerals.ts";
import { type RateLimit, rateLimitOf } from "../../figures/rate-limit.ts";
import { letter } from "../../figures/labels.ts";
import type { Look } from "../../rules/look.ts";
import type { Trace } from "../../trace/trace.ts";
import { freshId, html, set } from "../elements.ts";
import { colours, sample } from "./look.ts";
import type { Model, Run } from "./model.ts";
import { Slider } from "./slider.ts";

/** One rule: its line, what became of it up to the step shown, and its numbers to be slid and typed. */
export class RuleCard {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #place: number;
  readonly #choose: HTMLButtonElement;
  readonly #part: HTMLInputElement;
  readonly #words = html("div", { class: "words" });
  readonly #note = html("div", { class: "cure answers-ahead", hidden: true });
  readonly #sliders: ReadonlyMap<string, Slider>;
  #limit: { readonly of: string; readonly is: RateLimit | undefined } = { of: "", is: undefined };

  constructor(model: Model, place: number, look: Look) {
    this.#model = model;
    this.#place = place;
    const { rule, hyper } = model.settings.runners[place]!;
    this.#part = html("input", { type: "checkbox", "aria-label": `${rule.title} takes part` });
    this.#part.addEventListener("change", () => model.changeRunner(place, { on: this.#part.checked }));
    this.#choose = html(
      "button",
      { type: "button", class: "choose", title: `write ${rule.title} out` },
      sample(look),
      html("span", {}, rule.title),
    );
    this.#choose.addEventListener("click", () => this.#pressed());
    this.#sliders = new Map(
      Object.entries(rule.hyperparameters).map(([name, about]) => [
        name,
        new Slider({
          rule: rule.title,
          name,
          about,
          value: hyper[name] ?? about.default,
          set: (value) => this.#set(name, value),
        }),
      ]),
    );
    this.#words.id = freshId();
    // No section element: slides take those for their own.
    this.node = html(
      "div",
      { class: "rule", role: "group", style: colours(look), "aria-label": rule.title },
      this.#choose,
      html("label", { class: "part" }, this.#part),
      this.#words,
      html("div", { class: "sliders" }, ...[...this.#sliders.values()].map(({ node }) => node)),
      this.#note,
    );
    this.show();
  }

  show(): void {
    const { runs, t, chosen, settings } = this.#model;
    const runner = settings.runners[this.#place]!;
    const run = runs.find((one) => one.runner === runner);
    const isChosen = chosen?.runner === runner;
    this.#part.checked = runner.on;
    this.node.classList.toggle("chosen", isChosen);
    this.node.classList.toggle("out", !runner.on);
    set(this.#choose, { "aria-pressed": String(isChosen) });
    const limit = this.#limitNow();
    for (const [name, slider] of this.#sliders)
      slider.show(runner.hyper[name]!, name === runner.rule.rate ? limit?.below : undefined);
    this.#words.replaceChildren(...(run === undefined ? ["takes no part"] : standingOf(run, t)));
    this.#showCure(run, limit);
  }

  /** The limit that theory knows; the same while surface and numbers are. */
  #limitNow(): RateLimit | undefined {
    const { objective, runners } = this.#model.settings;
    const { rule, hyper } = runners[this.#place]!;
    const of = JSON.stringify([objective.expression, hyper]);
    if (of !== this.#limit.of) this.#limit = { of, is: rateLimitOf(objective, rule, hyper) };
    return this.#limit.is;
  }

  /** A rule that takes no part is asked to, before its step is written out. */
  #pressed(): void {
    if (!this.#model.settings.runners[this.#place]!.on) this.#model.changeRunner(this.#place, { on: true });
    this.#model.choose(this.#place);
  }

  #set(name: string, value: number): void {
    const { hyper } = this.#model.settings.runners[this.#place]!;
    this.#model.changeRunner(this.#place, { hyper: { ...hyper, [name]: value } });
  }

  /** Why a rule has run away, where theory knows, and the way back. */
  #showCure(run: Run | undefined, limit: RateLimit | undefined): void {
    const { t, settings } = this.#model;
    const { rule, hyper } = settings.runners[this.#place]!;
    const rate = rule.rate;
    const hasLeft = run !== undefined && !run.story.isOnMap(Math.min(t, run.story.last));
    this.#note.hidden = !(
      hasLeft &&
      rate !== undefined &&
      limit !== undefined &&
      hyper[rate]! >= limit.below
    );
    if (this.#note.hidden) return;
    const sign = letter(rate!);
    const safe = Number((0.9 * limit!.below).toPrecision(2));
    const cure = html("button", { type: "button" }, `Set ${sign} to ${safe}`);
    cure.addEventListener("click", () => this.#set(rate!, safe));
    const why =
      limit!.formula === undefined ? "" : ` (${limit!.formula}, with h = ${numeral(limit!.curvature)})`;
    this.#note.replaceChildren(
      html(
        "div",
        {},
        ...growth(run!.trace, t),
        `On this surface ${sign} has to stay below ${numeral(limit!.below)}${why}.`,
      ),
      cure,
    );
  }
}

/** The standing in words, its numbers with all their digits in the elements' values; then what has happened. */
function standingOf({ story }: Run, t: number): Node[] {
  const { loss, distance, words } = story.at(t);
  if (loss === undefined) return [html("span", { class: "now" }, html("strong", {}, words.join(", ")))];
  const number = (name: string, value: number): Node =>
    html("data", { class: name, value: String(value) }, numeral(value));
  const away = distance === undefined ? [] : [", ", number("distance", distance), ` from ${story.minimum}`];
  return [
    html("span", { class: "now" }, "loss ", number("loss", loss), ...away),
    ...(words.length === 0
      ? []
      : [html("span", { class: "joint" }, ", "), html("span", { class: "past" }, words.join(", "))]),
  ];
}

/** How much longer the step shown is than the one before. */
function growth(trace: Trace, t: number): (Node | string)[] {
  const step = Math.min(t, trace.steps);
  const times = trace.updateLength(step) / trace.updateLength(step - 1);
  if (!(times > 1.005)) return [];
  return ["This step is ", html("strong", {}, `${numeral(times, 2)} times as long`), " as the last. "];
}
