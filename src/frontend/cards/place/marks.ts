import { type Axis, plainMarks } from "../../explorer/axes.ts";
import { svg } from "../../elements.ts";

/** Pixels for one number along an axis. */
const SPACING = { across: 90, up: 60 };

/** Numbers and names inside a map, along its left and lower edges. */
export function marks(
  x: Axis,
  y: Axis,
  [xName = "", yName = ""]: readonly string[],
  width: number,
  height: number,
): SVGElement[] {
  const across = plainMarks(x.range, width / SPACING.across).map(({ value, label }) => ({
    at: x.at(value),
    label,
  }));
  const up = plainMarks(y.range, height / SPACING.up).map(({ value, label }) => ({ at: y.at(value), label }));
  return [
    ...across
      .filter(({ at }) => at > 40 && at < width - 24)
      .map(({ at, label }) =>
        svg("text", { class: "mark", x: at, y: height - 8, "text-anchor": "middle" }, label),
      ),
    ...up
      .filter(({ at }) => at > 26 && at < height - 24)
      .map(({ at, label }) => svg("text", { class: "mark", x: 8, y: at + 4 }, label)),
    svg("text", { class: "mark name", x: width - 8, y: height - 8, "text-anchor": "end" }, xName),
    svg("text", { class: "mark name", x: 8, y: 18 }, yName),
  ];
}
