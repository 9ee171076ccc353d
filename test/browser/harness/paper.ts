import type { Page } from "playwright-core";

/** What is pressed, opened or typed into, and what leads elsewhere on a screen. */
const PRESSED =
  "button, input, select, textarea, summary, dialog, nav, [role=slider], [role=toolbar], [contenteditable=true]";

/** Prints a deck by its key, and waits until the browser is told to. */
export async function printDeck(page: Page): Promise<void> {
  const told = page.evaluate(() => new Promise<void>((done) => (window.print = () => done())));
  await page.keyboard.press("Control+p");
  await told;
}

/**
 * Looks at a page as it is printed.
 * @param within a selector of what is looked at
 * @returns what one could press on paper, and what can be read there
 */
export async function onPaper(page: Page, within = "body"): Promise<{ pressed: string[]; read: string }> {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(
    ([place, all]) => {
      const isSeen = (one: Element): boolean =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.getBoundingClientRect().width > 0;
      const roots = [...document.querySelectorAll<HTMLElement>(place)].filter(isSeen);
      const pressed = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(all)]).filter(isSeen);
      return {
        pressed: pressed.map((one) => one.ariaLabel ?? (one.textContent.trim() || one.className)),
        read: roots.map(({ innerText }) => innerText).join("\n"),
      };
    },
    [within, PRESSED] as const,
  );
  await page.emulateMedia({ media: null });
  return found;
}
