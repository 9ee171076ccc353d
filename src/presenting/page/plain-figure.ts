/** A figure as plain data. */
export interface PlainFigure {
  readonly data: readonly PlainObject[];
  readonly layout: PlainObject;
  readonly frames?: readonly PlainObject[];
}

export interface PlainObject {
  readonly [key: string]: unknown;
}
