// What is global in cells of a page besides the language.

interface Console {
  /** Prints values. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  trace(...values: unknown[]): void;
  assert(holds: unknown, ...values: unknown[]): void;
  dir(value: unknown, options?: { depth?: number | null }): void;
  /** Prints a list of objects as a table. */
  table(data: unknown, columns?: readonly string[]): void;
  group(...values: unknown[]): void;
  groupEnd(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  /** Takes away what the cell has shown. */
  clear(): void;
}
declare var console: Console;

/** Calls a function after a time in milliseconds. */
declare function setTimeout(
  callback: (...args: any[]) => void,
  milliseconds?: number,
  ...args: unknown[]
): number;
declare function clearTimeout(timer: number | undefined): void;
/** Calls a function again and again, with a time in milliseconds between. */
declare function setInterval(
  callback: (...args: any[]) => void,
  milliseconds?: number,
  ...args: unknown[]
): number;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;
/** A deep copy. */
declare function structuredClone<T>(value: T): T;
declare function atob(text: string): string;
declare function btoa(bytes: string): string;

declare var performance: {
  /** Milliseconds since the kernel has started. */
  now(): number;
  readonly timeOrigin: number;
};

declare var crypto: {
  /** Fills an array with random numbers. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
};

declare class TextEncoder {
  encode(text?: string): Uint8Array;
}
declare class TextDecoder {
  constructor(encoding?: string);
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

declare class URLSearchParams {
  constructor(query?: string | Record<string, string>);
  get(name: string): string | null;
  set(name: string, value: string): void;
  has(name: string): boolean;
  toString(): string;
}
declare class URL {
  constructor(address: string, base?: string | URL);
  href: string;
  origin: string;
  protocol: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
}
