import type { Drawn } from "../drawn.ts";
import { drawWorked } from "../worked.ts";
import { html } from "../elements.ts";
import type { Model } from "./model.ts";

/** The chosen rule's step in numbers, drawn with each picture; while the start is dragged it waits until that rests. */
export class StepPanel {
  readonly node = html("div", {
    class: "step-numbers",
    role: "group",
    "aria-label": "the step in numbers",
    "aria-live": "off",
  });
  #drawn: Drawn | undefined;
  #isWaiting = false;

  constructor(private readonly model: Model) {
    this.#write();
    model.onChange(() => this.#soon());
  }

  #soon(): void {
    if (this.#isWaiting || this.model.isDragged) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#write();
    });
  }

  #write(): void {
    const { t, chosen } = this.model;
    this.#drawn?.remove();
    this.node.replaceChildren();
    this.#drawn = undefined;
    if (chosen === undefined) return;
    const { trace } = chosen;
    if (t > 0 && t <= trace.steps) this.#drawn = drawWorked(this.node, trace.worked(t).specification);
    else
      this.node.append(
        t === 0
          ? "Step 0 is the start. Go a step forward to see the first step in numbers."
          : trace.stop.sentence,
      );
  }
}
