/** From lessons to the texts of their notebooks. */
import type { MimeBundle } from "../display.ts";
import { Card } from "../exercises/card.ts";
import { isCardExercise } from "../exercises/exercise.ts";
import { formulaLookup } from "../notebook/formula-lookup.ts";
import type { Lesson } from "../notebook/lesson.ts";
import { buildNotebook, formatNotebook, type NotebookParts } from "../notebook/notebook.ts";
import { runOpening } from "../notebook/run-program.ts";
import type { CourseLibrary } from "./load.ts";
import type { LessonPlace } from "./folder.ts";
import { readLesson } from "./lesson.ts";
import { withoutLeftOut } from "./recalls.ts";

/** The text of a lesson's notebook. */
export async function renderLesson(
  whole: Lesson,
  library: CourseLibrary,
  solutions: NotebookParts["solutions"] = "strip",
): Promise<string> {
  const lesson = withoutLeftOut(whole, library);
  const formula = formulaLookup({ ...library });
  const card = (id: string): MimeBundle | undefined => {
    const exercise = library.lessonExercises.all.get(id);
    return exercise !== undefined && isCardExercise(exercise) ? new Card(id, exercise).bundle() : undefined;
  };
  const opening = await runOpening(lesson, library);
  return formatNotebook(buildNotebook(lesson, { formula, card, opening, solutions }));
}

/**
 * Lessons as the texts of their notebooks, by name, in order.
 * @param passOver is told what is wrong with a lesson; it is left out, and keeps no other from being made
 */
export async function renderNotebooks(
  places: readonly LessonPlace[],
  library: CourseLibrary,
  passOver: (fault: Error) => void,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const place of places) {
    try {
      texts.set(place.name, await renderLesson(await readLesson(place), library));
    } catch (error) {
      passOver(error as Error);
    }
  }
  return texts;
}
