import { InputError } from "../../errors.ts";
import { html } from "./elements.ts";

interface NumberFieldOptions {
  readonly name: string;
  /** What stands before the field. */
  readonly symbol: Node | string;
  readonly title?: string;
  readonly value: number;
  /** The ends of the slider; without them there is none. */
  readonly ends?: readonly [number, number];
  /** Whether equal ways on the slider are equal factors. */
  readonly logarithmic?: boolean;
  /** Takes the number, or throws an error that says what is wrong with it. */
  readonly set: (value: number) => void;
}

const PARTS = 200;

/** A number to type or to slide; what is wrong with it is said beside it. */
export function numberField(options: NumberFieldOptions): {
  node: HTMLElement;
  show: (value: number) => void;
} {
  const { name, symbol, title = name, value, ends, logarithmic = false, set } = options;
  const input = html("input", { type: "text", inputmode: "decimal", "aria-label": name, title });
  const problem = html("span", { class: "problem", role: "alert" });
  const [low, high] = (ends ?? [0, 1]).map((end) => (logarithmic ? Math.log10(end) : end)) as [
    number,
    number,
  ];
  const slider = html("input", {
    type: "range",
    min: 0,
    max: PARTS,
    step: 1,
    "aria-label": `${name}, slider`,
  });
  const onSlider = (number: number): number =>
    Math.round((((logarithmic ? Math.log10(number) : number) - low) / (high - low)) * PARTS);
  const show = (number: number): void => {
    input.value = String(number);
    slider.value = String(onSlider(number));
    slider.setAttribute("aria-valuetext", String(number));
    problem.textContent = "";
    input.removeAttribute("aria-invalid");
  };
  const attempt = (number: number): boolean => {
    try {
      set(number);
      return true;
    } catch (error) {
      problem.textContent = error instanceof InputError ? error.fault : (error as Error).message;
      input.setAttribute("aria-invalid", "true");
      return false;
    }
  };
  const take = (): void => {
    const number = Number(input.value.replace(",", "."));
    if (attempt(input.value.trim() === "" ? NaN : number)) show(number);
  };
  input.addEventListener("change", take);
  input.addEventListener("keydown", ({ key }) => key === "Enter" && take());
  slider.addEventListener("input", () => {
    const at = low + (slider.valueAsNumber / PARTS) * (high - low);
    const number = Number((logarithmic ? 10 ** at : at).toPrecision(3));
    if (attempt(number)) show(number);
  });
  show(value);
  const node = html("div", { class: "number" }, html("span", { class: "symbol", title }, symbol), input);
  node.append(...(ends === undefined ? [] : [slider]), problem);
  return { node, show };
}
