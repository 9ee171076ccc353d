/** The script of the map of the course: what is done in each lesson, and one's work. */
import { counted } from "../../counted.ts";
import { isDone } from "../../exercises/overview.ts";
import { parseEvents } from "../../exercises/progress-event.ts";
import { fresh, type FormerNames, standings, underPresentIds } from "../../exercises/progress.ts";
import { bringToLife } from "../page/lesson.ts";
import { Drafts } from "./drafts.ts";
import { el } from "./elements.ts";
import { keepForOffline } from "./offline.ts";
import { PageProgress } from "./progress.ts";
import { WorkPanel } from "./work-dialog.ts";

/** What the page holds of the course, as JSON in the element with this id. */
export interface CourseData {
  /** The ids of the exercises of each lesson. */
  readonly exercises: Readonly<Record<string, readonly string[]>>;
  readonly formerNames: FormerNames;
}

const { exercises, formerNames } = JSON.parse(
  document.getElementById("fall-line-course")!.textContent,
) as CourseData;
const drafts = new Drafts();
const warnings = el("div", { class: "work-warnings", role: "alert" });
const progress = new PageProgress((reason) =>
  warnings.replaceChildren(el("p", {}, `This browser does not keep your work: ${reason}.`)),
);
const panel = new WorkPanel(drafts, progress, { changed: showDone });
document.getElementById("work")!.append(warnings, panel.node);
progress.listen(() => void showDone());
addEventListener("pageshow", () => void panel.show());
bringToLife();
void showDone();
keepForOffline();

/** Writes on the map and in the list how much of each lesson is done. */
async function showDone(): Promise<void> {
  await progress.ready;
  const found = standings(underPresentIds(parseEvents(progress.lines()), formerNames));
  const { drafts: written } = await drafts.all().catch(() => ({ drafts: [] }));
  for (const [lesson, ids] of Object.entries(exercises)) {
    const done = ids.filter((id) => isDone(found.get(id) ?? fresh(id))).length;
    const touched =
      done > 0 || ids.some((id) => found.has(id)) || written.some((draft) => draft.lesson === lesson);
    for (const place of document.querySelectorAll<HTMLElement>(`[data-done-of="${CSS.escape(lesson)}"]`)) {
      place.hidden = !touched || ids.length === 0;
      place.style.setProperty("--done", String(done / Math.max(1, ids.length)));
      place.textContent =
        place.dataset["short"] === undefined
          ? `${done} of ${counted(ids.length, "exercise")} done`
          : `${done} of ${ids.length}`;
    }
  }
}
