import type { WorkCell } from "../../rendering/running/cell.ts";
import type { LessonData } from "../../rendering/running/data.ts";
import type { Draft, Drafts, Earlier, LessonCopy } from "./drafts.ts";
import { type Beside, besideDraft, besideEarlier, showBeside } from "./earlier.ts";
import { el } from "../../rendering/running/elements.ts";
import { type Late, noteLate, takeLate } from "./late.ts";

/** A text is kept so long (in milliseconds) after the last letter. */
const PAUSE = 400;

/** Keeps what is written in the cells of a page, and brings it back. */
export class Keeping {
  readonly #cells: ReadonlyMap<string, WorkCell>;
  readonly #changed = new Set<WorkCell>();
  #isRefused = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** `refused` is told when something could not be kept. */
  constructor(
    cells: readonly WorkCell[],
    private readonly lesson: LessonData,
    private readonly drafts: Drafts,
    private readonly tell: { say: (words: string) => void; refused: (reason: string) => void },
  ) {
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
    drafts.listen((changed) => {
      if (changed === lesson.lesson) void this.show();
    });
    document.addEventListener("visibilitychange", () => void this.keepNow());
    addEventListener("pagehide", () => noteLate([...this.#changed].map((cell) => this.#late(cell))));
    addEventListener("beforeunload", (event) => {
      if (this.#isRefused && this.#changed.size > 0) event.preventDefault();
    });
  }

  /** Brings back what was kept, here or in another tab; texts of before stand beside. */
  async show(): Promise<void> {
    try {
      await this.#keepLate();
      const { drafts, earlier } = await this.drafts.of(this.lesson.lesson);
      this.#showDrafts(drafts);
      this.#showBeside(drafts, earlier);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** What can't be kept is noted again. */
  async #keepLate(): Promise<void> {
    const late = takeLate();
    try {
      for (; late.length > 0; late.shift()) {
        const { draft, seen } = late[0]!;
        const isOfThis = draft.lesson === this.lesson.lesson;
        await this.drafts.save(draft, seen, isOfThis ? this.#copy : undefined);
      }
    } catch (error) {
      noteLate(late);
      throw error;
    }
  }

  /** The student has changed a cell. */
  changed(cell: WorkCell): void {
    this.#changed.add(cell);
    this.tell.say("");
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.keepNow(), PAUSE);
  }

  async keepNow(): Promise<void> {
    clearTimeout(this.#pause);
    for (const cell of [...this.#changed]) await this.#during(() => this.#keep(cell));
  }

  /** The cells are as the lesson has them again; what was in them stands beside. */
  async reset(cells: Iterable<WorkCell> = this.#cells.values()): Promise<void> {
    await this.keepNow();
    for (const cell of cells) {
      if (cell.text === cell.original) continue;
      await this.#during(() => this.drafts.reset(this.#keyOf(cell)));
    }
    await this.show();
  }

  async #keep(cell: WorkCell): Promise<void> {
    const { draft, seen } = this.#late(cell);
    await this.drafts.save(draft, seen, this.#copy);
    cell.kept = draft.text === cell.original ? undefined : draft.text;
    if (cell.text !== draft.text) return;
    this.#changed.delete(cell);
    if (this.#changed.size === 0) this.tell.say("Kept in this browser");
    // Where a page is not served safely, browsers have no such thing.
    void (navigator as Partial<Navigator>).storage?.persist();
  }

  /** What cannot be kept stays in the page, and is tried again with the next change. */
  async #during(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.tell.say("Not kept");
      this.#refuse(error);
    }
  }

  get #copy(): LessonCopy {
    const { lesson, title, notebook } = this.lesson;
    return { lesson, title, notebook };
  }

  #refuse(error: unknown): void {
    this.#isRefused = true;
    this.tell.refused((error as Error).message);
  }

  #late(cell: WorkCell): Late {
    const { text, kept } = cell;
    const draft = { ...this.#keyOf(cell), text, time: new Date().toISOString() };
    return { draft, ...(kept !== undefined && { seen: kept }) };
  }

  #showDrafts(drafts: readonly Draft[]): void {
    for (const cell of this.#cells.values()) {
      const draft = drafts.find(({ cell: id, original }) => id === cell.id && original === cell.original);
      // What the student is just writing is not taken out of their hands.
      const isUntouched = cell.text === (cell.kept ?? cell.original) && !this.#changed.has(cell);
      if (!isUntouched) continue;
      cell.kept = draft?.text;
      cell.text = draft?.text ?? cell.original;
    }
  }

  #showBeside(drafts: readonly Draft[], earlier: readonly Earlier[]): void {
    for (const shown of document.querySelectorAll(".work-besides")) shown.remove();
    const again = (work: Promise<void>): void => void work.then(() => this.show());
    const besides = [
      ...drafts
        .filter(({ cell, original }) => this.#cells.get(cell)?.original !== original)
        .map((draft) => besideDraft(draft, () => again(this.drafts.discardDraft(draft)))),
      ...earlier.map((one) => besideEarlier(one, () => again(this.drafts.discard(one)))),
    ];
    const groups = new Map<WorkCell | undefined, HTMLElement>();
    for (const beside of besides) {
      const cell = this.#cells.get(beside.cell);
      const group = groups.get(cell) ?? placeFor(cell);
      groups.set(cell, group);
      group.append(showBeside(beside, cell && (() => void this.#putBack(cell, beside))));
    }
  }

  async #putBack(cell: WorkCell, { text, discard }: Beside): Promise<void> {
    await this.reset([cell]);
    cell.text = text;
    this.changed(cell);
    await this.keepNow();
    discard();
  }

  #keyOf({ id, original }: WorkCell): Pick<Draft, "lesson" | "cell" | "original"> {
    return { lesson: this.lesson.lesson, cell: id, original };
  }
}

/** Where earlier texts stand: below the code of their cell, or at the end of the lesson. */
function placeFor(cell: WorkCell | undefined): HTMLElement {
  const place = el("div", { class: "work-besides" });
  if (cell === undefined) document.querySelector("main")!.append(place);
  else cell.section.querySelector(".work-row")!.after(place);
  return place;
}
