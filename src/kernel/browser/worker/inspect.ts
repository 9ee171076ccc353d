import { inspect } from "node-inspect-extracted";
import { settleStack } from "../../core/errors/calls.ts";

const custom = Symbol.for("nodejs.util.inspect.custom");

/** What a page cannot look into is told as such: without this, a promise would seem to wait and an iterator to be empty. */
const closed: readonly (readonly [object, string])[] = [
  [Promise.prototype, "Promise { <write `await` before it to see its value> }"],
  [prototypeOf(new Map().entries()), "[Map Iterator] { <spread it to see its values> }"],
  [prototypeOf(new Set().values()), "[Set Iterator] { <spread it to see its values> }"],
];

for (const [prototype, text] of closed)
  Object.defineProperty(prototype, custom, { value: () => text, configurable: true, writable: true });

/** An error is shown with its stack as it is written here, whatever the engine keeps. */
Object.defineProperty(Error.prototype, custom, {
  value(this: Error, _depth: number, options: object) {
    settleStack(this);
    return inspect(this, { ...options, customInspect: false });
  },
  configurable: true,
  writable: true,
});

function prototypeOf(value: object): object {
  return Object.getPrototypeOf(value) as object;
}

export { inspect };
