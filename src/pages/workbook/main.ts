/** The script of a lesson that can be worked in: cells are changed and run, and what was written is kept. */
import { listenToEvents } from "../../exercises/room/joined.ts";
import { askStored } from "../../frontend/cards/stored-questions.ts";
import { bringToLife } from "../page/lesson.ts";
import { pageLife } from "../page/live.ts";
import { installApplication } from "./application.ts";
import { Bar } from "../../rendering/running/bar.ts";
import { takeBroken } from "../../rendering/running/broken.ts";
import { type CellListeners, WorkCell } from "../../rendering/running/cell.ts";
import { codeOf, readLessonData } from "../../rendering/running/data.ts";
import { Drafts } from "./drafts.ts";
import { press } from "../../rendering/running/elements.ts";
import { Keeping } from "./keeping.ts";
import { isInPage } from "../../rendering/page/parts.ts";
import { keepForOffline } from "./offline.ts";
import { PageProgress } from "../../rendering/running/progress.ts";
import { Runner } from "../../rendering/running/runner.ts";
import { WorkDialog } from "./work-dialog.ts";

const lesson = readLessonData();
const drafts = new Drafts();
const runAbove = (): void => {
  if (current !== undefined) runner.runAll(current);
};
const bar = new Bar(
  {
    stop: () => runner.stop(),
    restart: () => void runner.restart(),
    show: ({ section }) => section.scrollIntoView({ block: "center" }),
  },
  {
    before: [
      press("Run above", runAbove, { title: "Run all cells above the one you are in" }),
      press("Run all", () => runner.runAll()),
    ],
    after: [press("My work", () => void dialog.open(), { title: "Download, restore, reset" })],
  },
);
const refused = (reason: string): void =>
  bar.warn(
    `This browser does not keep your work: ${reason}. What you write here is lost when the page is closed, so download it before (My work).`,
  );
const progress = new PageProgress(refused);

/** The cell that the student was in last. */
let current: WorkCell | undefined;

const listeners: CellListeners = {
  changed(cell) {
    keeping.changed(cell);
    void runner.prepare();
  },
  run(cell, goOn) {
    void keeping.keepNow();
    runner.run(cell);
    if (goOn) cells[cells.indexOf(cell) + 1]?.focus();
  },
  reset: (cell) => void keeping.reset([cell]),
  complete: (cell, ...asked) => runner.complete(cell, ...asked),
  inspect: (cell, ...asked) => runner.inspect(cell, ...asked),
};

const code = codeOf(lesson.notebook);
const titles = new Map(lesson.notebook.cells.map(({ id, metadata }) => [id, metadata.title]));
const cells = [...document.querySelectorAll<HTMLElement>("section[data-cell]")].map((section, i) => {
  const id = section.dataset["cell"]!;
  const cell = new WorkCell(
    section,
    { title: titles.get(id) ?? `cell ${i + 1}`, original: code.get(id)! },
    pageLife,
    listeners,
  );
  section.addEventListener("focusin", () => (current = cell));
  return cell;
});
const runner = new Runner(cells, progress, lesson, (stage) => bar.tell(stage));
const keeping = new Keeping(cells, lesson, drafts, { say: (words) => bar.tellKept(words), refused });
const dialog = new WorkDialog(drafts, progress, {
  before: () => keeping.keepNow(),
  changed: () => keeping.show(),
  reset: () => keeping.reset(),
});

bringToLife();
installApplication(progress, lesson.formerNames);
// Cards are kept by the page, and a room is joined in the kernel.
listenToEvents(runner.tellRoom);
askStored(document.documentElement);
void keeping.show();
const broken = takeBroken();
if (broken !== undefined)
  bar.tell({
    kind: "told",
    sentence:
      "The page broke down while a cell ran; it may have wanted more memory than there is. What you wrote and answered is kept.",
    at: cells.find(({ id }) => id === broken),
  });
// A page that is one file has no service worker beside it.
if (!isInPage("kernel")) keepForOffline();
