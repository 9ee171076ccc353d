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

test("figures that take long leave the page half of the time when they have held it up for two seconds", async () => {
  const begun: number[] = [];
  const start = performance.now();
  const figure = (took: number): Promise<void> =>
    inTurn(at(0, 1), async () => {
      begun.push(Math.round(performance.now() - start));
      await new Promise((resolve) => setTimeout(resolve, took));
    });
  await vi.advanceTimersByTimeAsync(10_000);
  const quick = Array.from({ length: 20 }, () => figure(100));
  await vi.runAllTimersAsync();
  await Promise.all(quick);
  expect(begun.at(-1)! - begun[0]!).toBeLessThan(2000);
  await vi.advanceTimersByTimeAsync(10_000);
  const first = begun.length;
  void Promise.all(Array.from({ length: 6 }, () => figure(1000)));
  await vi.runAllTimersAsync();
  const gaps = begun.slice(first).map((time, index, all) => time - (all[index - 1] ?? time));
  expect(gaps.map((gap) => Math.round(gap / 500) * 500)).toEqual([0, 1000, 1000, 2000, 2000, 2000]);
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
