import type { Drafts } from "./drafts.ts";
import { el, moment, press } from "../../rendering/running/elements.ts";
import type { PageProgress } from "../../rendering/running/progress.ts";
import { downloadWork, restoreWork } from "./work-file.ts";

/** What a page does before the work is downloaded, and after some was restored; `reset`: of the lesson, where there is one. */
export interface WorkOfPage {
  readonly before?: () => Promise<void>;
  readonly changed: () => unknown;
  readonly reset?: () => Promise<void>;
}

/** Download, restore and reset: what one does with all of one's work. */
export class WorkPanel {
  readonly node: HTMLElement;
  readonly #said = el("div", { role: "status", "aria-live": "polite" });
  readonly #date = el("p", { class: "work-date" });

  constructor(
    private readonly drafts: Drafts,
    private readonly progress: PageProgress,
    private readonly page: WorkOfPage,
  ) {
    const file = el("input", {
      type: "file",
      accept: ".zip,application/zip",
      "aria-label": "A file of work to restore",
      hidden: "",
    });
    file.addEventListener("change", () => void this.#restore(file));
    const { reset } = page;
    this.node = el(
      "div",
      { class: "work-panel" },
      el(
        "p",
        {},
        "What you write and answer is kept in this browser, on this device. Clearing the browser's data deletes it: a download is yours.",
      ),
      this.#date,
      el(
        "div",
        { class: "work-row" },
        press("Download my work", () => void this.#during(() => this.#download())),
        press("Restore", () => file.click()),
        ...(reset === undefined
          ? []
          : [press("Reset this lesson", () => void this.#during(() => this.#reset(reset)))]),
        file,
      ),
      this.#said,
    );
    void this.show();
  }

  /** Says when the work was last downloaded. */
  async show(): Promise<void> {
    const time = await this.drafts.downloaded().catch(() => undefined);
    this.#date.textContent = `Last download: ${time === undefined ? "never" : moment(time)}`;
  }

  async #download(): Promise<string[]> {
    await this.page.before?.();
    await downloadWork(this.drafts, this.progress);
    await this.show();
    return ["Downloaded: your notebooks, which open in Jupyter, and your answers, in one zip file."];
  }

  async #reset(reset: () => Promise<void>): Promise<string[]> {
    await reset();
    return [
      "All cells are as the lesson has them. What you had written stands below each, to be put back or thrown away.",
    ];
  }

  async #restore(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    field.value = "";
    if (file === undefined) return;
    await this.#during(async () => {
      await this.page.before?.();
      const said = await restoreWork(file, this.drafts, this.progress);
      await this.page.changed();
      return said;
    }, `${file.name}: `);
  }

  async #during(work: () => Promise<string[]>, what = ""): Promise<void> {
    this.#said.replaceChildren();
    const sentences = await work().catch((error: unknown) => [`${what}${(error as Error).message}`]);
    this.#said.replaceChildren(...sentences.map((sentence) => el("p", {}, sentence)));
  }
}

/** The same, as a dialog of a lesson. */
export class WorkDialog {
  readonly #dialog = el("dialog", { class: "work-dialog", "aria-label": "My work" });
  readonly #panel: WorkPanel;

  constructor(...of: ConstructorParameters<typeof WorkPanel>) {
    this.#panel = new WorkPanel(...of);
    const close = press("Close", () => this.#dialog.close());
    this.#dialog.append(el("h2", {}, "My work"), this.#panel.node, el("div", { class: "work-row" }, close));
    document.body.append(this.#dialog);
  }

  async open(): Promise<void> {
    await this.#panel.show();
    this.#dialog.showModal();
  }
}
