import { expect, test } from "vitest";
import { readCode } from "../../src/grading/answers/cells.ts";
import type { Language } from "../../src/grading/answers/language.ts";
import { programOf } from "../../src/grading/answers/program.ts";
import { FORMS, REFUSED } from "./forms.ts";
import { language } from "./standard.ts";

const ANSWER = "({ x, y }) => [2 * x * y, x * x]";
/** What only the library's types refuse: where they were not found, it would be anything. */
const UNFIT = {
  name: "a text for a number",
  cells: () => [`const mine: FormulaOf<"x"> = ({ x }: { x: string }) => x.length;`],
};
const all = [...FORMS, ...REFUSED, UNFIT];

/** What forms call what is theirs, with a number of its own for each. */
const OWN =
  /\b(?:mine|go|inner|helper|all|one|table|later|hidden|make|answers|setUp|Mine|Answers|Which|Step|Same)\b/g;

const CLASS = [
  'import { type FormulaOf } from "fall-line";',
  'type Asked = (...inputs: Parameters<FormulaOf<"x" | "y">>) => any;',
  ...all.flatMap(({ cells }, k) => cells(ANSWER).map((cell) => cell.replace(OWN, `$&${k}`))),
];

/** What is made of each answer of a notebook. */
function madeOf(cells: readonly string[], by: Language): unknown[] {
  const code = readCode(cells.map((source) => ({ id: undefined, source })));
  return all.map(({ name }, k) => {
    const { text, written, fault, refusal } = programOf(
      code,
      { node: `mine${k}`, cell: CLASS.length - 1 },
      by,
    );
    return { name, text, written, fault, refusal };
  });
}

test("a notebook comes to the same in a program that others are in as in one of its own", () => {
  const by = language();
  // Others declare the same names as something else.
  const others = CLASS.map((cell) => cell.replace(/\bAsked\b/g, "string"));
  madeOf(others, by);
  const shared = madeOf(CLASS, by);
  // What imports from elsewhere has a program of its own.
  const alone = madeOf([...CLASS, 'import { sep } from "node:path";'], by);
  expect(shared).toEqual(alone);
  for (const refused of shared.slice(FORMS.length)) expect(refused).not.toHaveProperty("refusal", undefined);
});
