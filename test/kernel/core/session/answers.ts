import { beforeAll, expect, test } from "vitest";
import { all, Answering, faultIn } from "./answering.ts";

let answering: Answering;
beforeAll(async () => {
  answering = await Answering.begin();
});

test("answers that do not compile are told in words, once, are checked as they are, and count nothing", async () => {
  const some = all.filter((_, i) => i % 500 === 0);
  const faults: string[] = [];
  for (const one of some) {
    const fault = faultIn(await answering.take(one));
    if (fault !== undefined) faults.push(`${one.id}: ${fault}\n${one.code}`);
  }
  expect(faults).toEqual([]);
});
