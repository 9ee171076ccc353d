import { expect, test } from "vitest";
import { together } from "../../src/course/together.ts";

test("several things come to their ends before the first error of them is thrown", async () => {
  const ended: string[] = [];
  const late = new Promise(setImmediate).then(() => void ended.push("late"));
  const [first, second] = ["first", "second"].map((name) => Promise.reject(new Error(name)));
  await expect(together([late, first!, second!])).rejects.toThrow("first");
  expect(ended).toEqual(["late"]);
  await expect(together([late, Promise.resolve(1)])).resolves.toBeUndefined();
});
