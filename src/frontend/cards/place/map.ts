import { pointText } from "../../../exercises/kinds/place.ts";
import type { Place } from "../../../exercises/place/place.ts";
import { type Line, type Picture, pictureOf } from "../../../exercises/place/picture.ts";
import { numeral } from "../../../math/numerals.ts";
import { markerShape } from "../../../rules/marker-shape.ts";
import { type Axis, axis } from "../../explorer/axes.ts";
import { html, set, svg } from "../../elements.ts";
import { colours, dashOf } from "../../explorer/look.ts";
import { ReliefCanvas } from "../../explorer/relief-canvas.ts";
import { isWithin, type Pixels, strokesOf } from "../../explorer/strokes.ts";
import { placeIn, scaleOf } from "../../moving.ts";
import { watchSize } from "../../shown.ts";
import { watchTheme } from "../../theme.ts";
import type { Rolled } from "../roll.ts";
import { Pin } from "./pin.ts";
import { marks } from "./marks.ts";
import { addPlaceStyle } from "./style.ts";
import { LabelPlacement } from "./label-placement.ts";
import { lineOf, type Scene, verdict } from "./verdict.ts";

/** A place in the picture: both numbers, whether both are asked for or not. */
export type Spot = readonly [number, number];

/** The radius of the ring at the start, in pixels. */
const RING = 8;

/** Half of the room of the pin, in pixels. */
const PIN = 22;

/** A map on which a place is pressed, and on which afterwards what happens runs over the guess. */
export class PlaceMap implements Rolled {
  readonly node = html("div", { class: "fall-line-place" });
  readonly #exercise: Place;
  readonly #picture: Picture;
  readonly #relief = new ReliefCanvas();
  readonly #drawn = svg("svg", { role: "img" });
  readonly #pin: Pin;
  readonly #watches: readonly { stop: () => void }[];
  #x: Axis = axis([0, 1], 0, 1);
  #y: Axis = axis([0, 1], 1, 0);
  #guess: Spot | undefined;
  /** So many steps of what happens are shown; nothing of it before there is an answer. */
  #shown: number | undefined;

  /** @param changed a place was pressed, or the pin was moved */
  constructor(exercise: Place, changed: (spot: Spot) => void) {
    addPlaceStyle();
    this.#exercise = exercise;
    this.#picture = pictureOf(exercise.picture);
    const { views } = this.#picture;
    this.#pin = new Pin(
      views,
      () => scaleOf(this.node),
      ([left, top]) => changed([round(this.#x, left), round(this.#y, top)]),
    );
    this.node.append(this.#relief.node, this.#drawn, this.#pin.node);
    this.node.addEventListener("click", (event) => {
      if (this.#shown !== undefined || this.#pin.node.contains(event.target as Node)) return;
      const [left, top] = placeIn(this.node, event);
      changed([round(this.#x, left), round(this.#y, top)]);
      this.#pin.node.focus({ preventScroll: true });
    });
    this.#watches = [watchSize(this.node, () => this.#layOut()), watchTheme(() => this.#layOut())];
  }

  get last(): number {
    return this.#picture.truth.points.length - 1;
  }

  /** The names of both coordinates. */
  get names(): readonly string[] {
    return this.#picture.objective.variables;
  }

  /** The middle of the picture: there a guess stands as long as only one of its coordinates is given. */
  get middle(): Spot {
    const [x, y] = this.#picture.views;
    return [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  }

  mark(spot: Spot): void {
    this.#guess = spot;
    this.#draw();
  }

  show(steps: number | undefined): void {
    this.#shown = steps;
    this.#draw();
  }

  stop(): void {
    for (const watch of this.#watches) watch.stop();
  }

  #layOut(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    const { views, objective } = this.#picture;
    this.#x = axis(views[0], 0, width);
    this.#y = axis(views[1], height, 0);
    set(this.#drawn, { viewBox: `0 0 ${width} ${height}` });
    this.#relief.draw(objective, { views, minima: [] }, width, height);
    this.#draw();
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    const { known, truth, objective } = this.#picture;
    const isOver = this.#shown === this.last;
    const run =
      this.#shown === undefined ? [] : [{ ...truth, points: truth.points.slice(0, this.#shown + 1) }];
    const start = this.#at(truth.points[0]!);
    const minima = (objective.minima ?? []).map(([x, y]) => this.#at([x!, y!]));
    this.#drawn.replaceChildren(
      ...marks(this.#x, this.#y, this.names, width, height),
      ...[...known, ...run].map((line) => this.#path(line)),
      ...minima.map((place) => svg("path", { class: "minimum", d: markerShape("star", place, 9) })),
      ...[...known, ...run].map((line) => this.#ball(line)),
      svg("circle", { class: "start", cx: start[0], cy: start[1], r: RING }),
      ...this.#guessed(),
    );
    const marked = [start, ...minima].map((place) => [place, RING] as const);
    this.#name(start, marked, isOver);
    set(this.#drawn, { "aria-label": this.#words(isOver) });
    this.#pin.show(this.#guess && this.#at(this.#guess), this.#guess, this.#shown !== undefined);
  }

  #at([x, y]: Spot): Pixels {
    return [this.#x.at(x), this.#y.at(y)];
  }

  #box(): Parameters<typeof strokesOf>[1] {
    return { left: 0, top: 0, right: this.node.clientWidth, bottom: this.node.clientHeight };
  }

  #path({ points, look }: Line): SVGElement {
    const places = points.map((point) => this.#at(point));
    const { near, crossing } = strokesOf(places, this.#box());
    return svg(
      "g",
      { class: "path", style: colours(look) },
      svg("path", { class: "crossing", d: crossing }),
      svg("path", { class: "casing", d: near }),
      svg("path", { class: "line", d: near, "stroke-dasharray": dashOf(look) }),
    );
  }

  #ball({ points, look }: Line): SVGElement {
    const last = this.#at(points.at(-1)!);
    const d = isWithin(last, this.#box()) ? markerShape(look.symbol, last, 6) : "";
    return svg("g", { class: "path", style: colours(look) }, svg("path", { class: "marker", d }));
  }

  /** Names the start and the paths, where names lie on least: what was named before keeps its place when it is over. */
  #name(start: Pixels, marked: readonly (readonly [Pixels, number])[], isOver: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    const { known, truth } = this.#picture;
    const seen = [...known, truth].map((line) => ({
      ...line,
      places: line.points.map((point) => this.#at(point)).filter((place) => isWithin(place, this.#box())),
    }));
    const names = new LabelPlacement(
      width,
      height,
      marked,
      seen.map(({ places }) => places),
    );
    for (const text of this.#drawn.querySelectorAll("text")) names.leave(text);
    this.#drawn.append(names.at("start", start, RING));
    const nameAll = (lines: typeof seen): void => {
      for (const { label, look, places } of lines) {
        const named = places.length === 0 ? [] : [names.beside(label, places)];
        this.#drawn.append(svg("g", { class: "path", style: colours(look) }, ...named));
      }
    };
    nameAll(seen.slice(0, -1));
    if (!isOver) return;
    this.#drawn.append(...this.#verdict(names));
    names.leaveAround(this.#at(truth.points[this.#exercise.step]!), PIN);
    nameAll(seen.slice(-1));
  }

  /** The guess as a line where one coordinate is asked for; the pin is an element of the page. */
  #guessed(): SVGElement[] {
    return this.#guess === undefined ? [] : lineOf(this.#at(this.#guess), this.#scene(), "guess");
  }

  #verdict(names: LabelPlacement): SVGElement[] {
    const { truth } = this.#picture;
    const place = this.#at(truth.points[this.#exercise.step]!);
    const guess = this.#guess && this.#at(this.#guess);
    if (guess !== undefined) names.leaveAround([guess[0], guess[1] - 18], PIN);
    return verdict(this.#exercise, truth.look, this.#scene(), place, guess, this.guessed, names);
  }

  #scene(): Scene {
    const { asks } = this.#exercise;
    const along = asks.length === 2 ? "both" : asks[0] === this.names[0] ? "across" : "up";
    return { along, width: this.node.clientWidth, height: this.node.clientHeight };
  }

  /** What was pressed, as it is handed in. */
  get guessed(): Readonly<Record<string, number>> | undefined {
    const guess = this.#guess;
    if (guess === undefined) return undefined;
    return Object.fromEntries(this.#exercise.asks.map((name) => [name, guess[this.names.indexOf(name)]!]));
  }

  #words(isOver: boolean): string {
    const { known, truth, objective } = this.#picture;
    const seen = [...known, ...(isOver ? [truth] : [])].map(
      ({ label, points }) =>
        `${label}: from (${points[0]!.map((x) => numeral(x)).join(", ")}) to (${points
          .at(-1)!
          .map((x) => numeral(x))
          .join(", ")}).`,
    );
    const said =
      this.guessed === undefined ? [] : [`Your guess: ${pointText(this.#exercise, this.guessed)}.`];
    return [`Map of ${objective.name}.`, ...seen, ...said].join(" ");
  }
}

/** A number of the picture with no more digits than a pixel is worth. */
function round(along: Axis, at: number): number {
  const [low, high] = along.range;
  const digits = Math.max(0, Math.ceil(-Math.log10((high - low) / 300)));
  return Number(Math.min(high, Math.max(low, along.value(at))).toFixed(digits));
}
