import type { Locator } from "playwright-core";

/** What a finger could press within an element and is smaller than 44 pixels, but for boxes in labels that are not. */
export function smallTargets(root: Locator): Promise<string[]> {
  return root.evaluate((node) =>
    [...node.querySelectorAll<HTMLElement>("button, select, summary, input, label, div.start")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches("label input"))
      .map((one) => ({
        what: one.getAttribute("aria-label") ?? one.className,
        box: one.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ what, box }) => `${what}: ${box.width.toFixed(0)} x ${box.height.toFixed(0)}`),
  );
}
