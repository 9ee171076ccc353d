import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTurn, nextPicture } from "../../src/frontend/turn.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("innerHeight", 600);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const at = (top: number, bottom: number, width = 100): HTMLElement =>
  ({ getBoundingClientRect: () => ({ top, bottom, width }) }) as HTMLElement;

test("figures are drawn one after another, those in view first, and the others in their order", async () => {
  const done: string[] = [];
  const begin = (name: string, element: HTMLElement): Promise<void> =>
    inTurn(element, async () => {
      done.push(`begin ${name}`);
      await Promise.resolve();
      done.push(name);
    });
  const all = [
    begin("above", at(-100, 0)),
    begin("below", at(600, 700)),
    begin("hidden", at(10, 20, 0)),
    begin("last line", at(599, 700)),
    begin("first line", at(-100, 1)),
  ];
  expect(done).toEqual([]);
  await vi.runAllTimersAsync();
  await Promise.all(all);
  const order = ["last line", "first line", "above", "below", "hidden"];
  expect(done).toEqual(order.flatMap((name) => [`begin ${name}`, name]));
});

test("one that fails is told, and the next is drawn, also when it comes later", async () => {
  const failed = expect(inTurn(at(0, 1), () => Promise.reject(new Error("no data")))).rejects.toThrow(
    "no data",
  );
  const drawn = vi.fn(() => Promise.resolve());
  const next = inTurn(at(0, 1), drawn);
  await vi.runAllTimersAsync();
  await Promise.all([failed, next]);
  const later = inTurn(at(0, 1), drawn);
  await vi.runAllTimersAsync();
  await later;
  expect(drawn).toHaveBeenCalledTimes(2);
});

test("the next picture is waited for, and where there is none, a tenth of a second", async () => {
  let show: () => void = () => undefined;
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => (show = callback));
  const settled: string[] = [];
  void nextPicture().then(() => settled.push("first"));
  await vi.advanceTimersByTimeAsync(99);
  expect(settled).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toEqual(["first"]);
  void nextPicture().then(() => settled.push("second"));
  show();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toEqual(["first", "second"]);
});
