import { numberText } from "../../math/numerals.ts";
import type { Hyperparameter } from "../../rules/rule.ts";
import { html, set } from "../elements.ts";
import { formula } from "./formula.ts";
import { NumberField } from "./number-field.ts";
import {
  allowedValues,
  partOf,
  PARTS,
  rangeFor,
  type SliderRange,
  valueAt,
  widened,
} from "./slider-range.ts";

/** How far an arrow key goes: one hundredth of the way. */
const KEY = PARTS / 100;

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
  #ends: SliderRange;
  #limit: number | undefined;
  #shown: number | undefined;

  constructor({ rule, name, about, value, set: take }: SliderOptions) {
    this.#about = about;
    this.#ends = rangeFor(about.range, value);
    this.#field = new NumberField({
      name: `${rule}, ${name}`,
      title: about.meaning,
      value,
      allowed: allowedValues(name, about.range),
      set: take,
    });
    this.#range = html("input", {
      type: "range",
      min: 0,
      max: PARTS,
      step: 1,
      "aria-label": `${rule}, ${name}, slider`,
    });
    this.#range.addEventListener("input", () => this.#attempt());
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
    const at = partOf(this.#ends, value);
    if (document.activeElement !== this.#range) this.#range.value = String(at);
    set(this.#range, { "aria-valuetext": numberText(value) });
    this.#range.style.setProperty("--at", String(at / PARTS));
    const limited = limit === undefined ? PARTS : partOf(this.#ends, limit);
    this.#range.style.setProperty("--limit", String(limited / PARTS));
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowRight: KEY, ArrowUp: KEY, ArrowLeft: -KEY, ArrowDown: -KEY }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.#range.value = String(this.#range.valueAsNumber + by);
    this.#attempt();
  }

  #attempt(): void {
    this.#field.attempt(valueAt(this.#ends, this.#range.valueAsNumber, this.#about.range));
  }
}
