/** What a slide gives its picture, and how large its words are. */
import type { Page } from "playwright-core";

export interface Measured {
  readonly title: string;
  readonly layout: string;
  /** What of the slide below its title the plotted area covers: the map, the box of a chart's axes, the code to be written. None without a picture. */
  readonly share: number | undefined;
  /** Words beside the picture, with the reasons of an answer, without the title and without what is chosen from. */
  readonly words: number;
}

/** Measures the slide shown, as far as it has come, or another. */
export function measured(page: Page, which = "section.slide.present"): Promise<Measured> {
  return page.evaluate((selector) => {
    const slide = document.querySelector<HTMLElement>(selector)!;
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && getComputedStyle(element).visibility !== "hidden";
    };
    const frame = slide.getBoundingClientRect();
    const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;
    const titles = [...slide.querySelectorAll(".body h1, .body h2")].filter(isSeen);
    const below = frame.width * (frame.bottom - Math.max(frame.top, ...titles.map(bottomOf)));
    const plotted =
      [...slide.querySelectorAll(".nsewdrag, .fall-line-explorer .map, .fall-line-place > svg, .fall-line-sketch > svg, .still, .picture.task > :is(.handed, .solved)")] // prettier-ignore
        .filter(isSeen);
    const areaOf = (element: Element): number => {
      const { width, height } = element.getBoundingClientRect();
      return width * height;
    };
    // The picture of an answer lies on the one that was asked of.
    const sums = new Map<Element | null, number>();
    for (const one of plotted) {
      const picture = one.closest(".picture");
      sums.set(picture, (sums.get(picture) ?? 0) + areaOf(one));
    }
    const beside = [
      ...slide.querySelectorAll<HTMLElement>(".words, .prompt, .lead, .evidence > p, .told, .reason"),
    ]
      .filter(isSeen)
      .flatMap((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const formula of copy.querySelectorAll(".katex, .exhibit, script, style"))
          formula.replaceWith("x");
        return copy.textContent.split(/\s+/).filter((word) => word !== "");
      });
    return {
      title: slide.dataset["title"]!,
      layout: slide.className.replace(/^slide |\bpresent\b/g, "").trim(),
      share: plotted.length === 0 ? undefined : Math.max(...sums.values()) / below,
      words: beside.length,
    };
  }, which);
}

/** The tables of cells on the slide shown that have more than six rows or five columns, which a hall does not read. */
export function largeTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>("section.slide.present")!;
    return [...slide.querySelectorAll(".exhibit.table table")].flatMap((table) => {
      const [head, ...rows] = table.querySelectorAll("tr");
      const columns = head!.children.length;
      return rows.length > 6 || columns > 5
        ? [`${slide.dataset["title"]!}: ${rows.length} x ${columns}`]
        : [];
    });
  });
}
