import { splitId } from "../../exercises/progress-event.ts";
import { toCsv } from "../output/csv.ts";
import type { Summary } from "./summary.ts";

/** The report as a table: a row for each exercise, one for each mistake and wrong option, and for what could not be graded. */
export function reportCsv({ exercises, notGraded }: Summary): string {
  const head = [
    "lesson",
    "exercise",
    "title",
    "tried",
    "right at first",
    "right later",
    "stuck",
    "what",
    "id",
    "words",
    "students",
    "share",
  ];
  const rows = exercises.flatMap(
    ({ lesson, id, title, tried, rightFirst, rightLater, stuck, misunderstood }) => {
      const own = [lesson, id, title, tried, rightFirst, rightLater, stuck.length];
      return [
        [...own, "all", "", "", tried, 1],
        ...misunderstood.map((one) => [
          ...own,
          one.kind,
          one.id,
          one.words,
          one.students,
          Number((one.students / tried).toFixed(4)),
        ]),
      ];
    },
  );
  const open = notGraded.map(({ exercise, students }) => [
    exercise === "" ? "" : splitId(exercise).lesson,
    exercise,
    ...["", "", "", "", ""],
    "not graded",
    ...["", ""],
    students.length,
  ]);
  return toCsv([head, ...rows, ...open]);
}
