import { InputError } from "../../errors.ts";
import { ELEMENTWISE } from "../../math/functions.ts";
import { parse } from "../../math/expression.ts";
import { texOfName, toTex } from "../../math/tex.ts";
import { objective } from "../../objectives/objective.ts";
import { button, freshId, html, set } from "../elements.ts";
import { formula } from "./formula.ts";
import { formulaFault, type FormulaFault } from "./formula-fault.ts";
import { iconButton } from "./icons.ts";
import type { Model } from "./model.ts";

/** The surface's formula: set in type, and a field of it when the pencil is pressed. What is wrong is said below. */
export class FormulaField {
  readonly node: HTMLElement;
  /** The sentence about a formula that can't be read, with the way to mend it. */
  readonly problem = html("div", { class: "fault", role: "alert", hidden: true });
  readonly #shown = html("span", { class: "formula-shown" });
  readonly #pencil = iconButton("write a formula of your own", "pencil", () => this.edit(), "pencil");
  readonly #field: HTMLInputElement;
  /** The same text behind the field, in which what is wrong is underlined. */
  readonly #marks = html("span", { class: "marks", "aria-hidden": "true" });
  readonly #editor: HTMLElement;

  /** @param stale says that the map shows the last good formula, or that it is up to date again */
  constructor(
    private readonly model: Model,
    private readonly stale: (isStale: boolean) => void,
  ) {
    this.problem.id = freshId();
    this.#field = html("input", {
      type: "text",
      class: "expression",
      spellcheck: "false",
      autocapitalize: "none",
      autocomplete: "off",
      "aria-label": "formula",
      "aria-describedby": this.problem.id,
    });
    this.#editor = html("span", { class: "editor", hidden: true }, this.#marks, this.#field);
    this.node = html("div", { class: "formula-field" }, this.#shown, this.#pencil, this.#editor);

    this.#field.addEventListener("input", () => this.#take());
    this.#field.addEventListener("scroll", () => (this.#marks.scrollLeft = this.#field.scrollLeft));
    this.#field.addEventListener("blur", () => {
      if (this.problem.hidden) this.#close();
    });
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" && !(event.key === "Enter" && this.problem.hidden)) return;
      event.preventDefault(); // Else Enter would press the pencil, where the keyboard goes.
      this.#giveUp();
    });
    this.#show();
    model.onChange(
      (change) => change === "surface" && document.activeElement !== this.#field && this.#close(),
    );
  }

  /** Opens the field. */
  edit(): void {
    this.#editor.hidden = false;
    this.#pencil.hidden = true;
    this.#field.value = this.model.settings.objective.expression;
    this.#show();
    this.#field.focus();
  }

  #take(): void {
    const text = this.#field.value;
    try {
      this.model.change({ objective: surfaceOf(text) });
      this.#complain(undefined);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#complain(formulaFault(text, error));
    }
  }

  /** Back to the formula that is shown. */
  #giveUp(): void {
    this.#close();
    this.#pencil.focus();
  }

  #close(): void {
    this.#complain(undefined);
    this.#editor.hidden = true;
    this.#pencil.hidden = false;
    this.#show();
  }

  #show(): void {
    const { variables } = this.model.settings.objective;
    this.#shown.replaceChildren(
      formula(this.#editor.hidden ? `f = ${this.#tex}` : `f(${variables.join(", ")}) =`),
    );
  }

  get #tex(): string {
    return toTex(parse(this.model.settings.objective.expression), { symbol: texOfName, times: "\\," });
  }

  #complain(fault: FormulaFault | undefined): void {
    this.problem.hidden = fault === undefined;
    set(this.#field, { "aria-invalid": fault === undefined ? false : "true" });
    this.stale(fault !== undefined);
    const text = this.#field.value;
    const { from, to } = fault ?? { from: 0, to: 0 };
    this.#marks.replaceChildren(text.slice(0, from), html("u", {}, text.slice(from, to)), text.slice(to));
    this.problem.replaceChildren(...(fault === undefined ? [] : this.#words(fault)));
  }

  #words({ words, cure, from, to }: FormulaFault): Node[] {
    const rest = [this.#stillGood(), allFunctions()];
    if (cure === undefined) return [html("span", {}, words), ...rest];
    const mend = (): void => {
      const { value } = this.#field;
      this.#field.value = value.slice(0, from) + cure + value.slice(to);
      this.#field.focus();
      this.#take();
    };
    return [html("span", {}, `${words} Did you mean `), button({}, mend, cure), ...rest];
  }

  #stillGood(): HTMLElement {
    const back = button({ title: "Esc" }, () => this.#giveUp(), "Bring it back");
    return html("p", { class: "still-good" }, "The map still shows the last good one. ", back);
  }
}

function allFunctions(): HTMLElement {
  return html(
    "details",
    {},
    html("summary", {}, "All functions"),
    html("div", {}, ELEMENTWISE.map((name) => name).join(", ")),
  );
}

/** @throws InputError when a text is no formula in two variables */
function surfaceOf(text: string): ReturnType<typeof objective> {
  const made = objective(text);
  if (made.dimension === 2) return made;
  throw new InputError({
    what:
      made.dimension === 1
        ? `the map has two axes: a formula needs two variables, and this one has only ${made.variables[0]!}`
        : `the map has two axes: a formula needs two variables, and this one has ${made.variables.join(", ")}`,
  });
}
