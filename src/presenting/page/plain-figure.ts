/** A figure as plain data. */
import { isPacked, type Packed, unpacked } from "../../frontend/packed.ts";

export interface PlainFigure {
  readonly data: readonly PlainObject[];
  readonly layout: PlainObject;
  readonly frames?: readonly PlainObject[];
}

export interface PlainObject {
  readonly [key: string]: unknown;
}

/** Words on a figure, and the room that they take beside it. */
export type Named = PlainObject[] & { room?: number };

export function axisRange(layout: PlainObject, name: string): readonly [number, number] | undefined {
  const { range } = (layout[name] ?? {}) as { readonly range?: readonly [number, number] };
  return range;
}

/** What was there before, on a light page and on a dark one. */
export const FORMER = "#808080";

/** A figure whose upright axis holds another figure too, where both count the same; the lines of that, grey and named, are in it where it came before and they are not there still. */
export function holding(figure: PlainFigure, other: PlainFigure, isFormer = false): PlainFigure {
  const [range, others] = [figure, other].map(({ layout }) => axisRange(layout, "yaxis"));
  const [counts, ...rest] = [figure, other].map(({ layout }) => {
    const { title, type } = (layout["yaxis"] ?? {}) as { readonly title?: unknown; readonly type?: unknown };
    return JSON.stringify([title, type]);
  });
  if (range === undefined || others === undefined || counts !== rest[0]) return figure;
  const yaxis = {
    ...(figure.layout["yaxis"] as PlainObject),
    range: [Math.min(range[0], others[0]), Math.max(range[1], others[1])],
  };
  const layout = { ...figure.layout, yaxis };
  const shown = figure.data.map(pointsOf);
  const isThereStill = other.data.every((trace) => shown.includes(pointsOf(trace)));
  if (!isFormer || isThereStill) return { ...figure, layout };
  const lines = other.data.map(({ line, ...trace }) => {
    return {
      ...trace,
      line: { ...(line as PlainObject), color: FORMER },
      name: `before, ${String(trace["name"])}`,
      showlegend: false,
      zorder: -1,
    };
  });
  const names = annotationsOf(other.layout)
    .filter(isAtEnd)
    .map((end) => {
      const [name, text] = [end["name"], end["text"]].map((words) => `before, ${String(words)}`);
      return { ...end, name, text, font: { color: FORMER } };
    });
  const annotations = [...annotationsOf(figure.layout), ...names];
  return { ...figure, data: [...figure.data, ...lines], layout: { ...layout, annotations } };
}

const pointsOf = ({ x, y }: PlainObject): string => JSON.stringify([x, y]);

/** Whether words stand at the end of a curve. */
export const isAtEnd = ({ xref, x, xanchor }: PlainObject): boolean =>
  xref === "paper" && x === 1 && xanchor === "left";

/** Long lists come packed. */
export function listIn(list: unknown): unknown[] {
  const all = isPacked(Object(list) as object) ? unpacked(list as Packed) : list;
  return Array.from((all ?? []) as Iterable<unknown>);
}

export function annotationsOf(layout: PlainObject): PlainObject[] {
  return [...((layout["annotations"] ?? []) as readonly PlainObject[])];
}
