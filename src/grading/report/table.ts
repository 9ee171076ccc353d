import { splitId } from "../../exercises/progress-event.ts";
import { toCsv } from "../output/csv.ts";
import type { VoteSummary } from "./votes.ts";
import type { Summary } from "./summary.ts";

/** The report as a table: a row for each exercise, one for each mistake and wrong option, and for what could not be graded. */
export function reportCsv(
  { exercises, notGraded, nothing, decided }: Summary,
  votes: readonly VoteSummary[] = [],
): string {
  const head = [
    "lesson",
    "exercise",
    "title",
    "tried",
    "right at first",
    "right later",
    "stuck",
    "did not run",
    "not graded",
    "not handed in",
    "what",
    "id",
    "words",
    "students",
    "share",
  ];
  const rows = exercises.flatMap(
    ({ lesson, id, title, tried, rightFirst, rightLater, stuck, misunderstood, recalls, ...open }) => {
      const states = [open.notRun, open.notGraded, open.notHandedIn];
      const own = [lesson, id, title, tried, rightFirst, rightLater, stuck.length, ...states];
      return [
        recalls === undefined
          ? [...own, "all", "", "", tried, 1]
          : [...own, "asked again", recalls.id, recalls.title, tried, 1],
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
  const aside = (what: string, exercise: string, students: number): (string | number)[] => [
    exercise === "" ? "" : splitId(exercise).lesson,
    exercise,
    ...Array<string>(8).fill(""),
    what,
    ...["", ""],
    students,
  ];
  const voted = votes.flatMap(({ question, title, vote, answered, lines }) =>
    lines.map(({ id, words, count }) => [
      ...[splitId(question).lesson, question, title, answered],
      ...Array<string>(6).fill(""),
      ...[`in the room, vote ${vote}`, id, words, count],
      Number((count / Math.max(1, answered)).toFixed(4)),
    ]),
  );
  return toCsv([
    head,
    ...rows,
    ...voted,
    ...notGraded.map(({ exercise, students }) => aside("not graded", exercise, students.length)),
    ...(nothing.length === 0 ? [] : [aside("not handed in", "", nothing.length)]),
    ...decided.map(({ exercise, each }) =>
      aside(exercise === "" ? "more time" : "credit by the teacher", exercise, each.length),
    ),
  ]);
}
