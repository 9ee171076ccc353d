/** What is said of an answer that no slip explains: how its numbers differ, and what they do not depend on. */
import { nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type FormulaTarget, formulasOf, type Point, valuesOf } from "../formula-target.ts";
import type { Candidate, FormulaCandidate } from "../run/candidate.ts";
import type { Case } from "../run/cases.ts";
import { guarded } from "../run/guard.ts";
import { repliesOf } from "../run/observe.ts";
import { sourceOf } from "../run/source.ts";
import { linesOf, startOf } from "../search/lines.ts";
import { namesIn, type Tree, treeOf } from "../search/tree.ts";
import type { Seen } from "./claim.ts";
import { quantitiesOf } from "./compared-quantities.ts";
import { settingOf } from "./formula-setting.ts";
import { type Compared, traitsOf } from "./traits.ts";
import { type Came, columnsIn } from "./tried-formula.ts";
import { wordsFor } from "./vocabulary.ts";

/** Sentences, and what makes them true, in a form that can be tried elsewhere. */
export interface Differing<S> {
  readonly says: readonly string[];
  readonly holds: (seen: S) => boolean;
}

/** So many traits are told of a quantity, the most telling ones. */
const MOST = 2;

/** What differs where, of which only what is so everywhere is told. */
function differing<S>(
  subject: string,
  all: readonly S[],
  compared: (seen: S) => readonly Compared[],
  unusedIn: (seen: S) => readonly string[],
): Differing<S> {
  const traits = traitsOf(all.flatMap(compared)).slice(0, MOST);
  const unused = unusedIn(all[0]!).filter((one) => all.every((seen) => unusedIn(seen).includes(one)));
  return {
    says: [
      ...(traits.length === 0 ? [] : [`In all that was tried, ${subject} ${traits.join("; it ")}.`]),
      ...unused.map((one) => `Whatever ${nameText(one)} is, the same comes out.`),
    ],
    holds: (seen) =>
      traits.every((one) => traitsOf(compared(seen)).includes(one)) &&
      unused.every((one) => unusedIn(seen).includes(one)),
  };
}

const namesOf = (trees: readonly Tree[]): ReadonlySet<string> =>
  new Set(trees.flatMap((tree) => [...namesIn(tree)]));

/** By these a hyperparameter is changed, near and far: it may be compared with something alone. */
const FACTORS = [0.8, 0.01, 100];

/** Of a quantity of a step. */
export function stepDiffering(
  quantity: string,
  rule: Rule,
  candidate: Candidate,
  all: readonly Seen[],
): Differing<Seen> {
  const { w, states } = linesOf(rule);
  const used = namesOf([w, ...states.values()]);
  const { conditions = [] } = wordsFor(rule, sourceOf(candidate), quantity, states.get(quantity) ?? w);
  const compared = (seen: Seen): Compared[] => {
    const columns = startOf(seen.cases.columns, states.keys());
    const { got, due } = quantitiesOf(rule, seen).find(({ name }) => name === quantity)!;
    return got === undefined ? [] : [{ got, due, before: columns.value(quantity), columns, conditions }];
  };
  const others: readonly (readonly [string, (one: Case) => Case])[] = [
    ...(used.has("t") ? [["t", (one: Case): Case => ({ ...one, t: one.t + 1 })] as const] : []),
    ...Object.keys(rule.hyperparameters).flatMap((name) => FACTORS.map((factor) => [name, (one: Case): Case => ({ ...one, hyper: { ...one.hyper, [name]: factor * one.hyper[name]! } })] as const)), // prettier-ignore
  ];
  const results = (cases: Seen["cases"]): string =>
    JSON.stringify(repliesOf(candidate, cases).map(({ result }) => result));
  const unusedIn = ({ cases }: Seen): string[] => {
    const matters = others.filter(
      ([, other]) =>
        !isSame(
          () => results(cases),
          () => results({ ...cases, all: cases.all.map(other) }),
        ),
    );
    const names = new Set(others.map(([name]) => name));
    for (const [name] of matters) names.delete(name);
    return [...names];
  };
  return differing(nameText(quantity), all, compared, unusedIn);
}

/** Of the numbers of a formula. @param numbers those that no slip explains, from 0: what is so of all of them, or of the first */
export function formulaDiffering(
  numbers: readonly number[],
  target: FormulaTarget,
  candidate: FormulaCandidate,
  all: readonly Came[],
): Differing<Came> {
  const right = formulasOf(target.formula);
  const used = [...namesOf(right.map(treeOf))];
  const compared =
    (some: readonly number[]) =>
    ({ points, got }: Came): Compared[] => {
      const { columns, words } = settingOf(right, points, sourceOf(candidate));
      const { conditions = [] } = words;
      const [came, due] = [got, valuesOf(right, points)].map((rows) => columnsIn(rows, right.length));
      return some.map((k) => ({ got: came![k]!, due: due![k]!, columns, conditions }));
    };
  const results = (points: readonly Point[]): string =>
    JSON.stringify(points.map((point) => candidate({ ...point })));
  const unusedIn = ({ points }: Came): string[] =>
    used.filter((name) =>
      isSame(
        () => results(points),
        () => results(points.map((point, i) => ({ ...point, [name]: points.at(i - 1)![name]! }))),
      ),
    );
  const of = (subject: string, some: readonly number[]): Differing<Came> =>
    differing(subject, all, compared(some), unusedIn);
  const isSoInEach = numbers.length > 1 && traitsOf(all.flatMap(compared(numbers))).length > 0;
  const [first] = numbers as [number];
  return isSoInEach
    ? of(`each of the numbers ${numbers.map((k) => k + 1).join(" and ")}`, numbers)
    : of(right.length === 1 ? "it" : `number ${first + 1}`, [first]);
}

/** Whether two things come out the same; not where a function does not come through. */
function isSame(one: () => string, other: () => string): boolean {
  const tried = guarded(() => one() === other());
  return "value" in tried && tried.value;
}
