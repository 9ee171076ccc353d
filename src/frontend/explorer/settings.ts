import { Recipe } from "../../figures/recipe.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import * as surfaces from "../../objectives/surfaces.ts";
import * as library from "../../rules/index.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Schedule } from "../../schedules/schedule.ts";

/** One rule in the explorer, with its own numbers. */
export interface Runner {
  readonly rule: Rule;
  readonly hyper: Readonly<Record<string, number>>;
  readonly on: boolean;
}

/** All that the explorer's controls set. */
export interface Settings {
  readonly objective: ExpressionObjective;
  readonly start: readonly [number, number];
  readonly steps: number;
  readonly schedule?: Schedule;
  readonly runners: readonly Runner[];
}

/** The most steps of a descent in a page. */
export const MOST_STEPS = 2000;

/** The named surfaces of two parameters. */
export const SURFACES = Object.values<ExpressionObjective | readonly ExpressionObjective[]>(surfaces)
  .flat()
  .filter((surface, k, all) => surface.dimension === 2 && all.indexOf(surface) === k);

/**
 * The settings that a stored explorer begins with.
 * @throws InputError when it can't be read
 */
export function settingsOf(recipe: Recipe): Settings {
  const { objective, runs, specification } = recipe;
  const { steps } = specification.options as { readonly steps?: number };
  const first = runs[0];
  const [x, y] = first?.start ?? objective.start ?? [1, 1];
  return {
    objective,
    start: [x!, y!],
    steps: Math.min(steps ?? 50, MOST_STEPS),
    ...(first?.schedule === undefined ? {} : { schedule: first.schedule }),
    runners: runs.map(({ rule, hyper }) => ({ rule, hyper, on: true })),
  };
}

/** The settings as a line of TypeScript that makes the same explorer. */
export function typescriptOf({ objective, start, steps, schedule, runners }: Settings): string {
  const rules = runners
    .filter(({ on }) => on)
    .map(
      ({ rule, hyper }) =>
        `{ rule: ${nameOf(library, rule) ?? JSON.stringify(rule)}, hyper: ${plain(hyper)} }`,
    );
  const parts = [
    `objective: ${nameOf(surfaces, objective) ?? JSON.stringify(objective.expression)}`,
    `rules: [${rules.join(", ")}]`,
    `start: [${start.join(", ")}]`,
    `steps: ${steps}`,
    ...(schedule === undefined
      ? []
      : [`schedule: scheduleById("${schedule.id}", ${plain(schedule.parameters)})`]),
  ];
  return `explore({ ${parts.join(", ")} })`;
}

function plain(numbers: Readonly<Record<string, number>>): string {
  const entries = Object.entries(numbers).map(([name, value]) => `${name}: ${value}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Under which name the library exports a value of the same formula or rule. */
function nameOf(
  exports: object,
  value: { readonly id?: string; readonly expression?: string },
): string | undefined {
  const found = Object.entries(exports as Record<string, { id?: string; expression?: string }>).find(
    ([, other]) =>
      other === value || (value.expression !== undefined && other.expression === value.expression),
  );
  return found?.[0];
}
