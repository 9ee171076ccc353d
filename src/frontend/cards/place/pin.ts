import { numeral } from "../../../math/numerals.ts";
import { html, set, svg } from "../../elements.ts";
import type { Pixels } from "../../explorer/strokes.ts";
import { arrowStep, followPointer } from "../../moving.ts";

/** How far an arrow key moves it, and with Shift, in pixels. */
const STRIDE = { usual: 3, far: 30 };

/** The pin of a guess: dragged by mouse and finger, moved by arrow keys. */
export class Pin {
  readonly node = html(
    "div",
    { class: "pin", tabindex: 0, role: "slider", "aria-label": "your guess; arrow keys move it" },
    svg(
      "svg",
      { viewBox: "-22 -40 44 44", "aria-hidden": "true" },
      svg("path", { class: "drop", d: "M0 0C-4 -9 -13 -14 -13 -24A13 13 0 0 1 13 -24C13 -14 4 -9 0 0Z" }),
      svg("circle", { class: "hole", cy: -24, r: 5 }),
    ),
  );
  #place: Pixels = [0, 0];

  /** @param scale by how much the page shows the map larger than it is */
  constructor(
    views: readonly (readonly [number, number])[],
    private readonly scale: () => number,
    private readonly moved: (place: Pixels) => void,
  ) {
    set(this.node, { "aria-valuemin": views[0]![0], "aria-valuemax": views[0]![1] });
    this.node.addEventListener("keydown", (event) => this.#key(event));
    this.node.addEventListener("pointerdown", (event) => this.#take(event));
  }

  /** Shows it at a place, or nowhere. @param isSet whether it is moved no more */
  show(place: Pixels | undefined, spot: readonly number[] | undefined, isSet: boolean): void {
    this.node.classList.toggle("nowhere", place === undefined);
    this.node.classList.toggle("set", isSet);
    if (isSet) this.node.blur();
    set(this.node, { tabindex: isSet ? -1 : 0, "aria-disabled": String(isSet) });
    if (place === undefined || spot === undefined) {
      set(this.node, { "aria-valuenow": Number(this.node.ariaValueMin), "aria-valuetext": "nowhere yet" });
      return;
    }
    this.#place = place;
    this.node.style.transform = `translate(${place[0]}px, ${place[1]}px)`;
    set(this.node, { "aria-valuenow": spot[0]!, "aria-valuetext": spot.map((x) => numeral(x)).join(", ") });
  }

  #take(event: PointerEvent): void {
    if (event.button !== 0 || this.node.classList.contains("set")) return;
    this.node.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.node.focus({ preventScroll: true });
    const [x, y] = this.#place;
    const { clientX, clientY } = event;
    const scale = this.scale();
    followPointer(event, this.node, (now) =>
      this.moved([x + (now.clientX - clientX) / scale, y + (now.clientY - clientY) / scale]),
    );
  }

  #key(event: KeyboardEvent): void {
    const step = arrowStep(event, STRIDE);
    if (step === undefined || this.node.classList.contains("set")) return;
    event.preventDefault();
    if (this.node.classList.contains("nowhere")) {
      const { clientWidth, clientHeight } = this.node.parentElement!;
      this.#place = [clientWidth / 2, clientHeight / 2];
    }
    this.moved([this.#place[0] + step[0], this.#place[1] + step[1]]);
  }
}
