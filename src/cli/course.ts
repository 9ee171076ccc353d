import { resolve } from "node:path";
import { loadCourse } from "../course/load.ts";
import { ownProduct, productOf, type Product } from "../course/product.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { type CourseLesson, readCourse } from "../rendering/course.ts";
import { UserError } from "../system/user-error.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import type { Lessons } from "./lessons.ts";

/**
 * The course that a command is about: the project's own, or the one of `--course DIR`. What is wrong with one lesson is
 * told, keeps no other from being used, and is remembered in the exit code.
 */
export class CourseAsked {
  #faults = 0;

  private constructor(readonly product: Product) {}

  static async of({ options }: Invocation, session: Session): Promise<CourseAsked> {
    const { projectDir, callerDir, progress } = session;
    const asked = options["course"];
    const faults: string[] = [];
    const product =
      asked === undefined
        ? ownProduct(projectDir)
        : await progress.during("Course", "preparing", () =>
            productOf(resolve(callerDir, String(asked)), projectDir, (fault) => faults.push(fault)),
          );
    const course = new CourseAsked(product);
    product.course.faults.forEach(course.passOver);
    for (const fault of faults) course.#tell(fault);
    return course;
  }

  /** Its lessons that there is a notebook of, in its order. */
  lessons(): CourseLesson[] {
    const read = readCourse(this.product.notebooks, this.passOver);
    const names = this.product.course.lessons.map(({ name }) => name);
    const place = ({ name }: CourseLesson): number => names.indexOf(name);
    return read.sort((a, b) => place(a) - place(b));
  }

  /** All of its lessons, to choose from by name. */
  choice(): Lessons {
    return { places: this.product.course.lessons, built: this.lessons() };
  }

  /** Its exercises by their ids. */
  async exercises(): Promise<ReadonlyMap<string, Exercise>> {
    return (await loadCourse(this.product.library)).lessonExercises.all;
  }

  /** Why exercises are no longer asked, by their ids. */
  async retired(): Promise<Readonly<Record<string, string>>> {
    return (await loadCourse(this.product.library)).lessonExercises.retired;
  }

  /** Makes something of each lesson. */
  each<T>(
    lessons: readonly CourseLesson[],
    make: (lesson: CourseLesson) => readonly [string, T],
  ): Map<string, T> {
    const made = new Map<string, T>();
    for (const lesson of lessons) {
      try {
        made.set(...make(lesson));
      } catch (error) {
        this.passOver(error);
      }
    }
    return made;
  }

  /** Takes what went wrong with one lesson (a LessonFault is a SyntaxError); anything else that went wrong is thrown on. */
  readonly passOver = (fault: unknown): void => {
    if (fault instanceof UserError) this.#tell(`${fault.message.replace(/\.$/, "")}. ${fault.cure}`);
    else if (fault instanceof SyntaxError) this.#tell(fault.message);
    else throw fault;
  };

  /** 1 when something was wrong with a lesson. */
  get code(): number {
    return this.#faults === 0 ? 0 : 1;
  }

  #tell(fault: string): void {
    this.#faults += 1;
    process.stderr.write(`fall-line: ${fault}\n`);
  }
}
