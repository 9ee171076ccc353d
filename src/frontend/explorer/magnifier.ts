import { type Point, pointOf } from "../../figures/arrows.ts";
import { type Magnified, magnified } from "../../figures/magnified.ts";
import { pointInWords } from "../../figures/words.ts";
import type { Objective } from "../../objectives/objective.ts";
import type { Look } from "../../rules/look.ts";
import type { Trace } from "../../trace/trace.ts";
import { addStyle } from "../add-style.ts";
import { button, html, set, svg } from "../elements.ts";
import { arrowMark, glassPicture } from "./glass-picture.ts";
import { iconButton } from "./icons.ts";
import { type Glass, glassOver, type Inset, insetIn, type Size } from "./magnifier-geometry.ts";
import { MAGNIFIER_STYLE } from "./magnifier-style.ts";
import type { Pixels } from "./strokes.ts";

/** The map on which the step lies, in the pixels of its picture. */
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
}

/** How wide the shafts of arrows on the map are, in pixels. */
const ON_MAP = 2.6;

/** Arrows of this length are seen on the map itself, in pixels. */
const LONG = 90;

/** One step: its arrows on the map, and large beside it, where they have the numbers of their terms. */
export class Magnifier {
  /** The magnified part, with the button that closes it, or why there is none. */
  readonly node: HTMLElement;
  /** Brings it back where it is closed. */
  readonly opener = button({ class: "magnify" }, () => this.#press(this.#close), "magnify");
  /** What of it is drawn on the map: the arrows, and a frame around the part that is magnified. */
  readonly marks = svg("g", { class: "fall-line-magnifier step-marks" });
  readonly #glass = svg("svg", { class: "fall-line-magnifier", role: "img" });
  readonly #close = iconButton("close the magnifier", "close", () => this.#press(this.opener), "close");
  readonly #off = html("p", { class: "off-map" }, "The step lies off the map: nothing to magnify.");
  /** Whether it is open, as it was chosen; before that, where the arrows are short. */
  #isOpen: boolean | undefined;
  /** Those of the words, as soon as the page has it. */
  #typefaces = "";
  #last: { readonly map: MagnifiedMap; readonly subject: Subject } | undefined;

  constructor() {
    addStyle("fall-line-magnifier-style", MAGNIFIER_STYLE);
    this.node = html("div", { class: "lens" }, this.#glass, this.#close, this.#off);
  }

  /** Closes it or brings it back, and goes on at what does the other. */
  #press(next: HTMLElement): void {
    this.toggle();
    next.focus();
  }

  /** Closes it, or brings it back. */
  toggle(): void {
    if (this.#last === undefined) return;
    this.#isOpen = !this.opener.hidden;
    this.show(this.#last.map, this.#last.subject);
  }

  /**
   * Shows a step: nothing of it without one, and only that it lies off the map where it does.
   * @returns what moves it, where that is on the map
   */
  show(map: MagnifiedMap, subject: Subject | undefined): Magnified | undefined {
    this.#last = subject === undefined ? undefined : { map, subject };
    const step = subject === undefined ? undefined : this.#stepOn(map, subject);
    this.#off.hidden = step !== "off";
    const isSeen = step !== undefined && step !== "off";
    const isOpen = isSeen && (this.#isOpen ?? isShort(step, map));
    this.node.hidden = !(isOpen || step === "off");
    for (const part of [this.#glass, this.#close]) part.toggleAttribute("hidden", !isOpen);
    this.opener.hidden = isOpen || !isSeen;
    const frame = isOpen ? this.#draw(map, subject!, step) : undefined;
    this.marks.replaceChildren(
      ...(isSeen ? arrowsOn(map, step) : []),
      ...(frame === undefined ? [] : [frame]),
    );
    return isSeen ? step : undefined;
  }

  #stepOn(map: MagnifiedMap, { trace, t }: Subject): Magnified | "off" | undefined {
    if (t < 1 || t > trace.steps) return undefined;
    const [from, to] = [t - 1, t].map((k) => map.at(placeOf(trace, k))) as [Pixels, Pixels];
    return isOn(map, from) && isOn(map, to) ? magnified(trace, t) : "off";
  }

  /** @returns the frame around what is magnified */
  #draw(
    map: MagnifiedMap,
    { trace, look, dash, objective, t }: Subject,
    step: Magnified,
  ): SVGElement | undefined {
    const inset = insetIn(this.node.clientWidth);
    const been = Array.from({ length: t + 1 }, (_, k) => placeOf(trace, k));
    const [[x0, y0], [x1, y1]] = [map.at([0, 0]), map.at([1, 1])];
    const glass = glassOver(pointsOf(step, been[t - 1]!), inset, [x1 - x0, y1 - y0]);
    const { width, height } = inset;
    set(this.#glass, {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "aria-label": wordsOf(step, trace, t),
    });
    this.#typefaces ||= getComputedStyle(this.#glass).fontFamily;
    const parts = { objective, step, been, look, dash, typefaces: this.#typefaces };
    this.#glass.replaceChildren(...glassPicture(parts, glass, inset));
    return glass.zoom < 1 ? undefined : frameOn(map, glass, inset);
  }
}

const placeOf = (trace: Trace, k: number): Point => pointOf(trace.value("w", k) as Float64Array);

function isOn({ width, height }: Size, [x, y]: Pixels): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function isShort({ arrows }: Magnified, map: MagnifiedMap): boolean {
  return arrows.every(({ from, to }) => {
    const [[x0, y0], [x1, y1]] = [map.at(from), map.at(to)];
    return Math.hypot(x1 - x0, y1 - y0) <= LONG;
  });
}

function arrowsOn(map: MagnifiedMap, { arrows }: Magnified): SVGElement[] {
  return arrows.map((arrow) =>
    arrowMark(arrow, { from: map.at(arrow.from), to: map.at(arrow.to), width: ON_MAP }),
  );
}

function pointsOf({ arrows, rates }: Magnified, here: Point): Point[] {
  const corners: Point[] =
    rates === undefined ? [] : [-1, 1].map((side) => [here[0] + side * rates[0], here[1] + side * rates[1]]);
  return [...arrows.flatMap(({ from, to }) => [from, to]), ...corners];
}

function frameOn(map: MagnifiedMap, { middle: [x, y], scale }: Glass, { width, height }: Inset): SVGElement {
  const [left, top] = map.at([x - width / 2 / scale, y + height / 2 / scale]);
  const [right, bottom] = map.at([x + width / 2 / scale, y - height / 2 / scale]);
  return svg("rect", { class: "m-frame", x: left, y: top, width: right - left, height: bottom - top, rx: 5 });
}

function wordsOf({ arrows }: Magnified, { rule }: Trace, t: number): string {
  const told = arrows.flatMap(({ number, name, from, to }) =>
    number === undefined ? [] : [`${number} ${name}: ${pointInWords([to[0] - from[0], to[1] - from[1]])}`],
  );
  return `Step ${t} of ${rule.title}, magnified. ${told.join("; ")}.`;
}
