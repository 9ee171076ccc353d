import { markerShape } from "../../rules/marker-shape.ts";
import { placeIn, scaleOf } from "../moving.ts";
import { watchSize } from "../shown.ts";
import { watchTheme } from "../theme.ts";
import { axis, type Axis, plainMarks } from "./axes.ts";
import { html, set, svg } from "../elements.ts";
import { exitWords, type Route } from "./exit-words.ts";
import type { MagnifiedMap } from "./magnifier.ts";
import type { Filmed } from "./map-film.ts";
import type { Change, Model } from "./model.ts";
import { pathTarget, PathView } from "./path-view.ts";
import { ReliefCanvas } from "./relief-canvas.ts";
import { type HandleGround, StartHandle } from "./start-handle.ts";
import type { Box, Pixels } from "./strokes.ts";

/** Two presses that are nearer to one another than this are a double one: milliseconds, pixels. */
const DOUBLE = { time: 450, way: 24 };

/** How near to a mark of a path a press means its step, in pixels. */
const REACH = 12;

/** Pixels for one number along an axis. */
const SPACING = 95;

/** The map: the relief, the paths up to the step shown, the minima over them, and the start to be dragged. */
export class MapView {
  readonly node = html("div", { class: "map" });
  readonly #relief = new ReliefCanvas();
  readonly #picture = svg("svg", { role: "img" });
  readonly #axes = svg("g", { class: "axes" });
  readonly #paths = svg("g");
  readonly #stars = svg("g");
  readonly #targets = svg("g", { class: "targets" });
  readonly #words = html("div", { class: "map-words" });
  readonly #handle: StartHandle;
  readonly #watches: { stop: () => void }[];
  #views: readonly PathView[] = [];
  /** Those that the paths wear. */
  #looks = "";
  #box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  #x: Axis = axis([0, 1], 0, 1);
  #y: Axis = axis([0, 1], 1, 0);
  #press = { time: -Infinity, x: 0, y: 0 };

  /** @param marks what is drawn over the paths */
  constructor(
    private readonly model: Model,
    marks: SVGElement,
    private readonly laidOut: () => void = () => undefined,
  ) {
    this.#handle = new StartHandle(() => this.#handleGround());
    this.#picture.append(this.#axes, this.#paths, this.#stars, this.#targets, marks);
    const { node, label, pill } = this.#handle;
    this.node.append(this.#relief.node, this.#picture, this.#words, node, label, pill);
    this.#picture.addEventListener("click", (event) => this.#pressed(event));
    model.onChange((change) => this.#update(change));
    this.#watches = [watchSize(this.node, () => this.layOut()), watchTheme(() => this.#drawGround())];
  }

  /** The map's size, and what lies in it. */
  get box(): Box {
    return this.#box;
  }

  /** Where a point of the surface lies, in pixels from the map's top left corner. */
  at([x, y]: readonly [number, number]): Pixels {
    return [this.#x.at(x), this.#y.at(y)];
  }

  /** What it shows at a step, in words. */
  words(t: number): string {
    return inWords(this.model, t);
  }

  /** What a film of it needs. */
  get filmed(): Filmed {
    const { runs, settings } = this.model;
    return { map: this.node, box: this.#box, runs, steps: settings.steps, at: (point) => this.at(point) };
  }

  /** What a magnifier needs of it. */
  get magnified(): MagnifiedMap {
    const { right: width, bottom: height } = this.#box;
    return { width, height, at: (point) => this.at(point) };
  }

  /** Draws all anew, for the size that the map has now. */
  layOut(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0 || height === 0) return;
    this.#box = { left: 0, right: width, top: 0, bottom: height };
    set(this.#picture, { viewBox: `0 0 ${width} ${height}` });
    this.#drawGround();
    this.#drawPaths();
    this.laidOut();
  }

  stop(): void {
    for (const watch of this.#watches) watch.stop();
  }

  /** Pales while it still shows what was right last. */
  stale(isStale: boolean): void {
    this.node.classList.toggle("stale", isStale);
  }

  #update(change: Change): void {
    if (this.#box.right === 0) return;
    if (change === "surface") this.#drawGround();
    if (change !== "motion" || !this.model.isMoving) this.#drawPaths();
  }

  /** Relief, axes and minima: only when the surface changes, or the size. */
  #drawGround(): void {
    const { settings, ground } = this.model;
    const { right: width, bottom: height } = this.#box;
    if (width === 0) return;
    this.#x = axis(ground.views[0], 0, width);
    this.#y = axis(ground.views[1], height, 0);
    this.#relief.draw(settings.objective, ground, width, height);
    const stars = ground.minima.map((minimum) =>
      svg("path", { class: "minimum", d: markerShape("star", this.at(minimum), 7.5) }),
    );
    const names = settings.objective.variables as readonly [string, string];
    this.#axes.replaceChildren(...this.#marks(names));
    this.#stars.replaceChildren(...stars);
  }

  /** Numbers and names inside the map, along its left and lower edges. */
  #marks([xName, yName]: readonly [string, string]): SVGElement[] {
    const { right: width, bottom: height } = this.#box;
    const across = plainMarks(this.#x.range, width / SPACING).flatMap(({ value, label }) => {
      const x = this.#x.at(value);
      if (x < 44 || x > width - 34) return [];
      return [
        svg("path", { d: `M${x.toFixed(1)} ${height}v-6` }),
        svg("text", { x, y: height - 10, "text-anchor": "middle" }, label),
      ];
    });
    const up = plainMarks(this.#y.range, height / SPACING).flatMap(({ value, label }) => {
      const y = this.#y.at(value);
      if (y < 30 || y > height - 26) return [];
      return [svg("path", { d: `M0 ${y.toFixed(1)}h6` }), svg("text", { x: 10, y: y + 4 }, label)];
    });
    return [
      ...across,
      ...up,
      svg("text", { class: "name", x: width - 10, y: height - 9, "text-anchor": "end" }, xName),
      svg("text", { class: "name", x: 9, y: 18 }, yName),
    ];
  }

  #drawPaths(): void {
    const { t, settings } = this.model;
    const routes = this.#routes();
    this.#showPaths(routes, t);
    this.#words.replaceChildren(...exitWords(routes, t, this.#box));
    this.#handle.show(settings.start);
    this.#drawTargets();
    if (!this.model.isMoving) set(this.#picture, { "aria-label": this.words(t) });
  }

  /** Paths keep their elements while they are the same rules in the same order. */
  #showPaths(routes: readonly Route[], t: number): void {
    const looks = JSON.stringify(routes.map(({ run }) => run.look));
    if (looks !== this.#looks) {
      this.#looks = looks;
      this.#views = routes.map(({ run }) => new PathView(run));
      this.#paths.replaceChildren(...this.#views.map(({ node }) => node));
    }
    for (const [k, { run, places }] of routes.entries()) {
      const view = this.#views[k]!;
      view.show(run, places, t, this.#box);
      view.node.classList.toggle("chosen", run === this.model.chosen);
    }
  }

  /** Where each path goes in pixels; the chosen one is the last, in front of the others. */
  #routes(): Route[] {
    const { runs, chosen } = this.model;
    return [...runs]
      .sort((a, b) => Number(a === chosen) - Number(b === chosen))
      .map((run) => ({ run, places: run.points.map((point) => this.at(point)) }));
  }

  /** What a press on a path meets; nothing is pressed while all moves. */
  #drawTargets(): void {
    if (this.model.isMoving) return;
    const targets = this.#routes().map(({ run, places }) => {
      const target = pathTarget(places.slice(0, this.model.t + 1), this.#box);
      target.addEventListener("click", (event) => this.#pressedPath({ run, places }, event));
      return target;
    });
    this.#targets.replaceChildren(...targets);
  }

  /** A press on a path chooses its rule; on a mark of it, that step is looked at. */
  #pressedPath({ run, places }: Route, event: MouseEvent): void {
    const { model } = this;
    model.choose(model.settings.runners.indexOf(run.runner));
    const [x, y] = placeIn(this.node, event);
    const away = places.slice(0, model.t + 1).map(([left, top]) => Math.hypot(left - x, top - y));
    const nearest = away.indexOf(Math.min(...away));
    if (nearest > 0 && away[nearest]! < REACH) model.goTo(nearest, true);
  }

  #pressed(event: MouseEvent): void {
    const { timeStamp: time, clientX: x, clientY: y } = event;
    const last = this.#press;
    const isDouble = time - last.time < DOUBLE.time && Math.hypot(x - last.x, y - last.y) < DOUBLE.way;
    this.#press = { time, x, y };
    if (isDouble) this.#moveTo(placeIn(this.node, event));
  }

  #moveTo([left, top]: Pixels): void {
    const [x, y] = [this.#x.value(left), this.#y.value(top)];
    this.model.change({ start: [rounded(x, this.#x), rounded(y, this.#y)] });
  }

  #handleGround(): HandleGround {
    return {
      box: this.#box,
      scale: () => scaleOf(this.node),
      views: this.model.ground.views,
      at: (point) => this.at(point),
      first: () => this.#routes().flatMap(({ places }) => places.slice(1, 5)),
      moveTo: (place) => this.#moveTo(place),
      drag: (isDragged) => this.model.move("start", isDragged),
    };
  }
}

/** A number of the picture with no more digits than a pixel is worth. */
function rounded(value: number, { range: [low, high] }: Axis): number {
  return Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10((high - low) / 2000)))));
}

function inWords({ runs, settings }: Model, t: number): string {
  const words = runs.map(({ runner, story }) => `${runner.rule.title}: ${story.sentence(t)}.`);
  return [`Map of ${settings.objective.name}, step ${t}.`, ...words].join(" ");
}
