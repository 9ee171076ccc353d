import { type FormulaTarget, formulaSlips, formulasOf, type Point, valuesOf } from "../formula-target.ts";
import type { Mistake } from "../mistake.ts";
import { guarded } from "../run/guard.ts";
import { actionsIn, constantsIn } from "../run/source.ts";
import { type Column, Columns, firstDifference } from "../search/columns.ts";
import type { Vocabulary } from "../search/edits.ts";
import {
  explainFar,
  explainLine,
  explainNear,
  type LineFinding,
  type WrongLine,
} from "../search/line-search.ts";
import { apply, name, show, type Tree, treeOf } from "../search/tree.ts";

interface Tried {
  readonly target: FormulaTarget;
  readonly right: readonly string[];
  readonly points: readonly Point[];
  /** What came, where it can be read as it was asked for. */
  readonly got: readonly (readonly number[])[] | undefined;
  readonly results: readonly unknown[];
  readonly candidate: (numbers: Record<string, number>) => unknown;
  readonly source: string;
}

interface Explained {
  readonly mistakes: readonly Mistake[];
  /** What computes what the answer computes. */
  readonly computes?: readonly Tree[];
  /** The same as it is shown. */
  readonly lines?: readonly string[];
}

/** What explains the numbers of a function. */
export function explainFormula(tried: Tried): Explained {
  const { target, right, points, got, source } = tried;
  if (got === undefined) return { mistakes: onlyNumber(tried) };
  const columns = right.map((_, i) => Float64Array.from(got, (values) => values[i]!));
  const fits = (formulas: readonly string[]): boolean => {
    const values = valuesOf(formulas, points);
    return formulas.every(
      (_, i) =>
        firstDifference(
          Float64Array.from(values, (row) => row[i]!),
          columns[i]!,
        ) < 0,
    );
  };
  if (columns.every((column) => column.every(Number.isNaN))) {
    const missing = notGiven(tried);
    if (missing !== undefined) return { mistakes: [missing] };
  }
  const declared = [...target.misconceptions, ...target.neighbours].filter(({ formula }) =>
    fits(formulasOf(formula)),
  );
  if (declared.length > 0) {
    const [first] = declared as [(typeof declared)[0]];
    return {
      mistakes: [
        {
          id: `known: ${first.id ?? [first.formula].flat().join("; ")}`,
          what: first.what,
          ...(first.credit === undefined ? {} : { credit: first.credit }),
        },
      ],
      ...shown(formulasOf(first.formula).map(treeOf)),
    };
  }
  const [slip, second] = formulaSlips(target).filter(({ formula }) => fits(formula));
  if (slip !== undefined) {
    return {
      mistakes: [
        {
          id: `slip: ${slip.formula.join("; ")}`,
          what: slip.what,
          ...(second === undefined ? {} : { or: second.what }),
        },
      ],
      ...shown(slip.formula.map(treeOf)),
    };
  }
  return explainEach(right.map(treeOf), columns, settingOf(right, points, source));
}

const shown = (computes: readonly Tree[]): Pick<Explained, "computes" | "lines"> => ({
  computes,
  lines: computes.map(show),
});

interface Setting {
  readonly columns: Columns;
  readonly screen: Columns;
  readonly words: Vocabulary;
}

/** All that the search needs for some points. */
export function settingOf(right: readonly string[], points: readonly Point[], source: string): Setting {
  const names = Object.keys(points[0]!);
  const columnsOf = (some: readonly Point[]): Columns => {
    const values = new Map<string, Column>(
      names.map((one) => [one, Float64Array.from(some, (point) => point[one]!)]),
    );
    if (right.length > 1) {
      const all = valuesOf(right, some);
      right.forEach((_, i) =>
        values.set(
          `entry${i + 1}`,
          Float64Array.from(all, (row) => row[i]!),
        ),
      );
      values.set(
        "size",
        Float64Array.from(all, (row) => Math.hypot(...row)),
      );
    }
    return new Columns(some.map((_, i) => i).concat(some.length), values);
  };
  const extra = right.length > 1 ? [...right.map((_, i) => `entry${i + 1}`), "size"] : [];
  return {
    columns: columnsOf(points),
    screen: columnsOf(points.slice(0, 4)),
    words: {
      names,
      asides: extra,
      numbers: names,
      constants: [...new Set([...constantsIn(source), 2, 0.5, 3, 10, 1])],
      actions: actionsIn(source).filter((op) => !WHOLE.has(op)),
    },
  };
}

/** What needs the coordinates of a list has no place in a formula of numbers. */
const WHOLE = new Set([
  "first",
  "second",
  "last",
  "sum",
  "mean",
  "norm",
  "sizes",
  "largest",
  "next",
  "previous",
  "following",
  "preceding",
  "reverse",
  "running",
  "gradient",
  "solve",
  "mul",
]);

/** Likely slips first, then those of any kind, then two. */
function search(line: WrongLine): LineFinding[] {
  const [near, any] = [explainNear, explainLine].map((explain) => explain(line));
  return near!.length > 0 ? near! : any!.length > 0 ? any! : explainFar(line);
}

/** Each formula by itself. */
function explainEach(right: readonly Tree[], got: readonly Column[], setting: Setting): Explained {
  const found = right.map((tree, i) =>
    firstDifference(setting.columns.compute(tree), got[i]!) < 0
      ? []
      : search({ right: tree, got: got[i]!, ...setting }),
  );
  const wrong = right.map((tree, i) => firstDifference(setting.columns.compute(tree), got[i]!) >= 0);
  if (found.every((all, i) => wrong[i] !== true || all.length === 0)) return { mistakes: [] };
  const each = found.flatMap((all, i) =>
    all.length === 0 ? [] : [mistakeOf(all, right.length === 1 ? undefined : i)],
  );
  const mistakes = each.length < 2 ? each : [together(each)];
  const complete = found.every((all, i) => !wrong[i] || all.length > 0);
  return {
    mistakes,
    ...(complete ? shown(right.map((tree, i) => found[i]![0]?.tree ?? tree)) : {}),
  };
}

/** One mistake in several numbers of a list, or one in each. */
function together(each: readonly Mistake[]): Mistake {
  return { id: each.map(({ id }) => id).join(" + "), what: each.map(({ what }) => what).join(", and ") };
}

function mistakeOf(all: readonly LineFinding[], index: number | undefined): Mistake {
  const place = index === undefined ? "" : `in number ${index + 1}, `;
  const say = ({ edits }: LineFinding): string =>
    place + [...new Set(edits.map(({ what }) => what()))].join(", and ");
  const [first, second] = all as [LineFinding, LineFinding?];
  const or = second === undefined ? undefined : say(second);
  return {
    id: first.edits
      .map(({ kind, of }) => `${index === undefined ? "" : `${index + 1}: `}${kind} of ${of}`)
      .join(" + "),
    what: say(first),
    ...(or === undefined || or === say(first) ? {} : { or }),
    ...(first.edits[0]!.kind === "always" ? { credit: 0 } : {}),
  };
}

/** A name that is asked for and not given. */
function notGiven({ candidate, points }: Tried): Mistake | undefined {
  const [point] = points as [Point];
  const missing = new Set<string>();
  const whole = new Set<PropertyKey>();
  const proxy = new Proxy(
    { ...point },
    {
      get(target, key) {
        if (key === Symbol.toPrimitive || key === "valueOf" || key === "toString") whole.add(key);
        else if (typeof key === "string" && !(key in target)) missing.add(key);
        return Reflect.get(target, key) as unknown;
      },
    },
  );
  guarded(() => candidate(proxy));
  const names = Object.keys(point).join(", ");
  const [first] = missing;
  if (first !== undefined) {
    return {
      id: `name: ${first} not given`,
      sentence: `your function asks for ${first}, which is not given, so it is undefined`,
      cure: `Given are ${names}.`,
    };
  }
  return whole.size > 0
    ? {
        id: "argument: not taken apart",
        sentence: "what is given is an object, and it is computed with as if it were a number",
        cure: `Take it apart: ({ ${names} }) => ....`,
      }
    : undefined;
}

/** Where one number came in the place of a list, or a list in the place of a number: what it is. */
function onlyNumber({ right, points, results, source }: Tried): Mistake[] {
  if (right.length < 2) return [];
  const numbers = results.map((value) =>
    Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value,
  );
  if (!numbers.every((value) => typeof value === "number")) return [];
  const got = Float64Array.from(numbers);
  const setting = settingOf(right, points, source);
  const trees = right.map(treeOf);
  const known: readonly (readonly [string, Tree, string])[] = [
    ...trees.map((tree, i) => [`only ${i + 1}`, tree, `it is number ${i + 1} of the list alone`] as const),
    ["sum", trees.reduce((a, b) => apply("add", a, b)), "it is the sum of the numbers of the list"],
    ["size", name("size"), "it is the length of the list, taken as an arrow"],
  ];
  const found = known.find(([, tree]) => firstDifference(setting.columns.compute(tree), got) < 0);
  return found === undefined ? [] : [{ id: `value: ${found[0]}`, sentence: found[2] }];
}
