import { expect, test } from "vitest";
import { refused } from "../../src/exercises/refused.ts";

const why = { why: "cell 4, line 2: `g` is a list", cure: "take its entry: g[i]" };
const saying = (blocks: readonly string[]) => blocks.map((text) => ({ kind: "text", text }) as const);

test("what is right but for the compiler is not right, and is told line and cure", () => {
  expect(refused({ outcome: "right", headline: "Right.", credit: 1 }, why)).toEqual({
    outcome: "not yet",
    headline: "Not yet: it computes what it should, and the compiler refuses it.",
    blocks: saying(["cell 4, line 2: `g` is a list. Take its entry: g[i]."]),
    credit: 0,
    refusal: why.why,
  });
});

test("what is almost right earns nothing either", () => {
  expect(refused({ outcome: "almost", headline: "Almost: here.", credit: 0.5 }, why)).toMatchObject({
    outcome: "not yet",
    headline: "Not yet: here.",
    credit: 0,
  });
});

test("what check has said already is not said again", () => {
  const said = {
    outcome: "not yet",
    headline: "Not yet.",
    blocks: saying(["`G` is a list."]),
    credit: 0,
  } as const;
  expect(refused(said, why).blocks?.at(-1)).toEqual(
    saying(["The compiler refuses it for the same reason (cell 4, line 2)."])[0],
  );
});

test("what was not written, or not judged, is told as ever", () => {
  for (const outcome of ["not written", "note"] as const) {
    const said = { outcome, headline: "..." };
    expect(refused(said, why)).toBe(said);
  }
});
