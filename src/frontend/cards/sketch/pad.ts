import { drawnShape, type Sketch } from "../../../exercises/kinds/sketch.ts";
import {
  type Curve,
  heightOf,
  lossAt,
  readAt,
  type Shape,
  type Sheet,
  sheetOf,
  stepsOf,
} from "../../../exercises/sketch/sheet.ts";
import { numeral } from "../../../math/numerals.ts";
import { html, set, svg } from "../../elements.ts";
import { type Axis, axis } from "../../explorer/axes.ts";
import { colours, dashOf } from "../../explorer/look.ts";
import { arrowStep, followPointer, placeIn } from "../../moving.ts";
import { watchSize } from "../../shown.ts";
import { LabelPlacement } from "../place/label-placement.ts";
import type { Rolled } from "../roll.ts";
import { gridOf, ROOM } from "./grid.ts";
import { addSketchStyle } from "./style.ts";

/** What an arrow key moves the curve by, as a share of the picture, and with Shift. */
const STRIDE = { usual: 0.02, far: 0.1 };

const HOW = "your curve; left and right arrows choose a step, up and down arrows move the curve there";

/** A sheet on which a curve is drawn, and on which afterwards what happens runs over it. */
export class SketchPad implements Rolled {
  readonly node = html("div", { class: "fall-line-sketch" });
  readonly #sheet: Sheet;
  readonly #steps: readonly number[];
  readonly #drawn = svg("svg", { role: "img" });
  readonly #handle = html("div", { class: "handle", role: "slider", tabindex: 0, "aria-label": HOW });
  readonly #watch: { stop: () => void };
  #x: Axis = axis([0, 1], 0, 1);
  #y: Axis = axis([0, 1], 1, 0);
  /** The heights that have been drawn so far, from the left, without the start. */
  #heights: number[] = [];
  /** The place that keys move. */
  #at = 0;
  #shown: number | undefined;

  constructor(private readonly exercise: Sketch) {
    addSketchStyle();
    this.#sheet = sheetOf(exercise.picture);
    this.#steps = stepsOf(this.#sheet);
    this.node.append(this.#drawn, this.#handle);
    this.node.addEventListener("pointerdown", (event) => this.#take(event));
    this.#handle.addEventListener("keydown", (event) => this.#key(event));
    this.#watch = watchSize(this.node, () => this.#layOut());
  }

  get last(): number {
    return this.#sheet.steps;
  }

  /** The curve as it is handed in; nothing before it has reached the right edge. */
  get drawn(): Readonly<Record<string, number>> | undefined {
    if (this.#heights.length < this.#steps.length) return undefined;
    const losses = this.#heights.map((height) => Number(lossAt(this.#sheet, height).toPrecision(4)));
    return Object.fromEntries(this.#steps.map((step, k) => [step, losses[k]!]));
  }

  put(losses: Readonly<Record<string, number>>): void {
    this.#set(drawnShape(losses));
  }

  /** Draws the curve that a word stands for. */
  sketch(word: string): void {
    this.#set(this.exercise.options[word]!.shape);
  }

  /** Whether what is drawn is the curve of a word, as that was drawn. */
  isOf(word: string): boolean {
    const { shape } = this.exercise.options[word]!;
    return this.#steps.every((step, k) => this.#heights[k] === this.#heightAt(shape, step));
  }

  clear(): void {
    this.#heights = [];
    this.#at = 0;
    this.#draw();
  }

  show(steps: number | undefined): void {
    this.#shown = steps;
    this.#draw();
  }

  stop(): void {
    this.#watch.stop();
  }

  #set(shape: Shape): void {
    this.#heights = this.#steps.map((step) => this.#heightAt(shape, step));
    this.#at = this.#steps.length - 1;
    this.#draw();
  }

  #heightAt(shape: Shape, step: number): number {
    return this.#within(heightOf(this.#sheet, readAt(this.#sheet, shape, step)));
  }

  #within(height: number): number {
    const [low, high] = this.#y.range;
    return Math.min(high, Math.max(low, height));
  }

  /** Sets a place, and those between it and the place before, in a straight line. */
  #move(to: number, height: number, from: number): void {
    const first = Math.min(from, this.#heights.length - 1);
    const before = first < 0 ? this.#start : this.#heights[first]!;
    const [low, high] = first < to ? [first + 1, to] : [to, Math.max(to, first - 1)];
    for (let k = low; k <= high; k++) {
      const share = to === first ? 1 : (k - first) / (to - first);
      this.#heights[k] = this.#within(before + share * (height - before));
    }
    this.#at = to;
    this.#draw();
  }

  get #start(): number {
    return heightOf(this.#sheet, this.#sheet.truth.points[0]![1]);
  }

  #take(event: PointerEvent): void {
    if (event.button !== 0 || this.#shown !== undefined) return;
    event.preventDefault();
    this.node.setPointerCapture(event.pointerId);
    this.#handle.focus({ preventScroll: true });
    let from = Infinity;
    const follow = (now: PointerEvent): void => {
      const [left, top] = placeIn(this.node, now);
      const step = this.#x.value(left);
      const nearest = Math.round((step * this.#steps.length) / this.#sheet.steps) - 1;
      const to = Math.min(this.#steps.length - 1, Math.max(0, nearest));
      this.#move(
        to,
        this.#y.value(top),
        from === Infinity ? Math.min(to - 1, this.#heights.length - 1) : from,
      );
      from = to;
    };
    follow(event);
    followPointer(event, this.node, follow);
  }

  #key(event: KeyboardEvent): void {
    const step = arrowStep(event, STRIDE);
    if (step === undefined || this.#shown !== undefined) return;
    event.preventDefault();
    const to = Math.min(this.#steps.length - 1, Math.max(0, this.#at + Math.sign(step[0])));
    const [low, high] = this.#y.range;
    const by = -step[1] * (high - low);
    const now = this.#heights[to] ?? this.#heights.at(-1) ?? this.#start;
    this.#move(to, now + by, to - 1);
  }

  #layOut(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    const { view, steps } = this.#sheet;
    const heights = view.map((loss) => heightOf(this.#sheet, loss)) as [number, number];
    const wasSet = this.#y.range;
    this.#x = axis([0, steps], ROOM.left, width - ROOM.right);
    this.#y = axis(heights, height - ROOM.bottom, ROOM.top);
    if (wasSet[0] !== heights[0]) this.#heights = this.#heights.map((one) => this.#within(one));
    set(this.#drawn, { viewBox: `0 0 ${width} ${height}` });
    this.#draw();
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    const { known, truth, view } = this.#sheet;
    const isOver = this.#shown === this.last;
    const run =
      this.#shown === undefined ? [] : [{ ...truth, points: truth.points.slice(0, this.#shown + 1) }];
    const mine = [[this.#x.at(0), this.#y.at(this.#start)], ...this.#heights.map((one, k) => [this.#x.at(this.#steps[k]!), this.#y.at(one)])] as [number, number][]; // prettier-ignore
    const places = (points: Shape): [number, number][] =>
      points.map(([step, loss]) => [this.#x.at(step), this.#y.at(this.#within(heightOf(this.#sheet, loss)))]);
    this.#drawn.replaceChildren(
      ...gridOf(this.#x, this.#y, view[0] > 0, width, height),
      ...(isOver && mine.length > 1 ? [svg("path", { class: "gap", d: `${lineOf([...mine, ...places(truth.points.slice(0, (this.#steps[mine.length - 2] ?? 0) + 1)).reverse()])}Z` })] : []), // prettier-ignore
      ...known.map((curve) => curveOf(curve, places(curve.points))),
      ...run.map((curve) => curveOf(curve, places(curve.points), "truth")),
      svg("path", { class: "mine", d: lineOf(mine) }),
    );
    const all = [...known, ...(isOver ? [truth] : [])];
    const names = new LabelPlacement(
      width,
      height,
      [],
      [mine, ...[...known, truth].map(({ points }) => places(points))],
    );
    for (const text of this.#drawn.querySelectorAll("text")) names.leave(text);
    for (const { label, look, points } of all)
      this.#drawn.append(
        svg("g", { class: "curve", style: colours(look) }, names.beside(label, places(points))),
      );
    if (mine.length > 4) this.#drawn.append(svg("g", { class: "yours" }, names.beside("yours", mine)));
    this.#tell(mine.at(Math.min(this.#at + 1, mine.length - 1))!);
  }

  /** What is to be seen, for who does not see it. */
  #tell([x, y]: readonly [number, number]): void {
    const { known, truth } = this.#sheet;
    const seen = [...known, ...(this.#shown === this.last ? [truth] : [])].map(
      ({ label, points }) => `${label}: from ${numeral(points[0]![1])} to ${numeral(points.at(-1)![1])}.`,
    );
    set(this.#drawn, { "aria-label": ["The loss over the steps.", ...seen].join(" ") });
    const step = this.#steps[this.#at]!;
    const height = this.#heights[this.#at];
    const drawn = height === undefined ? "nothing yet" : numeral(lossAt(this.#sheet, height));
    set(this.#handle, {
      "aria-valuemin": this.#steps[0]!,
      "aria-valuemax": this.#sheet.steps,
      "aria-valuenow": step,
      "aria-valuetext": `step ${step}: ${drawn}`,
      "aria-disabled": String(this.#shown !== undefined),
      tabindex: this.#shown === undefined ? 0 : -1,
    });
    this.#handle.classList.toggle("set", this.#shown !== undefined);
    this.#handle.style.transform = `translate(${x}px, ${y}px)`;
  }
}

function lineOf(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], k) => `${k === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

function curveOf(
  { look }: Curve,
  places: readonly (readonly [number, number])[],
  name = "known",
): SVGElement {
  const line = svg("path", { class: "line", d: lineOf(places) });
  if (name === "known") set(line, { "stroke-dasharray": dashOf(look) });
  return svg("g", { class: `curve ${name}`, style: colours(look) }, line);
}
