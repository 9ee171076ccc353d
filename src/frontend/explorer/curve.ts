import { widthOf } from "../measure.ts";
import { followPointer, placeIn } from "../moving.ts";
import { watchSize } from "../shown.ts";
import { axis, type Axis } from "./axes.ts";
import { CurveGround } from "./curve-ground.ts";
import { CurveLine, type PlacedCurve } from "./curve-line.ts";
import { NAME_HEIGHT, namePlaces, ownName } from "./curve-names.ts";
import { html, set, svg, write } from "../elements.ts";
import { listenInTurn } from "./in-turn.ts";
import { Menu } from "./menu.ts";
import type { Model } from "./model.ts";
import { nameOfQuantity, quantitiesOf, quantityCurves, type QuantityCurves } from "./quantity.ts";
import type { Box, Pixels } from "./strokes.ts";

/** Room around the curves, in pixels: for the numbers at their left, the scrubber below, the menu above on a phone. */
const ROOM = { left: 50, right: 16, top: 2, bottom: 38, menu: 24 };

/** Above the curves of a wide chart, for its menu and for words where one leaves it, in pixels. */
const HEADROOM = 18;

/** In a narrower explorer the names at the curves' ends have no room, and the menu stands above them. */
const NARROW = 640;

/** Names take at most this share of the width. */
const WIDEST = 0.4;

/** The room beside the names at the curves' ends. */
const BESIDE = 14;

/** The radius of the knob, in pixels. */
const KNOB = { usual: 10, touch: 13 };

/** A quantity over the steps, for all rules. Its axis of steps is what scrubs: by the knob, or a press or drag anywhere. */
export class CurveView {
  readonly node: HTMLElement;
  readonly #picture = svg("svg", { role: "img" });
  readonly #ground = new CurveGround();
  readonly #lines = svg("g");
  readonly #cursor = new Cursor();
  readonly #knob = html("input", { type: "range", class: "knob", min: 0, step: 1, "aria-label": "step" });
  /** What is drawn, in words. */
  readonly #name = html("b");
  readonly #menu: Menu;
  readonly #watch: { stop: () => void };
  #quantity = "loss";
  #curves: QuantityCurves | undefined;
  #box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  #x: Axis = axis([0, 1], 0, 1);
  #size = { width: 0, height: 0, isNarrow: false, headroom: 0 };
  /** Whether there is room for the names at the curves' ends. */
  #areNamed = false;
  /** Their font. */
  #font = "";
  #curveLines: readonly CurveLine[] = [];
  /** What is drawn already, so that it need not be drawn again. */
  #looks = "";

  /** @param scrub goes to a step, and pauses what is played */
  constructor(
    private readonly model: Model,
    private readonly scrub: (t: number) => void,
  ) {
    const face = html("span", {}, this.#name, " over the steps");
    this.#menu = new Menu(
      "what the curve shows",
      "quantity",
      (value) => {
        this.#quantity = value;
        this.#redraw();
      },
      face,
    );
    this.#picture.append(this.#ground.node, this.#lines, this.#cursor.node);
    this.node = html("div", { class: "curve" }, this.#picture, this.#menu.node, this.#knob);
    this.#listen();
    listenInTurn(model, (change) => {
      if (change === "motion" || this.#box.right === 0) return;
      if (change === "step") this.#drawLines();
      else this.#redraw();
    });
    this.#watch = watchSize(this.node, () => this.layOut());
  }

  layOut(): void {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0) return;
    const isNarrow = this.node.parentElement!.clientWidth < NARROW;
    const hasMenuAbove = !isNarrow && this.#menu.node.offsetTop < HEADROOM;
    this.#size = { width, height, isNarrow, headroom: hasMenuAbove ? HEADROOM : 2 };
    this.#font = `650 14px ${getComputedStyle(this.node).getPropertyValue("--sans")}`;
    set(this.#picture, { viewBox: `0 0 ${width} ${height}` });
    this.#redraw();
  }

  /** Where the curves lie, and with them the knob: names at their ends take what room they need. */
  #place(): void {
    const { width, height, isNarrow } = this.#size;
    const widths = this.model.runs.map(({ runner }) => widthOf(ownName(runner.rule.title), this.#font));
    const beside = BESIDE + Math.max(0, ...widths);
    const isHigh = widths.length * NAME_HEIGHT <= height - ROOM.top - ROOM.bottom;
    this.#areNamed = !isNarrow && isHigh && beside <= WIDEST * width;
    const right = width - (this.#areNamed ? beside : ROOM.right);
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
    this.#x = axis([0, this.model.last], this.#box.left, right);
  }

  stop(): void {
    this.#watch.stop();
  }

  #listen(): void {
    this.#knob.addEventListener("input", () => this.scrub(this.#knob.valueAsNumber));
    const follow = (event: PointerEvent): void => this.scrub(this.#x.value(placeIn(this.node, event)[0]));
    this.#picture.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      this.#picture.setPointerCapture(event.pointerId);
      follow(event);
      followPointer(event, this.#picture, follow);
    });
  }

  #redraw(): void {
    const { runs, last, isDragged } = this.model;
    if (!isDragged) this.#offerQuantities();
    this.#curves = quantityCurves(this.#quantity, runs);
    this.#place();
    set(this.#knob, { max: last });
    this.#drawLines();
  }

  #offerQuantities(): void {
    const offered = quantitiesOf(this.model.runs);
    if (!offered.includes(this.#quantity)) this.#quantity = "loss";
    write(this.#name, nameOfQuantity(this.#quantity));
    this.#menu.show(
      offered.map((name) => [name, nameOfQuantity(name)]),
      this.#quantity,
    );
  }

  #drawLines(): void {
    if (this.#curves === undefined) return;
    const { curves, place, range } = this.#curves;
    const { t, last } = this.model;
    const y = axis(range, this.#box.bottom - 6, this.#box.top + this.#size.headroom);
    const placed = curves.map(({ run, values }) => ({
      run,
      places: values.map(([step, value]): Pixels => [this.#x.at(step), y.at(place(value) ?? NaN)]),
      first: values[0]?.[0] ?? 0,
    }));
    const across = this.#x.at(t);
    this.#ground.show(this.#box, this.#x, y, this.#curves);
    this.#ground.makeRoom(across);
    this.#showLines(placed);
    this.#cursor.show(t, across, this.#box);
    this.#knob.value = String(t);
    this.#knob.style.setProperty("--at", String(last === 0 ? 0 : t / last));
    set(this.#knob, { "aria-valuetext": `step ${t} of ${last}` });
    set(this.#picture, { "aria-label": `${nameOfQuantity(this.#quantity)} over the steps, up to step ${t}` });
  }

  /** Lines keep their elements while they are of the same rules. */
  #showLines(placed: readonly PlacedCurve[]): void {
    const looks = placed.map(({ run: { look } }) => `${look.color} ${look.dash} ${look.symbol}`).join();
    if (looks !== this.#looks) {
      this.#looks = looks;
      this.#curveLines = placed.map(({ run }) => new CurveLine(run));
      this.#lines.replaceChildren(...this.#curveLines.map(({ node }) => node));
    }
    const names = this.#areNamed ? namePlaces(placed, this.#box, KNOB.usual) : undefined;
    for (const [k, curve] of placed.entries()) {
      const line = this.#curveLines[k]!;
      line.node.classList.toggle("chosen", curve.run === this.model.chosen);
      line.show(curve, this.model.t, this.#box, (t) => this.#x.at(t), names?.get(curve));
    }
  }
}

/** The line at the step shown, and its number. */
class Cursor {
  readonly #line = svg("path");
  readonly #number = svg("text", { "text-anchor": "middle" });
  readonly node = svg("g", { class: "cursor" }, this.#line, this.#number);

  show(t: number, x: number, { top, bottom }: Box): void {
    set(this.#line, { d: `M${x.toFixed(1)} ${top}V${bottom}` });
    set(this.#number, { x, y: bottom + 26 });
    write(this.#number, String(t));
  }
}
