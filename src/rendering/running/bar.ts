import type { WorkCell } from "./cell.ts";
import type { Stage } from "./runner.ts";
import { el, press } from "./elements.ts";

/** What the bar lets one do. */
export interface BarActions {
  readonly stop: () => void;
  readonly restart: () => void;
  /** Brings a cell into sight. */
  readonly show: (cell: WorkCell) => void;
}

/** Where the bar stands, and its buttons before and after those for the kernel. */
export interface BarPlace {
  readonly before?: readonly HTMLElement[];
  readonly after?: readonly HTMLElement[];
  readonly parent?: HTMLElement;
}

/** The quiet bar at the foot of a lesson: what the kernel does, and what concerns more than one cell. */
export class Bar {
  readonly #said = el("span", { class: "work-said", role: "status", "aria-live": "polite" });
  readonly #section = el("section", { class: "work-bar", "aria-label": "Running cells" });
  readonly #meter = el("progress", { max: "1", "aria-label": "Loading the kernel" });
  readonly #kept = el("span", { class: "work-kept" });
  readonly #stop: HTMLButtonElement;
  readonly #restart: HTMLButtonElement;
  readonly #show: BarActions["show"];
  readonly #warnings = el("div", { class: "work-warnings", role: "alert" });

  constructor(actions: BarActions, { before = [], after = [], parent = document.body }: BarPlace = {}) {
    this.#show = actions.show;
    this.#stop = press("Stop", actions.stop, { title: "Stop the cell that runs; variables are kept" });
    this.#restart = press("Restart", actions.restart, {
      title: "Begin anew: all variables are gone, your texts stay",
    });
    const buttons = el("div", { class: "work-buttons" }, ...before, this.#stop, this.#restart, ...after);
    this.#meter.hidden = true;
    this.#section.append(
      this.#warnings,
      el("div", { class: "work-line" }, this.#meter, this.#said, this.#kept, buttons),
    );
    parent.append(this.#section);
    this.tell({ kind: "none" });
  }

  tell(stage: Stage): void {
    this.#section.toggleAttribute("data-idle", stage.kind === "none" || stage.kind === "ready");
    this.#meter.hidden = stage.kind !== "loading" && stage.kind !== "starting";
    if (stage.kind === "loading") this.#meter.value = stage.share;
    if (stage.kind === "starting") this.#meter.removeAttribute("value");
    this.#stop.disabled = stage.kind !== "running";
    this.#restart.disabled = stage.kind === "none" || stage.kind === "loading" || stage.kind === "starting";
    this.#said.replaceChildren(WORDS[stage.kind](stage as never));
    if (stage.kind === "told" && stage.at !== undefined) {
      const { at } = stage;
      this.#said.append(
        " ",
        press("Show it", () => this.#show(at), { class: "work-link" }),
      );
    }
  }

  /** Says how it stands with what was written. */
  tellKept(words: string): void {
    this.#kept.textContent = words;
  }

  /** Something that the student must know, and that stays in sight. */
  warn(sentence: string): void {
    if ([...this.#warnings.children].some(({ textContent }) => textContent === sentence)) return;
    this.#warnings.append(el("p", {}, sentence));
  }
}

const WORDS: { readonly [K in Stage["kind"]]: (stage: Extract<Stage, { kind: K }>) => string } = {
  none: () => "",
  loading: ({ share }) => `Getting the kernel: ${Math.round(100 * share)} %`,
  starting: () => "Starting the compiler",
  running: ({ first }) => (first === 0 ? "Running" : `Running; ${first} to go`),
  ready: () => "Ready",
  told: ({ sentence }) => sentence,
};
