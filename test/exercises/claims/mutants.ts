/** Wrong answers made by machine: right ones of many styles in which one thing or two are changed. */
import { lessonExercises } from "fall-line";
import { uniform } from "../../../src/math/random.ts";
import { answersOf, type HandedIn } from "../class/run.ts";

/** What is changed, and into what; `$&` is what stood there. */
const CHANGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ \+ /g, [" - ", " * "]],
  [/ - /g, [" + ", " * "]],
  [/ \* /g, [" / ", " + "]],
  [/ \/ /g, [" * ", " - "]],
  [/ ?\*\* ?/g, [" * ", " / "]],
  [/ ?\*\* ?2\b/g, ["", " ** 3", " ** 1 / 2"]],
  [/Math\.sqrt\(/g, ["(", "Math.abs(", "Math.cbrt("]],
  [/Math\.(?:exp|log|abs)\(/g, ["(", "Math.sqrt("]],
  [
    /\b(?:lambda|alpha|eta|beta1|beta2|epsilon|zeta|rho|decay|eta0|k|t)\b/g,
    ["1", "(2 * $&)", "(-$&)", "(1 - $&)"],
  ],
  [/\[(?:i|j|k)\]/g, ["[0]", "[w.length - 1]"]],
  [/\((?=[^()]*[-+][^()]*\)(?! ?=>))[^()]*\)/g, ["~"]],
  [/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g, ["(10 * $&)", "($& + 1)", "0"]],
];

interface Change {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** What may be changed in a text, behind the names of what is given. */
function changesIn(code: string): Change[] {
  const body = Math.max(code.indexOf("=>"), code.indexOf("{", code.indexOf(")")));
  return CHANGES.flatMap(([sign, others]) =>
    [...code.matchAll(sign)]
      .filter(({ index }) => index > body)
      .flatMap(({ 0: was, index }) =>
        others
          .map((other) => (other === "~" ? was.slice(1, -1) : other.replace("$&", was)))
          .filter((by) => by !== was)
          .map((by) => ({ from: index, to: index + was.length, by })),
      ),
  );
}

/** Right answers of all writers to what is written from nothing. */
const right = ([1, 2, 3] as const).flatMap((writer) =>
  answersOf(writer).filter(({ id, slip }) => slip === "" && lessonExercises.all.has(id)),
);

/** A wrong answer, and the right one that it was made of. */
export interface Mutant {
  readonly answer: HandedIn;
  readonly of: string;
}

/** A wrong answer by its number; every fourth has two changes. */
export function mutant(seed: number): Mutant {
  const from = right[Math.floor(uniform(seed, 1) * right.length)]!;
  let code = from.code;
  for (let i = 0; i < (seed % 4 === 0 ? 2 : 1); i++) {
    const changes = changesIn(code);
    const change = changes[Math.floor(uniform(seed, 2 + i) * changes.length)];
    if (change !== undefined) code = code.slice(0, change.from) + change.by + code.slice(change.to);
  }
  return { answer: { ...from, code }, of: from.code };
}
