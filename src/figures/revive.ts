import * as v from "valibot";
import { InputError } from "../errors.ts";
import { type ExpressionObjective, objective } from "../objectives/objective.ts";
import { reviveRule } from "../rules/revive.ts";
import { rules } from "../rules/list.ts";
import type { Rule } from "../rules/rule.ts";
import { SCHEDULE } from "../schedules/schedule.ts";
import { FINITE, INTERVAL, listUpTo, parsed, recordOf, textUpTo, wholeFrom } from "../schema.ts";
import { descend } from "../trace/descend.ts";
import type { Trace } from "../trace/trace.ts";
import { checkEffort } from "./effort.ts";
import { MOST_RUNS, MOST_STEPS, type RunSpecification } from "./recipe.ts";

/** How long rules of one's own may be, all those of a figure together. */
const MOST_OF_RULES = 100_000;

const LONG = textUpTo(50_000);
const POINT = listUpTo(1000, FINITE);
const POINTS = listUpTo(100, POINT);

const OBJECTIVE = v.object({
  name: LONG,
  expression: LONG,
  variables: v.exactOptional(listUpTo(1000, textUpTo(300))),
  minima: v.exactOptional(POINTS),
  localMinima: v.exactOptional(POINTS),
  // JSON has no -Infinity: it comes back as null.
  least: v.exactOptional(
    v.pipe(
      v.nullable(v.number()),
      v.transform((least) => least ?? -Infinity),
    ),
  ),
  start: v.exactOptional(POINT),
  view: v.exactOptional(listUpTo(1000, INTERVAL)),
});

const RUN = v.object({
  rule: v.pipe(v.unknown(), v.transform(revivedRule)),
  start: POINT,
  steps: wholeFrom(0, MOST_STEPS),
  hyper: recordOf(FINITE),
  schedule: v.exactOptional(SCHEDULE),
});

type RevivedRun = v.InferOutput<typeof RUN>;

const FIGURE = v.looseObject({
  kind: v.string(),
  options: recordOf(v.unknown()),
  runs: listUpTo(MOST_RUNS, v.unknown()),
});

/** What a figure is computed from again; everything is checked like any other input, as it may be hostile. */
export class Recipe {
  readonly kind: string;
  readonly options: object;
  readonly #objective: unknown;
  readonly #runs: readonly unknown[];

  /** @throws InputError when it is not a specification of format 1 */
  constructor(data: unknown) {
    const { format } = parsed(v.looseObject({}), data, "a stored figure");
    if (format !== 1)
      throw new InputError({
        what: "this figure needs another version of fall-line",
        got: format,
        allowed: "format 1",
      });
    const { kind, options, runs, objective } = parsed(FIGURE, data, "a stored figure");
    this.kind = kind;
    this.options = options;
    this.#runs = runs;
    this.#objective = objective;
    checkRules(this.#runs);
  }

  get objective(): ExpressionObjective {
    const { expression, ...known } = parsed(OBJECTIVE, this.#objective, "a stored objective");
    return objective(expression, known);
  }

  get runs(): RevivedRun[] {
    return this.#runs.map((run) => parsed(RUN, run, "a stored run"));
  }

  /** The first run, for figures of one rule. */
  get run(): RevivedRun {
    const [first] = this.runs;
    if (first === undefined) throw new InputError({ what: "this figure needs a run", got: "none" });
    return first;
  }

  get traces(): Trace[] {
    const { objective: on, runs } = this;
    checkEffort(on, runs);
    return runs.map(({ rule, ...options }) => descend(on, rule, options));
  }

  /** The first trace, for figures of one descent. */
  get trace(): Trace {
    const { objective: on, run } = this;
    const { rule, ...options } = run;
    checkEffort(on, [run]);
    return descend(on, rule, options);
  }
}

function checkRules(runs: readonly unknown[]): void {
  const letters = JSON.stringify(runs.map((run) => (run as Partial<RunSpecification> | null)?.rule)).length;
  if (letters <= MOST_OF_RULES) return;
  throw new InputError({
    what: "the rules of a stored figure are longer than a page reads",
    got: `${letters} letters`,
    allowed: `up to ${MOST_OF_RULES}`,
  });
}

/** A rule from how it was stored. @throws InputError when there is no such rule */
function revivedRule(rule: unknown): Rule {
  if (typeof rule !== "string") return reviveRule(rule);
  const found = rules.find(({ id }) => id === rule);
  if (found !== undefined) return found;
  throw new InputError({
    what: "there is no such rule",
    got: rule,
    allowed: rules.map(({ id }) => id).join(", "),
  });
}
