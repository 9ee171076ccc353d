/** Words of pictures that are cut, or lie on one another. */
import type { Page } from "playwright-core";

/** Words of the pictures shown that are outside of their slide or under others, and controls that lie on them or on each other. */
export function wordFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Corner = readonly [x: number, y: number];
    interface Part {
      readonly what: string;
      readonly corners: readonly Corner[];
    }
    const slide = document.querySelector<HTMLElement>("section.slide.present")!;
    const frame = slide.getBoundingClientRect();
    const pixel = frame.width / 1280;
    const isOnTop = (element: Element): boolean => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      if (width === 0 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return false;
      const there = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      const picture = there.find((one) => one.closest(".picture") !== null)?.closest(".picture");
      return picture === undefined || picture === element.closest(".picture");
    };
    const box = (left: number, top: number, right: number, bottom: number): Corner[] => [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
    /** What the letters of a text cover, also where it is turned: a line is higher than its letters. */
    const word = (text: SVGTextElement): Part => {
      const { x, y, width, height } = text.getBBox();
      const matrix = text.getScreenCTM()!;
      const line = height / Math.max(1, text.querySelectorAll("tspan.line").length);
      const corners = box(x, y + 0.2 * line, x + width, y + height - 0.2 * line).map(
        ([across, down]): Corner => {
          const place = new DOMPoint(across, down).matrixTransform(matrix);
          return [place.x, place.y];
        },
      );
      return { what: text.textContent.trim(), corners };
    };
    const control = (element: Element): Part => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const what = `${element.tagName.toLowerCase()} ${element.getAttribute("class") ?? ""}`.trim();
      return { what, corners: box(left, top, right, bottom) };
    };
    const isApartAlong = (a: Part, b: Part, [x, y]: Corner): boolean => {
      const along = ({ corners }: Part): number[] => corners.map((corner) => corner[0] * x + corner[1] * y);
      const [one, other] = [along(a), along(b)];
      return (
        Math.max(...one) < Math.min(...other) + 2 * pixel || Math.max(...other) < Math.min(...one) + 2 * pixel
      );
    };
    const sides = ({ corners: [a, b, , d] }: Part): Corner[] =>
      [b!, d!].map(([x, y]) => {
        const length = Math.hypot(x - a![0], y - a![1]);
        return [(x - a![0]) / length, (y - a![1]) / length];
      });
    const overlap = (a: Part, b: Part): boolean =>
      ![...sides(a), ...sides(b)].some((side) => isApartAlong(a, b, side));
    const isOutside = ({ corners }: Part): boolean =>
      corners.some(
        ([x, y]) =>
          x < frame.left - pixel ||
          x > frame.right + pixel ||
          y < frame.top - pixel ||
          y > frame.bottom + pixel,
      );
    // The balls of a film bear their numbers wherever they meet.
    const texts = [...slide.querySelectorAll<SVGTextElement>(".fall-line-figure svg text:not(.textpoint text)")]; // prettier-ignore
    const controls = [...slide.querySelectorAll(".chip, .slider, .transport > *, .transport + .scrub, .body h2")]; // prettier-ignore
    const words = texts.filter((text) => text.textContent.trim() !== "" && isOnTop(text)).map(word);
    const parts = [...words, ...controls.filter(isOnTop).map(control)];
    /** A name is cut where its chip, or the row of chips, ends before it. */
    const isCut = (name: HTMLElement): boolean => {
      const all = document.createRange();
      all.selectNodeContents(name);
      const { left, right, bottom } = all.getBoundingClientRect();
      return [".chip", ".chip-row"].some((around) => {
        const edge = name.closest(around)!.getBoundingClientRect();
        return left < edge.left - pixel || right > edge.right + pixel || bottom > edge.bottom + pixel;
      });
    };
    const names = [...slide.querySelectorAll<HTMLElement>(".chip > span")].filter(isOnTop);
    const found = [
      ...words.filter(isOutside).map(({ what }) => `${what} is outside`),
      ...names.filter(isCut).map(({ textContent }) => `${textContent} is cut`),
    ];
    for (const [k, one] of parts.entries())
      for (const other of parts.slice(k + 1))
        if (overlap(one, other)) found.push(`${one.what} lies on ${other.what}`);
    return found.map((fault) => `${slide.dataset["title"]!}: ${fault}`);
  });
}
