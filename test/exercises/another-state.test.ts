import { expect, test } from "vitest";
import { check } from "fall-line";

test("a step that remembers something else throughout, and takes the right path, is right", () => {
  // The velocity is kept doubled, or turned round.
  for (const scale of [2, -3]) {
    const { outcome } = check("momentum/rule", ({ w, m, g }, { lambda, alpha }) => {
      const kept = m.map((old, i) => alpha * old - scale * lambda * g[i]!);
      return { w: w.map((x, i) => x + kept[i]! / scale), m: kept };
    });
    expect(outcome).toBe("right");
  }
});
