import { promiseHooks } from "node:v8";
import { expect, test, vi } from "vitest";
import type { Header } from "../../../../src/kernel/core/channel.ts";
import { TrackedParents } from "../../../../src/kernel/node/session/parents.ts";

type Hooks = Record<"init" | "before" | "after", (promise: object) => void>;

const [one, other] = [{ msg_id: "1" } as Header, { msg_id: "2" } as Header];

test("what runs after a wait belongs to the request in which its promise was made, what comes from nowhere to the latest", () => {
  let hooks!: Hooks;
  vi.spyOn(promiseHooks, "createHook").mockImplementation((given) => {
    hooks = given as unknown as Hooks;
    return () => undefined;
  });
  const parents = new TrackedParents();
  parents.install();
  const [early, own, frozen, unknown] = [{}, {}, Object.freeze({}), {}];
  hooks.init(early);
  parents.resume(one);
  hooks.init(own);
  hooks.init(frozen);
  parents.resume(other);
  const during = (promise: object): unknown[] => {
    hooks.before(promise);
    const { current } = parents;
    hooks.after(promise);
    return [current, parents.current];
  };
  expect([own, frozen].map(during)).toEqual(Array(2).fill([one, other]));
  expect([early, unknown].map(during)).toEqual(Array(2).fill([other, other]));
  expect(Reflect.ownKeys(own)).toEqual([]);
});
