import { describe, expect, test } from "vitest";
import { type Block, blocksToText } from "../../src/exercises/blocks.ts";
import type { Assessment } from "../../src/exercises/feedback.ts";
import { aboutInvalid } from "../../src/exercises/words/invalid-candidate.ts";

const textOf = (blocks: readonly Block[] | undefined): string => blocksToText(blocks ?? []);
const block = (said: string): Block => ({ kind: "text", text: said });

describe("what is said of a candidate that is not valid", () => {
  test.each([
    [5, "a number"],
    ["x", "a string"],
    [{}, "an object"],
    [[1], "an object"],
  ])("no function but %j", (got, what) => {
    const said = aboutInvalid({ kind: "no function", got });
    expect(textOf(said.blocks)).toBe(`Give the function itself, without calling it; this was ${what}.`);
    expect(said).toMatchObject({ outcome: "not yet", credit: 0 });
  });

  test.each([
    [1000, "1 second"],
    [200, "0.2 seconds"],
    [2500, "2.5 seconds"],
  ])("that it had not ended after %d ms", (milliseconds, time) => {
    const said = aboutInvalid({ kind: "failure", failure: { kind: "time", milliseconds } });
    expect(said).toMatchObject({
      outcome: "took too long",
      headline: `Stopped: your function had not ended after ${time}.`,
      credit: 0,
    });
  });

  test("an error, where it came from, and what it means where that is known", () => {
    const threw = (error: unknown, mistake?: object): Assessment =>
      aboutInvalid({
        kind: "failure",
        failure: { kind: "threw", error },
        ...(mistake && { mistake }),
      } as never);
    const error = Object.assign(new TypeError("g is no list"), { stack: "TypeError\n    at cell 3, line 7" });
    const mistake = { id: "error: g", sentence: "g is none", cure: "Look at it." };
    expect(threw(error, mistake)).toEqual({
      outcome: "crashed",
      headline: "Your function stopped with an error in cell 3, line 7.",
      blocks: [{ kind: "code", code: "TypeError: g is no list" }, block("g is none."), block("Look at it.")],
      credit: 0,
      mistakes: [mistake],
    });
    const text = threw("no");
    expect(text.headline).toBe("Your function stopped with an error.");
    expect([textOf(text.blocks), text.mistakes]).toEqual(["it threw no", undefined]);
  });

  test.each([
    ["exit", "Your function tries to end the program; it was kept from it."],
    ["depth", "Your function calls itself without end."],
  ])("%s", (kind, headline) => {
    const said = aboutInvalid({ kind: "failure", failure: { kind } } as never);
    expect(said).toMatchObject({ outcome: "crashed", headline, credit: 0 });
  });

  test("what was patched is named", () => {
    const { headline, blocks } = aboutInvalid({ kind: "patched", names: ["Math.sqrt", "Number.isFinite"] });
    expect(headline).toBe(
      "Not yet: your function changes Math.sqrt, Number.isFinite, which everything else computes with.",
    );
    expect(blocks).toEqual([
      block("It has been put back as it was. Compute the answer without changing it."),
    ]);
  });

  test("what its message says is not said again", () => {
    const mistake = { id: "error: g", sentence: "g is no list", cure: "Look at it." };
    const error = new TypeError("g is no list");
    const said = aboutInvalid({ kind: "failure", failure: { kind: "threw", error }, mistake });
    expect(said.blocks?.slice(1)).toEqual([block("Look at it.")]);
  });
});
