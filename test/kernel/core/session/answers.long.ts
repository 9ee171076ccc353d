import { beforeAll, expect, test } from "vitest";
import { all, Answering, faultIn } from "./answering.ts";

let answering: Answering;
beforeAll(async () => {
  answering = await Answering.begin();
});

/** A few at a time: no test may last as long as all of them do. */
const AT_ONCE = 20;
const groups = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => AT_ONCE * i);

test.each(groups)(
  "answers that do not compile are told in words, once, are checked as they are, and count nothing, from number %i on",
  async (first) => {
    const faults: string[] = [];
    for (const one of all.slice(first, first + AT_ONCE)) {
      const fault = faultIn(await answering.take(one));
      if (fault !== undefined) faults.push(`${one.id}: ${fault}\n${one.code}`);
    }
    expect(faults).toEqual([]);
  },
);
