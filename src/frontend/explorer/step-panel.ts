import { formatNumber } from "../../math/tex.ts";
import type { Trace } from "../../trace/trace.ts";
import { html } from "./elements.ts";
import { formula } from "./formula.ts";
import type { Model } from "./model.ts";

/** Formulas take longer to set than a picture may take to draw: so long they wait for one another, in milliseconds. */
const PAUSE = 100;

/** The chosen rule's step in numbers: each equation, the same with this step's numbers, and what comes out. */
export class StepPanel {
  readonly node = html("div", {
    class: "step",
    role: "region",
    "aria-label": "the step in numbers",
    "aria-live": "off",
  });
  readonly #model: Model;
  readonly #places = html("div");
  readonly #equations = html("div");
  #waiting = false;
  #written = -Infinity;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(model: Model) {
    this.#model = model;
    this.node.append(this.#places, this.#equations);
    this.#placeAll();
    this.#write();
    model.onChange(() => this.#soon());
  }

  /** The places follow every picture, however fast the start is dragged; the equations wait until it rests. */
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#placeAll();
      clearTimeout(this.#next);
      if (this.#model.isDragged) return;
      const pause = this.#written + PAUSE - performance.now();
      if (pause > 0) this.#next = setTimeout(() => this.#write(), pause);
      else this.#write();
    });
  }

  #placeAll(): void {
    const { t, runs, settings } = this.#model;
    const rows = runs.map(({ runner, trace }) => ({ title: runner.rule.title, trace }));
    this.#places.replaceChildren(table(settings.objective.variables, rows, t));
  }

  #write(): void {
    const { t, chosen } = this.#model;
    this.#equations.replaceChildren(
      ...(chosen === undefined
        ? []
        : [html("h4", {}, `${chosen.runner.rule.title}, step ${t}`), worked(chosen.trace, t)]),
    );
    this.#written = performance.now();
  }
}

/** Where each rule stands; the whole numbers are in the elements' values. */
function table(
  names: readonly string[],
  runs: readonly { title: string; trace: Trace }[],
  t: number,
): HTMLElement {
  const rows = runs.map(({ title, trace }) => {
    const step = Math.min(t, trace.steps);
    const w = trace.value("w", step) as Float64Array;
    const loss = trace.value("loss", step) as number;
    const note =
      step < t || (t === trace.steps && trace.stop.reason !== "steps") ? ` ${trace.stop.sentence}` : "";
    return html(
      "tr",
      {},
      html("th", { scope: "row" }, title),
      ...[...w, loss].map((value) =>
        html("td", {}, html("data", { value: String(value) }, formatNumber(value))),
      ),
      html("td", { class: "remark" }, note),
    );
  });
  const heads = [
    html("td"),
    ...[...names, "loss"].map((name) => html("th", { scope: "col" }, name)),
    html("td"),
  ];
  const whole = html("table", {}, html("thead", {}, html("tr", {}, ...heads)), html("tbody", {}, ...rows));
  return html(
    "div",
    { class: "positions", tabindex: 0, role: "group", "aria-label": "where the rules stand" },
    whole,
  );
}

function worked(trace: Trace, t: number): HTMLElement {
  if (t === 0)
    return html("p", {}, "Step 0 is the start. Go a step forward to see the first step in numbers.");
  if (t > trace.steps) return html("p", {}, trace.stop.sentence);
  const { lines } = trace.worked(t);
  return html(
    "div",
    { class: "lines" },
    ...lines.map(({ equation, numbers, value, text }) => {
      const parts = [equation, ...(numbers === value ? [] : [`= ${numbers}`]), `= ${value}`];
      return html("div", { class: "line", title: text }, ...parts.map((tex) => formula(tex, true)));
    }),
  );
}
