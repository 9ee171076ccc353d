/** The method by which a value says how it is shown in a notebook; the same in Deno's kernel. */
export const RICH: unique symbol = Symbol.for("Jupyter.display");

/** One content in several formats, by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** A value that knows how it is shown. */
export interface Rich {
  [RICH](): MimeBundle | Promise<MimeBundle>;
}

/** What a notebook kernel offers to the library. */
interface Host {
  show(bundle: MimeBundle, options: ShowOptions): void;
  /** How the kernel shows a value that does not say so itself; left out by hosts that have no way of their own. */
  describe?(value: unknown): MimeBundle;
  /** Whether it draws figures and cards by itself wherever they are shown. */
  readonly drawsLive?: boolean;
}

interface ShowOptions {
  /** A name under which this output can be replaced later. */
  readonly id?: string;
  /** Replace the output of that name instead of adding one. */
  readonly update?: boolean;
}

const HOST = Symbol.for("fall-line.display");

function isRich(value: unknown): value is Rich {
  return typeof value === "object" && value !== null && typeof (value as Partial<Rich>)[RICH] === "function";
}

/**
 * The bundle by which a value is shown.
 * @example bundleOf("hello")["text/plain"] // "hello"
 */
export function bundleOf(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (isRich(value)) return value[RICH]();
  if (typeof value === "string") return { "text/plain": value };
  return host()?.describe?.(value) ?? { "text/plain": plain(value) };
}

/** How plain objects of a kind say what they are. */
interface Showing<T> {
  /** What they are called, as "Rule". */
  readonly kind: string;
  readonly name: (value: T) => string;
  readonly bundle: (value: T) => MimeBundle;
}

/**
 * Has an object say how it is shown, alone, printed, among others and in a text. It stays plain data: nothing of this is
 * one of its own enumerable properties, and a copy of them shows as any object.
 */
export function showsItself<T extends object>(value: T, { kind, name, bundle }: Showing<T>): T {
  return Object.defineProperties(value, {
    [RICH]: {
      value(this: T) {
        return bundle(this);
      },
    },
    [PRINTED]: printing<T>(bundle, (that) => `${kind} ${name(that)}`),
    toString: {
      value(this: T) {
        return name(this);
      },
    },
  });
}

const PRINTED = Symbol.for("nodejs.util.inspect.custom");

/** Node, and what prints values in a page, call it with the depth that is left: alone a value prints its text. */
function printing<T>(bundle: (value: T) => MimeBundle, word: (value: T) => string): PropertyDescriptor {
  return {
    value(this: T, left: number, options: { readonly depth?: number }) {
      return left === options.depth ? bundle(this)["text/plain"] : `[${word(this)}]`;
    },
  };
}

/** Has all objects of a class print as they are shown. */
export function printsItself(shown: { prototype: { [RICH](): MimeBundle } }, kind: string): void {
  Object.defineProperty(
    shown.prototype,
    PRINTED,
    printing<{ [RICH](): MimeBundle }>(
      (value) => value[RICH](),
      () => kind,
    ),
  );
}

function host(): Host | undefined {
  return (globalThis as { [HOST]?: Host })[HOST];
}

/** Whether figures and cards are drawn live wherever they are shown: what stands in for them would be seen by nobody. */
export function isDrawnLive(): boolean {
  return host()?.drawsLive === true;
}

function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(
    value,
    (_key, inner: unknown) => (inner instanceof Float64Array ? Array.from(inner) : inner),
    1,
  );
}

function send(bundle: MimeBundle, options: ShowOptions = {}): void {
  const notebook = host();
  if (notebook !== undefined) notebook.show(bundle, options);
  else console.log(bundle["text/plain"] ?? "(nothing to show as text)");
}

async function sendLater(bundle: Promise<MimeBundle>, options: ShowOptions): Promise<void> {
  send(await bundle, options);
}

function showValue(value: unknown, options: ShowOptions): void {
  const bundle = bundleOf(value);
  if (bundle instanceof Promise) void sendLater(bundle, options);
  else send(bundle, options);
}

/**
 * Show a value: in a notebook by its richest format, on a terminal as text.
 * @example display("hello") // prints hello on a terminal
 */
export const display = Object.assign(
  (value: unknown, options: { readonly id?: string } = {}): void => {
    showValue(value, options);
  },
  {
    html: (html: string): void => send({ "text/html": html, "text/plain": html }),
    markdown: (markdown: string): void => send({ "text/markdown": markdown, "text/plain": markdown }),
    latex: (tex: string): void => send({ "text/latex": `$$${tex}$$`, "text/plain": tex }),
    svg: (svg: string): void => send({ "image/svg+xml": svg, "text/plain": "a picture" }),
    /** Replace what was shown under this id. */
    update: (id: string, value: unknown): void => {
      showValue(value, { id, update: true });
    },
  },
);
