import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Announcer } from "../../src/frontend/explorer/announcer.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const element = { getAttribute: () => null, setAttribute: () => undefined, append: () => undefined };
  vi.stubGlobal("document", { createElement: () => ({ ...element, textContent: "" }) });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("listeners are told at most once a second, and the latest", () => {
  const announcer = new Announcer();
  const { node } = announcer;
  announcer.say(() => "one");
  expect(node.textContent).toBe("");
  vi.advanceTimersByTime(0);
  expect(node.textContent).toBe("one");
  announcer.say(() => "two");
  vi.advanceTimersByTime(600);
  announcer.say(() => "three");
  vi.advanceTimersByTime(399);
  expect(node.textContent).toBe("one");
  vi.advanceTimersByTime(1);
  expect(node.textContent).toBe("three");
  vi.advanceTimersByTime(1500);
  announcer.say(() => "four");
  vi.advanceTimersByTime(0);
  expect(node.textContent).toBe("four");
});

test("listeners are told nothing more once it has stopped", () => {
  const announcer = new Announcer();
  announcer.say(() => "one");
  announcer.stop();
  vi.advanceTimersByTime(5000);
  expect(announcer.node.textContent).toBe("");
});
