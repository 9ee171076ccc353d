import type { Rule } from "../../rules/rule.ts";

/** What a line computes, in the rule's own words. */
export function sentenceOf(rule: Rule, name: string): string {
  if (name === "g") return `The slope ${gradientPlace(rule)}`;
  if (name === "H") return `The curvature ${gradientPlace(rule)}`;
  const meaning = rule.equations[name]?.meaning ?? rule.state[name]?.meaning;
  if (meaning === undefined) return name === "w" ? "Move" : "";
  return meaning[0]!.toUpperCase() + meaning.slice(1);
}

/** Where the gradient is taken. */
export function gradientPlace({ gradientAt, equations }: Rule): string {
  if (gradientAt === "w") return "here";
  const jumps = Object.values(equations).some(({ role }) => role === "velocity");
  return jumps ? "where the jump lands" : "at the point looked at";
}
