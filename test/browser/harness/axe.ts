import axe from "axe-core";
import type { Page } from "playwright-core";

interface Axe {
  run(
    selector: string,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
}

/** What axe-core finds fault with in a part of a page: rule, element, what is wrong. */
export async function faultsOf(page: Page, selector: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { axe: checker } = window as unknown as { axe: Axe };
    const { violations } = await checker.run(within, { resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  }, selector);
}
