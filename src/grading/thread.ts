/** A thread that grades one submission after another. Whoever started it ends it when it does not answer. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Exercises } from "../exercises/exercises.ts";
import { gradeSubmission, type Standard } from "./grade-submission.ts";
import type { FromThread, Task, ThreadData } from "./messages.ts";

const { library, sandbox, originals, asked, solutions, seeds } = workerData as ThreadData;
const tell = (message: FromThread): void => parentPort!.postMessage(message);
const { lessonExercises } = (await import(pathToFileURL(library).href)) as {
  lessonExercises: Pick<Exercises<unknown>, "all" | "formerNames">;
};
const standard: Standard = {
  exercises: lessonExercises.all,
  formerNames: lessonExercises.formerNames,
  originals,
  asked,
  solutions,
  bench: {
    insideScript: readFileSync(sandbox, "utf8"),
    seeds,
    onFull: () => tell({ type: "full" }),
  },
};

parentPort!.on("message", ({ submission, stuck }: Task) => {
  gradeSubmission(submission, standard, (exercise) => tell({ type: "begin", exercise }), stuck).then(
    (graded) => tell({ type: "done", graded }),
    (error: unknown) =>
      tell({ type: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

tell({ type: "ready" });
