import type { Rule } from "../../rules/rule.ts";
import type { Probe, Probes } from "../run/probe.ts";
import { pathOf, reproduces } from "../run/rule-run.ts";
import { type Mutant, slipsOf } from "./rule.ts";

/** The paths that something takes on the probes: those to match with, and the fresh one. */
interface Paths {
  readonly matching: readonly (readonly ArrayLike<number>[])[];
  readonly fresh: readonly ArrayLike<number>[];
}

/** Does a rule take these paths, on every probe? */
function explains(rule: Rule, probes: Probes, paths: Paths): boolean {
  return (
    probes.matching.every((probe, i) => reproduces(rule, probe, paths.matching[i]!)) &&
    reproduces(rule, probes.fresh, paths.fresh)
  );
}

/** The paths of a rule. */
function pathsOf(rule: Rule, { matching, fresh }: Probes): Paths {
  return { matching: matching.map((probe) => pathOf(rule, probe)), fresh: pathOf(rule, fresh) };
}

/**
 * The wrong versions by one slip that can be told from the right rule: those that stay finite and compute something else.
 * Those that compute the same are in one group, and are named together.
 */
export function distinctSingles(rule: Rule, probes: Probes): Mutant[][] {
  const all = [...probes.matching, probes.fresh];
  const groups: Mutant[][] = [];
  for (const candidate of slipsOf(rule)) {
    if (!all.every((probe) => isFinite(candidate, probe))) continue;
    const paths = pathsOf(candidate.rule, probes);
    if (explains(rule, probes, paths)) continue;
    const group = groups.find(([first]) => explains(first!.rule, probes, paths));
    if (group === undefined) groups.push([candidate]);
    else group.push(candidate);
  }
  return groups;
}

function isFinite({ rule }: Mutant, probe: Probe): boolean {
  return pathOf(rule, probe).length === probe.steps;
}
