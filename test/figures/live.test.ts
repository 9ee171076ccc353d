import { afterEach, expect, test, vi } from "vitest";
import { descend, landscape, momentum } from "fall-line/library";
import { PLOTLY, SPECIFICATION } from "../../src/mime.ts";
import { RICH } from "../../src/display.ts";

const HOST = Symbol.for("fall-line.display");
const path = descend("x^2 + 10*y^2", momentum, { start: [2, 1], steps: 5 });
const formats = (): string[] => Object.keys(landscape(path)[RICH]());

afterEach(() => void Reflect.deleteProperty(globalThis, HOST));

test("a figure has what stands in for it, but where all figures are drawn live", () => {
  expect(formats()).toEqual([SPECIFICATION, PLOTLY, "image/svg+xml", "text/plain"]);
  Object.assign(globalThis, { [HOST]: { show: () => undefined, drawsLive: true } });
  expect(formats()).toEqual([SPECIFICATION, "text/plain"]);
});

test("the heights of a formula are computed when they are asked for", () => {
  const value = vi.spyOn(path.objective, "value");
  const figure = landscape(path);
  const before = value.mock.calls.length;
  expect(figure.data[0]).toHaveProperty("z");
  expect(value.mock.calls.length).toBeGreaterThan(before + 1000);
  value.mockRestore();
});
