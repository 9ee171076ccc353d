import { type Magnified, stepInWords } from "../../figures/magnified.ts";
import type { Drawn } from "../drawn.ts";
import { html, write } from "../elements.ts";
import { followPointer } from "../moving.ts";
import { drawWorked } from "../worked.ts";
import { markTerms } from "./arrow-light.ts";
import { arrowSums } from "./arrow-sums.ts";
import { iconButton } from "./icons.ts";
import { dashOf } from "./look.ts";
import type { Magnifier, MagnifiedMap } from "./magnifier.ts";
import type { Model, Run } from "./model.ts";

/** A single step of the chosen rule: magnified, and in numbers. It is drawn with each picture, and goes while all moves. */
export class StepPanel {
  readonly node: HTMLElement;
  readonly #title = html("strong", { class: "step-name" });
  readonly #verdict = html("span", { class: "verdict" });
  /** On a phone alone, above what is magnified: so they are seen without scrolling. */
  readonly #sums = html("div", { class: "step-sums" });
  readonly #rows = html("div", { class: "step-rows" });
  #drawn: Drawn | undefined;
  #isWaiting = false;

  constructor(
    private readonly model: Model,
    private readonly magnifier: Magnifier,
    private readonly map: () => MagnifiedMap,
  ) {
    const back = iconButton("all rules", "close", () => this.#end(), "back");
    const head = html("div", { class: "step-head" }, this.#title, this.#verdict, magnifier.opener, back);
    head.addEventListener("pointerdown", (event) => this.#followDown(head, event));
    this.node = html(
      "div",
      {
        class: "step-numbers",
        role: "group",
        "aria-label": "the step in numbers",
        "aria-live": "off",
        hidden: true,
      },
      head,
      this.#sums,
      magnifier.node,
      this.#rows,
    );
    model.onChange(() => this.draw());
  }

  /** Draws it with the next picture. */
  draw(): void {
    if (this.#isWaiting || (this.node.hidden && !this.model.isSingle)) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#write();
    });
  }

  /** Back to the rules beside one another. */
  #end(): void {
    this.model.goTo(this.model.t, false);
  }

  /** A finger that pulls the sheet down closes it. */
  #followDown(head: HTMLElement, begin: PointerEvent): void {
    if (begin.pointerType !== "touch") return;
    let way = 0;
    followPointer(
      begin,
      head,
      ({ clientY }) => (way = clientY - begin.clientY),
      () => way > PULL && this.#end(),
    );
  }

  #write(): void {
    const { isSingle, chosen, t } = this.model;
    this.node.hidden = !isSingle;
    this.#drawn?.remove();
    this.#drawn = undefined;
    for (const part of [this.#sums, this.#rows]) part.replaceChildren();
    const step = this.#magnify(isSingle ? chosen : undefined);
    if (!isSingle) return;
    write(this.#title, `Step ${t}`);
    write(this.#verdict, (step && stepInWords(step, t)) ?? chosen?.runner.rule.title ?? "");
    if (chosen !== undefined && t > 0 && t <= chosen.trace.steps) {
      if (step !== undefined) this.#sums.append(arrowSums(step, variablesOf(this.model)));
      this.#drawn = drawWorked(this.#rows, chosen.trace.worked(t).specification);
      markTerms(this.#rows);
    } else this.#rows.append(whyNone(this.model));
  }

  #magnify(run: Run | undefined): Magnified | undefined {
    const { settings, t } = this.model;
    const subject = run && { ...run, dash: dashOf(run.look), objective: settings.objective, t };
    return this.magnifier.show(this.map(), subject);
  }
}

/** How far a finger pulls the sheet down until it closes, in pixels. */
const PULL = 40;

const variablesOf = ({ settings }: Model) => settings.objective.variables as readonly [string, string];

function whyNone({ chosen, t, settings, place, runs }: Model): string {
  if (runs.length === 0) return "No rule is on the map. Press one above.";
  if (chosen === undefined) return `${settings.runners[place]!.rule.title} is not on the map.`;
  if (t === 0) return "Go a step forward to see the first one in numbers.";
  const { steps, stop } = chosen.trace;
  const isCured = stop.reason === "diverged" && steps > 0;
  return isCured ? `Its last step is step ${steps}: go back to see it in numbers.` : stop.sentence;
}
