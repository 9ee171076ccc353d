import type { Hyperparameter } from "../../rules/rule.ts";
import { letter } from "../../figures/labels.ts";
import { html, set } from "./elements.ts";
import { formula } from "./formula.ts";
import { NumberField } from "./number-field.ts";

/** How finely a slider moves, and how far an arrow key goes: one hundredth of the way. */
const PARTS = 1000;
const KEY = 10;

interface SliderOptions {
  /** The rule's title, and the name of its hyperparameter. */
  readonly rule: string;
  readonly name: string;
  readonly about: Hyperparameter;
  readonly value: number;
  readonly set: (value: number) => void;
}

/** A hyperparameter: its letter, a slider, and the number to type. Beyond a limit that is known the slider is hatched. */
export class Slider {
  readonly node: HTMLElement;
  readonly #about: Hyperparameter;
  readonly #field: NumberField;
  readonly #range: HTMLInputElement;
  #ends: Ends;
  #limit: number | undefined;
  #shown: number | undefined;

  constructor({ rule, name, about, value, set: take }: SliderOptions) {
    this.#about = about;
    this.#ends = endsOf(about, value);
    this.#field = new NumberField({
      name: `${rule}, ${name}`,
      title: about.meaning,
      value,
      allowed: allowedValues(name, about),
      set: take,
    });
    this.#range = html("input", {
      type: "range",
      min: 0,
      max: PARTS,
      step: 1,
      "aria-label": `${rule}, ${name}, slider`,
    });
    this.#range.addEventListener("input", () =>
      this.#field.attempt(this.#valueAt(this.#range.valueAsNumber)),
    );
    this.#range.addEventListener("keydown", (event) => this.#key(event));
    this.node = html(
      "div",
      { class: "slider" },
      html("span", { class: "symbol", title: about.meaning }, formula(about.tex)),
      this.#range,
      this.#field.input,
      this.#field.problem,
    );
    this.show(value, undefined);
  }

  /** @param limit from where on the slider is hatched */
  show(value: number, limit: number | undefined): void {
    if (this.#shown === value && this.#limit === limit) return;
    this.#shown = value;
    if (document.activeElement !== this.#field.input) this.#field.show(value);
    this.#limit = limit;
    this.#ends = widened(this.#ends, value);
    const at = this.#partOf(value);
    if (document.activeElement !== this.#range) this.#range.value = String(at);
    set(this.#range, { "aria-valuetext": String(value) });
    this.#range.style.setProperty("--at", String(at / PARTS));
    const limited = this.#limit === undefined ? PARTS : this.#partOf(this.#limit);
    this.#range.style.setProperty("--limit", String(Math.min(1, limited / PARTS)));
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowRight: KEY, ArrowUp: KEY, ArrowLeft: -KEY, ArrowDown: -KEY }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.#range.value = String(this.#range.valueAsNumber + by);
    this.#field.attempt(this.#valueAt(this.#range.valueAsNumber));
  }

  #partOf(value: number): number {
    const { low, high, isLogarithmic } = this.#ends;
    const at = isLogarithmic ? Math.log10(Math.max(value, 1e-300)) : value;
    return Math.max(0, Math.min(PARTS, Math.round(((at - low) / (high - low)) * PARTS)));
  }

  #valueAt(part: number): number {
    const { low, high, isLogarithmic } = this.#ends;
    const at = low + (part / PARTS) * (high - low);
    return Number((isLogarithmic ? 10 ** at : at).toPrecision(this.#about.range === "fraction" ? 4 : 3));
  }
}

/** Where a slider begins and ends: numbers, or logarithms of them. */
interface Ends {
  readonly low: number;
  readonly high: number;
  readonly isLogarithmic: boolean;
}

/** Four decades around the value for what is above 0, from end to end for shares, as far again for the rest. */
function endsOf({ range }: Hyperparameter, value: number): Ends {
  if (range === "fraction") return { low: 0, high: 0.999, isLogarithmic: false };
  if (range === "share") return { low: 0, high: 1, isLogarithmic: false };
  if ((range === "positive" || range === "non-negative") && value > 0) {
    const middle = Math.round(Math.log10(value));
    return { low: middle - 2, high: middle + 2, isLogarithmic: true };
  }
  const reach = Math.max(1, 2 * Math.abs(value));
  return { low: range === "any" ? -reach : 0, high: reach, isLogarithmic: false };
}

function widened(ends: Ends, value: number): Ends {
  if (ends.isLogarithmic && !(value > 0)) return ends;
  const at = ends.isLogarithmic ? Math.log10(value) : value;
  return { ...ends, low: Math.min(ends.low, at), high: Math.max(ends.high, at) };
}

/** Which numbers a hyperparameter can be, in a sentence. */
export function allowedValues(name: string, { range }: Pick<Hyperparameter, "range">): string {
  const sign = letter(name);
  return {
    positive: `${sign} has to be above 0.`,
    "non-negative": `${sign} is 0 or more.`,
    fraction: `${sign} goes from 0 to below 1.`,
    share: `${sign} goes from 0 to 1.`,
    any: `${sign} can be any number.`,
  }[range];
}
