/** Lines from the letters of a formula to their names. */
import { svg } from "../../frontend/elements.ts";

/** A name takes at most so much of the width; between two is so much air. */
const WIDEST = 280;
const AIR = 24;

type Side = "above" | "below";

interface Placed {
  readonly name: HTMLElement;
  readonly letter: DOMRect;
  /** A line would run through what stands between: the letter at its name says enough. */
  readonly isCovered: boolean;
  readonly width: number;
  left: number;
}

/** Puts each name as near to its letter as there is room, and draws the line between them. */
export function drawLeaders(slide: HTMLElement): void {
  const formula = slide.querySelector<HTMLElement>(".idea-formula");
  if (formula === null) return;
  formula.querySelector(".leaders")?.remove();
  const lines = svg("svg", { class: "leaders", "aria-hidden": "true" });
  const frame = formula.getBoundingClientRect();
  const scale = frame.width / formula.clientWidth;
  raiseNumerators(formula, scale);
  for (const side of ["above", "below"] as const) {
    const names = [...formula.querySelectorAll<HTMLElement>(`.names.${side} .name`)];
    const placed = spread(names, formula, side, frame, scale);
    for (const { name, left } of placed) name.style.left = `${left}px`;
    const ends = placed
      .filter(({ isCovered }) => !isCovered)
      .map(({ name, letter, left, width }) => {
        const box = name.getBoundingClientRect();
        const [edge, near] = side === "above" ? [letter.top, box.bottom] : [letter.bottom, box.top];
        const down = side === "above" ? -1 : 1;
        return {
          name,
          from: {
            x: (letter.left + letter.width / 2 - frame.left) / scale,
            y: (edge - frame.top) / scale + 4 * down,
          },
          to: { x: left + width / 2, y: (near - frame.top) / scale - 6 * down },
        };
      });
    for (const [k, { name, from, to }] of ends.entries()) {
      const letter = [...name.classList].find((one) => one.startsWith("w-")) ?? "";
      lines.append(svg("path", { d: lineBetween(from, to, depthOf(ends, k)), class: letter }));
    }
  }
  formula.append(lines);
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

interface Ends {
  readonly from: Dot;
  readonly to: Dot;
}

/** A name this near to its letter has a line straight to it. */
const STRAIGHT = 16;

/** Lines run across beside their names, each so much farther from them than the one before. */
const BESIDE = 6;
const APART = 9;

function lineBetween(from: Dot, to: Dot, depth: number): string {
  if (Math.abs(to.x - from.x) < STRAIGHT) return `M${from.x},${from.y} L${to.x},${to.y}`;
  const across = to.y + Math.sign(from.y - to.y) * (BESIDE + APART * depth);
  return `M${from.x},${from.y} V${across} H${to.x} V${to.y}`;
}

/** How far from its name a line runs across, so that it crosses none of those that go the same way. */
function depthOf(ends: readonly Ends[], k: number): number {
  const goesRight = ({ from, to }: Ends): boolean => to.x > from.x;
  const isRight = goesRight(ends[k]!);
  const others = isRight ? ends.slice(0, k) : ends.slice(k + 1);
  return others.filter((one) => goesRight(one) === isRight && Math.abs(one.to.x - one.from.x) >= STRAIGHT)
    .length;
}

/** Of a formula on one line, what stands above its middle has its name above it. */
function raiseNumerators(formula: HTMLElement, scale: number): void {
  const [row, ...others] = formula.querySelectorAll(".formula-row .katex");
  const above = formula.querySelector(".names.above")!;
  if (row === undefined || others.length > 0) return;
  for (const name of formula.querySelectorAll<HTMLElement>(".names.below .name")) {
    const letter = row.querySelector(`.${name.dataset["part"]!}`);
    if (letter !== null && isNumeratorOf(letter, row, scale)) above.append(name);
  }
}

function isNumeratorOf(letter: Element, row: Element, scale: number): boolean {
  const [own, all] = [letter, row].map((one) => one.getBoundingClientRect());
  return (own!.top + own!.bottom) / 2 < (all!.top + all!.bottom) / 2 - 10 * scale;
}

/** Whether a line straight from a letter to this side would run through another one. */
function isBehindOther(letter: Element, row: Element, side: Side): boolean {
  const { left, right, top, bottom } = letter.getBoundingClientRect();
  const [across, down] = [(left + right) / 2, (top + bottom) / 2];
  return [...row.querySelectorAll(".katex-html span:not(:has(*))")].some((other) => {
    if (letter.contains(other) || other.textContent.trim() === "") return false;
    const box = other.getBoundingClientRect();
    const isBeyond = side === "above" ? box.bottom < down : box.top > down;
    return isBeyond && box.left < across && across < box.right;
  });
}

/** The names from left to right, each at its letter where the one before it leaves room; those without lines before all others. */
function spread(
  names: readonly HTMLElement[],
  formula: HTMLElement,
  side: Side,
  frame: DOMRect,
  scale: number,
): Placed[] {
  const widest = Math.min(WIDEST, (formula.clientWidth - AIR * names.length) / Math.max(1, names.length));
  const row = [...formula.querySelectorAll(".formula-row .katex")].at(side === "above" ? 0 : -1);
  const placed = names.flatMap((name): Placed[] => {
    name.style.maxWidth = `${widest}px`;
    name.style.left = "0";
    if (row === undefined) return [];
    const letters = [...row.querySelectorAll(`.${name.dataset["part"]!}`)].map((one) => ({
      letter: one.getBoundingClientRect(),
      isCovered: isBehindOther(one, row, side) || (side === "below" && isNumeratorOf(one, row, scale)),
    }));
    const best = letters.find(({ isCovered }) => !isCovered) ?? letters[0];
    return best === undefined ? [] : [{ name, ...best, width: name.offsetWidth, left: 0 }];
  });
  placed.sort((a, b) => Number(b.isCovered) - Number(a.isCovered) || a.letter.left - b.letter.left);
  const wanted = ({ letter, width }: Placed): number =>
    (letter.left + letter.width / 2 - frame.left) / scale - width / 2;
  const led = placed.find(({ isCovered }) => !isCovered);
  const before = placed.filter(({ isCovered }) => isCovered).reduce((sum, { width }) => sum + width + AIR, 0);
  let edge = led === undefined ? 0 : Math.max(0, wanted(led) - before);
  for (const one of placed) {
    one.left = led !== undefined && one.isCovered ? edge : Math.max(edge, wanted(one));
    edge = one.left + one.width + AIR;
  }
  let right = formula.clientWidth;
  for (const one of [...placed].reverse()) {
    one.left = Math.min(one.left, right - one.width);
    right = one.left - AIR;
  }
  return placed;
}
