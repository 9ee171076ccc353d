import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { momentum, quadratic } from "fall-line";
import { listenInTurn } from "../../src/frontend/explorer/in-turn.ts";
import { type Change, Model } from "../../src/frontend/explorer/model.ts";

let pictures: ((shown: number) => void)[];
let now = 0;

/** What happens when the screen shows the next picture, so many milliseconds after the one before. */
const picture = (after = 16): void => {
  now += after;
  for (const act of pictures.splice(0)) act(now);
};

beforeEach(() => {
  pictures = [];
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => pictures.push(act));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A model with three that listen, and what each was told. */
function listened(): { model: Model; told: string[] } {
  const runners = [{ rule: momentum as never, hyper: { lambda: 0.1, alpha: 0.9 }, on: true }];
  const objective = quadratic([0.1, 2]) as never;
  const model = new Model({ objective, start: [-8, 1.5], steps: 5, runners });
  const told: string[] = [];
  for (const name of ["a", "b", "c"])
    listenInTurn(model, (change: Change) => told.push(`${name} ${change} ${model.settings.start[0]}`));
  return { model, told };
}

describe("what stands beside the map", () => {
  test("is told at once while nothing is dragged", () => {
    const { model, told } = listened();
    model.change({ start: [1, 1] });
    model.goTo(2);
    expect(told).toEqual(["a", "b", "c"].map((name) => `${name} descents 1`).concat("a step 1", "b step 1", "c step 1")); // prettier-ignore
    expect(pictures).toEqual([]);
  });

  test("is told one a move while the start is dragged, in turn, of how it is by then", () => {
    const { model, told } = listened();
    model.move("start", true);
    told.length = 0;
    for (const x of [1, 2, 3, 4]) {
      model.change({ start: [x, 1] });
      picture();
    }
    expect(told).toEqual(["a descents 1", "b descents 2", "c descents 3", "a descents 4"]);
    // Held still, the hand waits for the others.
    vi.runAllTimers();
    expect(told.slice(4)).toEqual(["b descents 4", "c descents 4"]);
    expect(pictures).toEqual([]);
  });

  test("is told more and more rarely while that makes pictures late, and again each move when it no longer does", () => {
    const { model, told } = listened();
    model.move("start", true);
    told.length = 0;
    let x = 0;
    const move = (after: number): void => {
      model.change({ start: [++x, 1] });
      picture(after);
    };
    const movesUntilTold = (after: number): number => {
      const [begun, before] = [x, told.length];
      while (told.length === before) move(x === begun ? after : 16);
      return x - begun;
    };
    expect([16, 40, 40, 40, 40, 40].map(movesUntilTold)).toEqual([1, 2, 4, 8, 8, 8]);
    expect([16, 16, 16, 16].map(movesUntilTold)).toEqual([4, 2, 1, 1]);
    model.move("start", false);
  });

  test("is told all that it was not yet when the start is let go, and nothing twice", () => {
    const { model, told } = listened();
    model.move("start", true);
    model.change({ start: [1, 1] });
    model.goTo(2);
    picture();
    told.length = 0;
    model.move("start", false);
    expect(told).toEqual(["a motion 1", "b descents 1", "b motion 1", "c descents 1", "c motion 1"]);
    picture();
    expect(told).toHaveLength(5);
  });
});
