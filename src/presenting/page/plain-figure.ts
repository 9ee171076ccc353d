/** A figure as plain data. */
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

/** A figure whose upright axis holds another figure too, where both count the same; the lines of that stay behind its own, pale, where they are asked for. */
export function holding(figure: PlainFigure, other: PlainFigure, isPale = false): PlainFigure {
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
  const pale = isPale
    ? other.data.map((trace) => ({ ...trace, opacity: 0.3, name: "", showlegend: false }))
    : [];
  return { ...figure, data: [...figure.data, ...pale], layout: { ...figure.layout, yaxis } };
}

export function annotationsOf(layout: PlainObject): PlainObject[] {
  return [...((layout["annotations"] ?? []) as readonly PlainObject[])];
}
