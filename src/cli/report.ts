import { dirname, resolve } from "node:path";
import { reportPage } from "../grading/report/page.ts";
import { plainLine } from "../grading/output/plain.ts";
import { readFiles } from "../grading/report/read.ts";
import { summaryOf } from "../grading/report/summary.ts";
import { reportCsv } from "../grading/report/table.ts";
import { votesIn } from "../grading/report/votes.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { inlineFont, typefaces } from "../rendering/styles.ts";
import { makeFolder } from "../system/folders.js";
import { UserError } from "../system/user-error.js";
import { writeWhole } from "../system/whole-file.js";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";

/** `fall-line report FILES...`: what a class misunderstood, from progress files, tables of grades and what rooms kept. */
export const report: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress } = session;
  if (words.length === 0)
    throw new UserError(
      "report needs FILES",
      "Name progress files, tables of grades or folders of them: npx fall-line report grades.csv",
    );
  const course = await CourseAsked.of(invocation, session);
  const { students, rooms, faults } = readFiles(words.map((word) => resolve(callerDir, word)));
  for (const fault of faults) process.stderr.write(`fall-line: passed over ${plainLine(fault)}\n`);
  if (students.length === 0 && rooms.length === 0)
    throw new UserError(
      "There is nothing of any student in these files",
      "Name progress files, tables of grades or what a room kept.",
    );
  const votes = rooms.flatMap(votesIn);
  const summary = summaryOf(students, await course.exercises(), readFormerNames(course.product.library));
  if (options["csv"] === true) {
    process.stdout.write(reportCsv(summary, votes));
    return course.code;
  }
  const out = resolve(callerDir, String(options["out"] ?? "report.html"));
  const lessons = new Map(
    course.lessons().map(({ name, title, number }) => [name.slice(3), `${number} ${title}`]),
  );
  const page = reportPage(summary, {
    typefaces: typefaces(projectDir, inlineFont),
    lessons,
    names: options["names"] === true,
    votes,
  });
  makeFolder(dirname(out));
  writeWhole(out, page);
  progress.line(out);
  return course.code;
};
