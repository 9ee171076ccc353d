import { expect, test } from "vitest";
import { strangers } from "./strangers/mutate.ts";
import { plotlySchema, watch } from "./strangers/watch.ts";

test("a thousand figures of strangers are drawn or refused in words, and the page answers", async () => {
  const { troubles, held } = await watch(strangers(1000, 20_261_126, await plotlySchema()));
  console.log("the page was held longest, in milliseconds, by figure number:", held);
  expect(troubles).toEqual([]);
}, 3_600_000);
