import * as v from "valibot";
import { MOST_STEPS } from "../../figures/explore.ts";
import { Recipe } from "../../figures/revive.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import * as surfaces from "../../objectives/surfaces.ts";
import * as library from "../../rules/index.ts";
import type { Rule } from "../../rules/rule.ts";
import { parsed, wholeFrom } from "../../schema.ts";
import { nameOfSchedule, type Schedule } from "../../schedules/schedule.ts";

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
  /** Whether the rates are searched alike for each rule, anew on each surface; absent where that is not offered. */
  readonly tuned?: boolean;
}

/** The named surfaces of two parameters. */
export const SURFACES = Object.values<ExpressionObjective | readonly ExpressionObjective[]>(surfaces)
  .flat()
  .filter((surface, k, all) => surface.dimension === 2 && all.indexOf(surface) === k);

const OPTIONS = v.object({ steps: v.optional(wholeFrom(0, MOST_STEPS), 50), tuned: v.optional(v.boolean()) });

/**
 * The settings that a stored explorer begins with.
 * @throws InputError when it can't be read
 */
export function settingsOf(recipe: Recipe): Settings {
  const { objective, runs, options } = recipe;
  const { steps, tuned } = parsed(OPTIONS, options, "a stored explorer");
  const first = runs[0];
  const [x, y] = first?.start ?? objective.start ?? [1, 1];
  return {
    objective,
    start: [x!, y!],
    steps,
    ...(first?.schedule === undefined ? {} : { schedule: first.schedule }),
    runners: runs.map(({ rule, hyper }) => ({ rule, hyper, on: true })),
    ...(tuned === true ? { tuned } : {}),
  };
}

/** The settings as a line of TypeScript that shows the same explorer, in any cell or program. */
export function typescriptOf({ objective, start, steps, schedule, runners, tuned }: Settings): string {
  const imports = new Set(["display", "explore"]);
  const imported = (name: string): string => {
    imports.add(name);
    return name;
  };
  const ruleText = (rule: Rule): string => {
    const name = nameOf(library, rule);
    if (name !== undefined) return imported(name);
    return `${imported("defineRule")}(${JSON.stringify({ ...rule, format: undefined })})`;
  };
  const scheduleText = (one: Schedule): string => {
    const name = nameOfSchedule(one);
    if (name === undefined) return JSON.stringify(one);
    return `${imported("schedules")}.${name}(${name === "constant" ? "" : plain(one.parameters)})`;
  };
  const rules = runners
    .filter(({ on }) => on)
    .map(({ rule, hyper }) => `{ rule: ${ruleText(rule)}, hyper: ${plain(hyper)} }`);
  const surface = nameOf(surfaces, objective);
  const parts = [
    `objective: ${surface === undefined ? JSON.stringify(objective.expression) : imported(surface)}`,
    `rules: [${rules.join(", ")}]`,
    `start: [${start.join(", ")}]`,
    `steps: ${steps}`,
    ...(schedule === undefined ? [] : [`schedule: ${scheduleText(schedule)}`]),
    ...(tuned === true ? ["tuned: true"] : []),
  ];
  const names = [...imports].sort().join(", ");
  return `import { ${names} } from "fall-line"; display(explore({ ${parts.join(", ")} }));`;
}

function plain(numbers: Readonly<Record<string, number>>): string {
  const entries = Object.entries(numbers).map(([name, value]) => `${propertyName(name)}: ${value}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const propertyName = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name));

/** Under which name the library exports a rule, or a surface of the same formula. */
function nameOf(exports: object, value: Rule | ExpressionObjective): string | undefined {
  const isSame = (other: unknown): boolean =>
    other === value ||
    ("expression" in value && (other as Partial<ExpressionObjective>).expression === value.expression);
  return Object.entries(exports).find(([, other]) => isSame(other))?.[0];
}
