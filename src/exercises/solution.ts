import { numberText } from "../math/numerals.ts";
import { type Block, text } from "./blocks.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { formulaText, nameText } from "../math/text.ts";
import { ruleLines } from "./words/step.ts";

/** A right answer, with its reason. */
export function solutionBlocks(exercise: Exercise): Block[] {
  switch (exercise.kind) {
    case "predict": {
      const answers = Object.values(exercise.fields).map(
        ({ label, answer }) => `${label}: ${numberText(answer)}`,
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
        ([name, value]) => `${nameText(name)} = ${numberText(value)}`,
      );
      return [text(`For example ${values.join(", ")}.`), text(exercise.because)];
    }
    case "explain":
      return [text(exercise.model)];
  }
}

/** A function as it is written, its lines moved to the left edge. A build keeps the text from before it was translated. */
export function codeOf(code: AnyFunction): string {
  const [first = "", ...rest] = (code.source ?? code.toString()).split("\n");
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  const least = Math.min(...indents, Infinity);
  return [first, ...rest.map((line) => line.slice(least))].join("\n");
}
