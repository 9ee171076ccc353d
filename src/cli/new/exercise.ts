import { dirname, join } from "node:path";
import type { LessonPlace } from "../../course/folder.ts";
import { answersFile, isWritten } from "../../course/own-lesson.ts";
import { Trouble } from "../../system/trouble.js";
import { type Draft, identifier, words } from "./draft.ts";
import { withEntry } from "./entry.ts";

/** What an exercise of each kind holds beside title, prompt and hints; its texts are empty, so that it can't be proven yet. */
const KINDS: Readonly<Record<string, { readonly parts: string; readonly imports?: string }>> = {
  predict: { parts: 'fields: { x: { label: "x", answer: 0, within: 0.1 } },\n    because: "",' },
  foresee: { parts: 'options: { a: { text: "", reason: "", right: true }, b: { text: "", reason: "" } },' },
  choose: { parts: 'options: { a: { text: "", reason: "", right: true }, b: { text: "", reason: "" } },' },
  write: {
    parts: "rule: momentum,\n    solution: () => notWrittenYet(),",
    imports: "momentum, notWrittenYet",
  },
  formula: {
    parts: 'formula: "2*x",\n    arguments: { x: { from: 0, to: 1 } },\n    solution: () => notWrittenYet(),',
    imports: "notWrittenYet",
  },
  findTheBug: {
    parts:
      'rule: momentum,\n    given: () => notWrittenYet(),\n    solution: () => notWrittenYet(),\n    because: "",',
    imports: "momentum, notWrittenYet",
  },
  tune: {
    parts:
      'rule: momentum,\n    on: ravine,\n    start: [-8, 1.5],\n    steps: 20,\n    below: 0.001,\n    given: { lambda: 0.1, alpha: 0.9 },\n    solution: { lambda: 0.1, alpha: 0.9 },\n    because: "",',
    imports: "momentum, ravine",
  },
  explain: { parts: 'model: "",\n    lookFor: { first: "", second: "" },' },
};

/**
 * An exercise at the end of a lesson's file. Until it is written, `fall-line check` and the tests of exercises say so.
 * @param projectDir the project, where the lesson is one of its own: answers to what is written are begun too
 */
export function exerciseDraft(
  name: string,
  place: LessonPlace,
  kind: string,
  projectDir: string | undefined,
): Draft {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (known === undefined) {
    throw new Trouble(
      `--kind must be one of ${Object.keys(KINDS).join(", ")}, got ${kind}`,
      "Write npx fall-line new exercise momentum/limit --kind predict.",
    );
  }
  const { subject, folder } = place;
  const key = identifier(name);
  const id = `${subject}/${key}`;
  const asked = ["predict", "foresee", "choose"].includes(kind) ? `ask("${id}")` : `check("${id}", mine)`;
  const file = join(folder, "exercises.ts");
  const entry = `  ${key}: exercise.${kind}({
    title: "${words(name)}",
    prompt: "",
    ${known.parts}
    hints: [""],
  }),
`;
  const names = ["exercise", ...(known.imports?.split(", ") ?? [])];
  const begun = "/** The exercises of the lesson. */\nexport const exercises = {\n};\n";
  const exercises = withImports(withEntry(file, "exercises", key, entry, begun), names);
  const answers =
    projectDir !== undefined && isWritten({ kind }) ? join(projectDir, answersFile(place.name)) : "";
  return {
    files: {},
    changed: { [file]: exercises, ...(answers !== "" && { [answers]: withAnswers(answers, key) }) },
    next: [
      `Write ${id} in ${file}.`,
      ...(answers === "" ? [] : [`Write three right answers to it and five wrong ones in ${answers}.`]),
      `Ask it in the lesson, in cells with exercise="${id}": display(${asked}).`,
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
