import { type Point, pointOf } from "../../figures/arrows.ts";
import { type Magnified, magnified } from "../../figures/magnified.ts";
import { pointInWords } from "../../figures/words.ts";
import type { Objective } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
import type { Trace } from "../../trace/trace.ts";
import { addStyle } from "../add-style.ts";
import { set, svg } from "../elements.ts";
import { glassPicture } from "./glass-picture.ts";
import {
  bestCorner,
  type Corner,
  cornerNear,
  type Glass,
  glassOver,
  inCorner,
  insetSize,
  type Rectangle,
  type Size,
} from "./magnifier-geometry.ts";
import { MAGNIFIER_STYLE } from "./magnifier-style.ts";
import { line, type Pixels } from "./strokes.ts";

/** The map over which the magnifier lies, in the pixels of its picture. */
export interface MagnifiedMap extends Size {
  /** Where a point of the surface lies, in pixels from the map's top left corner. */
  at(point: Point): Pixels;
}

/** What is magnified. */
export interface Subject {
  readonly trace: Trace;
  readonly look: Look;
  /** How the rule's path is dashed, as SVG says it. */
  readonly dash: string;
  readonly objective: Objective;
  readonly t: number;
  /** Whether the start is being dragged or the steps are being played. */
  readonly isMoving: boolean;
}

/** The present step of the chosen rule, large: its arrows with the numbers of its terms. */
export class Magnifier {
  /** Lies over the map's picture, and lets all presses through but those on the magnifier itself. */
  readonly node = svg("svg", { class: "fall-line-magnifier" });
  readonly #listeners: (() => void)[] = [];
  #isOff = false;
  #chosen: Corner | undefined;
  /** Those of the words, as soon as the page has it. */
  #typefaces = "";
  #last: { readonly map: MagnifiedMap; readonly subject: Subject } | undefined;

  constructor() {
    addStyle("fall-line-magnifier-style", MAGNIFIER_STYLE);
  }

  /** Whether it is switched off. */
  get isOff(): boolean {
    return this.#isOff;
  }

  /** Hides it, or brings it back. */
  toggle(): void {
    this.#isOff = !this.#isOff;
    for (const listener of this.#listeners) listener();
    if (this.#last !== undefined) this.show(this.#last.map, this.#last.subject);
  }

  onToggle(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Shows a step; nothing while all moves, at the start, and where the step is off the map. */
  show(map: MagnifiedMap, subject: Subject | undefined): void {
    this.#last = subject === undefined ? undefined : { map, subject };
    set(this.node, { viewBox: `0 0 ${map.width} ${map.height}`, width: map.width, height: map.height });
    this.node.replaceChildren(...(this.#isOff || subject === undefined ? [] : this.#drawn(map, subject)));
  }

  #drawn(map: MagnifiedMap, { trace, look, dash, objective, t, isMoving }: Subject): SVGElement[] {
    if (isMoving || t < 1 || t > trace.steps) return [];
    const points = Array.from({ length: trace.steps + 1 }, (_, k) =>
      pointOf(trace.value("w", k) as Float64Array),
    );
    const places = points.map((point) => map.at(point));
    const step = isOn(map, places[t - 1]!) && isOn(map, places[t]!) ? magnified(trace, t) : undefined;
    if (step === undefined) return [];
    const inset = insetSize(map.width);
    const [[x0, y0], [x1, y1]] = [map.at([0, 0]), map.at([1, 1])];
    const glass = glassOver(pointsOf(step, points[t - 1]!), inset, [x1 - x0, y1 - y0]);
    const frame = frameOf(map, glass, inset);
    const corner =
      this.#chosen ??
      bestCorner(inset, map, {
        frame,
        been: places.slice(0, t + 1),
        marks: [
          places[0]!,
          endOfStartLabel(places[0]!),
          ...(objective.minima ?? []).map((minimum) => map.at(pointOf(minimum))),
        ],
        toCome: places.slice(t + 1),
      });
    const place = inCorner(corner, inset, map);
    this.#typefaces ||= getComputedStyle(this.node).fontFamily;
    const shown = svg(
      "g",
      {
        class: "m-glass",
        transform: `translate(${place.left} ${place.top})`,
        role: "img",
        "aria-label": wordsOf(step, trace, t),
      },
      ...glassPicture(
        { objective, step, been: points.slice(0, t + 1), t, look, dash, typefaces: this.#typefaces },
        glass,
        inset,
      ),
    );
    this.#listen(shown, map);
    return glass.zoom < 1 ? [shown] : [...leads(frame, place), frameMark(frame), shown];
  }

  /** Let go nearer to another corner, it lies there from then on. */
  #listen(shown: SVGElement, map: MagnifiedMap): void {
    shown.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      shown.setPointerCapture(event.pointerId);
    });
    shown.addEventListener("pointerup", ({ clientX, clientY }) => {
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.node.getScreenCTM()?.inverse());
      this.#chosen = cornerNear([x, y], map);
      if (this.#last !== undefined) this.show(this.#last.map, this.#last.subject);
    });
  }
}

/** So far the words beside the start reach, in pixels. */
const endOfStartLabel = ([x, y]: Pixels): Pixels => [x + 120, y - 20];

function isOn({ width, height }: Size, [x, y]: Pixels): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function pointsOf({ arrows, rates }: Magnified, here: Point): Point[] {
  const corners: Point[] =
    rates === undefined ? [] : [-1, 1].map((side) => [here[0] + side * rates[0], here[1] + side * rates[1]]);
  return [...arrows.flatMap(({ from, to }) => [from, to]), ...corners];
}

/** The part of the map that is magnified. */
function frameOf(map: MagnifiedMap, { middle: [x, y], scale }: Glass, { width, height }: Size): Rectangle {
  const [left, top] = map.at([x - width / 2 / scale, y + height / 2 / scale]);
  const [right, bottom] = map.at([x + width / 2 / scale, y - height / 2 / scale]);
  return { left, top, width: right - left, height: bottom - top };
}

/** Around the part of the map that is magnified. */
function frameMark({ left: x, top: y, width, height }: Rectangle): SVGElement {
  return svg("rect", { class: "m-frame", x, y, width, height, rx: 3 });
}

/** Two lines from the frame to the magnifier, at its outer corners. */
function leads(frame: Rectangle, inset: Rectangle): SVGElement[] {
  const isRight = inset.left > frame.left;
  const isBelow = inset.top > frame.top;
  const corner = ({ left, top, width, height }: Rectangle, right: boolean, below: boolean): Pixels => [
    left + (right ? width : 0),
    top + (below ? height : 0),
  ];
  return [[!isRight, isBelow] as const, [isRight, !isBelow] as const].map(([right, below]) =>
    svg("path", { class: "m-lead", d: line([corner(frame, right, below), corner(inset, right, below)]) }),
  );
}

function wordsOf({ arrows }: Magnified, { rule }: Trace, t: number): string {
  const told = arrows.flatMap(({ number, name, from, to }) =>
    number === undefined ? [] : [`${number} ${name}: ${pointInWords([to[0] - from[0], to[1] - from[1]])}`],
  );
  return `Step ${t} of ${rule.title}, magnified. ${told.join("; ")}.`;
}
