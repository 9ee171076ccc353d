import { InputError } from "../errors.ts";
import { curves } from "./curves.ts";
import { explore } from "./explore.ts";
import type { Figure } from "./figure.ts";
import { landscape } from "./landscape.ts";
import { nesterovPicture, type NesterovPictureOptions } from "./nesterov-picture.ts";
import { raceOf, type RaceOptions } from "./race.ts";
import { rateMap, type StoredRateMap } from "./rate-map.ts";
import { rateSensitivity, type SensitivityOptions } from "./rate-sensitivity.ts";
import { Recipe } from "./recipe.ts";
import { surface } from "./surface.ts";
import { stepPicture, type StepPictureOptions } from "./step-picture.ts";

/** The kinds of figures by the name in their recipe, each with how it is computed again. */
const KINDS: Readonly<Record<string, (recipe: Recipe) => Figure>> = {
  landscape: ({ objective, traces, specification: { options } }) =>
    landscape(traces.length > 0 ? traces : objective, options),
  surface: ({ objective, traces, specification: { options } }) =>
    surface(traces.length > 0 ? traces : objective, options),
  race: ({ traces, specification: { options } }) => raceOf(traces, options as RaceOptions),
  "rate-sensitivity": ({ objective, runs, specification: { options } }) =>
    rateSensitivity(objective, runs, { ...(options as SensitivityOptions), start: runs[0]?.start ?? [] }),
  "rate-map": ({ run: { rule, hyper }, specification: { options } }) => {
    const { curvatures, ...rest } = options as StoredRateMap;
    return rateMap(curvatures, { ...rest, rule, hyper });
  },
  "nesterov-picture": ({ traces, specification: { options } }) => {
    const { t, ...rest } = options as NesterovPictureOptions & { readonly t: number };
    return nesterovPicture(traces[0]!, t, rest);
  },
  "step-picture": ({ traces, specification: { options } }) => {
    const { t, ...rest } = options as StepPictureOptions & { readonly t: number };
    return stepPicture(traces[0]!, t, rest);
  },
  explorer: ({ objective, runs, specification: { options } }) => {
    const [first] = runs;
    return explore({
      objective,
      rules: runs.map(({ rule, hyper }) => ({ rule, hyper })),
      steps: (options as { readonly steps: number }).steps,
      ...(first === undefined ? {} : { start: first.start }),
      ...(first?.schedule === undefined ? {} : { schedule: first.schedule }),
    });
  },
  curves: ({ traces, specification: { options } }) => curves(traces, options),
};

/**
 * Compute a stored figure again. Everything in it is checked like any other input, since it may come from an
 * untrusted notebook: expressions and rules are compiled from an allow-list only.
 * @throws InputError when it is not a specification of format 1, or of no known kind
 */
export function figureFromSpecification(data: unknown): Figure {
  const recipe = new Recipe(data);
  const { kind } = recipe.specification;
  if (typeof kind === "string" && Object.hasOwn(KINDS, kind)) return KINDS[kind]!(recipe);
  throw new InputError({
    what: "there is no such kind of figure",
    got: kind,
    allowed: Object.keys(KINDS).join(", "),
  });
}
