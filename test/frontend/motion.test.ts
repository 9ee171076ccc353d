import { afterEach, describe, expect, test, vi } from "vitest";
import { calm } from "../../src/frontend/motion.ts";

const asking = (isLess: boolean): void => {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: isLess && query === "(prefers-reduced-motion: reduce)",
  }));
};
afterEach(() => vi.unstubAllGlobals());

const eased = { duration: 300, easing: "cubic-in-out" };
const play = [null, { mode: "immediate", transition: eased, frame: { duration: 90, redraw: false } }];
const figure = {
  data: [{ y: [1, 2], name: "transition", z: [[1], [2]], transition: 5 }],
  layout: { height: 300, transition: eased, updatemenus: [{ buttons: [{ args: play }] }], title: null },
  frames: [{ name: "0", data: [{ y: Float64Array.of(1, 2) }] }],
};

describe("calm(figure)", () => {
  test("takes the time from every transition, however deep, and leaves all else", () => {
    asking(true);
    const still = { duration: 0, easing: "cubic-in-out" };
    const shown = calm(figure);
    expect(shown).toEqual({
      ...figure,
      layout: {
        ...figure.layout,
        transition: still,
        updatemenus: [{ buttons: [{ args: [null, { ...(play[1] as object), transition: still }] }] }],
      },
    });
    expect(shown.data[0]!.y).toBe(figure.data[0]!.y);
    expect(shown.frames[0]!.data[0]!.y).toBe(figure.frames[0]!.data[0]!.y);
    expect(eased.duration).toBe(300);
  });

  test("leaves a figure as it is where nobody asks for less motion", () => {
    asking(false);
    expect(calm(figure)).toBe(figure);
  });
});
