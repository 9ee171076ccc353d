import {
  descend,
  type ExpressionObjective,
  InputError,
  objective,
  objectives,
  ravine,
  type Schedule,
} from "../index.ts";
import { scheduleById } from "../tools.ts";
import { WIDTH } from "../system/lines.js";
import { traceText } from "../trace/show.ts";
import type { Invocation } from "./boot/arguments.js";
import { answered } from "./answered.ts";
import { idOf } from "./objectives.ts";
import { ruleById, unknownName } from "./rules.ts";

/** `fall-line trace RULE ...`: a descent as a table, as JSON, or one step of it written out. */
export function trace({ words, options, lists }: Invocation): Promise<number> {
  return answered("trace", () => answer(words[0]!, options, lists));
}

type Options = Invocation["options"];
type Lists = Invocation["lists"];

function answer(ruleId: string, options: Options, lists: Lists): string {
  const rule = ruleById(ruleId);
  const on = text(options, "objective", objectiveByName) ?? ravine;
  const start = text(options, "start", (list) => list.split(",").map((x) => numberOf("start", x)));
  const schedule = scheduleOf(options, lists);
  const path = descend(on, rule, {
    steps: text(options, "steps", (steps) => numberOf("steps", steps)) ?? 20,
    ...(start === undefined ? {} : { start }),
    hyper: settings("set", lists),
    ...(schedule === undefined ? {} : { schedule }),
  });
  if (options["json"] === true) return JSON.stringify(path);
  const worked = text(options, "worked", (t) => numberOf("worked", t));
  return worked === undefined ? traceText(path, WIDTH) : path.worked(worked).text;
}

/** The value of an option that was given, read by `read`. */
function text<T>(options: Options, name: string, read: (value: string) => T): T | undefined {
  const value = options[name];
  return typeof value === "string" ? read(value) : undefined;
}

/** A named objective, or a formula. A lone word is taken for a name, so that a misspelt one is not a variable. */
function objectiveByName(name: string): ExpressionObjective {
  const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s-]/g, "");
  const named = objectives.find((candidate) => plain(candidate.name) === plain(name));
  if (named !== undefined) return named;
  if (/^[A-Za-z]{2}[A-Za-z-]*$/.test(name)) throw unknownName("objective", name, objectives.map(idOf));
  return objective(name);
}

function scheduleOf(options: Options, lists: Lists): Schedule | undefined {
  const parameters = settings("schedule-set", lists);
  const id = options["schedule"];
  if (typeof id === "string") return scheduleById(id, parameters);
  const [name] = Object.keys(parameters);
  if (name === undefined) return undefined;
  throw new InputError({
    what: `--schedule-set ${name} needs a --schedule`,
    cure: "add --schedule exponential",
  });
}

/** `NAME=VALUE` as often as it was given; several may stand in one, with commas between. */
function settings(option: string, lists: Lists): Record<string, number> {
  const pairs = (lists[option] ?? []).flatMap((value) => value.split(","));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value, ...rest] = pair.split("=");
      if (name.trim() === "" || value === undefined || rest.length > 0)
        throw new InputError({
          what: `--${option} takes NAME=VALUE`,
          got: pair,
          cure: `write --${option} eta=0.1`,
        });
      return [name.trim(), numberOf(name.trim(), value)];
    }),
  );
}

function numberOf(what: string, given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && Number.isFinite(value)) return value;
  throw new InputError({ what: `${what} must be a number`, got: given });
}
