/** What is wrong with a lesson, and how it is mended; the message begins with its file, and its line where it has one. */
export class LessonFault extends SyntaxError {
  override readonly name = "LessonFault";
  /** `03-momentum/lesson.ts:15`. */
  readonly place: string;
  readonly what: string;

  constructor(place: string, what: string, options?: ErrorOptions) {
    super(`${place}: ${what}`, options);
    this.place = place;
    this.what = what;
  }
}
