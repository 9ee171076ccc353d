import type { Hyperparameter } from "../../rules/rule.ts";
import { html, svg } from "./elements.ts";
import { formula } from "./formula.ts";
import { DASHES } from "./map.ts";
import type { Model } from "./model.ts";
import { numberField } from "./number-field.ts";
import { looksOf } from "../../figures/palette.ts";

/** The rules: switched on and off, one chosen to be written out, each with sliders and fields for its numbers. */
export function rulesPanel(model: Model): HTMLElement {
  const panel = html("div", { class: "rules" });
  const { runners } = model.settings;
  const looks = looksOf(runners.map(({ rule }) => rule));
  const rows = runners.map(({ rule }, place) => {
    const on = html("input", { type: "checkbox", "aria-label": `${rule.title} takes part` });
    on.addEventListener("change", () => model.changeRunner(place, { on: on.checked }));
    const choose = html(
      "button",
      { type: "button", class: "choose", title: `write ${rule.title} out` },
      sample(looks[place]!.dash),
      rule.title,
    );
    choose.addEventListener("click", () => model.choose(place));
    const fields = Object.entries(rule.hyperparameters).map(([name, about]) => {
      const value = model.settings.runners[place]!.hyper[name] ?? about.default;
      const field = numberField({
        name: `${rule.title}, ${name}`,
        symbol: formula(about.tex),
        title: about.meaning,
        value,
        ...endsOf(about, value),
        set: (number) => {
          const { hyper } = model.settings.runners[place]!;
          model.changeRunner(place, { hyper: { ...hyper, [name]: number } });
        },
      });
      return { name, field };
    });
    const style = `--light:${looks[place]!.color};--dark:${looks[place]!.dark}`;
    const node = html(
      "fieldset",
      { style, "aria-label": rule.title },
      html("div", { class: "head" }, on, choose),
      ...fields.map(({ field }) => field.node),
    );
    return { node, on, fields };
  });
  const show = (): void => {
    for (const [place, { node, on, fields }] of rows.entries()) {
      const runner = model.settings.runners[place]!;
      on.checked = runner.on;
      node.classList.toggle("chosen", model.chosen?.runner === runner);
      for (const { name, field } of fields) {
        if (!node.contains(document.activeElement)) field.show(runner.hyper[name]!);
      }
    }
  };
  show();
  model.onChange(show);
  panel.append(...rows.map(({ node }) => node));
  return panel;
}

/** Logarithmic over four decades for what is above 0, from end to end for shares. */
function endsOf(
  { range }: Hyperparameter,
  value: number,
): { ends?: readonly [number, number]; logarithmic?: boolean } {
  if (range === "fraction") return { ends: [0, 0.999] };
  if (range === "share") return { ends: [0, 1] };
  if ((range === "positive" || range === "non-negative") && value > 0)
    return { ends: [value / 100, value * 100], logarithmic: true };
  return {};
}

function sample(dash: string): SVGElement {
  const stroke = svg("path", { d: "M1 6H27", "stroke-dasharray": DASHES[dash] ?? "none" });
  return svg("svg", { width: 28, height: 12, class: "sample", "aria-hidden": "true" }, stroke);
}
