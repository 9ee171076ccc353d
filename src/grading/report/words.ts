import type { Exercise } from "../../exercises/exercise.ts";
import { formulaText, nameText } from "../../math/text.ts";
import { ENDED, type Ended } from "../sandbox/limits.ts";

/** What a mistake's id says, for a teacher: the author's words where there are any, else what the id names. */
export function mistakeWords(exercise: Exercise, id: string): string {
  const [, kind = "", rest = id] = /^([\w ]+?): ([^]*)$/.exec(id) ?? [];
  switch (kind) {
    case "known":
      return authorsWords(exercise, rest) ?? equations(rest);
    case "slip":
      return `computes ${equations(rest)}`;
    case "ended":
      return ENDED[rest as Ended] ?? rest; // eslint-disable-line @typescript-eslint/no-unnecessary-condition
    case "error":
      return `stops with an error (${rest})`;
    case "return":
      return `returned: ${rest}`;
    default:
      return inLines(id, exercise);
  }
}

/** What the author of an exercise calls a wrong version. */
function authorsWords(exercise: Exercise, key: string): string | undefined {
  if (!("target" in exercise)) return undefined;
  for (const one of exercise.target.misconceptions) {
    const lines =
      "formula" in one
        ? [one.formula].flat()
        : Object.entries(one.equations ?? {}).map((line) => line.join(" = "));
    if (one.id === key || plainText(lines.join("; ")) === plainText(key)) return one.what;
  }
  return undefined;
}

const plainText = (text: string): string => text.replace(/\s/g, "");

/** `m = alpha*m; w = w + m`, as it is printed. */
function equations(text: string): string {
  return (
    text
      .split("; ")
      .filter((line) => line.includes("="))
      .map((line) => {
        const [left = "", right = ""] = line.split(/ ?= ?(.*)/s);
        return `${nameText(left)} = ${printed(right)}`;
      })
      .join(", ") || printed(text)
  );
}

/** `m: sign of lambda*g`: in the line of m, the sign of λ·g. */
function inLines(id: string, exercise: Exercise): string {
  const lines =
    "target" in exercise && "rule" in exercise.target ? Object.keys(exercise.target.rule.equations) : [];
  return id
    .split(/; (?=\w+: )/)
    .map((part) => {
      const [, first, rest = part] = /^(\w+): (.*)$/s.exec(part) ?? [];
      const isLine = first !== undefined && lines.includes(first);
      const [, slip = part, of] = /^(.*?)(?: of (.*))?$/s.exec(isLine ? rest : part) ?? [];
      return (
        (isLine ? `in the line of ${nameText(first)}: ` : "") +
        spaced(slip) +
        (of === undefined ? "" : ` (${printed(of)})`)
      );
    })
    .join("; ");
}

/** `leftOut` in words. */
const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

function printed(expression: string): string {
  try {
    return formulaText(expression);
  } catch {
    return expression;
  }
}
