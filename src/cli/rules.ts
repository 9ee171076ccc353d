import { conventions, formatNumber, type Rule, rules as libraryRules } from "../index.ts";
import type { Invocation } from "./boot/arguments.js";
import { columns } from "./columns.ts";

/** Every rule that the command line knows: the library's, and those that conventions write differently. */
export function knownRules(): Rule[] {
  const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
  return [...new Set([...libraryRules, ...forms])];
}

/** `fall-line rules`: what there is, with hyperparameters and their defaults; the learning rate is named. */
export function rules({ options }: Invocation): Promise<number> {
  const known = knownRules();
  process.stdout.write(`${options["json"] === true ? JSON.stringify(known) : columns(known.map(rowOf))}\n`);
  return Promise.resolve(0);
}

function rowOf({ id, title, rate, hyperparameters }: Rule): Record<string, string> {
  const defaults = Object.entries(hyperparameters).map(
    ([name, { default: usual }]) => `${name}=${formatNumber(usual)}`,
  );
  return { rule: id, title, "learning rate": rate ?? "none", hyperparameters: defaults.join(" ") };
}
