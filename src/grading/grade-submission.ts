import { defined } from "../defined.ts";
import { blocksToHtml } from "../exercises/blocks.ts";
import { type Exercise, kindOf, optionsOf } from "../exercises/exercise.ts";
import type { Feedback } from "../exercises/feedback.ts";
import { recorded, sayMistake } from "../exercises/mistake.ts";
import type { FormerNames } from "../exercises/progress.ts";
import { sentence } from "../sentence.ts";
import { Answers } from "./answers/find.ts";
import type { Original } from "./answers/originals.ts";
import type { Graded, Row, Shown } from "./grade.ts";
import { gradeExercise, type Judged } from "./grade-exercise.ts";
import type { Bench } from "./grade-function.ts";
import type { Submission } from "./submission/find.ts";
import { readSubmission } from "./submission/read.ts";

/** What all submissions are graded by. */
export interface Standard {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly originals: ReadonlyMap<string, Original>;
  readonly formerNames: FormerNames;
  /** Why an exercise is no longer asked, by its id. */
  readonly retired: Readonly<Record<string, string>>;
  /** The ids that count; where there are none, those at the ends of the lessons that were handed in. */
  readonly asked: readonly string[];
  readonly solutions: boolean;
  readonly bench: Bench;
}

/**
 * Grades what one student handed in.
 * @param begin is told of each exercise, so that whoever waits knows at which it did not come back
 * @param skipped exercises that could not be graded before, and why
 */
export async function gradeSubmission(
  submission: Submission,
  standard: Standard,
  begin: (exercise: string) => void,
  skipped: ReadonlyMap<string, string> = new Map(),
): Promise<Graded> {
  const { student } = submission;
  const { exercises, originals, formerNames, retired, asked, bench } = standard;
  const read = await readSubmission(submission);
  const answers = new Answers(read, formerNames);
  const atTheEnds = asked.length > 0 ? [] : handedInAtTheEnds(originals, answers);
  const ids = asked.length > 0 ? asked : atTheEnds.filter((id) => originals.get(id)!.optional !== true);
  const rows: Row[] = [];
  const shown: Shown[] = [];
  const deleted: string[] = [];
  for (const id of ids) {
    const [exercise, original] = [exercises.get(id), originals.get(id)];
    if (exercise === undefined || original === undefined) continue;
    begin(id);
    const reason = skipped.get(id);
    const judged: Judged =
      reason === undefined
        ? await withoutFault(() => gradeExercise(id, exercise, original, answers, bench))
        : { written: "", notGraded: reason };
    rows.push(rowOf(student, id, exercise, judged));
    shown.push(shownOf(id, exercise, judged, standard.solutions));
    deleted.push(...answers.deleted(original));
  }
  const notes = [
    ...read.faults,
    ...deleted.map((cell) => `the cell ${cell} was deleted`),
    ...optionalAmong(atTheEnds.map((id) => originals.get(id)!)).map(
      (notebook) => `${notebook} is optional, and counts only where an assignment names it`,
    ),
    ...[...answers.checked()]
      .filter((id) => Object.hasOwn(retired, id))
      .map((id) => `${id} is no longer asked, and counts nothing: ${retired[id]!}`),
  ];
  const { handedIn, unread } = read;
  return {
    student,
    rows,
    shown,
    notes,
    ...(handedIn === undefined ? {} : { handedIn: handedIn.toISOString() }),
    ...(unread === undefined ? {} : { unread }),
  };
}

/** What goes wrong with one answer is told, and costs no other. */
async function withoutFault(action: () => Promise<Judged>): Promise<Judged> {
  try {
    return await action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { written: "", notGraded: `the fault is in the check: ${message}` };
  }
}

function handedInAtTheEnds(originals: ReadonlyMap<string, Original>, answers: Answers): string[] {
  return [...originals]
    .filter(([, { atTheEnd, notebook }]) => atTheEnd && answers.has(notebook))
    .map(([id]) => id);
}

/** The notebooks of optional lessons. */
function optionalAmong(originals: readonly Original[]): string[] {
  return [...new Set(originals.filter(({ optional }) => optional === true).map(({ notebook }) => notebook))];
}

function rowOf(student: string, id: string, exercise: Exercise, judged: Judged): Row {
  const { feedback, error, notGraded } = judged;
  if (notGraded !== undefined)
    return { student, exercise: id, outcome: "not graded", mistakes: [], error: notGraded };
  const credit = creditOf(exercise, feedback);
  const isRight = feedback?.outcome === "right";
  return {
    student,
    exercise: id,
    outcome: feedback?.outcome ?? (error === undefined ? "not written" : "missing"),
    mistakes: isRight || feedback === undefined ? [] : recorded(feedback.mistakes),
    ...defined({ credit, error }),
  };
}

/** A guess earns its point for being made; what is written in words is for a teacher to read. */
function creditOf(exercise: Exercise, feedback: Feedback | undefined): number | undefined {
  if (feedback?.outcome === "kept") return undefined;
  if (feedback === undefined || !feedback.isAttempt) return 0;
  return isGuessMade(exercise, feedback) ? 1 : (feedback.credit ?? 0);
}

/** A guess comes out right or otherwise; one that cannot be read does neither. */
function isGuessMade(exercise: Exercise, { outcome }: Feedback): boolean {
  return kindOf(exercise).earns === "by being made" && (outcome === "right" || outcome === "otherwise");
}

function shownOf(
  id: string,
  exercise: Exercise,
  { feedback, written, error, notGraded }: Judged,
  solutions: boolean,
): Shown {
  return {
    exercise: id,
    title: exercise.title,
    prompt: exercise.prompt,
    written: optionText(exercise, written) ?? written,
    headline: notGraded === undefined ? headlineOf(exercise, feedback, error) : NOT_GRADED,
    remarks: remarksOf(exercise, feedback),
    ...(solutions ? { solution: blocksToHtml(kindOf(exercise).solution(exercise)) } : {}),
  };
}

const NOT_GRADED = "This could not be graded, which is no word on your answer: your teacher sees to it.";

/** What an option says that was picked by its name. */
function optionText(exercise: Exercise, written: string): string | undefined {
  const options = optionsOf(exercise) ?? {};
  return Object.hasOwn(options, written) ? `${written}: ${options[written]!.text}` : undefined;
}

function headlineOf(exercise: Exercise, feedback: Feedback | undefined, error: string | undefined): string {
  if (feedback === undefined) return error === undefined ? "No answer yet." : `No answer: ${error}.`;
  // A guess that came out otherwise is told with the truth; this is told to those only who may see solutions.
  if (isGuessMade(exercise, feedback)) return "Your prediction was made.";
  if (feedback.outcome === "kept") return "Your teacher reads this one.";
  return feedback.headline;
}

function remarksOf(exercise: Exercise, feedback: Feedback | undefined): string[] {
  if (feedback === undefined) return [];
  const { answered, earns } = kindOf(exercise);
  if (answered === "on a card" && earns === "by being made") return [];
  if (answered === "on a card")
    return feedback.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
  return feedback.mistakes.flatMap((mistake) => {
    const said = sayMistake(mistake);
    const first = mistake.what === undefined ? sentence(said) : `It behaves as if this were so: ${said}.`;
    return [first, ...(mistake.cure === undefined ? [] : [mistake.cure])];
  });
}
