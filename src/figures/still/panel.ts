import { ticks } from "d3-array";
import { numeral, power } from "../../math/numerals.ts";
import { type Box, fitted } from "../pixels.ts";
import type { PlotlyObject } from "../plotly.ts";
import { extremes } from "../view.ts";
import { INK as DARK_INK, PAPER } from "../palette.ts";
import { type Annotation, annotationText, element, halo, INK, type Scale, short, text } from "./ink.ts";
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
  readonly ticklabelposition?: string;
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
export interface Panel extends Box {
  readonly name: string;
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
  readonly traces: readonly DrawnTrace[];
  /** Whether its numbers stand within. */
  readonly isNumberedWithin: boolean;
}

/** What lies around a panel that fills its page: nothing where its numbers stand within. */
const MARGIN = { left: 60, right: 14, bottom: 44 };
const NO_MARGIN = { left: 0, right: 0, bottom: 0 };

/** The panels of a figure: one for each pair of axes. */
export function panelsOf(
  traces: readonly DrawnTrace[],
  layout: PlotlyObject,
  page: { readonly width: number; readonly height: number; readonly top: number },
): Panel[] {
  const names = [...new Set(traces.map(({ xaxis = "x" }) => xaxis))];
  const { r = 0 } = (layout.margin ?? {}) as { readonly r?: number };
  return names.map((name) => {
    const number = name.slice(1);
    const [xAxis, yAxis] = [layout[`xaxis${number}`] ?? {}, layout[`yaxis${number}`] ?? {}] as [Axis, Axis];
    const own = traces.filter(({ xaxis = "x" }) => xaxis === name);
    const isNumberedWithin = xAxis.ticklabelposition === "inside";
    const margin = isNumberedWithin ? NO_MARGIN : MARGIN;
    const width = page.width - margin.left - Math.max(margin.right, r);
    const height = page.height - margin.bottom - page.top;
    const [x0, x1] = xAxis.domain ?? [0, 1];
    const [y0, y1] = yAxis.domain ?? [0, 1];
    const full = {
      left: margin.left + x0 * width,
      right: margin.left + x1 * width,
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
      isNumberedWithin,
      x: drawnAxis(xAxis, xRange, [box.left, box.right]),
      y: drawnAxis(yAxis, yRange, [box.bottom, box.top]),
    };
  });
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

/** Numbers nearer to a corner than this, across and up, would stand in one another. */
const CORNER = { across: 40, up: 24 };

/** Numbers along the lower and the left edge, over what is drawn. */
function numbersWithin({ left, right, top, bottom, x, y }: Panel): string {
  const number = (label: string, place: Pick<Annotation, "x" | "y" | "xanchor">): string =>
    annotationText({ ...place, text: label }, (at) => at, (at) => at); // prettier-ignore
  const isFree = (at: number, from: number, to: number, room: number): boolean =>
    at >= from + room && at <= to - room;
  const numbers = [
    ...x.marks
      .filter(({ at }) => x.visible && isFree(at, left, right, CORNER.across))
      .map(({ at, label }) => number(label, { x: at, y: bottom - 11 })),
    ...y.marks
      .filter(({ at }) => y.visible && isFree(at, top, bottom, CORNER.up))
      .map(({ at, label }) => number(label, { x: left + 6, y: at, xanchor: "left" })),
  ];
  return element("g", { fill: DARK_INK.color, ...halo(PAPER.color) }, numbers);
}

/** The frame, the marks and the titles of a panel. */
export function axesOf(panel: Panel): string {
  if (panel.isNumberedWithin) return numbersWithin(panel);
  const { left, right, top, bottom, x, y } = panel;
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
