import { expect, test } from "vitest";
import { checkAny } from "./told.ts";

interface Now {
  readonly w: number[];
  readonly m: number[];
  readonly g: number[];
}

interface Settings {
  readonly lambda: number;
  readonly alpha: number;
}

test("a step that remembers something else throughout, and takes the right path, is right", () => {
  // The velocity is kept doubled, or turned round.
  for (const scale of [2, -3]) {
    const step = ({ w, m, g }: Now, { lambda, alpha }: Settings): object => {
      const kept = m.map((old, i) => alpha * old - scale * lambda * g[i]!);
      return { w: w.map((x, i) => x + kept[i]! / scale), m: kept };
    };
    expect(checkAny("momentum/rule", step).outcome).toBe("right");
  }
});

test("a step that remembers something else in one late step alone is not right, though the paths that are tried are shorter", () => {
  const step = ({ w, m, g, t }: Now & { readonly t: number }, { lambda, alpha }: Settings): object => {
    const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
    return { w: w.map((x, i) => x + velocity[i]!), m: velocity.map((x) => (t > 500 ? 2 * x : x)) };
  };
  expect(checkAny("momentum/rule", step).outcome).not.toBe("right");
});

test("an answer departs from that form of the rule which it follows longest", () => {
  // PyTorch's form, m = αm + g and w = w - λm, whose m is another from step 1 on; its rate is halved from step 3 on.
  const step = ({ w, m, g, t }: Now & { readonly t: number }, { lambda, alpha }: Settings): object => {
    const velocity = m.map((old, i) => alpha * old + g[i]!);
    return { w: w.map((x, i) => x - (t < 3 ? 1 : 0.5) * lambda * velocity[i]!), m: velocity };
  };
  const { outcome, text } = checkAny("momentum/rule", step);
  expect(outcome).not.toBe("right");
  expect(text).toMatch(/step 3/);
  expect(text).not.toMatch(/step 1\b/);
});
