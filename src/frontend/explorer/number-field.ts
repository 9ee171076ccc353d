import { InputError } from "../../errors.ts";
import { numberText } from "../../math/numerals.ts";
import { writtenNumber } from "../../math/written-number.ts";
import { freshId, html } from "../elements.ts";

export interface NumberFieldOptions {
  /** What it is called where it is not seen. */
  readonly name: string;
  readonly title?: string;
  readonly value: number;
  /** Which numbers it takes, in a sentence for the reader: "α goes from 0 to below 1." */
  readonly allowed: string;
  /** Takes the number, or throws an InputError. */
  readonly set: (value: number) => void;
}

/** A number to type, which has all its digits while somebody writes; what is wrong with one is said beside it. */
export class NumberField {
  readonly input: HTMLInputElement;
  readonly problem = html("div", { class: "problem", role: "alert" });
  /** The number that it shows, whatever has been typed since. */
  value = NaN;

  constructor(private readonly options: NumberFieldOptions) {
    const { name, title = name, value } = options;
    this.problem.id = freshId();
    this.input = html("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      class: "typed",
      "aria-label": name,
      "aria-describedby": this.problem.id,
      title,
    });
    this.input.addEventListener("focus", () => {
      if (this.input.value === numberText(this.value)) this.input.value = String(this.value);
      this.input.select();
    });
    this.input.addEventListener("blur", () => {
      if (this.input.value === String(this.value)) this.input.value = numberText(this.value);
    });
    // Enter makes it a change too.
    this.input.addEventListener("change", () => this.attempt(writtenNumber(this.input.value)));
    this.show(value);
  }

  show(value: number): void {
    this.value = value;
    this.input.value = document.activeElement === this.input ? String(value) : numberText(value);
    this.input.style.width = `${numberText(value).length + 0.4}ch`;
    this.problem.textContent = "";
    this.input.removeAttribute("aria-invalid");
  }

  /** Takes a number; when it is not possible, says so and leaves all as it was. */
  attempt(value: number): void {
    try {
      this.options.set(value);
      this.show(value);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const typed = this.input.value.trim();
      const fault = Number.isNaN(value) && typed !== "" ? `“${typed}” is not a number. ` : "";
      this.problem.textContent = fault + this.options.allowed;
      this.input.setAttribute("aria-invalid", "true");
    }
  }
}
