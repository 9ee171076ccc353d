import { expect, test, vi } from "vitest";
import { Lanes, timesOf } from "./lanes.ts";
import { PATIENCE } from "../patience.ts";

const none = (): void => undefined;

/** Something that is done when it is told to be. */
function work() {
  let done = none;
  const ended = new Promise<void>((resolve) => (done = resolve));
  return { run: () => ended, done };
}

test("lanes do so many things at a time, the first ones first, and know how long each took", async () => {
  const lanes = new Lanes(2);
  const begun: string[] = [];
  const works = { a: work(), b: work(), c: work(), d: work() };
  const ends = Object.entries(works).map(([title, { run }]) =>
    lanes.do(title, () => {
      begun.push(title);
      return run();
    }),
  );
  expect(begun).toEqual(["a", "b"]);
  works.b.done();
  await ends[1];
  await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c"]), { timeout: PATIENCE });
  works.c.done();
  await ends[2];
  works.d.done();
  await ends[3];
  works.a.done();
  await ends[0];
  const seconds = expect.any(Number) as number;
  expect(lanes.took).toEqual(["b", "c", "d", "a"].map((title) => ({ title, seconds })));
  expect(await lanes.do("e", () => Promise.resolve(5))).toBe(5);
});

test("what fails in a lane makes room for the next", async () => {
  const lanes = new Lanes(1);
  const failing = lanes.do("a", () => Promise.reject(new Error("it is torn")));
  const next = lanes.do("b", () => Promise.resolve("done"));
  await expect(failing).rejects.toThrow("it is torn");
  expect(await next).toBe("done");
});

test("times are told against what all of them may take", () => {
  const parts = [
    { title: "setting up", seconds: 59.6 },
    { title: "unit", seconds: 4.2 },
  ];
  const lines = (seconds: number, budget?: number) =>
    timesOf(parts, { title: "all", seconds }, budget).slice(1);
  const first = ["setting up   1:00", "unit         0:04"];
  expect(lines(480, 480)).toEqual([...first, "all          8:00 of 8:00 on two quiet cores"]);
  expect(lines(611.4, 480)).toEqual([
    ...first,
    "all         10:11 of 8:00 on two quiet cores",
    "That is longer than it may be, unless other programs kept the cores busy.",
  ]);
  expect(lines(3000)).toEqual([...first, "all         50:00"]);
});
