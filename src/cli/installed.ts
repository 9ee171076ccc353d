/** The commands that an installation brings for students. They write into the student's folder and nowhere else. */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { layLessons, readLessons } from "../jupyter/lessons.ts";
import { type Invocation, parse } from "./boot/arguments.js";
import { report } from "./boot/report.js";

const DIR = { "--dir PATH": "the folder the lessons are in; default this one" };

const COMMANDS = [
  {
    name: "lessons",
    group: "learn",
    summary: "lay the lessons into a folder; what is yours is never overwritten",
    options: {
      ...DIR,
      "--quiet": "say only what was laid beside a lesson of yours",
      "--open": "print the lesson in which you stopped, or the first, and all else as errors",
    },
    examples: ["lessons --dir course"],
  },
  {
    name: "progress",
    group: "learn",
    summary: "show which exercises are done and what is next, or export every attempt",
    options: {
      ...DIR,
      "--csv": "everything that happened as CSV, for a spreadsheet",
      "--json": "the same as JSON",
    },
    examples: ["progress --dir course", "progress --csv > attempts.csv"],
  },
];

/** The release that this program is a part of. */
const release = dirname(fileURLToPath(import.meta.url));
const notebooks = join(release, "notebooks");
const library = join(release, "index.js");

async function lessons(folder: string, { quiet, open }: Invocation["options"]): Promise<void> {
  const { lessons: laid, notices } = layLessons(readLessons(notebooks), folder);
  const say = open === true ? console.error : console.log;
  for (const notice of quiet === true ? notices : [...notices, `The lessons are in ${folder}`]) say(notice);
  if (open !== true) return;
  const { stoppedAt } = await import("./progress/stopped-at.ts");
  console.log(stoppedAt(folder, library, laid) ?? laid[0]);
}

async function progress(folder: string, options: Invocation["options"]): Promise<void> {
  // Loaded when they are asked for: at each start of a student's server only lessons are laid.
  const { loadCourse } = await import("../course/load.ts");
  const { readCourse } = await import("../rendering/course.ts");
  const { showProgress } = await import("./progress/show.ts");
  const { all: exercises } = (await loadCourse(library)).lessonExercises;
  showProgress(folder, { library, lessons: readCourse(notebooks), exercises }, options);
}

try {
  const invocation = parse(process.argv.slice(2), COMMANDS, "fall-line");
  if ("help" in invocation) console.log(invocation.help);
  else {
    const { command, options } = invocation;
    const folder = resolve(String(options["dir"] ?? "."));
    await { lessons, progress }[command.name as "lessons" | "progress"](folder, options);
  }
} catch (error) {
  report(error);
  process.exitCode = 1;
}
