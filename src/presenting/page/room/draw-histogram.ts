import { ticks } from "d3-array";
import { html, svg } from "../../../frontend/elements.ts";
import { numeral } from "../../../math/numerals.ts";
import { histogramOf } from "./histogram.ts";

/** In pixels of a slide. */
const WIDTH = 740;
const HEIGHT = 560;

/** Above the columns and below them. */
const ROOM = { top: 64, bottom: 40, side: 46 };

/**
 * A histogram, the first vote hatched and the second solid, with a line where the true value is.
 * @param label what the numbers are, where there are several
 * @param votes the numbers of each vote
 * @param right what is true, if it is shown
 * @param among so many histograms share the room
 */
export function drawHistogram(
  label: string,
  votes: readonly (readonly number[])[],
  right: readonly number[],
  among: number,
): HTMLElement {
  const { range, bins, most, beyond } = histogramOf(votes, right);
  const height = Math.floor(HEIGHT / among) - (label === "" ? 0 : 36);
  const [low, high] = range;
  const x = (value: number): number => ROOM.side + ((value - low) / (high - low)) * (WIDTH - 2 * ROOM.side);
  const base = height - ROOM.bottom;
  const y = (count: number): number => base - (count / most) * (base - ROOM.top);
  const columns = bins.flatMap(({ from, to, counts }) => {
    const width = (x(to) - x(from) - 4) / counts.length;
    return counts.map((count, k) =>
      svg("rect", {
        class: `bar ${k === counts.length - 1 ? "second" : "first"}`,
        ...{ x: x(from) + 2 + k * width, y: y(count), width, height: base - y(count), rx: 3 },
      }),
    );
  });
  const text = (at: number, up: number, words: string): SVGElement =>
    svg("text", { x: at, y: up, "text-anchor": "middle" }, words);
  const truth = right.flatMap((value) => [
    svg("line", { class: "truth", x1: x(value), x2: x(value), y1: 34, y2: base }),
    text(Math.min(WIDTH - 90, Math.max(90, x(value))), 24, `✓ ${numeral(value)}`),
  ]);
  const marks = ticks(low, high, 6).map((value) => text(x(value), height - 8, numeral(value, 6)));
  const grid = ticks(0, most, 4)
    .filter((count) => count > 0 && Number.isInteger(count))
    .flatMap((count) => [
      svg("line", { class: "grid", x1: ROOM.side, x2: WIDTH - ROOM.side, y1: y(count), y2: y(count) }),
      text(ROOM.side - 22, y(count) + 8, String(count)),
    ]);
  const far = beyond.map(({ below, above }) => below + above).reduce((sum, count) => sum + count, 0);
  const words = `${votes.map((vote) => vote.length).join(", then ")} answers from ${numeral(low)} to ${numeral(high)}`;
  return html(
    "figure",
    { class: "histogram" },
    ...(label === "" ? [] : [html("figcaption", {}, label)]),
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: "img", "aria-label": words },
      hatching(),
      ...grid,
      ...columns,
      svg("line", { class: "base", x1: ROOM.side, x2: WIDTH - ROOM.side, y1: base, y2: base }),
      ...marks,
      ...truth,
    ),
    ...(far === 0 ? [] : [html("p", {}, `${far} farther off, not drawn`)]),
  );
}

/** What first votes are filled with. */
function hatching(): SVGElement {
  const line = svg("path", { d: "M0 10L10 0" });
  const size = { width: 10, height: 10, patternUnits: "userSpaceOnUse" };
  return svg("defs", {}, svg("pattern", { id: "first-vote", ...size }, line));
}
