import { formatNumber } from "../../math/tex.ts";
import { pointNumeral } from "../../math/numerals.ts";
import { html, set, svg, write } from "../elements.ts";
import { arrowStep, followPointer } from "../moving.ts";
import type { Box, Pixels } from "./strokes.ts";

/** What the handle stands on: where points lie, and what takes a new start. */
export interface HandleGround {
  readonly box: Box;
  /** By how much the page shows it larger than it is. */
  readonly scale: () => number;
  readonly views: readonly (readonly [number, number])[];
  /** Where a point of the surface lies. */
  readonly at: (point: readonly [number, number]) => Pixels;
  /** Where paths go in their first steps. */
  readonly first: () => readonly Pixels[];
  /** Takes the point at a place as the start. */
  readonly moveTo: (place: Pixels) => void;
  /** Says that dragging begins or ends. */
  readonly drag: (isDragged: boolean) => void;
}

/** How far an arrow key moves it, and with Shift, in pixels. */
const STRIDE = { usual: 4, far: 20 };

/** How wide the words at the start are, in pixels. */
const WORDS = 150;

/** How far above the finger the numbers stand, and how near the edge they may, in pixels. */
const PILL = { above: 74, margin: 56 };

/**
 * The start, to be dragged by mouse and finger and moved by arrow keys. It is an element of the page and no part of the
 * picture: inside an SVG browsers do not ask whether a touch scrolls the page.
 */
export class StartHandle {
  readonly node = html(
    "div",
    { class: "start", tabindex: 0, role: "slider", "aria-label": "start point; arrow keys move it" },
    ring(),
  );
  readonly label = html("div", { class: "start-label", "aria-hidden": "true" });
  readonly pill = html("div", { class: "start-pill", hidden: true, "aria-hidden": "true" });
  #place: Pixels = [0, 0];
  #words = "";

  constructor(private readonly ground: () => HandleGround) {
    this.node.addEventListener("pointerdown", (event) => this.#take(event));
    this.node.addEventListener("keydown", (event) => this.#key(event));
  }

  show(start: readonly [number, number]): void {
    const { at, views } = this.ground();
    const [x, y] = (this.#place = at(start));
    this.node.style.transform = `translate(${x}px, ${y}px)`;
    set(this.node, {
      "aria-valuemin": views[0]![0],
      "aria-valuemax": views[0]![1],
      "aria-valuenow": start[0],
      "aria-valuetext": start.map(formatNumber).join(", "),
    });
    const words = pointNumeral(start);
    if (!this.node.classList.contains("held")) this.#showLabel(`start ${words}`);
    this.#words = words;
    this.#showPill();
  }

  #showLabel(words: string): void {
    const [x, y] = this.#place;
    this.label.textContent = words;
    const { box, first } = this.ground();
    const isCrossed = first().some(
      ([left, top]) => left > x && left < x + WORDS && Math.abs(y - 22 - top) < 14,
    );
    this.label.classList.toggle("left", x > box.right - WORDS || (isCrossed && x > WORDS));
    this.label.style.transform = `translate(${x}px, ${Math.max(y, 22)}px)`;
  }

  #showPill(): void {
    if (this.pill.hidden) return;
    const { box } = this.ground();
    const [x, y] = this.#place;
    write(this.pill, this.#words);
    const left = Math.min(box.right - PILL.margin, Math.max(PILL.margin, x));
    const top = y - PILL.above < 0 ? y + PILL.above : y - PILL.above;
    this.pill.style.transform = `translate(${left}px, ${top}px)`;
  }

  #take(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.node.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.node.focus({ preventScroll: true });
    const scale = this.ground().scale();
    const [left, top] = [this.#place[0] - event.clientX / scale, this.#place[1] - event.clientY / scale];
    this.pill.hidden = event.pointerType === "mouse";
    this.#showPill();
    this.node.classList.add("held");
    this.ground().drag(true);
    followPointer(
      event,
      this.node,
      ({ clientX, clientY }) => this.#move(clientX / scale + left, clientY / scale + top),
      () => this.#release(),
    );
  }

  #release(): void {
    this.pill.hidden = true;
    this.node.classList.remove("held");
    this.ground().drag(false);
  }

  #key(event: KeyboardEvent): void {
    const step = arrowStep(event, STRIDE);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(this.#place[0] + step[0], this.#place[1] + step[1]);
  }

  #move(x: number, y: number): void {
    const { box, moveTo } = this.ground();
    const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
    moveTo([within(x, box.left, box.right), within(y, box.top, box.bottom)]);
  }
}

/** A ring with a chevron on each side: it can go all ways. */
function ring(): SVGElement {
  const d = "M-4 -16L0 -20L4 -16M16 -4L20 0L16 4M4 16L0 20L-4 16M-16 4L-20 0L-16 -4";
  return svg(
    "svg",
    { viewBox: "-30 -30 60 60", "aria-hidden": "true" },
    svg("circle", { class: "casing", r: 11 }),
    svg("circle", { class: "ring", r: 11 }),
    svg("path", { class: "casing", d }),
    svg("path", { class: "chevron", d }),
  );
}
