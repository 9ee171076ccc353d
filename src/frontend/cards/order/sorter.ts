import { button, element } from "../dom.ts";
import { followPointer } from "../../moving.ts";
import { addSorterStyle } from "./style.ts";

/** A line that is moved. */
interface Line {
  readonly name: string;
  readonly text: string;
}

const HOW = "Drag a line by its dots, or press it and move it with its arrows";
const BY_KEYS = " or the arrow keys";
const LEFT_OUT = "Left out";
const TO_LEAVE_OUT = ": drag here what does not belong";

/** How far a pointer goes before it drags, in pixels. */
const STIR = 4;

/** Lines that are put in order, and below them those that are left out: by mouse, by finger, by keys. */
export class Sorter {
  readonly node: HTMLElement;
  readonly #list = element("ol", { class: "fall-line-sort" });
  readonly #border = element(
    "li",
    { class: "fall-line-left-out" },
    LEFT_OUT,
    element("span", { class: "fall-line-how" }, TO_LEAVE_OUT),
  );
  readonly #said = element("span", { class: "fall-line-unseen", "aria-live": "polite" });
  /** The line that arrow keys move, and where it stood when it was taken. */
  #held: HTMLElement | undefined;
  #before: readonly string[] = [];

  constructor(lines: readonly Line[], label: string) {
    addSorterStyle();
    this.#list.setAttribute("aria-label", label);
    this.#list.append(...lines.map((line) => this.#row(line)), this.#border);
    const how = element(
      "p",
      { class: "fall-line-how" },
      HOW,
      element("span", { class: "fall-line-keys" }, BY_KEYS),
      ".",
    );
    this.node = element("div", {}, how, this.#list, this.#said);
  }

  /** The names of the lines in their order, without those that are left out. */
  get order(): string[] {
    const rows = Array.from(this.#list.children);
    return rows.slice(0, rows.indexOf(this.#border)).map(nameOf);
  }

  /** Puts these lines in this order, and leaves out the others. */
  put(order: readonly string[]): void {
    const rows = new Map(this.#rows().map((row) => [nameOf(row), row]));
    const put = order.flatMap((name) => rows.get(name) ?? []);
    const others = [...rows.values()].filter((row) => !put.includes(row));
    this.#list.replaceChildren(...put, this.#border, ...others);
  }

  /** Nothing is moved any more. */
  close(): void {
    this.#hold(undefined);
    this.node.classList.add("fall-line-sorted");
    for (const one of this.#list.querySelectorAll("button")) one.disabled = true;
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>("[data-line]")];
  }

  #row({ name, text }: Line): HTMLElement {
    const words = button(text, "fall-line-words", () => this.#hold(this.#held === row ? undefined : row));
    words.setAttribute("aria-pressed", "false");
    const grip = element("span", { class: "fall-line-grip", "aria-hidden": "true" }, "⠿");
    const arrows = (["up", "down"] as const).map((way) => {
      const arrow = button(way === "up" ? "↑" : "↓", "fall-line-arrow", () => this.#step(row, way));
      arrow.setAttribute("aria-label", `move ${way}`);
      return arrow;
    });
    const row = element("li", { "data-line": name }, grip, words, ...arrows);
    words.addEventListener("keydown", (event) => this.#key(event, row));
    row.addEventListener("pointerdown", (event) => {
      const isByFinger = event.pointerType !== "mouse";
      if (event.button === 0 && !words.disabled && (!isByFinger || event.target === grip))
        this.#drag(event, row);
    });
    return row;
  }

  #hold(row: HTMLElement | undefined): void {
    this.#held = row;
    this.#before = this.order;
    for (const one of this.#rows()) {
      one.classList.toggle("fall-line-held", one === row);
      one.querySelector(".fall-line-words")!.setAttribute("aria-pressed", String(one === row));
    }
  }

  #key(event: KeyboardEvent, row: HTMLElement): void {
    const way = ({ ArrowUp: "up", ArrowDown: "down" } as const)[event.key];
    if (event.key === "Escape" && this.#held === row) {
      this.put(this.#before);
      this.#hold(undefined);
      row.querySelector("button")!.focus();
    } else if (way !== undefined && this.#held === row) this.#step(row, way);
    else if (way !== undefined) this.#beside(row, way)?.querySelector("button")!.focus();
    else return;
    event.preventDefault();
  }

  /** The line above or below. */
  #beside(row: HTMLElement, way: "up" | "down"): HTMLElement | undefined {
    const rows = this.#rows();
    return rows[rows.indexOf(row) + (way === "up" ? -1 : 1)];
  }

  /** Moves a line by one place; its neighbour goes round it, so that it keeps the focus and the pointer. */
  #step(row: HTMLElement, way: "up" | "down"): void {
    const neighbour = way === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (neighbour === null) return;
    if (way === "up") row.after(neighbour);
    else row.before(neighbour);
    const { order } = this;
    const place = order.indexOf(nameOf(row));
    this.#said.textContent = place < 0 ? "left out" : `place ${place + 1} of ${order.length}`;
  }

  /** The pointer may leave the line before it has gone far enough to drag it. */
  #drag(event: PointerEvent, row: HTMLElement): void {
    const { clientY: from, pointerId } = event;
    const stir = ({ clientY }: PointerEvent): void => {
      if (!row.hasPointerCapture(pointerId)) {
        if (Math.abs(clientY - from) < STIR) return;
        row.setPointerCapture(pointerId);
        row.classList.add("fall-line-dragged");
      }
      this.#follow(row, clientY);
    };
    followPointer(event, document, stir, () => row.classList.remove("fall-line-dragged"));
  }

  /** Moves a line to where the pointer is. */
  #follow(row: HTMLElement, y: number): void {
    const middle = (one: Element): number => {
      const { top, bottom } = one.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    while (row.previousElementSibling !== null && y < middle(row.previousElementSibling))
      this.#step(row, "up");
    while (row.nextElementSibling !== null && y > middle(row.nextElementSibling)) this.#step(row, "down");
  }
}

function nameOf(row: Element): string {
  return (row as HTMLElement).dataset["line"]!;
}
