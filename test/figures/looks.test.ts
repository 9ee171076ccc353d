import { expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
  curves,
  descend,
  errorByDirection,
  explore,
  type Figure,
  gradientDescent,
  himmelblau,
  landscape,
  momentum,
  nesterov,
  newton,
  noisy,
  quadratic,
  rateMap,
  ravine,
  stepPicture,
  surface,
} from "fall-line/library";
import { KINDS } from "../../src/figures/specification.ts";

/** Three digits: what the eye can tell, and every machine computes alike. */
const digits = (x: number): number => Number(x.toPrecision(3));

/** A part of a figure as it is looked at: lists of numbers by how many they are, their range and their mean size. */
function seen(part: unknown): unknown {
  if (typeof part === "number") return digits(part);
  if (Array.isArray(part)) {
    const numbers = (part as unknown[])
      .flat(2)
      .filter((x) => typeof x === "number" && Number.isFinite(x)) as number[];
    if (numbers.length <= 4 || part.some((x) => typeof x === "object" && x !== null && !Array.isArray(x)))
      return (part as unknown[]).map(seen);
    const size = numbers.reduce((sum, x) => sum + Math.abs(x), 0) / numbers.length;
    return `${part.length}: ${digits(Math.min(...numbers))} to ${digits(Math.max(...numbers))}, ${digits(size)}`;
  }
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, seen(value)]));
}

/** What stands in a still picture: how many marks of each kind, how they are drawn wherever they stand, and its words. */
function still(svg: string): unknown {
  const counts = (all: readonly string[]): string => {
    const found = new Map<string, number>();
    for (const one of all) found.set(one, (found.get(one) ?? 0) + 1);
    return Array.from(found, ([one, count]) => `${count} ${one}`).join(", ");
  };
  const marks = counts(Array.from(svg.matchAll(/<(\w+)/g), ([, name]) => name!));
  const drawn = Array.from(svg.matchAll(/ ([a-z-]+)="([^"]*)"/g))
    .filter(([, name]) => !/^(d|x|y|[xy][12]|c[xy]|points|transform|aria-label|xmlns)$/.test(name!))
    .map(([, name, value]) => `${name!} ${/^-?[\d.]+$/.test(value!) ? digits(Number(value)) : value!}`);
  const words = Array.from(svg.matchAll(/<t(?:ext|span)[^>]*>([^<]*)/g), ([, text]) => text);
  return { marks, drawn: counts(drawn), words: words.join(" | ") };
}

const looks = ({ data, layout, frames, svg }: Figure): string =>
  JSON.stringify(
    { data: seen(data), layout: seen(layout), frames: frames.slice(-1).map(seen), still: still(svg) },
    null,
    1,
  );

/** What the examples of the kinds do not show. */
const OTHERS: Readonly<Record<string, () => Figure>> = {
  "curves-together": () =>
    curves(
      [1, 2].map((seed) => descend(noisy(ravine, { size: 0.5, seed }), momentum, { steps: 40 })),
      { together: true },
    ),
  "curves-of-rates": () => curves(descend(ravine, adagrad, { steps: 12 }), { of: "effectiveRate" }),
  "curves-of-a-flight": () =>
    curves(
      [0.05, 1.2].map((lambda) =>
        descend("x^2", gradientDescent, { start: [2], steps: 30, hyper: { lambda } }),
      ),
      { of: "update" },
    ),
  "error-by-direction-of-momentum": () =>
    errorByDirection([0.1, 0.7, 2], { rule: momentum, hyper: { lambda: 0.3, alpha: 0.5 }, steps: 80 }),
  "explorer-tuned": () =>
    explore({ objective: beale, rules: [momentum, adam], start: [1, 1], steps: 12, tuned: true }),
  "landscape-in-a-plane": () =>
    landscape(descend(quadratic([1, 2, 5]), adam, { start: [1, 1, 1], steps: 15 })),
  "landscape-of-one-parameter": () => landscape(descend("x^4 - x^2", momentum, { start: [1.5], steps: 12 })),
  "landscape-with-a-flight": () =>
    landscape(
      [0.02, 0.25].map((lambda) => descend(ravine, gradientDescent, { steps: 12, hyper: { lambda } })),
    ),
  "landscape-in-a-view": () =>
    landscape(himmelblau, {
      view: [
        [-5, 5],
        [-4, 4],
      ],
      title: "Four valleys",
    }),
  "rate-map-of-nesterov": () => rateMap([0.1, 2], { rule: nesterov }),
  "step-of-adagrad": () => stepPicture(descend(ravine, adagrad, { steps: 5 }), 4),
  "step-of-newton": () => stepPicture(descend(beale, newton, { start: [2.5, 0.3], steps: 3 }), 2),
  "step-of-adam": () => stepPicture(descend(ravine, adam, { steps: 5 }), 3),
  "surface-of-beale": () => surface(descend(beale, momentum, { start: [1, 1], steps: 20 })),
};

const ALL = [...KINDS, ...Object.entries(OTHERS).map(([name, example]) => ({ name, example }))];

/** Whoever changes how one looks looks at it (npm run pictures), and accepts it: npx vitest run test/figures/looks -u. */
test.each(ALL)("the figure $name is as it was when a person last looked at it", async ({ name, example }) => {
  await expect(`${looks(example())}\n`).toMatchFileSnapshot(`looks/${name}.json`);
});
