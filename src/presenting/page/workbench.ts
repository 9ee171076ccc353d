/** The script by which a deck's code is changed and run: the cells, the editor and the kernel of pages. */
import { isCard } from "../../frontend/cards/read.ts";
import { Bar } from "../../rendering/running/bar.ts";
import { type Bundle, type Life, showBundle } from "../../rendering/running/bundle.ts";
import { type CellListeners, WorkCell } from "../../rendering/running/cell.ts";
import { el } from "../../rendering/running/elements.ts";
import { Runner } from "../../rendering/running/runner.ts";
import { DATA_ID, type DeckData } from "./deck-data.ts";
import { type Surroundings, WORKBENCH, type Workbench } from "./workbench-api.ts";

/** What is tried before a class is nobody's progress. */
const NOT_KEPT = {
  ofKernel: { read: () => Promise.resolve([]), append: () => Promise.resolve() },
  listen: () => undefined,
};

function makeWorkbench({ life, foot, show, changed }: Surroundings): Workbench {
  const { cells: known, ...about } = JSON.parse(document.getElementById(DATA_ID)!.textContent) as DeckData;
  /** The cell that was run last. */
  let current: WorkCell | undefined;
  const run = (cell: WorkCell): void => {
    current = cell;
    runner.run(cell);
  };
  const listeners: CellListeners = {
    changed: () => void runner.prepare(),
    run,
    reset: (cell) => (cell.text = cell.original),
    complete: (cell, ...asked) => runner.complete(cell, ...asked),
    inspect: (cell, ...asked) => runner.inspect(cell, ...asked),
  };
  const cells = known.map(({ id, title, source }) => {
    const about = { title, original: source };
    return new WorkCell(sectionOf(id) ?? newSection(id, source), about, revealing(life), listeners);
  });
  const bar = new Bar(
    {
      stop: () => runner.stop(),
      restart: () => void runner.restart(),
      show({ section }) {
        // A cell without a slide is shown above the one that stands on it.
        if (!section.isConnected) current?.section.before(section);
        show(section);
      },
    },
    { parent: foot },
  );
  const runner = new Runner(cells, NOT_KEPT, about, (stage) => {
    bar.tell(stage);
    if (stage.kind === "ready" || stage.kind === "told") changed();
  });
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return {
    edit: (id) => void byId.get(id)!.edit(),
    run: (id) => run(byId.get(id)!),
  };
}

function sectionOf(id: string): HTMLElement | null {
  return document.querySelector(`.slides .code-layer [data-cell="${CSS.escape(id)}"]`);
}

function newSection(id: string, source: string): HTMLElement {
  const code = el("pre", { class: "code" }, el("code", {}, source));
  return el("div", { class: "cell code", "data-cell": id }, code);
}

/** The slide asks what a card asks; whoever runs its code wants to see what it reveals. */
function revealing(life: Life): Life {
  return {
    place(format, data) {
      const revealed = isCard(data) ? (data as { readonly reveal?: readonly Bundle[] }).reveal : undefined;
      if (revealed === undefined) return life.place(format, data);
      return el("div", {}, ...revealed.map((bundle) => showBundle(bundle, life)));
    },
    end: life.end,
  };
}

Object.assign(globalThis, { [WORKBENCH]: makeWorkbench });
