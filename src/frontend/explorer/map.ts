import { heightsOver } from "../../figures/heights.ts";
import { isolines } from "../../figures/isolines.ts";
import { planeScene } from "../../figures/landscape.ts";
import { grid } from "../../figures/view.ts";
import { formatNumber } from "../../math/tex.ts";
import { axis, type Axis, dots, frame, line } from "./axes.ts";
import { freshId, set, svg } from "./elements.ts";
import { Magnifier } from "./magnifier.ts";
import type { Change, Model, Run } from "./model.ts";

const SIZE = { width: 520, height: 430 };
const BOX = { left: 48, right: 502, top: 8, bottom: 392 };
const GRID = 45;

/** The map: contours, the paths up to the step shown, the arrows of the chosen step, and the start to be dragged. */
export class MapView {
  readonly node = svg("svg", { class: "map", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "group" });
  readonly #model: Model;
  readonly #ground = svg("g");
  readonly #paths = svg("g");
  readonly magnifier = new Magnifier();
  readonly #handle = svg("g", { class: "start", tabindex: 0, role: "slider" });
  #x!: Axis;
  #y!: Axis;

  constructor(model: Model) {
    this.#model = model;
    const clip = freshId();
    const { left, right, top, bottom } = BOX;
    this.#handle.append(svg("circle", { r: 18, class: "target" }), svg("circle", { r: 7 }));
    this.node.append(
      svg(
        "clipPath",
        { id: clip },
        svg("rect", { x: left, y: top, width: right - left, height: bottom - top }),
      ),
      this.#ground,
      svg("g", { "clip-path": `url(#${clip})` }, this.#paths),
      this.magnifier.node,
      this.#handle,
    );
    this.#listen();
    this.#drawGround();
    this.#drawPaths();
    model.onChange((change) => this.#update(change));
  }

  #update(change: Change): void {
    if (change === "surface") this.#drawGround();
    this.#drawPaths();
  }

  /** Contours and axes: only when the surface changes. */
  #drawGround(): void {
    const { objective } = this.#model.settings;
    const traces = this.#model.runs.map(({ trace }) => trace);
    const { views, minima } = planeScene(objective, traces, {});
    this.#x = axis(views[0], BOX.left, BOX.right);
    this.#y = axis(views[1], BOX.bottom, BOX.top);
    const [xs, ys] = [grid(views[0], GRID), grid(views[1], GRID)];
    const point = (x: number, y: number): Float64Array => Float64Array.of(x, y);
    const { height, levels } = heightsOver(objective, xs, ys, point);
    const count = Math.min(60, Math.floor((levels.end - levels.start) / levels.size) + 1);
    const values = Array.from({ length: Math.max(0, count) }, (_, k) => levels.start + k * levels.size);
    const lines = isolines((x, y) => height(objective.value(point(x, y))), views, values);
    const at = lines.x.map((x, k) => this.#at(x ?? NaN, lines.y[k] ?? NaN));
    const stars = minima.map(([x, y]) =>
      svg("text", { class: "minimum", x: this.#x.at(x), y: this.#y.at(y) + 6 }, "★"),
    );
    const names = objective.variables as readonly [string, string];
    this.#ground.replaceChildren(
      svg("path", { class: "contours", d: line(at) }),
      ...stars,
      frame(BOX, [this.#x, this.#y], names),
    );
  }

  #drawPaths(): void {
    const { t, runs, chosen, settings } = this.#model;
    this.#paths.replaceChildren(...runs.map((run) => this.#path(run, t)));
    this.#magnify(chosen, t);
    const [x, y] = settings.start;
    const [left, top] = this.#at(x, y);
    set(this.#handle, {
      transform: `translate(${left} ${top})`,
      "aria-label": "start point; arrow keys move it",
      "aria-valuenow": x,
      "aria-valuetext": `${formatNumber(x)}, ${formatNumber(y)}`,
    });
    const words = runs.map(({ runner, trace }) => {
      const step = Math.min(t, trace.steps);
      return `${runner.rule.title} loss ${formatNumber(trace.value("loss", step) as number)}`;
    });
    this.node.setAttribute(
      "aria-label",
      `Map of ${settings.objective.name}, step ${t}. ${words.join("; ")}.`,
    );
  }

  #path({ trace, look }: Run, t: number): SVGGElement {
    const last = Math.min(t, trace.steps);
    const points = Array.from({ length: last + 1 }, (_, k) => {
      const w = trace.value("w", k) as Float64Array;
      return this.#at(w[0]!, w[1]!);
    });
    const [x, y] = points[last]!;
    return svg(
      "g",
      { class: "path", style: `--light:${look.color};--dark:${look.dark}` },
      svg("path", { d: line(points), "stroke-dasharray": DASHES[look.dash] ?? "none" }),
      svg("path", { d: dots(points), class: "dots" }),
      ...(Math.abs(x) < 1e5 && Math.abs(y) < 1e5 ? [svg("circle", { cx: x, cy: y, r: 5 })] : []),
    );
  }

  #magnify(chosen: Run | undefined, t: number): void {
    const { objective } = this.#model.settings;
    const isMoving = this.#handle.matches(":active");
    const subject =
      chosen === undefined
        ? undefined
        : { ...chosen, dash: DASHES[chosen.look.dash] ?? "none", objective, t, isMoving };
    const at = (point: readonly [number, number]): readonly [number, number] => this.#at(...point);
    this.magnifier.show({ width: BOX.right, height: BOX.bottom, at }, subject);
  }

  #listen(): void {
    const handle = this.#handle;
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const { left, top, width } = this.node.getBoundingClientRect();
      const scale = SIZE.width / width;
      this.#move((event.clientX - left) * scale, (event.clientY - top) * scale);
    });
    handle.addEventListener("keydown", (event) => {
      const direction = DIRECTIONS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const far = event.shiftKey ? 20 : 4;
      const [x, y] = this.#at(...this.#model.settings.start);
      this.#move(x + far * direction[0], y + far * direction[1]);
    });
  }

  #move(left: number, top: number): void {
    const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
    const x = this.#x.value(within(left, BOX.left, BOX.right));
    const y = this.#y.value(within(top, BOX.top, BOX.bottom));
    this.#model.change({ start: [round(x, this.#x), round(y, this.#y)] });
  }

  #at(x: number, y: number): readonly [number, number] {
    return [this.#x.at(x), this.#y.at(y)];
  }
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Plotly's names for dashes, as SVG draws them. */
export const DASHES: Readonly<Record<string, string>> = {
  dash: "7 4",
  dot: "2 3",
  dashdot: "7 3 2 3",
  longdash: "11 4",
  longdashdot: "11 4 2 4",
};

/** A number of the picture with no more digits than a pixel is worth. */
function round(value: number, { range: [low, high] }: Axis): number {
  return Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10((high - low) / 2000)))));
}
