/** A thread that reads and grades one submission after another. Whoever started it ends it when it does not answer. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Exercises } from "../exercises/exercises.ts";
import { Language } from "./answers/language.ts";
import { gradeSubmission, type Standard } from "./grade-submission.ts";
import type { FromThread, Task, ThreadData } from "./messages.ts";
import { readSubmission } from "./submission/read.ts";

const { library, sandbox, places, originals, asked, solutions, seeds } = workerData as ThreadData;
const tell = (message: FromThread): void => parentPort!.postMessage(message);
const { lessonExercises } = (await import(pathToFileURL(library).href)) as {
  lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames" | "retired">;
};
const standard: Standard = {
  exercises: lessonExercises.all,
  formerNames: lessonExercises.formerNames,
  retired: lessonExercises.retired,
  originals,
  asked,
  solutions,
  bench: {
    insideScript: readFileSync(sandbox, "utf8"),
    language: new Language(places),
    seeds,
    known: new Map(),
  },
};

async function answerTo(task: Task): Promise<FromThread> {
  if (task.type === "read")
    return { type: "read", notebooks: (await readSubmission(task.submission)).notebooks };
  const begin = (exercise: string): void => tell({ type: "begin", exercise });
  return { type: "graded", graded: await gradeSubmission(task.submission, standard, begin, task.skipped) };
}

parentPort!.on("message", (task: Task) => {
  answerTo(task).then(tell, (error: unknown) =>
    tell({ type: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

tell({ type: "ready" });
