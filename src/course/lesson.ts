import { readFileSync } from "node:fs";
import { type Lesson, parseLesson } from "../notebook/lesson.ts";
import { readAbout } from "./about.ts";
import { lessonFile, type LessonPlace } from "./folder.ts";

/** A lesson from its folder. Throws a LessonFault that names file and line. */
export async function readLesson(place: LessonPlace): Promise<Lesson> {
  const about = await readAbout(place);
  return parseLesson(place.name, readFileSync(lessonFile(place.folder), "utf8"), about);
}
