import { suitableScale } from "../../figures/scale.ts";
import { extremes } from "../../figures/view.ts";
import { axis, type Axis, frame, line, logarithmMarks } from "./axes.ts";
import { html, labelled, svg } from "./elements.ts";
import { DASHES } from "./map.ts";
import type { Model, Run } from "./model.ts";

const SIZE = { width: 520, height: 200 };
const BOX = { left: 56, right: 502, top: 8, bottom: 160 };

/** A quantity over the steps, for all rules: the loss, or another; a click goes to the step. */
export class CurveView {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #picture = svg("svg", {
    class: "curve",
    viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
    role: "img",
  });
  readonly #choice = html("select");
  readonly #cursor = svg("line", { class: "cursor", y1: BOX.top, y2: BOX.bottom });
  #x: Axis = axis([0, 1], BOX.left, BOX.right);

  constructor(model: Model) {
    this.#model = model;
    this.node = html("div", {}, labelled("over the steps", this.#choice), this.#picture);
    this.#choice.addEventListener("change", () => this.#draw());
    this.#picture.addEventListener("click", (event) => {
      const { left, width } = this.#picture.getBoundingClientRect();
      model.goTo(this.#x.value(((event.clientX - left) * SIZE.width) / width));
    });
    this.#draw();
    model.onChange((change) => (change === "step" ? this.#point() : this.#draw()));
  }

  #draw(): void {
    const { runs, last } = this.#model;
    const name = this.#offer(runs);
    const curves = runs.map((run) => ({ run, values: valuesOf(run, name) }));
    const all = curves.flatMap(({ values }) => values.map(([, value]) => value)).filter(Number.isFinite);
    const { isLog, from, place } = scaled(name, runs, all);
    const placed = all.map(place).filter((value): value is number => value !== null);
    const [low = 0, high = 1] = extremes(placed);
    this.#x = axis([0, Math.max(1, last)], BOX.left, BOX.right);
    const y = axis(high > low ? [low, high] : [low - 1, high + 1], BOX.bottom, BOX.top);
    const lines = curves.map(({ run: { look }, values }) => {
      const points = values.map(([t, value]) => [this.#x.at(t), y.at(place(value) ?? NaN)] as const);
      const style = `--light:${look.color};--dark:${look.dark}`;
      const dash = DASHES[look.dash] ?? "none";
      return svg("g", { class: "path", style }, svg("path", { d: line(points), "stroke-dasharray": dash }));
    });
    const marks = isLog ? logarithmMarks(y.range) : undefined;
    const title = from === 0 ? name : `${name} − least`;
    this.#picture.replaceChildren(frame(BOX, [this.#x, y], ["step", title], marks), ...lines, this.#cursor);
    this.#picture.setAttribute("aria-label", `${name} over the steps`);
    this.#point();
  }

  #point(): void {
    const at = String(this.#x.at(this.#model.t));
    this.#cursor.setAttribute("x1", at);
    this.#cursor.setAttribute("x2", at);
  }

  /** Offers what can be drawn: the loss, and what all rules have. */
  #offer(runs: readonly Run[]): string {
    const common = ["updateLength", "rate", ...runs.flatMap(({ trace }) => scalarTerms(trace))];
    const names = ["loss", ...new Set(common)];
    const wanted = this.#choice.value;
    this.#choice.replaceChildren(
      ...names.map((name) => html("option", { value: name }, NAMES[name] ?? `length of ${name}`)),
    );
    this.#choice.value = names.includes(wanted) ? wanted : "loss";
    return this.#choice.value;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  loss: "loss",
  updateLength: "length of the update",
  rate: "learning rate in force",
};

/** Terms of a rule whose size can be drawn. */
function scalarTerms({ names, rule }: Run["trace"]): string[] {
  return names.filter((name) => (Object.hasOwn(rule.equations, name) && name !== "w") || name === "g");
}

function valuesOf({ trace }: Run, name: string): (readonly [number, number])[] {
  if (name !== "loss" && name !== "updateLength" && !trace.names.includes(name)) return [];
  const from = name === "loss" ? 0 : 1;
  return trace.recordedSteps.slice(from).map((t) => {
    const value = name === "updateLength" ? trace.updateLength(t) : trace.value(name, t);
    return [t, typeof value === "number" ? value : Math.hypot(...value)] as const;
  });
}

/** Logarithmic where the numbers span decades, and for the height of a loss above its known least. */
function scaled(
  name: string,
  runs: readonly Run[],
  values: readonly number[],
): { isLog: boolean; from: number; place: (value: number) => number | null } {
  const least = runs[0]?.trace.objective.least ?? NaN;
  const aboveLeast = name === "loss" && Number.isFinite(least) && values.some((value) => value > least);
  if (!aboveLeast && suitableScale(values) !== "log")
    return { isLog: false, from: 0, place: (value) => (Number.isFinite(value) ? value : null) };
  const from = aboveLeast ? least : 0;
  return {
    isLog: true,
    from,
    place: (value) => (value > from && value < Infinity ? Math.log10(value - from) : null),
  };
}
