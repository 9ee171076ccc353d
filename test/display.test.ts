import { afterEach, describe, expect, test, vi } from "vitest";
import { bundleOf, display, isDrawnLive, RICH } from "../src/display.ts";

const HOST = Symbol.for("fall-line.display");

/** What a notebook is given to show. */
function notebook(more: object = {}): unknown[][] {
  const shown: unknown[][] = [];
  Object.assign(globalThis, { [HOST]: { show: (...given: unknown[]) => shown.push(given), ...more } });
  return shown;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, HOST);
  vi.restoreAllMocks();
});

const rich = { [RICH]: () => ({ "text/html": "<b>", "text/plain": "b" }) };
const later = { [RICH]: async () => Promise.resolve({ "text/plain": "later" }) };

describe("a value is shown", () => {
  test.each<[string, unknown, object | undefined]>([
    ["as it says itself", rich, { "text/html": "<b>", "text/plain": "b" }],
    ["as its text", "a", { "text/plain": "a" }],
    ["as a number", 0.5, { "text/plain": "0.5" }],
    ["as nothing", undefined, { "text/plain": "undefined" }],
    ["as null", null, { "text/plain": "null" }],
    [
      "as JSON, its arrays too",
      { w: Float64Array.of(1, 2) },
      { "text/plain": '{\n "w": [\n  1,\n  2\n ]\n}' },
    ],
  ])("%s", (_, value, bundle) => {
    expect(bundleOf(value)).toEqual(bundle);
  });

  test("as the notebook's kernel shows it, where it has a way of its own for what has none", () => {
    notebook({ describe: (value: unknown) => ({ "text/plain": `its ${String(value)}` }) });
    expect([bundleOf(7), bundleOf("a"), bundleOf(rich)]).toEqual([
      { "text/plain": "its 7" },
      { "text/plain": "a" },
      { "text/html": "<b>", "text/plain": "b" },
    ]);
  });
});

describe("display(value)", () => {
  test("gives a notebook the whole bundle, at once or when it is there, with its name", async () => {
    const shown = notebook();
    display(rich);
    display("a", { id: "one" });
    display.update("one", "b");
    display(later, { id: "two" });
    expect(shown).toEqual([
      [{ "text/html": "<b>", "text/plain": "b" }, {}],
      [{ "text/plain": "a" }, { id: "one" }],
      [{ "text/plain": "b" }, { id: "one", update: true }],
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(shown[3]).toEqual([{ "text/plain": "later" }, { id: "two" }]);
  });

  test("prints on a terminal what there is as text", () => {
    const log = vi.spyOn(console, "log").mockReturnValue();
    display(rich);
    display({ [RICH]: () => ({ "text/html": "<b>" }) });
    expect(log.mock.calls).toEqual([["b"], ["(nothing to show as text)"]]);
  });

  test("takes a text in a format", () => {
    const shown = notebook();
    display.html("<i>a</i>");
    display.markdown("*a*");
    display.latex("x^2");
    display.svg("<svg/>");
    expect(shown.map(([bundle]) => bundle)).toEqual([
      { "text/html": "<i>a</i>", "text/plain": "<i>a</i>" },
      { "text/markdown": "*a*", "text/plain": "*a*" },
      { "text/latex": "$$x^2$$", "text/plain": "x^2" },
      { "image/svg+xml": "<svg/>", "text/plain": "a picture" },
    ]);
  });
});

test("figures are drawn live where the notebook says so, and nowhere else", () => {
  expect(isDrawnLive()).toBe(false);
  notebook();
  expect(isDrawnLive()).toBe(false);
  notebook({ drawsLive: true });
  expect(isDrawnLive()).toBe(true);
});
