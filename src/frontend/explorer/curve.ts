import { markerShape } from "../../figures/marker-shape.ts";
import { watchSize } from "../shown.ts";
import { axis, type Axis, logarithmMarks, plainMarks } from "./axes.ts";
import { html, set, svg } from "./elements.ts";
import { colours, dashOf } from "./look.ts";
import { Menu } from "./menu.ts";
import type { Model, Run } from "./model.ts";
import { nameOfQuantity, quantitiesOf, quantityCurves, type QuantityCurves } from "./quantity.ts";
import { type Box, line, type Place } from "./strokes.ts";

/** Room around the curves, in pixels: for the numbers at their left, the scrubber below, the menu above on a phone. */
const ROOM = { left: 44, right: 14, top: 2, bottom: 38, menu: 24 };

/** In a narrower chart the names at the curves' ends have no room. */
const NARROW = 560;

/** Pixels for a letter of a name, and beside it. */
const LETTER = 7.9;
const BESIDE = 14;

/** From one name to the next, in pixels. */
const NAME_HEIGHT = 16;

/** The radius of the knob, in pixels. */
const KNOB = { usual: 10, touch: 13 };

/** A quantity over the steps, for all rules. Its axis of steps is what scrubs: by the knob, or a press or drag anywhere. */
export class CurveView {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #scrub: (t: number) => void;
  readonly #picture = svg("svg", { role: "img" });
  readonly #ground = svg("g");
  readonly #lines = svg("g");
  readonly #knob = html("input", { type: "range", class: "knob", min: 0, step: 1, "aria-label": "step" });
  readonly #menu: Menu;
  readonly #watch: { stop: () => void };
  #quantity = "loss";
  #curves: QuantityCurves | undefined;
  #box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  #x: Axis = axis([0, 1], 0, 1);
  #size = { width: 0, height: 0 };

  /** @param scrub goes to a step, and pauses what is played */
  constructor(model: Model, scrub: (t: number) => void) {
    this.#model = model;
    this.#scrub = scrub;
    const face = html("span", {}, html("b", {}, "loss"), " over the steps");
    this.#menu = new Menu(
      "what the curve shows",
      "quantity",
      (value) => {
        this.#quantity = value;
        face.firstElementChild!.textContent = nameOfQuantity(value);
        this.#redraw();
      },
      face,
    );
    this.#picture.append(this.#ground, this.#lines);
    this.node = html("div", { class: "curve" }, this.#picture, this.#menu.node, this.#knob);
    this.#listen();
    model.onChange((change) => {
      if (change === "motion" || this.#box.right === 0) return;
      if (change === "step") this.#drawLines();
      else this.#redraw();
    });
    this.#watch = watchSize(this.node, () => this.layOut());
  }

  layOut(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    this.#size = { width, height };
    set(this.#picture, { viewBox: `0 0 ${width} ${height}` });
    this.#redraw();
  }

  /** Where the curves lie, and with them the knob: names at their ends take what room they need. */
  #place(): void {
    const { width, height } = this.#size;
    const isNarrow = width < NARROW;
    const longest = Math.max(0, ...this.#model.runs.map(({ runner }) => runner.rule.title.length));
    const right = width - (isNarrow ? ROOM.right : Math.min(width / 4, BESIDE + LETTER * longest));
    this.#box = {
      left: ROOM.left,
      right,
      top: isNarrow ? ROOM.menu : ROOM.top,
      bottom: height - ROOM.bottom,
    };
    const radius = matchMedia("(pointer: coarse)").matches ? KNOB.touch : KNOB.usual;
    this.#knob.style.left = `${this.#box.left - radius}px`;
    this.#knob.style.width = `${right - this.#box.left + 2 * radius}px`;
    this.#knob.style.top = `${this.#box.bottom}px`;
    this.#menu.node.style.right = `${width - right + 6}px`;
    this.#x = axis([0, Math.max(1, this.#model.last)], this.#box.left, right);
  }

  stop(): void {
    this.#watch.stop();
  }

  #listen(): void {
    this.#knob.addEventListener("input", () => this.#scrub(this.#knob.valueAsNumber));
    const follow = ({ clientX }: PointerEvent): void => {
      const { left, width } = this.node.getBoundingClientRect();
      this.#scrub(this.#x.value(((clientX - left) * this.node.offsetWidth) / width));
    };
    this.#picture.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      this.#picture.setPointerCapture(event.pointerId);
      follow(event);
    });
    this.#picture.addEventListener("pointermove", (event) => {
      if (this.#picture.hasPointerCapture(event.pointerId)) follow(event);
    });
  }

  #redraw(): void {
    const { runs, last } = this.#model;
    const offered = quantitiesOf(runs);
    if (!offered.includes(this.#quantity)) this.#quantity = "loss";
    this.#menu.show(
      offered.map((name) => [name, nameOfQuantity(name)]),
      this.#quantity,
    );
    this.#curves = quantityCurves(this.#quantity, runs);
    this.#place();
    set(this.#knob, { max: last });
    this.#drawLines();
  }

  #drawLines(): void {
    if (this.#curves === undefined) return;
    const { curves, place, range } = this.#curves;
    const { t, last } = this.#model;
    const y = axis(range, this.#box.bottom - 6, this.#box.top + 2);
    const placed = curves.map(({ run, values }) => ({
      run,
      places: values.map(([step, value]): Place => [this.#x.at(step), y.at(place(value) ?? NaN)]),
      first: values[0]?.[0] ?? 0,
    }));
    this.#drawGround(y);
    this.#lines.replaceChildren(
      ...placed.map((one) => this.#curve(one, t)),
      ...this.#names(placed),
      this.#cursor(t),
    );
    this.#knob.value = String(t);
    this.#knob.style.setProperty("--at", String(last === 0 ? 0 : t / last));
    set(this.#knob, { "aria-valuetext": `step ${t} of ${last}` });
    set(this.#picture, { "aria-label": `${nameOfQuantity(this.#quantity)} over the steps, up to step ${t}` });
  }

  #drawGround(y: Axis): void {
    const { left, right, top, bottom } = this.#box;
    const { isLogarithmic, range } = this.#curves!;
    const count = Math.max(2, (bottom - top) / 32);
    const marks = (isLogarithmic ? logarithmMarks(range, count) : plainMarks(range, count)).filter(
      ({ value }) => y.at(value) > top + 4 && y.at(value) < bottom - 2,
    );
    const steps = plainMarks(this.#x.range, (right - left) / 60).filter(
      ({ value }) => Number.isInteger(value) && Math.abs(this.#x.at(value) - this.#x.at(this.#model.t)) > 22,
    );
    this.#ground.replaceChildren(
      svg("rect", { x: left, y: top, width: right - left, height: bottom - top, rx: 6 }),
      ...marks.map(({ value }) =>
        svg("path", { class: "grid", d: `M${left} ${y.at(value).toFixed(1)}H${right}` }),
      ),
      ...marks.map(({ value, label }) =>
        svg("text", { x: left - 7, y: y.at(value) + 4, "text-anchor": "end" }, label),
      ),
      ...steps.map(({ value, label }) =>
        svg("text", { x: this.#x.at(value), y: bottom + 24, "text-anchor": "middle" }, label),
      ),
    );
  }

  #curve({ run, places, first }: Placed, t: number): SVGGElement {
    const { top, bottom } = this.#box;
    const now = Math.max(0, t - first);
    const inside = ([x, y]: Place): Place => [x, y < top || y > bottom + 1 ? NaN : y];
    // The line goes up to the edge where the next point is off the chart.
    const shown = places.map((place, k) => {
      const [x, y] = place;
      const isEdge = y < top && (isOn(places[k - 1], this.#box) || isOn(places[k + 1], this.#box));
      return isEdge ? ([x, top] as const) : inside(place);
    });
    const dash = { "stroke-dasharray": dashOf(run.look) };
    const here = places[Math.min(now, places.length - 1)];
    return svg(
      "g",
      { class: "path", style: colours(run.look) },
      svg("path", { class: "to-come", d: line(shown.slice(now)), ...dash }),
      svg("path", { class: "line", d: line(shown.slice(0, now + 1)), ...dash }),
      ...(here !== undefined && isOn(here, this.#box)
        ? [svg("path", { class: "marker", d: markerShape(run.look.symbol, here, 4) })]
        : []),
      ...this.#offChart(places, now),
      ...this.#flags(run, t),
    );
  }

  /** A triangle where a curve leaves the chart at its top, with a word. */
  #offChart(places: readonly Place[], now: number): SVGElement[] {
    const { top } = this.#box;
    const k = places.findIndex(([, y]) => y < top);
    if (k < 1) return [];
    const x = places[k]![0];
    const style = k <= now ? "off" : "off to-come";
    return [
      svg("path", { class: style, d: `M${x - 5} ${top + 13}h10l-5 -8z` }),
      svg("text", { class: style, x: x + 11, y: top + 14 }, "off the chart"),
    ];
  }

  #flags({ story }: Run, t: number): SVGElement[] {
    const { bottom } = this.#box;
    return story.events
      .filter(({ kind }) => kind !== "returned")
      .map(({ step }) => {
        const x = this.#x.at(step);
        const d = `M${x.toFixed(1)} ${bottom - 1}v-15h12l-3.5 4.5l3.5 4.5h-12`;
        return svg("path", { class: step <= t ? "flag" : "flag to-come", d });
      });
  }

  #cursor(t: number): SVGGElement {
    const { top, bottom } = this.#box;
    const x = this.#x.at(t);
    return svg(
      "g",
      { class: "cursor" },
      svg("path", { d: `M${x.toFixed(1)} ${top}V${bottom}` }),
      svg("text", { x, y: bottom + 26, "text-anchor": "middle" }, String(t)),
    );
  }

  /** Names at the ends of the curves that stay on the chart, pushed apart where they would overlap. */
  #names(placed: readonly Placed[]): SVGElement[] {
    const { right, top, bottom } = this.#box;
    if (this.#size.width < NARROW) return [];
    const ends = placed
      .flatMap(({ run, places }) => {
        const end = places.findLast((place) => Number.isFinite(place[1]));
        return end !== undefined && end[1] >= top ? [{ run, y: Math.min(bottom - 4, end[1]) }] : [];
      })
      .sort((a, b) => a.y - b.y);
    const lowest = bottom - 4;
    const spread = Math.min(NAME_HEIGHT, (lowest - top) / Math.max(1, ends.length - 1));
    const ys: number[] = [];
    for (const [k, { y }] of ends.entries()) ys.push(Math.max(y, (ys[k - 1] ?? -Infinity) + spread));
    for (let k = ys.length - 1; k >= 0; k--) ys[k] = Math.min(ys[k]!, lowest - (ys.length - 1 - k) * spread);
    return ends.map(({ run: { look, runner } }, k) =>
      svg(
        "text",
        { class: "rule-name", x: right + 8, y: ys[k]! + 4, style: colours(look) },
        runner.rule.title,
      ),
    );
  }
}

interface Placed {
  readonly run: Run;
  readonly places: readonly Place[];
  /** The step of the first place. */
  readonly first: number;
}

function isOn(place: Place | undefined, { top, bottom }: Box): boolean {
  return place !== undefined && place[1] >= top && place[1] <= bottom + 1;
}
