import { expect, test } from "vitest";
import { apart, metadataOfNote } from "../../src/notebook/stored-notes.ts";
import { slidesServed } from "../../src/notebook/tags.ts";
import { aimsOf, slidesOfDeck, titleOf } from "../../src/notebook/title.ts";

const about = { title: "Waves", short: "Waves", minutes: 10, learn: "waves." };

test.each([
  [0, undefined],
  [1, "One place to stop and come back is marked ■."],
  [2, "Two places to stop and come back are marked ■."],
  [3, "Three places to stop and come back are marked ■."],
  [4, "Four places to stop and come back are marked ■."],
  [5, "5 places to stop and come back are marked ■."],
])("a lesson with %d places to stop says so", (stops, sentence) => {
  const [, last] = aimsOf(about, stops).split("\n\n");
  expect(last).toBe(sentence);
});

test("a lesson says its number, the slides that it is about, how long it takes, what one learns and needs", () => {
  expect(titleOf({ ...about, slides: "6", remark: "or 5" }, "11")).toBe(
    "# Waves\n\n*Lesson 11 · slide 6 of the deck · about 10 minutes, or 5*",
  );
  expect(titleOf({ ...about, remark: "beyond the sea", optional: true }, "11")).toContain(
    "*Lesson 11 · about 10 minutes, beyond the sea, optional*",
  );
  expect(aimsOf({ ...about, need: "water." }, 0)).toBe("**You will learn** waves.\n\n**You need** water.");
  expect(["6", "7 to 9", "14, 20 and 21"].map(slidesOfDeck)).toEqual([
    "slide 6",
    "slides 7 to 9",
    "slides 14, 20 and 21",
  ]);
});

test("a lesson that asks something is headed by it, and says its name small", () => {
  const asking = { ...about, title: "Waves: up and down", question: "Why do they break?" };
  expect(titleOf(asking, "11")).toBe("# Why do they break?\n\n*Lesson 11 · Waves · about 10 minutes*");
});

test("a cell serves the slides of its tags", () => {
  expect(slidesServed(["slide-6", "opening", "slide-12", "slide-", "my-slide-3", "slide-4a"])).toEqual([
    6, 12,
  ]);
  expect(slidesServed()).toEqual([]);
});

test("notes lie in the metadata of the cell before them, and can be taken out", () => {
  const notes = [{ id: "a", source: "Say." }];
  const both = { title: "x", "fall-line": { exercise: "waves/one", notes } };
  expect(apart(both)).toEqual({ metadata: { title: "x", "fall-line": { exercise: "waves/one" } }, notes });
  expect(apart({ title: "x", "fall-line": { notes } } as typeof both)).toEqual({
    metadata: { title: "x" },
    notes,
  });
  const none = { title: "x" };
  expect(apart(none as { "fall-line"?: object })).toEqual({ metadata: none, notes: [] });
  expect(both["fall-line"].notes).toBe(notes);
  expect(metadataOfNote({ id: "a", source: "Say.", minutes: 0, tags: ["short-path"] })).toEqual({
    slideshow: { slide_type: "notes" },
    tags: ["short-path"],
    "fall-line": { minutes: 0 },
  });
  expect(metadataOfNote({ id: "a", source: "Say." })).toEqual({ slideshow: { slide_type: "notes" } });
});
