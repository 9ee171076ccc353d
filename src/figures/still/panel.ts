import { ticks } from "d3-array";
import { numeral, power } from "../../math/numerals.ts";
import type { PlotlyObject } from "../plotly.ts";
import { extremes } from "../view.ts";
import { element, INK, type Scale, short, text } from "./ink.ts";
import type { DrawnTrace } from "./drawn-trace.ts";

/** What a still picture reads of a Plotly axis. */
interface Axis {
  readonly range?: readonly [number, number];
  readonly domain?: readonly [number, number];
  readonly type?: string;
  readonly title?: { readonly text?: string };
  readonly tickvals?: readonly number[];
  readonly ticktext?: readonly string[];
  readonly scaleanchor?: string;
  readonly visible?: boolean;
  readonly rangemode?: string;
}

interface DrawnAxis {
  readonly scale: Scale;
  /** Where a number of the range stands, which on an axis of logarithms is an exponent. */
  readonly place: Scale;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly title: string;
  readonly visible: boolean;
}

/** One pair of axes, where it stands, and what is drawn on it. */
export interface Panel {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
  readonly traces: readonly DrawnTrace[];
}

/** What lies around a panel that fills its page. */
export const MARGIN = { left: 60, right: 14, bottom: 44 };

/** The panels of a figure: one for each pair of axes. */
export function panelsOf(
  traces: readonly DrawnTrace[],
  layout: PlotlyObject,
  page: { readonly width: number; readonly height: number; readonly top: number },
): Panel[] {
  const names = [...new Set(traces.map(({ xaxis = "x" }) => xaxis))];
  const { r = 0 } = (layout.margin ?? {}) as { readonly r?: number };
  const right = Math.max(MARGIN.right, r);
  return names.map((name) => {
    const number = name.slice(1);
    const [xAxis, yAxis] = [layout[`xaxis${number}`] ?? {}, layout[`yaxis${number}`] ?? {}] as [Axis, Axis];
    const own = traces.filter(({ xaxis = "x" }) => xaxis === name);
    const [width, height] = [page.width - MARGIN.left - right, page.height - MARGIN.bottom - page.top];
    const [x0, x1] = xAxis.domain ?? [0, 1];
    const [y0, y1] = yAxis.domain ?? [0, 1];
    const full = {
      left: MARGIN.left + x0 * width,
      right: MARGIN.left + x1 * width,
      top: page.top + (1 - y1) * height,
      bottom: page.top + (1 - y0) * height,
    };
    const [xRange, yRange] = [
      rangeOf(
        xAxis,
        own.flatMap(({ x }) => x),
      ),
      rangeOf(
        yAxis,
        own.flatMap(({ y }) => y),
      ),
    ];
    const box = yAxis.scaleanchor === undefined ? full : fitted(full, xRange, yRange);
    return {
      name,
      ...box,
      traces: own,
      x: drawnAxis(xAxis, xRange, [box.left, box.right]),
      y: drawnAxis(yAxis, yRange, [box.bottom, box.top]),
    };
  });
}

type Box = Pick<Panel, "left" | "right" | "top" | "bottom">;

/** The part of a box in which a unit is as long across as up. */
function fitted({ left, right, top, bottom }: Box, x: readonly number[], y: readonly number[]): Box {
  const unit = Math.min((right - left) / (x[1]! - x[0]!), (bottom - top) / (y[1]! - y[0]!));
  const [halfWidth, halfHeight] = [((x[1]! - x[0]!) * unit) / 2, ((y[1]! - y[0]!) * unit) / 2];
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return {
    left: middleX - halfWidth,
    right: middleX + halfWidth,
    top: middleY - halfHeight,
    bottom: middleY + halfHeight,
  };
}

function rangeOf({ range, type, rangemode }: Axis, values: readonly (number | null)[]): [number, number] {
  if (range !== undefined) return [...range];
  const onLog = type === "log";
  const numbers = values.filter((value): value is number => Number.isFinite(value) && (!onLog || value! > 0));
  const [low = 0, high = 1] = extremes(numbers.map((value) => (onLog ? Math.log10(value) : value)));
  const [from, to] = high > low ? [low, high] : [low - 1, high + 1];
  return rangemode === "tozero"
    ? [Math.min(0, from), to]
    : [from - 0.03 * (to - from), to + 0.03 * (to - from)];
}

function drawnAxis(
  { type, title, tickvals, ticktext, visible = true }: Axis,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): DrawnAxis {
  const onLog = type === "log";
  const at = (placed: number): number => from + ((placed - low) / (high - low)) * (to - from);
  const place = (value: number): number => at(onLog ? Math.log10(value) : value);
  const given = tickvals?.map((value, k) => ({
    at: place(value),
    label: ticktext?.[k] ?? numeral(value, 6),
  }));
  const own = (): DrawnAxis["marks"] =>
    ticks(low, high, 6)
      .filter((tick) => !onLog || Number.isInteger(tick))
      .map((tick) => ({ at: at(tick), label: onLog ? power(tick) : numeral(tick, 6) }));
  const [least, most] = from < to ? [from, to] : [to, from];
  return {
    place: at,
    scale: place,
    marks: given?.filter((mark) => mark.at >= least && mark.at <= most) ?? own(),
    title: title?.text ?? "",
    visible,
  };
}

/** The frame, the marks and the titles of a panel. */
export function axesOf({ left, right, top, bottom, x, y }: Panel): string {
  const [frame, xMarks, yMarks] = [
    { x: left, y: top, width: right - left, height: bottom - top, fill: "none", stroke: INK },
    x.marks.map(({ at, label }) =>
      element("text", { x: at, y: bottom + 16, "text-anchor": "middle" }, [text(label)]),
    ),
    y.marks.map(({ at, label }) =>
      element("text", { x: left - 6, y: at + 4, "text-anchor": "end" }, [text(label)]),
    ),
  ];
  const middle = { "text-anchor": "middle" };
  return [
    ...(x.visible && y.visible ? [element("rect", frame)] : []),
    ...(x.visible
      ? [...xMarks, element("text", { ...middle, x: (left + right) / 2, y: bottom + 36 }, [text(x.title)])]
      : []),
    ...(y.visible
      ? [
          ...yMarks,
          element(
            "text",
            {
              ...middle,
              transform: `translate(${short(left - 46)} ${short((top + bottom) / 2)}) rotate(-90)`,
            },
            [text(y.title)],
          ),
        ]
      : []),
  ].join("");
}
