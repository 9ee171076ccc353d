import { unheard } from "./describe.ts";
import { type Asked, ELSEWHERE, type FormulaCandidate } from "./candidate.ts";

type Point = Readonly<Record<string, number>>;

/** Let a function compute once and see what it asks for. One that runs elsewhere is watched there. */
export function watchFormula(candidate: FormulaCandidate, point: Point): Asked {
  return candidate[ELSEWHERE]?.watchFormula(point) ?? watchFormulaHere(candidate, point);
}

/** The same for a function that runs here. */
export function watchFormulaHere(candidate: FormulaCandidate, point: Point): Asked {
  const missing = new Set<string>();
  let asWhole = false;
  const watched = new Proxy(
    { ...point },
    {
      get(target, key) {
        if (key === "toString") asWhole = true;
        else if (typeof key === "string" && !(key in target)) missing.add(key);
        return Reflect.get(target, key) as unknown;
      },
    },
  );
  try {
    unheard(candidate(watched));
  } catch {
    // What it asked for until then is known; how it ended is told elsewhere.
  }
  return { missing: [...missing], asWhole };
}
