/** A chart that is computed from the numbers of a rule has a slider for each of them above it, where it says so. */
import { lookOf } from "../figures/palette.ts";
import type { Specification } from "../figures/recipe.ts";
import { Recipe } from "../figures/revive.ts";
import { schemeRules, tokenRules } from "../tokens.ts";
import { addStyle } from "./add-style.ts";
import { alternativeText } from "./chart-facts.ts";
import type { Chart } from "./chart.ts";
import { isObject, type PlainFigure } from "./clean.ts";
import type { Drawn } from "./drawn.ts";
import { html } from "./elements.ts";
import { Announcer } from "./explorer/announcer.ts";
import { colours } from "./explorer/look.ts";
import { Slider } from "./explorer/slider.ts";
import { SLIDERS } from "./explorer/style/sliders.ts";
import { TRANSPORT } from "./explorer/style/transport.ts";

const ROOT = ".fall-line-sliders";

const STYLE = `
${schemeRules(ROOT)}
${ROOT} {
${tokenRules()}
  container-type: inline-size; position: relative; padding: 8px 16px; color: var(--ink);
  font: 14px/1.45 var(--sans); font-variant-numeric: lining-nums tabular-nums;
${TRANSPORT}
${SLIDERS}
  .all { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 170px), 1fr)); gap: 2px 32px; max-width: 720px; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  input:focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
  @media print { display: none; }
}`;

interface Computed {
  readonly chart: Chart;
  readonly figure: PlainFigure;
  readonly specification: unknown;
  /** Computes the figure of a specification; throws an InputError where that is not possible. */
  readonly figureOf: (specification: unknown) => PlainFigure;
}

/** Puts the sliders of a chart above it: the chart follows them, and says what it shows then. */
export function withSliders(node: HTMLElement, { chart, figure, specification, figureOf }: Computed): Drawn {
  if (slidOf(figure) === undefined) return chart;
  addStyle("fall-line-sliders-style", STYLE);
  const { rule, hyper } = new Recipe(specification).run;
  let numbers = hyper;
  const announcer = new Announcer();
  const change = (changed: typeof numbers): void => {
    const next = figureOf(withNumbers(specification as Specification, changed));
    numbers = changed;
    chart.show(next);
    show(next);
    announcer.say(() => alternativeText(next));
  };
  const sliders = Object.entries(rule.hyperparameters).map(([name, about]) => {
    const set = (value: number): void => change({ ...numbers, [name]: value });
    return { name, slider: new Slider({ rule: rule.title, name, about, value: numbers[name]!, set }) };
  });
  const show = (shown: PlainFigure): void => {
    for (const { name, slider } of sliders)
      slider.show(numbers[name]!, name === rule.rate ? slidOf(shown)?.below : undefined);
  };
  show(figure);
  const all = html("div", { class: "all" }, ...sliders.map(({ slider }) => slider.node));
  const panel = html(
    "div",
    {
      class: "fall-line-sliders",
      role: "group",
      "aria-label": `${rule.title}, its numbers`,
      style: colours(lookOf(rule, 0)),
      "data-lm-suppress-shortcuts": "true",
    },
    all,
    announcer.node,
  );
  // The keys of a slider and of a field are its own, and turn no slide.
  panel.addEventListener("keydown", (event) => event.stopPropagation());
  node.prepend(panel);
  return {
    remove() {
      announcer.stop();
      panel.remove();
      chart.remove();
    },
  };
}

/** What a figure says of its sliders: below which rate it converges. */
function slidOf({ layout: { meta } }: PlainFigure): { readonly below?: number } | undefined {
  return isObject(meta) && isObject(meta.slid) ? meta.slid : undefined;
}

function withNumbers(specification: Specification, hyper: Readonly<Record<string, number>>): Specification {
  return { ...specification, runs: specification.runs.map((run) => ({ ...run, hyper })) };
}
