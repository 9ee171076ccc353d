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

export function annotationsOf(layout: PlainObject): PlainObject[] {
  return [...((layout["annotations"] ?? []) as readonly PlainObject[])];
}
