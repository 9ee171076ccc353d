import { describe, expect, test } from "vitest";
import { ANSWER, ASKED } from "../../src/room/protocol.ts";
import { misfit } from "../../src/room/fits.ts";
import { parsed } from "../../src/schema.ts";
import { pictures, questions } from "./questions.ts";

const known = (id: string) => questions.get(id)!;

describe("an exercise is asked on phones", () => {
  test("as its kind is answered, and as the protocol says", () => {
    for (const { asked, truth } of questions.values()) {
      expect(parsed(ASKED, asked, "what is asked")).toEqual(asked);
      for (const right of truth.right) expect(parsed(ANSWER, right, "an answer")).toEqual(right);
    }
    const kinds = [...questions].map(([id, { asked }]) => [id, asked.kind]);
    expect(kinds).toEqual([
      ["choose", "choose"],
      ["number", "number"],
      ["place", "place"],
      ["order", "order"],
      ["text", "text"],
      ["code", "choose"],
    ]);
  });

  test("without anything that tells the answer", () => {
    expect(known("choose").asked).toEqual({
      kind: "choose",
      id: "choose",
      lesson: "Lesson",
      title: "Title",
      prompt: "Prompt.",
      options: [
        { name: "yes", text: "Yes." },
        { name: "no", text: "No." },
        { name: "never", text: "Never." },
      ],
    });
    expect(known("choose").truth).toEqual({ right: [{ kind: "choose", option: "yes" }], why: "It does." });
    const { asked, truth } = known("place");
    expect(JSON.stringify(asked)).not.toContain(truth.shows!.src);
    expect(pictures.get(truth.shows!.src)).toContain("<svg");
  });

  test("its own right answers fit it, and those of other kinds do not", () => {
    for (const one of questions.values()) {
      for (const right of one.truth.right) expect(misfit(one, right)).toBeUndefined();
      for (const { asked, truth } of questions.values())
        if (asked.kind !== one.asked.kind)
          for (const other of truth.right) expect(misfit(one, other)).toMatch(/^This question is answered /);
    }
  });
});

describe("an answer is refused in words", () => {
  test.each([
    ["choose", { kind: "choose", option: "maybe" }, "There is no option maybe: load the page again."],
    ["number", { kind: "number", numbers: { x: 1 } }, "It asks for x and n, and for no other number."],
    ["place", { kind: "place", point: { x: 4 } }, "The map has x from -9 to 3."],
    ["place", { kind: "place", point: { y: 0 } }, "It asks for x, and for no other number."],
    ["order", { kind: "order", lines: ["g", "g"] }, "A line stands in it twice."],
    ["order", { kind: "order", lines: [] }, "No line stands in it."],
    ["order", { kind: "order", lines: ["z"] }, "There is no line z: load the page again."],
    ["text", { kind: "text", text: "  " }, "There is no word in it."],
    [
      "choose",
      { kind: "code", right: true, mistakes: [] },
      "This question is answered by choosing one of its options.",
    ],
  ])("%s: %o", (id, answer, said) => {
    expect(misfit(known(id), parsed(ANSWER, answer, "an answer"))).toBe(said);
  });

  test("a notebook's word on code is taken where an exercise is answered by code", () => {
    expect(misfit(known("code"), { kind: "code", right: false, mistakes: ["m"] })).toBeUndefined();
  });
});
