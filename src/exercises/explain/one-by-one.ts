import { OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Cases } from "../run/cases.ts";
import type { Column, Columns } from "../search/columns.ts";
import { type Lines, type Outcome, outcomeOf } from "../search/lines.ts";
import { apply, filled, name } from "../search/tree.ts";
import type { Program } from "./program.ts";

const IN_TURN: Mistake = {
  id: "in turn: gradient",
  what: "the coordinates are changed one after the other, and the gradient of each is taken where those before it have moved already",
  cure: "Take the gradient once, before anything is changed.",
};

const AHEAD_ALONE: Mistake = {
  id: "ahead: one coordinate",
  what: "it looks ahead along one coordinate at a time: each entry of the gradient is taken where the others still stand at w",
  cure: "Move all coordinates ahead first, then take the gradient once.",
};

/** The gradient is taken again for each coordinate: where those before it have moved, or where it alone has moved ahead. */
export function gradientsOfEach(forms: readonly Lines[], isAhead: boolean, source: string): Program[] {
  if (!/\bgradient\b/.test(source)) return [];
  const inTurn = forms.flatMap(
    (lines) =>
    [[], [...lines.states.keys()]].map((keeps): Program => ({ mistake: IN_TURN, run: (cases) => oneByOne(lines, cases, keeps) })), // prettier-ignore
  );
  if (!isAhead) return inTurn;
  return [...inTurn, { mistake: AHEAD_ALONE, run: (cases) => aheadAlone(forms[0]!, cases) }];
}

/**
 * What lines make of some cases when the coordinates are changed one after the other, and the gradient of each is taken where
 * those before it have moved already.
 * @param keeps quantities that are written anew all at once, at the end
 */
export function oneByOne(lines: Lines, { columns }: Cases, keeps: readonly string[] = []): Outcome {
  // Where the gradient was given at w, it is taken there anew.
  const here = new Map([["g", apply("gradient", name("w"))]]);
  const fresh: Lines = {
    states: new Map([...lines.states].map(([state, tree]) => [state, filled(tree, here)])),
    w: filled(lines.w, here),
  };
  const quantities = ["w", ...lines.states.keys()];
  const made = new Map(quantities.map((one) => [one, new Float64Array(columns.length)]));
  for (let index = 0; index + 1 < columns.starts.length; index++) {
    const from = columns.starts[index]!;
    const moved = walk(fresh, columns.only(index), quantities, keeps);
    for (const [one, column] of moved) made.get(one)!.set(column, from);
  }
  const { w, ...states } = Object.fromEntries(made) as { w: Column } & Record<string, Column>;
  return { w, states: new Map(Object.entries(states)) };
}

/** One case, coordinate by coordinate. */
function walk(
  lines: Lines,
  columns: Columns,
  quantities: readonly string[],
  keeps: readonly string[],
): Map<string, Column> {
  const before = (one: string): string => (one === "w" ? one : one + OLD);
  const now = new Map(quantities.map((one) => [before(one), columns.value(before(one))!.slice()]));
  const made = new Map(quantities.map((one) => [one, new Float64Array(columns.length)]));
  for (let i = 0; i < columns.length; i++) {
    const { w, states } = outcomeOf(
      lines,
      columns.with(new Map([...now].map(([one, column]) => [one, column.slice()]))),
    );
    for (const one of quantities) {
      const value = (one === "w" ? w : states.get(one)!)[i]!;
      made.get(one)![i] = value;
      if (!keeps.includes(one)) now.get(before(one))![i] = value;
    }
  }
  return made;
}

/** What lines make of some cases when each entry of the gradient is taken where only its own coordinate has moved ahead. */
export function aheadAlone(lines: Lines, { columns }: Cases): Outcome {
  const quantities = ["w", ...lines.states.keys()];
  const made = new Map(quantities.map((one) => [one, new Float64Array(columns.length)]));
  for (let index = 0; index + 1 < columns.starts.length; index++) {
    const from = columns.starts[index]!;
    const own = columns.only(index);
    for (let i = 0; i < own.length; i++) {
      const alone = (column: Column): Column => column.map((x, j) => (j === i ? x : 0));
      const old = [...lines.states.keys()].map(
        (state) => [state + OLD, alone(own.value(state + OLD)!)] as const,
      );
      const { w, states } = outcomeOf(lines, own.with(new Map(old)));
      for (const one of quantities) made.get(one)![from + i] = (one === "w" ? w : states.get(one)!)[i]!;
    }
  }
  const { w, ...states } = Object.fromEntries(made) as { w: Column } & Record<string, Column>;
  return { w, states: new Map(Object.entries(states)) };
}
