import { formatNumber } from "../math/tex.ts";
import { type Block, text } from "./blocks.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { formulaText, nameText } from "../math/text.ts";
import { ruleLines } from "./words/step.ts";

/** A right answer, with its reason. */
export function solutionBlocks(exercise: Exercise): Block[] {
  switch (exercise.kind) {
    case "predict": {
      const answers = Object.values(exercise.fields).map(
        ({ label, answer }) => `${label}: ${formatNumber(answer)}`,
      );
      return [text(answers.join(", ")), text(exercise.because)];
    }
    case "choose":
    case "foresee":
      return Object.values(exercise.options)
        .filter(({ right }) => right === true)
        .map((option) => text(`${option.text} ${option.reason}`));
    case "write":
    case "bug": {
      const { rule } = exercise.target;
      return [
        ...(exercise.kind === "bug" ? [text(exercise.because)] : []),
        { kind: "equations", groups: [{ title: rule.title, lines: ruleLines(rule) }] },
        { kind: "code", code: codeOf(exercise.solution) },
      ];
    }
    case "formula": {
      const { formula } = exercise.target;
      const lines = (typeof formula === "string" ? [formula] : formula).map((line) => formulaText(line));
      return [
        { kind: "equations", groups: [{ title: "The formula", lines }] },
        { kind: "code", code: codeOf(exercise.solution) },
      ];
    }
    case "tune": {
      const values = Object.entries(exercise.solution).map(
        ([name, value]) => `${nameText(name)} = ${formatNumber(value)}`,
      );
      return [text(`For example ${values.join(", ")}.`), text(exercise.because)];
    }
    case "explain":
      return [text(exercise.model)];
  }
}

/** A function as it is written, its lines moved to the left edge. */
export function codeOf(code: AnyFunction): string {
  const lines = ownNames(code.toString()).split("\n");
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/.exec(line)![0].length]));
  const least = Math.min(...indents, Infinity);
  return [lines[0], ...lines.slice(1).map((line) => line.slice(Number.isFinite(least) ? least : 0))].join(
    "\n",
  );
}

/** A bundler may have renamed what is taken out of an object, `{ alpha: alpha2 }`, so as not to hide another name. */
function ownNames(code: string): string {
  let own = code;
  for (const [, name, renamed] of code.matchAll(/\b([A-Za-z]\w*): (\1\d+)\b/g)) {
    own = own.replaceAll(`${name!}: ${renamed!}`, name!).replace(new RegExp(`\\b${renamed!}\\b`, "g"), name!);
  }
  return own;
}
