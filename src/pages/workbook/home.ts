/** The script of the map of the course: what is done in each lesson, and one's work. */
import { parseEvents } from "../../exercises/progress-event.ts";
import { statuses, underPresentIds } from "../../exercises/progress.ts";
import { forgotten } from "../../exercises/recall.ts";
import { bringToLife } from "../page/lesson.ts";
import { Drafts } from "./drafts.ts";
import type { CourseData } from "../../rendering/running/data.ts";
import { el } from "../../rendering/running/elements.ts";
import { lessonsDone } from "./lessons-done.ts";
import { keepForOffline } from "./offline.ts";
import { PageProgress } from "../../rendering/running/progress.ts";
import { WorkPanel } from "./work-dialog.ts";

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
  const all = underPresentIds(parseEvents(progress.lines()), formerNames);
  const { drafts: written } = await drafts.all().catch(() => ({ drafts: [] }));
  const lessons = new Set(written.map(({ lesson }) => lesson));
  for (const { lesson, isTouched, share, words, short } of lessonsDone(
    exercises,
    statuses(all),
    lessons,
    forgotten(all),
  )) {
    for (const place of document.querySelectorAll<HTMLElement>(`[data-done-of="${CSS.escape(lesson)}"]`)) {
      place.hidden = !isTouched;
      place.style.setProperty("--done", String(share));
      place.textContent = place.dataset["short"] === undefined ? words : short;
    }
  }
}
