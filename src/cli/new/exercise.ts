import { enumerated } from "../../enumerated.ts";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { askingCode } from "../../course/cells.ts";
import type { LessonPlace } from "../../course/folder.ts";
import { answersFile, isWritten } from "../../course/own-lesson.ts";
import { KINDS } from "../../exercises/exercise.ts";
import { nearest } from "../../nearest.js";
import { rules } from "../../rules/list.ts";
import type { Rule } from "../../rules/rule.ts";
import { UserError } from "../../system/user-error.js";
import { type Draft, identifier, saidInCode, words } from "./draft.ts";
import { withEntry } from "./entry.ts";

/**
 * An exercise at the end of a lesson's file. Until it is written, `fall-line check` and the tests of exercises say so.
 * @param named the name of its kind
 * @param projectDir the project, where the lesson is one of its own: answers to what is written are begun too
 */
export function exerciseDraft(
  name: string,
  place: LessonPlace,
  named: string,
  projectDir: string | undefined,
): Draft {
  const kind = KINDS.get(named)!;
  const { subject, folder } = place;
  const rule = ruleOf(place);
  const { parts, imports = [] } = kind.draft(identifier(rule.id), hyperOf(rule));
  const key = identifier(name);
  const id = `${subject}/${key}`;
  const file = join(folder, "exercises.ts");
  const entry = `  ${key}: exercise.${named}({
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
    projectDir !== undefined && isWritten(kind) ? join(projectDir, answersFile(place.name)) : "";
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

/** The kind of an exercise: there is none that goes without saying. */
export function kindAsked(asked: string | undefined, name: string): string {
  const kinds = [...KINDS.keys()].sort();
  const kind = asked ?? "";
  if (kinds.includes(kind)) return kind;
  const near = nearest(kind, kinds);
  const allowed = enumerated(kinds, "or");
  throw new UserError(
    asked === undefined
      ? `new exercise needs a --kind: ${allowed}`
      : `--kind must be one of ${allowed}, got ${kind}`,
    `${near === undefined ? "" : `Did you mean ${near}? `}Write npx fall-line new exercise ${name} --kind ${near ?? "predict"}. CONTRIBUTING.md, "Add an exercise", says what each asks.`,
  );
}

/** The rule that a lesson is about: the one of its name, else the first that its exercises or its text name. */
function ruleOf({ subject, folder }: LessonPlace): Rule {
  const texts = ["exercises.ts", "lesson.ts"]
    .map((file) => join(folder, file))
    .map((path) => (existsSync(path) ? readFileSync(path, "utf8") : ""));
  const names = [identifier(subject), ...(texts.join("\n").match(/\w+/g) ?? []), "momentum"];
  const byName = new Map<string, Rule>(rules.map((rule) => [identifier(rule.id), rule]));
  return byName.get(names.find((name) => byName.has(name))!)!;
}

/** The values of a rule's hyperparameters, as code. */
function hyperOf({ hyperparameters }: Rule): string {
  const values = Object.entries(hyperparameters).map(([name, { default: value }]) => `${name}: ${value}`);
  return `{ ${values.join(", ")} }`;
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
