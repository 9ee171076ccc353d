import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { LessonPlace } from "../../course/folder.ts";
import { Trouble } from "../../system/trouble.js";
import { type Draft, identifier, words } from "./draft.ts";

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

/** An exercise at the end of a lesson's file. Until it is written, `fall-line check` and the tests of exercises say so. */
export function exerciseDraft(name: string, { subject, folder }: LessonPlace, kind: string): Draft {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (known === undefined) {
    throw new Trouble(
      `--kind must be one of ${Object.keys(KINDS).join(", ")}, got ${kind}`,
      "Write npx fall-line new exercise momentum/limit --kind predict.",
    );
  }
  const file = join(folder, "exercises.ts");
  const key = identifier(name);
  const entry = `  ${key}: exercise.${kind}({
    title: "${words(name)}",
    prompt: "",
    ${known.parts}
    hints: [""],
  }),
`;
  const imports = ["exercise", ...(known.imports?.split(", ") ?? [])];
  const line = `import { ${imports.join(", ")} } from "fall-line/library";\n`;
  const next = [
    `Write ${subject}/${key} in ${file}.`,
    `Ask it in the lesson, in cells with exercise="${subject}/${key}": display(${["predict", "foresee", "choose"].includes(kind) ? `ask("${subject}/${key}")` : `check("${subject}/${key}", mine)`}).`,
    `npx fall-line check ${subject} says what is missing.`,
  ];
  if (!existsSync(file)) {
    const text = `${line}\n/** The exercises of the lesson. */\nexport const exercises = {\n${entry}};\n`;
    return { files: { [file]: text }, next };
  }
  const text = withEntry(file, readFileSync(file, "utf8"), key, entry);
  return { files: {}, changed: { [file]: withImports(text, imports) }, next };
}

/** The file with one entry more at the end of its exercises. */
function withEntry(path: string, text: string, key: string, entry: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const object = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => ts.isIdentifier(name) && name.text === "exercises")?.initializer;
  if (object === undefined || !ts.isObjectLiteralExpression(object)) {
    throw new Trouble(`${path} has no list of exercises`, "Write export const exercises = { ... }; in it.");
  }
  if (
    object.properties.some(
      (one) => one.name !== undefined && ts.isIdentifier(one.name) && one.name.text === key,
    )
  ) {
    throw new Trouble(`${path} has an exercise ${key} already`, "Choose another name.");
  }
  const end = object.end - 1;
  return `${text.slice(0, end)}${entry}${text.slice(end)}`;
}

const IMPORT = /^import \{([^}]*)\} from "fall-line\/library";\n/m;

/** The file with these names among those that it imports of the library. */
function withImports(text: string, names: readonly string[]): string {
  const before = (IMPORT.exec(text)?.[1] ?? "").split(",").map((name) => name.trim());
  const all = [...new Set([...before, ...names])].filter((name) => name !== "").sort();
  const line = `import { ${all.join(", ")} } from "fall-line/library";\n`;
  return IMPORT.test(text) ? text.replace(IMPORT, line) : line + text;
}
