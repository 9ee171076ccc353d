import { dirname, join } from "node:path";
import { askingCode } from "../../course/cells.ts";
import type { LessonPlace } from "../../course/folder.ts";
import { answersFile, isWritten } from "../../course/own-lesson.ts";
import { type Draft, identifier, saidInCode, words } from "./draft.ts";
import { withEntry } from "./entry.ts";
import { KINDS } from "./kinds.ts";

/**
 * An exercise at the end of a lesson's file. Until it is written, `fall-line check` and the tests of exercises say so.
 * @param kind one of `KINDS`
 * @param projectDir the project, where the lesson is one of its own: answers to what is written are begun too
 */
export function exerciseDraft(
  name: string,
  place: LessonPlace,
  kind: string,
  projectDir: string | undefined,
): Draft {
  const { parts, imports = [] } = KINDS[kind]!;
  const { subject, folder } = place;
  const key = identifier(name);
  const id = `${subject}/${key}`;
  const file = join(folder, "exercises.ts");
  const entry = `  ${key}: exercise.${kind}({
    title: "${words(name)}",
    prompt: "",
    ${parts}
    hints: [""],
  }),
`;
  const names = ["exercise", ...imports];
  const begun = "/** The exercises of the lesson. */\nexport const exercises = {\n};\n";
  const exercises = withImports(withEntry(file, "exercises", key, entry, begun), names);
  const answers =
    projectDir !== undefined && isWritten({ kind }) ? join(projectDir, answersFile(place.name)) : "";
  return {
    files: {},
    changed: { [file]: exercises, ...(answers !== "" && { [answers]: withAnswers(answers, key) }) },
    next: [
      ...saidInCode(name, "In code, and in its id,"),
      `Write ${id} in ${file}.`,
      ...(answers === "" ? [] : [`Write three right answers to it and five wrong ones in ${answers}.`]),
      `Ask it in the lesson, in cells with exercise="${id}": ${askingCode(id, kind)}.`,
      `npx fall-line check ${subject}${projectDir === undefined ? ` --course ${dirname(folder)}` : ""} says what is missing.`,
    ],
  };
}

/** A file of answers that has a place for those to an exercise. */
function withAnswers(file: string, key: string): string {
  const begun = `/** Answers to what is written in the lesson. */
import type { Answers } from "./answer.ts";

export const answers: Record<string, Answers> = {
};
`;
  return withEntry(file, "answers", key, `  ${key}: { right: [], wrong: [] },\n`, begun);
}

const IMPORT = /^import \{([^}]*)\} from "fall-line\/library";\n/m;

/** The file with these names among those that it imports of the library. */
function withImports(text: string, names: readonly string[]): string {
  const before = (IMPORT.exec(text)?.[1] ?? "").split(",").map((name) => name.trim());
  const all = [...new Set([...before, ...names])].filter((name) => name !== "").sort();
  const line = `import { ${all.join(", ")} } from "fall-line/library";\n`;
  return IMPORT.test(text) ? text.replace(IMPORT, line) : `${line}\n${text}`;
}
