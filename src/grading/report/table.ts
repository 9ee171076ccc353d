import { toCsv } from "../output/csv.ts";
import type { Summary } from "./summary.ts";

/** The report as a table: a row for each exercise, and one for each mistake and wrong option. */
export function reportCsv({ exercises }: Summary): string {
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
  return toCsv([head, ...rows]);
}
