import { EventEmitter } from "node:events";
import timers from "node:timers";
import { inspect, type InspectOptionsStylized } from "node:util";

/** What Node makes and a cell gives is told in a few words, and not by what Node keeps in it. */
export function tellNodesOwn(): void {
  const [timeout, immediate] = [timers.setTimeout(() => undefined, 0), timers.setImmediate(() => undefined)];
  for (const timer of [timeout, immediate]) toldAs(Object.getPrototypeOf(timer) as object, () => "[Timer]");
  timers.clearTimeout(timeout);
  timers.clearImmediate(immediate);
  toldAs(EventEmitter.prototype, withoutPrivates);
}

/** Servers, streams, processes, and what else tells of events: by their own properties, the private ones left out. */
function withoutPrivates(this: EventEmitter, depth: number, options: InspectOptionsStylized): string {
  const name = this.constructor.name;
  const shown = Object.entries(this).filter(([property]) => !property.startsWith("_"));
  if (depth < 0 || shown.length === 0) return `[${name}]`;
  return `${name} ${inspect(Object.fromEntries(shown), { ...options, depth: 0 })}`;
}

function toldAs(prototype: object, tell: (depth: number, options: InspectOptionsStylized) => string): void {
  Object.defineProperty(prototype, inspect.custom, { value: tell, configurable: true });
}
