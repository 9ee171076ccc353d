import { svg } from "../../elements.ts";
import { type Axis, logarithmMarks, plainMarks } from "../../explorer/axes.ts";

/** Room around the curves, in pixels. */
export const ROOM = { left: 48, right: 12, top: 12, bottom: 40 };

/** What stands behind curves of the loss: lines and numbers of both axes. */
export function gridOf(x: Axis, y: Axis, isLogarithm: boolean, width: number, height: number): SVGElement[] {
  const up = isLogarithm ? logarithmMarks(y.range, 5) : plainMarks(y.range, 5);
  const [left, right] = [ROOM.left, width - ROOM.right];
  const mark = (at: readonly [number, number], anchor: string, text: string): SVGElement =>
    svg("text", { class: "mark", x: at[0], y: at[1], "text-anchor": anchor }, text);
  return [
    ...up.flatMap(({ value, label }) => [
      svg("path", { class: "rule", d: `M${left} ${y.at(value)}H${right}` }),
      mark([left - 8, y.at(value) + 4], "end", label),
    ]),
    ...plainMarks(x.range, width / 90).map(({ value, label }) =>
      mark([x.at(value), height - 22], "middle", label),
    ),
    mark([right, height - 6], "end", "step"),
  ];
}
