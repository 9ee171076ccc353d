import { type Executed, executeLessons } from "../pages/execute.ts";
import type { CourseLesson } from "../rendering/course.ts";
import type { Session } from "./command.ts";
import type { CourseAsked } from "./course.ts";
import { setUpJupyter } from "./setup.ts";

/** Runs lessons anew; one that fails is told, and keeps no other from being run. */
export async function runLessons(
  course: CourseAsked,
  lessons: readonly CourseLesson[],
  session: Session,
): Promise<Executed> {
  const { projectDir, progress } = session;
  const { notebooks, kernels } = course.product;
  const bench = { projectDir, python: await setUpJupyter(session, course.product), notebooks, kernels };
  const names = lessons.map(({ name }) => name);
  return progress.during("Lessons", "running", (stage) => {
    let count = 0;
    return executeLessons(bench, names, {
      done: (name) => {
        count += 1;
        stage.count(count, names.length, name);
      },
      passOver: course.passOver,
    });
  });
}
