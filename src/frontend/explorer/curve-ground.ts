import { set, svg } from "../elements.ts";
import { type Axis, logarithmMarks, plainMarks } from "./axes.ts";
import type { QuantityCurves } from "./quantity.ts";
import type { Box } from "./strokes.ts";

/** Around the number of the step shown no other stands, so many pixels to either side. */
const NUMBER_ROOM = 26;

/** The height of a number. */
const NUMBER_HEIGHT = 17;

/** What curves lie on: a box, lines across it with numbers at its left, and the steps below. Only what changes is drawn anew. */
export class CurveGround {
  readonly #steps = svg("g");
  readonly #heights = svg("g");
  readonly node = svg("g", {}, this.#steps, this.#heights);
  #stepMarks: readonly StepMark[] = [];
  #shownSteps = "";
  #shownHeights = "";

  /** @param quantity how its heights are counted */
  show(box: Box, x: Axis, y: Axis, quantity: Pick<QuantityCurves, "isLogarithmic" | "range">): void {
    this.#showSteps(box, x);
    this.#showHeights(box, y, quantity);
  }

  /** Where the number of the step shown stands, at this place, no other is seen. */
  makeRoom(place: number): void {
    for (const mark of this.#stepMarks) mark.makeRoom(place);
  }

  #showSteps(box: Box, x: Axis): void {
    const shown = JSON.stringify([box, x.range]);
    if (shown === this.#shownSteps) return;
    this.#shownSteps = shown;
    const { left, right, top, bottom } = box;
    const steps = plainMarks(x.range, (right - left) / 75).filter(({ value }) => Number.isInteger(value));
    this.#stepMarks = steps.map(({ value, label }) => new StepMark(x.at(value), bottom, label));
    this.#steps.replaceChildren(
      svg("rect", { x: left, y: top, width: right - left, height: bottom - top, rx: 6 }),
      ...this.#stepMarks.map(({ node }) => node),
    );
  }

  #showHeights(
    box: Box,
    y: Axis,
    { isLogarithmic, range }: Pick<QuantityCurves, "isLogarithmic" | "range">,
  ): void {
    const { left, right, top, bottom } = box;
    const count = Math.max(2, (bottom - top) / 32);
    const marks = (isLogarithmic ? logarithmMarks(range, count) : plainMarks(range, count))
      .map(({ value, label }) => ({ at: Math.round(y.at(value)), label }))
      .filter(({ at }) => at > top + 4 && at < bottom - 2)
      .reduce<Place[]>((apart, mark) => (isApart(mark, apart.at(-1)) ? [...apart, mark] : apart), []);
    const shown = JSON.stringify([box, marks]);
    if (shown === this.#shownHeights) return;
    this.#shownHeights = shown;
    this.#heights.replaceChildren(
      ...marks.map(({ at }) => svg("path", { class: "grid", d: `M${left} ${at}H${right}` })),
      ...marks.map(({ at, label }) => svg("text", { x: left - 7, y: at + 4, "text-anchor": "end" }, label)),
    );
  }
}

/** A number beside the curves, and how high it stands. */
interface Place {
  readonly at: number;
  readonly label: string;
}

const isApart = ({ at }: Place, last: Place | undefined): boolean =>
  last === undefined || Math.abs(at - last.at) >= NUMBER_HEIGHT;

/** A number at the axis of steps. */
class StepMark {
  readonly node: SVGTextElement;
  readonly #x: number;

  constructor(x: number, bottom: number, label: string) {
    this.#x = x;
    this.node = svg("text", { x, y: bottom + 24, "text-anchor": "middle" }, label);
  }

  /** It is not seen where the number of the step shown stands. */
  makeRoom(x: number): void {
    set(this.node, { visibility: Math.abs(x - this.#x) < NUMBER_ROOM ? "hidden" : "visible" });
  }
}
