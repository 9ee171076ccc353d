/** What is wrong with a lesson, and how it is mended; the message begins with its file, and its line where it has one. */
export class LessonFault extends SyntaxError {
  override readonly name = "LessonFault";

  /** @param place `03-momentum/lesson.ts:15` */
  constructor(place: string, what: string, options?: ErrorOptions) {
    super(`${place}: ${what}`, options);
  }
}
