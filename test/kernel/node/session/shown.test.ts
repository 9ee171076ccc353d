import { EventEmitter } from "node:events";
import { Server } from "node:net";
import { setTimeout } from "node:timers";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tellNodesOwn } from "../../../../src/kernel/node/session/shown.ts";

beforeAll(tellNodesOwn);
afterAll(() => {
  const timer = setTimeout(() => undefined, 0);
  for (const one of [EventEmitter.prototype, Object.getPrototypeOf(timer) as object])
    Reflect.deleteProperty(one, inspect.custom);
});

class Feed extends EventEmitter {
  topic = "loss";
}

test.each<[value: object, told: RegExp]>([
  [new Feed().on("step", () => undefined), /^Feed \{ topic: 'loss' \}$/],
  [new EventEmitter(), /^\[EventEmitter\]$/],
  [new Server(), /^Server \{(?!.*_events)/s],
  [setTimeout(() => undefined, 0), /^\[Timer\]$/],
])("what Node makes is told without what it keeps: %#", (value, told) => {
  expect(inspect(value)).toMatch(told);
});
