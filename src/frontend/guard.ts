/** What plotly.js asks while it draws, as it is built into a page: whether it may go on, and what it may set. */
import { InputError } from "../errors.ts";

/** How long it may hold the page at a time, in milliseconds: of its own work, and in all. */
const MOST_TIME = { working: 1000, inAll: 10_000 };

/** Longer between two looks at the clock it is hardly the drawing that works: the machine does something else. */
const LONGEST_TURN = 2;

let from = 0;
let last = 0;
let worked = 0;
let isGuarding = false;

const answered = new MessageChannel();
answered.port1.onmessage = giveTime;

/** From now on what plotly.js does is measured; loading it is not. */
export function startGuard(): void {
  isGuarding = true;
}

/** Time is counted anew. So it is whenever the page has answered. */
export function giveTime(): void {
  from = 0;
}

/**
 * Called at each 64th turn of its loops and functions.
 * @throws InputError when the page has been held too long
 */
export function checkTime(): void {
  if (!isGuarding) return;
  const now = performance.now();
  if (from === 0) {
    [from, last, worked] = [now, now, 0];
    answered.port2.postMessage(null);
  }
  worked += Math.min(now - last, LONGEST_TURN);
  last = now;
  if (worked < MOST_TIME.working && now - from < MOST_TIME.inAll) return;
  throw new InputError({
    what: "this figure takes longer to draw than a page may be held up for one",
    got: "more than a second",
    cure: "give it fewer points, ticks, bins, contours, plots or words",
  });
}

/** In the place of what could fetch something. */
export const nothingFetched = { fetch: refuse, XMLHttpRequest: refuse, Worker: refuse };

function refuse(): never {
  throw new InputError({ what: "a figure fetches nothing from the network" });
}

/** Declarations that colour and size words; in their values stands no address. */
const PROPERTY = /^(?:color|fill|opacity|letter-spacing|(?:font|text)(?:-[a-z]+)*)$/i;
const VALUE = /^(?:[\w\s#.,%'"-]|(?:rgb|hsl)a?\([\w\s.,%]+\))+$/i;

/** Of a style of words in a title or label, what is harmless. */
export function harmlessStyle(style: string | null | undefined): string {
  return (style ?? "")
    .split(";")
    .map((declaration) => declaration.split(":").map((part) => part.trim()))
    .filter(([property = "", ...values]) => PROPERTY.test(property) && VALUE.test(values.join(":")))
    .map((declaration) => declaration.join(": "))
    .join("; ");
}

const MOST_NESTED = 16;

/** @throws InputError when tags of a text are nested deeper than a page sets them */
export function checkNested(depth: number): void {
  if (depth <= MOST_NESTED) return;
  throw new InputError({
    what: "a text of this figure has too many tags in one another",
    got: depth,
    allowed: `up to ${MOST_NESTED}`,
  });
}
