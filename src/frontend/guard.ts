/** What plotly.js asks while it draws, as it is built into a page: whether it may go on, and what it may set. */
import { InputError } from "../errors.ts";
import { mean } from "../math/linear.ts";

/** How long it may hold the page at a time, in milliseconds on a usual machine that does nothing else: of its own work, and in all. */
const MOST_TIME = { working: 1000, inAll: 10_000 };

/** What `sample` takes on a usual machine, in milliseconds. */
const USUAL_SAMPLE = 1.75;

/** A phone draws what is honest too, only slower; it gets so many times the time at the most. */
const MOST_SLOWNESS = 6;

/** Longer between two looks at the clock it is hardly the drawing that works: the machine does something else. */
const LONGEST_TURN = 2;

let from = 0;
let last = 0;
let worked = 0;
let workedInAll = 0;
let isGuarding = false;
let slowness = 1;
/** How slow the machine has been found while the page is held, whatever else it does meanwhile. */
let slownessNow = 1;

const answered = new MessageChannel();
answered.port1.onmessage = giveTime;

/** From now on what plotly.js does is measured; loading it is not. */
export function startGuard(): void {
  isGuarding = true;
  // The shortest of a few: what else the machine does is not counted.
  slowness = slownessBy(Math.min(...samples(4)));
}

function slownessBy(time: number): number {
  return Math.min(MOST_SLOWNESS, Math.max(1, time / USUAL_SAMPLE));
}

function samples(count: number): Float64Array {
  return Float64Array.from({ length: count }, sample);
}

/** How long this machine takes for a piece of work that is the same on all. */
function sample(): number {
  const begun = performance.now();
  let sum = 1;
  for (let i = 0; i < 400_000; i++) sum = (sum * 31 + i) % 1_000_003;
  return sum < 0 ? Infinity : performance.now() - begun;
}

/** Time is counted anew. So it is whenever the page has answered. */
export function giveTime(): void {
  from = 0;
}

/** How long it has worked since it was loaded, in milliseconds on a usual machine. */
export function timeWorked(): number {
  return workedInAll / slowness;
}

/**
 * Called at each 64th turn of its loops and functions.
 * @throws InputError when the page has been held too long
 */
export function checkTime(): void {
  if (!isGuarding) return;
  const now = performance.now();
  if (from === 0) {
    [from, last, worked, slownessNow] = [now, now, 0, slowness];
    answered.port2.postMessage(null);
  }
  const turn = Math.min(now - last, LONGEST_TURN);
  worked += turn;
  workedInAll += turn;
  last = now;
  if (isInTime(now)) return;
  slownessNow = Math.max(slownessNow, slownessBy(mean(samples(20))));
  last = performance.now();
  if (isInTime(now)) return;
  throw new InputError({
    what: "this figure takes longer to draw than a page may be held up for one",
    got: "more than a second",
    cure: "give it fewer points, ticks, bins, contours, plots or words",
  });
}

function isInTime(now: number): boolean {
  return worked < slownessNow * MOST_TIME.working && now - from < slownessNow * MOST_TIME.inAll;
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
