import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";

interface Now {
  readonly w: number[];
  readonly m: number[];
  readonly g: number[];
}

interface Settings {
  readonly lambda: number;
  readonly alpha: number;
}

const checkLoosely = check as unknown as (id: string, answer: unknown) => Feedback;

test("a step that remembers something else throughout, and takes the right path, is right", () => {
  // The velocity is kept doubled, or turned round.
  for (const scale of [2, -3]) {
    const step = ({ w, m, g }: Now, { lambda, alpha }: Settings): object => {
      const kept = m.map((old, i) => alpha * old - scale * lambda * g[i]!);
      return { w: w.map((x, i) => x + kept[i]! / scale), m: kept };
    };
    expect(checkLoosely("momentum/rule", step).outcome).toBe("right");
  }
});
