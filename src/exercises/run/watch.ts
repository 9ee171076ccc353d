import { unheard } from "./describe.ts";
import type { Case } from "./cases.ts";
import { type Candidate, ELSEWHERE, type Watched } from "./candidate.ts";
import { pointOf, solveOrDivide } from "./tools.ts";

type Lists = Record<string, readonly number[]>;

/** Let an answer take a step and see what it reads, as far as it comes. One that runs elsewhere is watched there. */
export function watch(candidate: Candidate, one: Case): Watched {
  return candidate[ELSEWHERE]?.watch(one) ?? watchHere(candidate, one);
}

/** The same for an answer that runs here. */
export function watchHere(candidate: Candidate, one: Case): Watched {
  const found = {
    whole: new Set<string>(),
    missing: new Set<string>(),
    missingHyper: new Set<string>(),
    functions: new Set<string>(),
  };
  const beyond = new Map<string, Watched["beyond"][number]>();
  let hyperAsNumber = false;
  const list = <T>(name: string, entries: readonly T[]): T[] => {
    const proxy: T[] = new Proxy([...entries], {
      get(target, key, receiver: unknown) {
        if (key === Symbol.toPrimitive) {
          return () => {
            found.whole.add(name);
            return String(target);
          };
        }
        if (key === "constructor") return { [Symbol.species]: speciesOf };
        if (typeof key === "string" && !(key in target) && key !== "toJSON" && key !== "then")
          beyond.set(`${name}.${key}`, { list: name, index: key, length: target.length });
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    return proxy;
  };
  function speciesOf(): unknown[] {
    return list("a list", []);
  }
  const tool = (name: string, f: (...inputs: unknown[]) => unknown): unknown =>
    new Proxy(f, {
      get(target, key) {
        if (typeof key === "string" && key !== "toJSON") found.functions.add(name);
        return Reflect.get(target, key) as unknown;
      },
    });
  const record = (values: Record<string, unknown>, missing: Set<string>): Record<string, unknown> =>
    new Proxy(values, {
      get(target, key) {
        if (key === Symbol.toPrimitive && missing === found.missingHyper) hyperAsNumber = true;
        if (typeof key === "string" && !(key in target) && key !== "toJSON") missing.add(key);
        return Reflect.get(target, key) as unknown;
      },
    });
  const lists: Lists = { ...one.state, w: one.w, g: one.g };
  const n = one.w.length;
  const now = {
    ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, list(name, values)])),
    t: one.t,
    gradient: tool("gradient", (at) => list("the gradient", Array.from(one.gradient(pointOf(at, n))))),
    H: list(
      "H",
      Array.from({ length: n }, (_, i) => list(`H[${i}]`, Array.from(one.H.subarray(i * n, (i + 1) * n)))),
    ),
    solve: tool("solve", (A, b) => list("the solution", solveOrDivide(A, b))),
  };
  const domains = watchDomains();
  try {
    unheard(
      candidate(
        record(now, found.missing),
        record({ ...one.hyper }, found.missingHyper) as Record<string, number>,
      ),
    );
  } catch {
    // What it read until then is known; how it ended is told elsewhere.
  }
  const outOfDomain = domains.end();
  return {
    whole: [...found.whole],
    missing: [...found.missing],
    missingHyper: [...found.missingHyper],
    functions: [...found.functions],
    hyperAsNumber,
    beyond: [...beyond.values()],
    ...(outOfDomain.length === 0 ? {} : { outOfDomain }),
  };
}

/** Notices functions of Math that make NaN of a number, until they are put back. */
function watchDomains(): { readonly end: () => string[] } {
  const [was, found] = [{ sqrt: Math.sqrt, log: Math.log }, new Set<string>()];
  for (const [name, compute] of Object.entries(was))
    Reflect.set(Math, name, (x: unknown) => {
      const y = compute(x as number);
      if (Number.isNaN(y) && !Number.isNaN(Number(x))) found.add(name);
      return y;
    });
  return {
    end: () => {
      Object.assign(Math, was);
      return [...found];
    },
  };
}
