/** What is withheld from an answer while it is tried, where the trial is terminated from outside: it puts nothing back. */
import { expect, test } from "vitest";
import { lockWorld } from "../../../../src/exercises/run/locked.ts";
import { type Asked, open } from "./session.ts";

test.each<[string, (asked: Asked) => unknown]>([
  ["an interruption is heard", ({ session }) => session.hearInterruption("the cell was stopped")],
  ["the next cell comes", (asked) => asked.run("1")],
])("all is there again once %s", async (_, then) => {
  const asked = await open();
  const here = () => [
    fetch,
    process,
    setTimeout,
    console.log,
    Reflect.get(Number.prototype, "toLocaleString"),
  ];
  const before = here();
  const unlock = lockWorld(0);
  const withheld = here();
  await then(asked);
  const after = here();
  unlock();
  expect(withheld.filter((one, i) => one === before[i])).toEqual([]);
  expect(after.map((one, i) => one === before[i])).toEqual(before.map(() => true));
  expect(here()).toEqual(before);
  expect(await asked.run("process.pid > 0")).toBe("true");
});
