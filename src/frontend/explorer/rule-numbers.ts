import { looksOf } from "../../figures/palette.ts";
import { type RateLimit, rateLimitOf } from "../../figures/rate-limit.ts";
import type { Hyperparameter } from "../../rules/rule.ts";
import { button, html, set } from "../elements.ts";
import { type Cure, cureOf } from "./cure.ts";
import { listenInTurn } from "./in-turn.ts";
import { colours } from "./look.ts";
import type { Model, Run } from "./model.ts";
import { Slider } from "./slider.ts";
import type { Runner } from "./settings.ts";

/** The chosen rule's numbers, to be slid and typed, and whether it is on the map; where it has run away, why, and the way back. */
export class RuleNumbers {
  readonly node = html("div", { class: "numbers", role: "group" });
  readonly #part = html("input", { type: "checkbox" });
  readonly #label = html("label", { class: "part" }, this.#part, "on the map");
  readonly #cure = html("div", { class: "cure answers-ahead", hidden: true });
  #sliders: ReadonlyMap<string, Slider> = new Map();
  #shown = "";
  /** By the rule's place. */
  readonly #limits: { readonly of: string; readonly is: RateLimit | undefined }[] = [];

  constructor(private readonly model: Model) {
    this.#part.addEventListener("change", () => model.changeRunner(model.place, { on: this.#part.checked }));
    this.#show();
    listenInTurn(model, (change) => change !== "motion" && this.#show());
  }

  get #runner(): Runner | undefined {
    return this.model.settings.runners[this.model.place];
  }

  #show(): void {
    const runner = this.#runner;
    this.node.hidden = runner === undefined;
    if (runner === undefined) return;
    const { rule, hyper, on } = runner;
    const now = `${this.model.place} ${rule.title}`;
    if (now !== this.#shown) {
      this.#shown = now;
      this.#begin(runner);
    }
    this.#part.checked = on;
    const limit = this.#limitOf(runner);
    for (const [name, slider] of this.#sliders)
      slider.show(hyper[name]!, name === rule.rate ? limit?.below : undefined);
    this.#showCure();
  }

  /** Another rule has other numbers. */
  #begin({ rule, hyper }: Runner): void {
    const { settings, place } = this.model;
    const look = looksOf(settings.runners.map((one) => one.rule))[place]!;
    set(this.node, { style: colours(look), "aria-label": rule.title });
    set(this.#part, { "aria-label": `${rule.title} on the map` });
    const all = Object.entries(rule.hyperparameters);
    this.#sliders = new Map(
      all.map(([name, about]) => [name, this.#slider(rule.title, name, about, hyper[name] ?? about.default)]),
    );
    const nodes = (rare: boolean): HTMLElement[] =>
      all.flatMap(([name, about]) => (isRare(about) === rare ? [this.#sliders.get(name)!.node] : []));
    const behind = nodes(true);
    const more = html("details", { class: "more-numbers" }, html("summary", {}, "more"), ...behind);
    this.node.replaceChildren(
      html("div", { class: "sliders" }, ...nodes(false), ...(behind.length === 0 ? [] : [more])),
      this.#label,
      this.#cure,
    );
  }

  #slider(rule: string, name: string, about: Hyperparameter, value: number): Slider {
    return new Slider({ rule, name, about, value, set: (number) => this.#set(name, number) });
  }

  /** The limit that theory knows; the same while surface and numbers are. */
  #limitOf(runner: Runner): RateLimit | undefined {
    const { objective, runners } = this.model.settings;
    const { rule, hyper } = runner;
    const place = runners.indexOf(runner);
    const of = JSON.stringify([rule.title, objective.expression, hyper]);
    if (of !== this.#limits[place]?.of) this.#limits[place] = { of, is: rateLimitOf(objective, rule, hyper) };
    return this.#limits[place].is;
  }

  #set(name: string, value: number): void {
    this.model.changeRunner(this.model.place, { hyper: { ...this.#runner!.hyper, [name]: value } });
  }

  #showCure(): void {
    const { chosen, runs } = this.model;
    const cure = chosen && this.#cureOf(chosen);
    this.#cure.hidden = cure === undefined;
    if (cure === undefined) return;
    this.#cure.replaceChildren(html("div", {}, ...cure.why));
    if (cure.press === undefined) return;
    const curable = runs.filter((run) => this.#cureOf(run)?.press !== undefined);
    this.#cure.append(this.#pressed(cure.press.words, [chosen!]));
    const { length } = curable;
    const all = length === 2 ? "both" : `all ${length}`;
    if (length > 1) this.#cure.append(this.#pressed(`Bring ${all} back`, curable));
  }

  #cureOf(run: Run): Cure | undefined {
    return cureOf(this.model, run, this.#limitOf(run.runner));
  }

  /** What gives these rules the numbers that cure them. */
  #pressed(words: string, runs: readonly Run[]): HTMLElement {
    const press = (): void => {
      this.model.changeRunners(
        new Map(runs.map((run) => [run.runner, { hyper: this.#cureOf(run)!.press!.hyper() }])),
      );
      this.#part.focus(); // The button goes, and the keyboard stays beside where it was.
    };
    return button({}, press, words);
  }
}

/** What only keeps a division from failing is rarely changed. */
const isRare = ({ default: usual }: Hyperparameter): boolean => usual > 0 && usual < 1e-5;
