/** A Plotly figure as plain data. */
export interface PlainFigure {
  readonly data: PlainObject[];
  readonly layout: PlainObject;
  readonly frames: PlainObject[];
  readonly config: PlainObject;
}

export interface PlainObject {
  [key: string]: unknown;
}

export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
